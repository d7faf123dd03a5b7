"""Being somebody who owns nothing here, also where the tests run as root."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def as_a_stranger() -> Iterator[None]:
    """Give up root's rights for a while; somebody who has none keeps what they are."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder_open_to_all() -> Iterator[Path]:
    """A folder that a stranger can look into, and that pytest's own private folders are not around."""
    with tempfile.TemporaryDirectory(prefix="footui-test-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        with as_a_stranger():
            can_enter = os.access(folder, os.R_OK | os.X_OK, effective_ids=True)
        if not can_enter:
            pytest.skip("the folder for temporary files is closed to others")
        yield folder
