"""Changes to one file: what they come to, which stretches of its text go, how what comes is written.

Must not read or write a file, or prove a change: ``edit`` does.
"""
