"""What the menus do: a class for each menu, a method for each of its rows in `gui.actions`."""
