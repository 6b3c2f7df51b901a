"""Pages arrange charts and tables; they compute nothing."""
