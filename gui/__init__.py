"""Everything that imports Qt: the window over the engine."""
