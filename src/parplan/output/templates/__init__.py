"""Templates, ours or the office's own, found and filled within bounds.

Must not know what a report is.
"""
