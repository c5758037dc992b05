"""Documents as offices send them, opened: Word, workbooks, text, become paragraphs and tables in their order.

Must not know what a plan or a form is, or word what is wrong with a file.
"""
