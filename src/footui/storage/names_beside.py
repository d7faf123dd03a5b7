"""Names for what is kept beside a file and never written over: `history-v1.db`, `history-v1-2.db` and so on."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def unused_names(path: Path, word: str) -> Iterator[Path]:
    """The names beside `path` with `word` in them that nothing has, not even a link to nowhere; without end."""
    for number in itertools.count(1):
        end = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}-{word}{end}{path.suffix}")
        if not os.path.lexists(name):
            yield name
