"""What several views say alike: names, papers, offices, targets, in the words of official documents.

Must not order rows or choose what is shown.
"""
