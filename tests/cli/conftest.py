"""Every test of the command line has a person who types."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.person import Person


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Person:
    """Return a person without any files yet."""
    return Person(tmp_path, monkeypatch, capsys)
