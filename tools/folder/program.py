"""The first step of the program of one folder: that of ``python -m parplan``, and the one line it runs in another.

A program that PyInstaller froze is no Python: it would take ``-P -c …`` for arguments. An old workbook is read in
another process (``documents.workbook``), so that one line is answered here.

Must not run any other line that is given to it.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run parplan, or read one workbook for it."""
    if sys.argv[1:3] == ["-P", "-c"]:
        from parplan.documents.workbook import CHILD, answer

        if sys.argv[3:] == [CHILD]:
            answer()
            return
    from parplan.__main__ import main as run

    run()


if __name__ == "__main__":
    main()
