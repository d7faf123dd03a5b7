"""Where things are kept, and that only saving makes folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from footui.storage.folders import Folders, make_private_folder, shipped_routines
from footui.storage.problems import SaveProblem


def named(**folders: Path | str) -> dict[str, str]:
    """An environment that names these folders."""
    return {f"FOOTUI_{kind.upper()}_DIR": str(folder) for kind, folder in folders.items()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_the_three_folders_are_those_the_environment_names(tmp_path: Path) -> None:
    folders = Folders.from_environment(named(config=tmp_path / "c", data=tmp_path / "d", state=tmp_path / "s"))
    assert folders == Folders(tmp_path / "c", tmp_path / "d", tmp_path / "s")
    assert folders.routines == tmp_path / "c" / "routines"
    assert folders.exercises == tmp_path / "c" / "exercises"
    assert folders.config_file == tmp_path / "c" / "config.toml"
    assert folders.history_file.parent == tmp_path / "d"


def test_an_empty_or_missing_name_means_the_usual_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    folders = Folders.from_environment(named(config="", data=tmp_path / "d"))
    assert folders.config.name == folders.state.name == "footui"
    assert folders.config != folders.state
    assert folders.data == tmp_path / "d"


def test_a_relative_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.from_environment(named(config="here", data="d", state="s")).config == tmp_path / "here"


def test_asking_for_folders_makes_none(tmp_path: Path) -> None:
    folders = Folders.from_environment(named(config=tmp_path / "c", data=tmp_path / "d", state=tmp_path / "s"))
    assert not folders.routines.exists()
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_routines_are_found() -> None:
    assert list(shipped_routines().glob("*.toml"))


def test_an_installed_package_holds_its_routines_itself(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "footui"
    (package / "routines").mkdir(parents=True)
    assert shipped_routines(package) == package / "routines"


def test_a_folder_that_happens_to_be_called_routines_is_not_taken_for_the_repository(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "site-packages" / "footui"
    package.mkdir(parents=True)
    (tmp_path / "lib" / "routines").mkdir()
    assert shipped_routines(package) == package / "routines"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_new_folder_and_its_new_parents_are_private(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        make_private_folder(tmp_path / "a" / "b" / "c")
    assert [mode(tmp_path / path) for path in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine").chmod(0o755)
    make_private_folder(tmp_path / "mine" / "routines")
    make_private_folder(tmp_path / "mine")
    assert mode(tmp_path / "mine") == 0o755


def test_a_folder_may_be_a_link_to_a_dotfiles_repository(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / "footui").symlink_to("dotfiles")
    make_private_folder(tmp_path / "footui" / "routines")
    assert (tmp_path / "dotfiles" / "routines").is_dir()


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to("nowhere")])
def test_a_file_or_a_broken_link_in_the_way_is_told(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "footui")
    for path in (tmp_path / "footui", tmp_path / "footui" / "routines"):
        with pytest.raises(SaveProblem, match="could not be made"):
            make_private_folder(path)
