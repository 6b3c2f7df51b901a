"""Reports: the same charts and series, out to files."""
