"""Tables that offices keep of scores, ranks and units, read row by row; what is bad is told at its cell.

Must not open a file, or write what a row says.
"""
