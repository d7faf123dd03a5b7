"""Moving a file to a name that nothing has: what stands there is never overwritten, whoever is quicker."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from footui.storage.atomic_file import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

_PRIVATE = 0o600


def move_to_unused(source: Path, target: Path) -> None:
    """Give the file or link `source` the name `target`, on the same disk, in one step for all who look at `source`.

    Raises FileExistsError where something has that name already, and what else the system says as OSError; nothing was
    changed then.
    """
    # The name is held with an empty file that is then replaced. A second name for the file, and the first one removed,
    # would do without it, and would lose what another program saves under the first name in between.
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE))
    try:
        source.rename(target)
    except OSError:
        with suppress(OSError):
            target.unlink()
        raise
    for folder in {source.parent, target.parent}:
        sync_folder(folder)
