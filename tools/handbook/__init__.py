"""The officer's handbook: pages that follow from the program, their search, the site and the printed book.

Must not explain anything itself: that is the catalogue's, and the pages' own in docs/vi/.
"""
