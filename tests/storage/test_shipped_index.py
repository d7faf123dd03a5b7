"""The index of the shipped exercises says what their files say, and never stands in the way of one that was edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders
from footui.storage.shipped_index import INDEX_FILE, ShippedIndex, index_text

NOWHERE = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
SHIPPED = load_catalogue(NOWHERE).entries[0].path.parent


def catalogue_of(shipped: Path, tmp_path: Path) -> Catalogue:
    return load_catalogue(Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state"), shipped)


@pytest.fixture
def without_index(tmp_path: Path) -> Path:
    """The shipped exercises in a folder that has no index."""
    folder = tmp_path / "catalogue"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns(INDEX_FILE))
    return folder


def test_the_index_is_up_to_date_or_else_make_docs_makes_it_so(without_index: Path, tmp_path: Path) -> None:
    assert (SHIPPED / INDEX_FILE).read_text() == index_text(catalogue_of(without_index, tmp_path))


def test_an_exercise_out_of_the_index_is_the_one_of_its_file(without_index: Path, tmp_path: Path) -> None:
    from_files = catalogue_of(without_index, tmp_path)
    index = ShippedIndex(SHIPPED / INDEX_FILE)
    for entry in from_files.entries:
        assert index.exercise(entry.path, entry.id) == entry.exercise


def test_an_edited_file_is_read_itself(without_index: Path, tmp_path: Path) -> None:
    shutil.copy(SHIPPED / INDEX_FILE, without_index)
    file = without_index / "toe-walk.toml"
    file.write_text(file.read_text().replace('title = "Toe walking"', 'title = "Walking on the toes"'))
    assert catalogue_of(without_index, tmp_path).exercises["toe-walk"].title == "Walking on the toes"


@pytest.mark.parametrize("text", ["", "{", "[]"])
def test_a_broken_index_is_as_good_as_none(without_index: Path, tmp_path: Path, text: str) -> None:
    (without_index / INDEX_FILE).write_text(text)
    assert catalogue_of(without_index, tmp_path).exercises["toe-walk"].title == "Toe walking"


def test_an_exercise_that_the_index_does_not_know_is_read_from_its_file(without_index: Path, tmp_path: Path) -> None:
    shutil.copy(SHIPPED / INDEX_FILE, without_index)
    shutil.copy(without_index / "toe-walk.toml", without_index / "toe-stroll.toml")
    assert catalogue_of(without_index, tmp_path).exercises["toe-stroll"].title == "Toe walking"


if __name__ == "__main__":  # `make docs`, after it took the old index away
    (SHIPPED / INDEX_FILE).write_text(index_text(load_catalogue(NOWHERE)))
