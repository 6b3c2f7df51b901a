"""Charts: what is drawn (`specs`, no Qt) and how (`view` and its items)."""
