"""The commands about the forms that units fill in, but for the one that writes what came back.

Must not change the data.
"""
