"""Where things are kept: the person's own folders, and the routines that come with footui."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from footui.storage.problems import SaveProblem, reason

APP_NAME = "footui"
_PACKAGE = Path(__file__).parent.parent


class Folders(NamedTuple):
    """The three folders of a person: what they write, what footui records, and its logs.

    None of them need exist; reading never makes them.
    """

    config: Path
    data: Path
    state: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Folders:
        """The folders `FOOTUI_CONFIG_DIR`, `FOOTUI_DATA_DIR` and `FOOTUI_STATE_DIR` name.

        One that is unset or empty is where the system keeps such things. All come out absolute.
        """

        def folder(kind: str) -> Path:
            named = environment.get(f"FOOTUI_{kind.upper()}_DIR")
            return Path(named or _usual_folder(kind)).absolute()

        return cls(folder("config"), folder("data"), folder("state"))

    @property
    def routines(self) -> Path:
        """The person's routines, one `<slug>.toml` each."""
        return self.config / "routines"

    @property
    def exercises(self) -> Path:
        """The person's own exercises, one `<id>.toml` each."""
        return self.config / "exercises"

    @property
    def config_file(self) -> Path:
        """What the person follows, and when a day begins."""
        return self.config / "config.toml"

    @property
    def history_file(self) -> Path:
        """The database of what was done."""
        return self.data / "history.db"


def _usual_folder(kind: str) -> str:
    """Where this system keeps the `kind` (config, data, state) of a program's files."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 7 ms, needed only where a folder is not overridden

    dirs = PlatformDirs(APP_NAME, appauthor=False)
    return {"config": dirs.user_config_dir, "data": dirs.user_data_dir, "state": dirs.user_state_dir}[kind]


def shipped_routines(package: Path = _PACKAGE) -> Path:
    """The folder of the routines that come with footui.

    A wheel holds them inside the `package`; in an editable install they are the repository's own.
    """
    inside = package / "routines"
    repository = package.resolve().parent.parent
    if not inside.is_dir() and (repository / "pyproject.toml").is_file():
        return repository / "routines"
    return inside


def make_private_folder(path: Path) -> None:
    """Make sure that the folder `path` is there; it and the parents made for it are 0700.

    Folders that exist keep their mode. Raises `SaveProblem` where it cannot be made.
    """
    missing = []
    try:
        for folder in (path, *path.parents):
            if folder.is_dir():
                break
            missing.append(folder)
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise SaveProblem(f"The folder {path} could not be made: {reason(error)}.") from error
