"""One module per subcommand, one function in it: read, draw facts, word them, show them.

Must not compute, word or draw anything itself. The day of today is asked here and nowhere below.
"""
