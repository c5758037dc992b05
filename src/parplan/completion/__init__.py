"""What may stand at the cursor of a command line, and how shells ask for it.

Must not read a workspace as a whole: there is no time.
"""
