"""One thing that `footui doctor` has found out."""

from __future__ import annotations

from typing import NamedTuple


class Fact(NamedTuple):
    """A sentence; where something is wrong, it says what to do as well."""

    text: str
    is_fine: bool = True
