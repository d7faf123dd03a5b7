"""Whether files changed outside: what the system says of a folder and the files in it, without reading them.

Looking now and then works on network folders too, where nobody tells of changes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Stamps: TypeAlias = frozenset[tuple[str, int, int, int]]
"""Path, size, time of the last change and number of each file; two that are equal mean that nothing changed."""


def stamps_of(*paths: Path) -> Stamps:
    """The stamps of these files, and of the TOML files in these folders; what is not there has none."""
    found: set[tuple[str, int, int, int]] = set()
    for path in paths:
        with suppress(OSError):
            if path.is_dir():
                names = [name for name in os.listdir(path) if name.endswith(".toml")]  # noqa: PTH208  # as `listing`
                for name in names:
                    _add(found, path / name)
            else:
                _add(found, path)
    return frozenset(found)


def _add(found: set[tuple[str, int, int, int]], path: Path) -> None:
    """Take the stamp of a file; of a link that leads nowhere its own."""
    with suppress(OSError):
        try:
            stat = path.stat()
        except FileNotFoundError:
            stat = path.lstat()
        found.add((str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino))
