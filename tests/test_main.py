"""``python -m parplan`` is the program."""

from __future__ import annotations

import subprocess
import sys

import pytest

from parplan import __version__
from workspaces import REPOSITORY


def test_the_program_is_also_a_module_of_python() -> None:
    command = [sys.executable, "-m", "parplan", "--version"]
    environment = {"PYTHONPATH": str(REPOSITORY / "src")}
    ran = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert ran.stdout.decode() == f"parplan {__version__}\n"


INTERRUPTED = """
import builtins, sys
from parplan.__main__ import main
module, real = sys.argv.pop(), builtins.__import__
def interrupted(name, *rest):
    if name == module:
        raise KeyboardInterrupt
    return real(name, *rest)
builtins.__import__ = interrupted
main()
"""


@pytest.mark.parametrize("module", ["parplan.cli", "gc", "errno"])
def test_ctrl_c_while_the_program_is_still_being_read_is_quiet(module: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED, "--version", module]
    ran = subprocess.run(command, env={"PYTHONPATH": str(REPOSITORY / "src")}, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")
