"""The page of many plans side by side."""
