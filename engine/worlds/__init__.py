"""Many drawn worlds, and what is read off them."""
