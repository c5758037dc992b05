"""The form that a unit fills in: what stands in it, and by what it is known when it comes back.

Must not know how a sheet is drawn or read.
"""
