"""The equations, one file for each section of the model, as pure functions on arrays.

Every function takes the array module first (`xp`: NumPy or CuPy). Axes: time first, then
family where there is one, then any trailing axes (scenario, draw), which only broadcast.
Where a docstring gives a shape, `...` is these trailing axes; units stand in brackets.
"""
