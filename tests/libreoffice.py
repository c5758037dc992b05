"""LibreOffice as an office uses it: documents opened and saved again in another form.

Must not assert anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

if os.environ.get("CI") and shutil.which("soffice") is None:
    raise RuntimeError("CI installs LibreOffice (.ci/run): this test must not be skipped there")

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def saved_as(form: str, folder: Path, *documents: Path) -> list[Path]:
    """The documents as LibreOffice saves them in that form, in a folder of their own."""
    out = folder / f"saved-as-{form}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [out / f"{document.stem}.{form}" for document in documents]
