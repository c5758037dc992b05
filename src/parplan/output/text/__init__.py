"""Forms that are text: Markdown, JSON, calendars, differences; and what text needs to be harmless and well set.

Must not know what is drawn with it.
"""
