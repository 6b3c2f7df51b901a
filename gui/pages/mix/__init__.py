"""The page of the mix: a triangle over a map of all mixes."""
