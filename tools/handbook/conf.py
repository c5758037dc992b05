"""What Sphinx is told of the handbook: its pages lie in docs/vi/, as Markdown.

Must not hold a sentence that stands on a page.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

project = "Sổ tay parplan"
language = "vi"
root_doc = "index"
extensions = ["myst_parser", "handbook.lines", "handbook.site", "handbook.word"]
exclude_patterns = ["_site"]
myst_heading_anchors = 4
smartquotes = False
suppress_warnings = ["myst.header"]

html_theme = "furo"
html_title = project
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_use_index = False
templates_path = ["../../docs/vi/_site"]
html_static_path = ["../../docs/vi/_site/static"]
html_css_files = ["so-tay.css"]
html_permalinks = False
