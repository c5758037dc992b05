"""Tables become sheets of Excel, and CSV that Excel opens.

Must not word a sentence.
"""
