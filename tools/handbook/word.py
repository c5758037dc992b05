"""stub."""

from typing import Any


def setup(app: Any) -> dict[str, Any]:
    return {}
