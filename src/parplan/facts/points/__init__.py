"""Where the points of an index are: by criterion, across sets, against other places.

Must not round, use a binary float, or take an unknown figure for nought.
"""
