"""What is deleted lies in the trash, whole, and comes back; nothing is ever overwritten."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from footui.storage.atomic_file import create_new
from footui.storage.folders import Folders
from footui.storage.problems import AlreadyThere, SaveProblem
from footui.storage.trash import bring_back, move_to_trash, trash_folder
from tests.fakes import MORNING

TEXT = b'\xef\xbb\xbf# mine\r\ntitle = "Evening toes"\r\n\xff broken'


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


@pytest.fixture
def own(folders: Folders) -> Path:
    folders.routines.mkdir(parents=True)
    path = folders.routines / "evening-toes.toml"
    path.write_bytes(TEXT)
    return path


def refuse_to_rename_across(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the trash lie on another disk than the person's files."""
    rename: Callable[[Path, Path], Path] = Path.rename

    def rename_here(source: Path, target: Path) -> Path:
        if source.parent != target.parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", rename_here)


def test_a_deleted_file_lies_in_a_private_trash_byte_for_byte_under_its_name_and_the_time(
    folders: Folders, own: Path
) -> None:
    trashed = move_to_trash(own, folders, MORNING)
    assert not own.exists()
    assert trashed.lies == folders.data / "trash" / "evening-toes-2026-11-21-074600.toml"
    assert trashed.lies.read_bytes() == TEXT
    assert trash_folder(folders).stat().st_mode & 0o777 == 0o700
    assert str(trashed.lies) in trashed.said


def test_two_of_one_name_deleted_in_one_second_lie_beside_each_other(folders: Folders, own: Path) -> None:
    move_to_trash(own, folders, MORNING)
    own.write_bytes(b"another one")
    second = move_to_trash(own, folders, MORNING)
    own.write_bytes(b"a third")
    later = move_to_trash(own, folders, MORNING + timedelta(seconds=1))
    contents = {path.name: path.read_bytes() for path in trash_folder(folders).iterdir()}
    assert contents == {
        "evening-toes-2026-11-21-074600.toml": TEXT,
        "evening-toes-2026-11-21-074600-2.toml": b"another one",
        "evening-toes-2026-11-21-074601.toml": b"a third",
    }
    assert second.lies.name.endswith("-2.toml")
    assert later.path == own


def test_it_comes_back_as_it_was_even_where_its_folder_went(folders: Folders, own: Path) -> None:
    trashed = move_to_trash(own, folders, MORNING)
    own.parent.rmdir()
    bring_back(trashed)
    assert own.read_bytes() == TEXT
    assert list(trash_folder(folders).iterdir()) == []


def test_what_stands_there_by_now_is_not_overwritten_and_the_trash_keeps_the_other(folders: Folders, own: Path) -> None:
    trashed = move_to_trash(own, folders, MORNING)
    own.write_bytes(b"made meanwhile")
    with pytest.raises(AlreadyThere) as refused:
        bring_back(trashed)
    assert "is there again, and is untouched" in str(refused.value)
    assert str(trashed.lies) in str(refused.value)
    assert own.read_bytes() == b"made meanwhile"
    assert trashed.lies.read_bytes() == TEXT


@pytest.mark.parametrize("other_disk", [False, True])
def test_of_a_link_the_link_is_deleted_and_the_file_it_leads_to_stays(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_disk: bool
) -> None:
    folders.routines.mkdir(parents=True)
    target = tmp_path / "dotfiles.toml"
    target.write_bytes(TEXT)
    link = folders.routines / "linked.toml"
    link.symlink_to("../../dotfiles.toml")
    if other_disk:
        refuse_to_rename_across(monkeypatch)
    trashed = move_to_trash(link, folders, MORNING)
    assert trashed.is_link
    assert "the file it leads to is untouched" in trashed.said
    assert not os.path.lexists(link)
    assert target.read_bytes() == TEXT
    bring_back(trashed)
    assert link.readlink() == Path("../../dotfiles.toml")
    assert link.read_bytes() == TEXT


