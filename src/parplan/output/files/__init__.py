"""What is made reaches the disk: where it was asked for, whole, sealed, over nothing that a hand changed.

Must not know what is in it.
"""
