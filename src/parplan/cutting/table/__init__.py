"""Tables of tasks: which they are, by their heads, and what their rows say.

Must not know what a cell means: units, days and criteria are read elsewhere.
"""