def test_a_link_to_nowhere_can_be_deleted(folders: Folders) -> None:
    folders.routines.mkdir(parents=True)
    link = folders.routines / "nowhere.toml"
    link.symlink_to("gone.toml")
    trashed = move_to_trash(link, folders, MORNING)
    assert trashed.lies.readlink() == Path("gone.toml")


def test_on_another_disk_it_is_copied_with_its_mode_and_time_and_then_removed(
    folders: Folders, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.chmod(0o644)
    os.utime(own, (1_000_000_000, 1_000_000_000))
    refuse_to_rename_across(monkeypatch)
    trashed = move_to_trash(own, folders, MORNING)
    assert not own.exists()
    assert trashed.lies.read_bytes() == TEXT
    bring_back(trashed)
    assert own.read_bytes() == TEXT
    assert own.stat().st_mode & 0o777 == 0o644
    assert own.stat().st_mtime == 1_000_000_000
    assert [path.name for path in own.parent.iterdir()] == [own.name]
    assert list(trash_folder(folders).iterdir()) == []


def test_on_another_disk_nothing_there_is_overwritten_either(
    folders: Folders, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_rename_across(monkeypatch)
    first = move_to_trash(own, folders, MORNING)
    own.write_bytes(b"another one")
    second = move_to_trash(own, folders, MORNING)
    assert (first.lies.read_bytes(), second.lies.read_bytes()) == (TEXT, b"another one")
    own.write_bytes(b"made meanwhile")
    with pytest.raises(AlreadyThere):
        bring_back(first)
    assert own.read_bytes() == b"made meanwhile"


def test_what_is_being_saved_to_on_the_way_to_another_disk_stays(
    folders: Folders, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_rename_across(monkeypatch)

    def create_while_saved(path: Path, data: bytes) -> None:
        create_new(path, data)
        own.write_bytes(b"saved in another terminal")

    monkeypatch.setattr("footui.storage.trash.create_new", create_while_saved)
    with pytest.raises(SaveProblem, match="being changed elsewhere"):
        move_to_trash(own, folders, MORNING)
    assert own.read_bytes() == b"saved in another terminal"
    assert list(trash_folder(folders).iterdir()) == []


def test_of_two_who_delete_it_the_second_is_told_that_it_is_gone(folders: Folders, own: Path) -> None:
    move_to_trash(own, folders, MORNING)
    with pytest.raises(SaveProblem, match="is no longer there"):
        move_to_trash(own, folders, MORNING)
    assert len(list(trash_folder(folders).iterdir())) == 1


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk can only be read")]
)
def test_a_disk_that_refuses_is_told_and_the_file_is_where_it_was(
    folders: Folders, own: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(SaveProblem, match=f"was not deleted: {said}. It is where it was."):
        move_to_trash(own, folders, MORNING)
    assert own.read_bytes() == TEXT
    assert list(trash_folder(folders).iterdir()) == []


def test_a_folder_named_like_a_routine_and_a_pipe_are_not_deleted(folders: Folders) -> None:
    folder, pipe = folders.routines / "folder.toml", folders.routines / "pipe.toml"
    folder.mkdir(parents=True)
    os.mkfifo(pipe)
    with pytest.raises(SaveProblem, match="was not deleted: it is a folder"):
        move_to_trash(folder, folders, MORNING)
    with pytest.raises(SaveProblem, match="it is a pipe, a device or a socket"):
        move_to_trash(pipe, folders, MORNING)
    assert folder.is_dir()
    assert pipe.is_fifo()


def test_a_trash_that_cannot_be_made_is_told(folders: Folders, own: Path) -> None:
    folders.data.write_text("a file where the folder should be")
    with pytest.raises(SaveProblem, match="could not be made"):
        move_to_trash(own, folders, MORNING)
    assert own.read_bytes() == TEXT


def test_the_longest_name_a_file_can_have_fits(folders: Folders) -> None:
    folders.routines.mkdir(parents=True)
    path = folders.routines / f"{'ü' * 125}.toml"
    path.write_bytes(TEXT)
    trashed = move_to_trash(path, folders, MORNING)
    assert trashed.lies.read_bytes() == TEXT
    bring_back(trashed)
    assert path.read_bytes() == TEXT
