"""New routines, copies, new titles: nothing is overwritten, nothing shipped is hidden, the rest stays to the byte."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage import own_files
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.draft import EditRefused
from footui.storage.folders import Folders, shipped_routines
from footui.storage.history import History
from footui.storage.own_files import (
    TitleRefused,
    copy_routine,
    free_paths,
    make_new_routine,
    title_from,
    title_of_copy,
)
from footui.storage.problems import ChangedElsewhere, SaveProblem
from footui.storage.renaming import Rename, rename_routine
from footui.storage.slug import is_slug
from footui.storage.toml_source import TomlProblems
from tests.storage.session_records import session

OWN = '# Mine.\nformat = 1\ntitle = "Evening toes" # as I call it\n\n[[steps]]\nexercise = "toe-press"\nreps = 5\n'


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


@pytest.fixture
def catalogue(folders: Folders) -> Catalogue:
    return load_catalogue(folders)


@pytest.fixture
def own(folders: Folders) -> Path:
    folders.routines.mkdir(parents=True)
    path = folders.routines / "evening-toes.toml"
    path.write_text(OWN)
    return path


def text_of_shipped(slug: str) -> str:
    return (shipped_routines() / f"{slug}.toml").read_text()


# Titles and names


@pytest.mark.parametrize("typed", ["", "  ", "\t", "\u202e", "x" * 121])
def test_what_cannot_be_a_title_is_said(typed: str) -> None:
    with pytest.raises(TitleRefused, match=r"A routine needs a title\.|120 characters is the most"):
        title_from(typed)


def test_a_title_is_one_line_without_what_no_terminal_shows() -> None:
    assert title_from("  Evening\ttoes\x1b ") == "Evening toes\ufffd"
    assert title_from("x" * 120) == "x" * 120


def test_a_free_place_is_never_that_of_a_shipped_routine_or_of_a_file_that_is_there(
    folders: Folders, own: Path
) -> None:
    assert own.name == "evening-toes.toml"
    (folders.routines / "evening-toes-2.toml").symlink_to("nowhere")
    assert next(free_paths(folders, "Evening toes")).name == "evening-toes-3.toml"
    assert next(free_paths(folders, "Twenty minutes")).name == "twenty-minutes-2.toml"


@given(st.text(min_size=1, max_size=120))
def test_whatever_the_title_is_its_place_has_a_name_that_can_be_used(title: str) -> None:
    places = free_paths(Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere")), title)
    names = [next(places).stem for _ in range(3)]
    assert all(map(is_slug, names))
    assert len(set(names)) == 3


@given(st.text(min_size=1, max_size=120), st.booleans())
def test_the_title_of_a_copy_is_never_that_of_another_routine(title: str, shipped: bool) -> None:
    first = title_of_copy(title, frozenset({title}), shipped=shipped)
    second = title_of_copy(title, frozenset({title, first}), shipped=shipped)
    assert len({title, first, second}) == 3
    assert max(len(first), len(second)) <= 120


@pytest.mark.parametrize("kind", ["new", "copy"])
def test_a_file_that_another_footui_makes_at_the_same_moment_stays(
    folders: Folders, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folders.routines.mkdir(parents=True)
    taken, free = folders.routines / "mine.toml", folders.routines / "mine-2.toml"
    taken.write_text("another footui's")
    monkeypatch.setattr(own_files, "free_paths", lambda *_: iter([taken, free]))
    made = make_new_routine(folders, "Mine") if kind == "new" else copy_routine(folders, OWN, "Mine", catalogue)
    assert made == free
    assert taken.read_text() == "another footui's"
    assert 'title = "Mine"' in free.read_text()


# Copies


@pytest.mark.parametrize("slug", ["twenty-minutes", "breakfast-lunch-dinner", "ten-exercises"])
def test_a_copy_says_what_the_shipped_one_says_but_for_the_title(
    folders: Folders, catalogue: Catalogue, slug: str
) -> None:
    text = text_of_shipped(slug)
    path = copy_routine(folders, text, "Mine, in the evening", catalogue)
    assert path == folders.routines / "mine-in-the-evening.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    before, after = text.splitlines(keepends=True), path.read_text().splitlines(keepends=True)
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert changed[0][0].startswith("title = ")
    assert changed[0][1].startswith('title = "Mine, in the evening"')


def test_a_copy_under_the_same_title_does_not_stand_in_the_place_of_the_shipped_one(
    folders: Folders, catalogue: Catalogue
) -> None:
    path = copy_routine(folders, text_of_shipped("twenty-minutes"), "Twenty minutes", catalogue)
    assert path.name == "twenty-minutes-2.toml"
    assert path.read_text() == text_of_shipped("twenty-minutes")


def test_what_has_a_problem_is_not_copied(folders: Folders, catalogue: Catalogue) -> None:
    with pytest.raises(SaveProblem, match="no exercise"):
        copy_routine(folders, OWN.replace("toe-press", "toe-pres"), "Mine", catalogue)
    assert list(folders.routines.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(
    folders: Folders, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(SaveProblem, match="the disk is full"):
        copy_routine(folders, OWN, "Mine", catalogue)
    assert list(folders.routines.iterdir()) == []


# New titles


def rename(folders: Folders, path: Path, title: str) -> Rename:
    return rename_routine(path, title, folders, load_catalogue(folders), History(folders.history_file))


def test_a_new_title_changes_its_line_alone_and_the_name_of_the_file_follows(folders: Folders, own: Path) -> None:
    done = rename(folders, own, "Toes at night")
    assert done.path == folders.routines / "toes-at-night.toml"
    assert done.path.read_text() == OWN.replace('"Evening toes"', '"Toes at night"')
    assert not own.exists()
    assert done.why_same_name == ""


def test_a_new_title_is_taken_back_and_done_again_to_the_byte(folders: Folders, own: Path) -> None:
    own.write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    before = own.read_bytes()
    done = rename(folders, own, "Toes at night")
    after = done.path.read_bytes()
    for _ in range(2):
        done.turn()
        assert (done.path, own.read_bytes(), done.title) == (own, before, "Evening toes")
        done.turn()
        assert (done.path.name, done.path.read_bytes()) == ("toes-at-night.toml", after)
    assert [path.name for path in folders.routines.iterdir()] == ["toes-at-night.toml"]


def test_the_file_keeps_its_name_where_the_history_goes_by_it(folders: Folders, own: Path) -> None:
    History(folders.history_file).save(session("one", routine="evening-toes", status="open"))
    done = rename(folders, own, "Toes at night")
    assert done.path == own
    assert 'title = "Toes at night"' in own.read_text()
    assert done.why_same_name == "The file keeps its name, evening-toes.toml: your history goes by it."


def test_the_file_keeps_its_name_where_it_is_followed(folders: Folders, own: Path) -> None:
    folders.config_file.write_text('[[follow]]\nroutine = "evening-toes"\nsince = 2026-11-01\n')
    done = rename(folders, own, "Toes at night")
    assert done.path == own
    assert "config.toml follows it by that name" in done.why_same_name


@pytest.mark.parametrize("broken", ["history", "config"])
def test_the_file_keeps_its_name_where_nobody_can_say_what_goes_by_it(folders: Folders, own: Path, broken: str) -> None:
    if broken == "history":
        folders.data.mkdir()
        folders.history_file.write_bytes(b"no database" * 100)
    else:
        folders.config_file.write_text("[[follow")
    done = rename(folders, own, "Toes at night")
    assert done.path == own
    assert f"{'your history' if broken == 'history' else 'config.toml'}" in done.why_same_name


def test_a_link_keeps_its_name_and_the_file_it_leads_to_gets_the_title(folders: Folders, tmp_path: Path) -> None:
    folders.routines.mkdir(parents=True)
    target, link = tmp_path / "dotfiles.toml", folders.routines / "linked.toml"
    target.write_text(OWN)
    link.symlink_to(target)
    done = rename(folders, link, "Toes at night")
    assert done.path == link
    assert link.is_symlink()
    assert 'title = "Toes at night"' in target.read_text()
    assert "it is a link" in done.why_same_name


def test_another_way_to_write_the_same_title_leaves_the_name_of_the_file(folders: Folders, own: Path) -> None:
    done = rename(folders, own, "EVENING toes!")
    assert (done.path, done.why_same_name) == (own, "")


def test_a_new_title_never_takes_the_name_of_another_file(folders: Folders, own: Path) -> None:
    other = folders.routines / "mine.toml"
    other.write_text("another one")
    assert rename(folders, own, "Mine").path.name == "mine-2.toml"
    assert rename(folders, folders.routines / "mine-2.toml", "Twenty minutes").path.name == "twenty-minutes-2.toml"
    assert other.read_text() == "another one"


def test_a_name_that_is_taken_meanwhile_is_not_taken_back(folders: Folders, own: Path) -> None:
    done = rename(folders, own, "Toes at night")
    own.write_text("made in another terminal")
    done.turn()
    assert done.path.name == "toes-at-night.toml"
    assert done.path.read_text() == OWN
    assert own.read_text() == "made in another terminal"
    assert "evening-toes.toml is there already" in done.why_same_name
    done.turn()
    assert done.path.name == "toes-at-night.toml"
    assert 'title = "Toes at night"' in done.path.read_text()


def test_what_was_changed_elsewhere_meanwhile_is_not_taken_back(folders: Folders, own: Path) -> None:
    done = rename(folders, own, "Toes at night")
    done.path.write_text(OWN + "# theirs\n")
    with pytest.raises(ChangedElsewhere, match="has been changed elsewhere"):
        done.turn()
    assert done.path.read_text() == OWN + "# theirs\n"


def test_a_routine_with_a_problem_elsewhere_can_have_another_title(folders: Folders, own: Path) -> None:
    own.write_text(OWN.replace("toe-press", "toe-pres"))
    done = rename(folders, own, "Toes at night")
    assert 'title = "Toes at night"' in done.path.read_text()
    assert "toe-pres" in done.path.read_text()


def test_what_is_no_toml_or_gone_is_told_and_stays(folders: Folders, own: Path) -> None:
    own.write_text("title = \n")
    with pytest.raises(TomlProblems):
        rename(folders, own, "Toes at night")
    assert own.read_text() == "title = \n"
    own.unlink()
    with pytest.raises(TomlProblems, match="no such file"):
        rename(folders, own, "Toes at night")


def test_a_title_that_the_file_may_not_have_is_refused(folders: Folders, own: Path) -> None:
    with pytest.raises(EditRefused, match="120 characters is the most"):
        rename(folders, own, "x" * 121)
    assert own.read_text() == OWN


def test_a_disk_that_refuses_the_name_keeps_the_title_and_says_so(
    folders: Folders, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "rename", refuse)
    done = rename(folders, own, "Toes at night")
    assert done.path == own
    assert "evening-toes.toml: the disk reports an error" in done.why_same_name
    assert [path.name for path in folders.routines.iterdir()] == [own.name]
