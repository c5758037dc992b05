"""The program's first step, also as ``python -m parplan`` for whom the folder of scripts is not on the PATH.

Must not do anything of its own but leave quietly if interrupted, or import anything before that can be.
"""


def main() -> None:
    """Run the program. Ctrl-C has no words while the program is still being read, but it is no mistake."""
    try:
        from parplan.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
