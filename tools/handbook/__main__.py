"""``python -m handbook``: writes the pages of docs/vi/ that follow from the program.

Must not do more: Sphinx builds the site from what lies there.
"""

from handbook.pages import write

write()
