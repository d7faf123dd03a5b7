"""New exercises and copies: valid from the first moment, under an id nobody has, never over a file that is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.exercise import Position
from footui.storage.catalogue import Catalogue, CatalogueEntry, load_catalogue
from footui.storage.exercise_file import read_exercise
from footui.storage.folders import Folders
from footui.storage.listing import Origin
from footui.storage.own_exercises import copy_exercise, new_exercise, new_exercise_text
from footui.storage.problems import SaveProblem
from footui.storage.slug import is_slug
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_source import parse_toml, read_toml_file


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


def entry_of(catalogue: Catalogue, exercise_id: str) -> CatalogueEntry:
    entry = catalogue.entry(exercise_id)
    assert entry is not None
    return entry


def test_a_new_exercise_is_valid_and_in_the_catalogue(folders: Folders) -> None:
    path = new_exercise(folders, "  Towel curls  ")
    assert path == folders.exercises / "towel-curls.toml"
    entry = entry_of(load_catalogue(folders), "towel-curls")
    assert entry.exercise is not None
    assert (entry.exercise.title, entry.exercise.position) == ("Towel curls", Position.STANDING)
    assert entry.exercise.steps[0].startswith("An example:")


def test_its_file_and_folder_are_the_persons_alone(folders: Folders) -> None:
    path = new_exercise(folders, "Towel curls")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_stands_in_its_comments_is_valid_too() -> None:
    text = new_exercise_text("Towel curls", "towel-curls").replace("# How", "## How")
    lines = [line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in text.splitlines()]
    exercise = read_exercise(parse_toml("\n".join(lines).encode(), "new.toml"), "towel-curls", {})
    assert exercise.variants[0].title == "on a chair"
    assert exercise.doses[0].dose is not None
    assert exercise.equipment[0].instead == ("belt",)
    assert all((exercise.brief, exercise.also, exercise.cautions, exercise.about, exercise.body_parts))


def test_an_id_is_taken_neither_from_an_own_nor_from_a_shipped_exercise(folders: Folders) -> None:
    first = new_exercise(folders, "Towel curls")
    before = first.read_bytes()
    assert new_exercise(folders, "Towel curls").name == "towel-curls-2.toml"
    assert first.read_bytes() == before
    assert new_exercise(folders, "Toe press").name == "toe-press-2.toml"
    assert new_exercise(folders, "Sources").name == "sources-2.toml"


@given(st.text(max_size=130))
def test_any_title_becomes_an_exercise_of_that_title_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    base = tmp_path_factory.mktemp("new")
    folders = Folders(base, base, base)
    length = len(clean_line(title.strip(), 200).strip())
    if not 0 < length <= 120:
        with pytest.raises(SaveProblem, match="120 characters is the most" if length else "needs a title"):
            new_exercise(folders, title)
        return
    path = new_exercise(folders, title)
    assert is_slug(path.stem)
    exercise = read_exercise(read_toml_file(path, str(path)), path.stem, {})
    assert exercise.title == tomllib.loads(path.read_text(encoding="utf-8"))["title"]


def test_a_title_without_a_letter_has_an_id_all_the_same(folders: Folders) -> None:
    assert new_exercise(folders, "足の指").name == "exercise.toml"


def test_a_copy_of_a_shipped_exercise_stands_in_its_place(folders: Folders) -> None:
    shipped = entry_of(load_catalogue(folders), "toe-walk")
    path = copy_exercise(folders, shipped)
    assert path.read_bytes() == shipped.path.read_bytes()
    entry = entry_of(load_catalogue(folders), "toe-walk")
    assert (entry.origin, entry.path, entry.hides_shipped) == (Origin.OWN, path, True)
    assert entry.exercise == shipped.exercise


def test_a_copy_never_goes_over_a_file_of_that_name(folders: Folders) -> None:
    shipped = entry_of(load_catalogue(folders), "toe-walk")
    path = copy_exercise(folders, shipped)
    path.write_text("broken")
    with pytest.raises(SaveProblem, match=r"toe-walk\.toml exists already, and is untouched\."):
        copy_exercise(folders, shipped)
    assert path.read_text() == "broken"


def test_a_copy_of_an_own_exercise_has_another_id(folders: Folders) -> None:
    path = new_exercise(folders, "Towel curls")
    path.write_text(path.read_text() + "\n# mine\n")
    copy = copy_exercise(folders, entry_of(load_catalogue(folders), "towel-curls"))
    assert copy.name == "towel-curls-2.toml"
    assert copy.read_bytes() == path.read_bytes()


def test_what_is_gone_cannot_be_copied(folders: Folders) -> None:
    entry = CatalogueEntry("towel-curl", folders.exercises / "towel-curl.toml", Origin.OWN)
    with pytest.raises(SaveProblem, match="was not copied: there is no such file or folder"):
        copy_exercise(folders, entry)
