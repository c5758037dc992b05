"""Points of the indexes as finished strings: compared, lost, counted anew.

Must not compute a figure.
"""
