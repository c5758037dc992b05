"""The commands that change the data: each shows what it would change, proves it, and writes it as one.

Must not write past ``options.writing``.
"""
