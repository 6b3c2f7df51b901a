"""What the menus do: a class for each menu, a method for each row of `words.menu_table`."""
