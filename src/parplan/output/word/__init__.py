"""Pages become a Word document on a letterhead, and a PDF.

Must not word a sentence.
"""
