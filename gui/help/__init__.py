"""Help: pages written by hand, pages made from the tables, and the window that shows them."""
