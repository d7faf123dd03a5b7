"""A person at the command line: commands run in this process, in folders of their own."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from footui.__main__ import main
from footui.storage.folders import Folders


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - it is JSON
        """The JSON that was printed."""
        return json.loads(self.out)


class Person:
    """Types commands; `config`, `data` and `state` are their folders."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self.config, self.data, self.state = folder / "config", folder / "data", folder / "state"
        self.folders = Folders(self.config, self.data, self.state)
        self.routines, self.exercises = self.config / "routines", self.config / "exercises"
        self.patch = patch
        self._captured = captured
        for kind in ("config", "data", "state"):
            patch.setenv(f"FOOTUI_{kind.upper()}_DIR", str(folder / kind))

    def types(self, *words: str, given: str | bytes = b"") -> Answer:
        """Run one command, with `given` on its standard input."""
        data = given.encode() if isinstance(given, str) else given
        self.patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = main(words)
        out, err = self._captured.readouterr()
        return Answer(status, out, err)

    def has_routine(self, slug: str, text: str) -> Path:
        """Put a file into the person's folder of routines."""
        return _written(self.routines / f"{slug}.toml", text)

    def has_exercise(self, exercise_id: str, text: str) -> Path:
        """Put a file into the person's folder of exercises."""
        return _written(self.exercises / f"{exercise_id}.toml", text)


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
