"""What can be had: chips, what suppliers have promised, and sites with their power."""
