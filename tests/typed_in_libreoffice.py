"""Fills in forms in LibreOffice itself, as a person at its window would, and saves them with its own hands.

Run by a Python that has LibreOffice's bridge: ``python typed_in_libreoffice.py ORDERS.json``. Must not need
anything of ours: the orders say which file, which cells, what is typed in each, where and how it is saved.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import NamedValue, PropertyValue  # type: ignore[import-not-found]

FORMATS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".docx": "MS Word 2007 XML",
}
LONGEST_START = 60


def option(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe: str) -> tuple[Any, Any]:
    """The program, and what takes orders as its menus do, once it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            made = there.ServiceManager.createInstanceWithContext
            return made("com.sun.star.frame.Desktop", there), made("com.sun.star.frame.DispatchHelper", there)
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def typed(program: Any, dispatcher: Any, order: dict[str, Any]) -> None:
    """One form, filled in and saved."""
    url = uno.systemPathToFileUrl(order["form"])
    book = program.loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),))
    frame = book.CurrentController.Frame
    for cell, text in order["cells"].items():
        # as a hand does it: to the cell, then the text, which the program takes for what it likes
        dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, (option("ToPoint", cell),))
        dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, (option("StringName", text),))
    target = Path(order["saved"])
    options = [option("FilterName", FORMATS[target.suffix])]
    if "password" in order:
        named = []
        for name, value in (("CryptoType", "Standard"), ("OOXPassword", order["password"])):
            one = NamedValue()
            one.Name, one.Value = name, value
            named.append(one)
        options.append(option("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", tuple(named))))
    book.storeToURL(uno.systemPathToFileUrl(str(target)), tuple(options))
    book.close(True)


def main(orders: Path) -> None:
    pipe = f"parplan{os.getpid()}"
    profile = (orders.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        program, dispatcher = desktop(pipe)
        for order in json.loads(orders.read_text(encoding="utf-8")):
            typed(program, dispatcher, order)
        program.terminate()
    finally:
        office.wait(LONGEST_START)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
