"""``python -m parplan``: the program, for whom the folder of scripts is not on the PATH.

Must not do anything of its own.
"""

from parplan.cli import main

if __name__ == "__main__":
    main()
