"""Many scenarios at once: a plan, the tasks it makes, where they run, and the folder they fill."""
