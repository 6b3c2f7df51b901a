"""The main window, by composition, and what is done from it."""
