"""The page where every number answers for itself."""
