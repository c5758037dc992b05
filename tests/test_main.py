"""``python -m parplan`` is the program."""

from __future__ import annotations

import subprocess
import sys

from parplan import __version__
from workspaces import REPOSITORY


def test_the_program_is_also_a_module_of_python() -> None:
    command = [sys.executable, "-m", "parplan", "--version"]
    environment = {"PYTHONPATH": str(REPOSITORY / "src")}
    ran = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert ran.stdout.decode() == f"parplan {__version__}\n"
