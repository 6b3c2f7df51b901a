"""What is asked of many runs; each module answers one question with one plain function."""
