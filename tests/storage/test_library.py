"""The library: which routines there are, which one a command means, and what is wrong in which file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.file_check import check_file, check_files, check_own_files
from footui.storage.folders import Folders, shipped_routines
from footui.storage.library import Library, NoSuchRoutineError
from footui.storage.listing import Origin
from footui.storage.slug import is_slug, slugify

ROUTINE = 'format = 1\ntitle = "{title}"\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'
EXERCISE = 'format = 1\ntitle = "My toes"\nposition = "sitting"\nsteps = ["Do it."]\n'


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


@pytest.fixture
def catalogue(folders: Folders) -> Catalogue:
    return load_catalogue(folders)


@pytest.fixture
def library(tmp_path: Path, folders: Folders, catalogue: Catalogue) -> Library:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "twenty-minutes.toml").write_text(ROUTINE.format(title="Twenty minutes"))
    (shipped / "four-exercises.toml").write_text(ROUTINE.format(title="Four exercises"))
    return Library(folders, catalogue, shipped)


def write_own(folders: Folders, name: str, text: str) -> Path:
    folders.routines.mkdir(parents=True, exist_ok=True)
    (folders.routines / name).write_text(text)
    return folders.routines / name


def test_own_routines_come_first_and_each_part_goes_by_title(library: Library, folders: Folders) -> None:
    write_own(folders, "b.toml", ROUTINE.format(title="evening"))
    write_own(folders, "a.toml", ROUTINE.format(title="Morning"))
    assert [(entry.slug, entry.title, entry.origin) for entry in library.entries()] == [
        ("b", "evening", Origin.OWN), ("a", "Morning", Origin.OWN),
        ("four-exercises", "Four exercises", Origin.SHIPPED), ("twenty-minutes", "Twenty minutes", Origin.SHIPPED),
    ]  # fmt: skip
    assert library.folder_problems() == []


def test_without_a_folder_of_ones_own_the_shipped_are_there_and_none_is_made(
    library: Library, folders: Folders
) -> None:
    assert [entry.slug for entry in library.entries()] == ["four-exercises", "twenty-minutes"]
    assert not folders.config.exists()


def test_an_accent_does_not_put_a_title_behind_the_others(library: Library, folders: Folders) -> None:
    for title in ("Zehen", "Évening", "Ankles"):
        write_own(folders, f"{title[1:]}.toml", ROUTINE.format(title=title))
    own = [entry.title for entry in library.entries() if entry.origin is Origin.OWN]
    assert own == ["Ankles", "Évening", "Zehen"]


def test_an_own_routine_hides_the_shipped_one_of_its_slug_even_when_broken(library: Library, folders: Folders) -> None:
    write_own(folders, "twenty-minutes.toml", "format = 1\n")
    hiding, four = library.entries()
    assert (hiding.origin, hiding.hides_shipped, hiding.routine) == (Origin.OWN, True, None)
    assert [problem.message[:9] for problem in hiding.problems] == ["no steps.", "no title."]
    assert (four.slug, four.hides_shipped) == ("four-exercises", False)
    assert library.find("twenty-minutes") == hiding


def test_a_broken_file_does_not_hide_the_others(library: Library, folders: Folders) -> None:
    write_own(folders, "torn.toml", "[[[")
    write_own(folders, "Bad Name.toml", ROUTINE.format(title="Bad name"))
    write_own(folders, "fine.toml", ROUTINE.format(title="Fine"))
    (folders.routines / "folder.toml").mkdir()
    (folders.routines / ".fine.toml").write_text("[[[")
    own = [entry for entry in library.entries() if entry.origin is Origin.OWN]
    assert [(entry.title, len(entry.problems)) for entry in own] == [
        ("Bad name", 1), ("Fine", 0), ("folder", 1), ("torn", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('"Evening toes"', "Evening toes"), ('" Evening\\u001b[31m toes "', "Evening\ufffd[31m toes"),
        ('"\\u200b"', "evening"), ('""', "evening"), ("7", "evening"), ('"' + "x" * 200 + '"', "x" * 119 + "…"),
    ],
)  # fmt: skip
def test_a_broken_file_is_called_by_its_title_where_it_can_be_read(
    library: Library, folders: Folders, title: str, shown: str
) -> None:
    write_own(folders, "evening.toml", f"format = 1\ntitle = {title}\nsteps = 3\n")
    entry = library.entries()[0]
    assert (entry.slug, entry.title, entry.routine) == ("evening", shown, None)


def test_a_folder_that_cannot_be_read_is_told(library: Library, folders: Folders) -> None:
    folders.config.mkdir()
    folders.routines.write_text("a file")
    (problem,) = library.folder_problems()
    assert str(problem).startswith(f"{folders.routines}:1:1: The folder could not be read: ")
    assert len(library.entries()) == 2


def test_a_slug_means_the_own_routine_before_the_shipped(library: Library, folders: Folders) -> None:
    assert library.find("four-exercises").origin is Origin.SHIPPED
    path = write_own(folders, "four-exercises.toml", ROUTINE.format(title="My four"))
    entry = library.find("four-exercises")
    assert (entry.path, entry.title, entry.hides_shipped) == (path, "My four", True)


@pytest.mark.parametrize(("name", "told"), [
    ("twenty-minute", "There is no routine “twenty-minute”. Did you mean “twenty-minutes”?"),
    ("Twenty Minutes", "There is no routine “Twenty Minutes”. Did you mean “twenty-minutes”?"),
    ("zzz", "There is no routine “zzz”."),
    ("", "There is no routine “”."),
    ("a\x00b\x1b", "There is no routine “a\ufffdb\ufffd”."),
    ("\udcff", "There is no routine “\ufffd”."),
])  # fmt: skip
def test_a_slug_that_is_nowhere_is_told_with_the_nearest(library: Library, name: str, told: str) -> None:
    with pytest.raises(NoSuchRoutineError) as missing:
        library.find(name)
    assert str(missing.value) == told


def test_a_path_holds_a_slash_or_ends_in_toml(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text(ROUTINE.format(title="Mine"))
    Path("plain").write_text(ROUTINE.format(title="Plain"))
    for name, slug in (("mine.toml", "mine"), ("./mine.toml", "mine"), (str(tmp_path / "plain"), "plain")):
        entry = library.find(name)
        assert (entry.slug, entry.origin, entry.routine and entry.routine.slug) == (slug, Origin.FILE, slug)


@pytest.mark.parametrize(("name", "told"), [
    ("./nowhere.toml", "./nowhere.toml:1:1: There is no such file."),
    ("/", "/:1:1: This is a folder, not a file."),
    ("/dev/null", "/dev/null:1:1: This is a device, not a file."),
    ("a/\x00.toml", "a/\ufffd.toml:1:1: The path holds a character that no file's name can hold."),
])  # fmt: skip
def test_a_path_that_is_no_file_ends_in_a_sentence(library: Library, name: str, told: str) -> None:
    entry = library.find(name)
    assert entry.routine is None
    assert list(map(str, entry.problems)) == [told]


def test_problems_call_the_file_as_the_person_did(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text(ROUTINE.format(title="Mine") + "sets = 0\n")
    (problem,) = library.find("mine.toml").problems
    assert str(problem).startswith("mine.toml:6:8: “sets” takes")


def test_a_hyphen_is_standard_input_and_its_slug_comes_from_the_title(library: Library) -> None:
    entry = library.find("-", io.BytesIO(ROUTINE.format(title="Évening: toes!").encode()))
    assert (entry.slug, entry.path, entry.origin) == ("evening-toes", None, Origin.FILE)
    assert entry.routine is not None


@pytest.mark.parametrize(("piped", "told"), [
    (b"", "-:1:1: no format is given."),
    (b"\xff", "-:1:1: The byte 0xff is not UTF-8."),
    (b"#" * 300_000, "-:1:1: The file is larger than 256 KiB"),
    (b"format = 1\ntitle = 5\n[[steps]]\nexercise = 'toe-press'\nhold = 3", "-:2:9: “title” takes a text"),
])  # fmt: skip
def test_nonsense_on_standard_input_ends_in_sentences(library: Library, piped: bytes, told: str) -> None:
    entry = library.find("-", io.BytesIO(piped))
    assert (entry.slug, entry.routine) == ("routine", None)
    assert str(entry.problems[0]).startswith(told)


def test_standard_input_that_breaks_off_ends_in_a_sentence(library: Library) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"Input/output error after {size}")

    (problem,) = library.find("-", Broken()).problems
    assert str(problem).startswith("-:1:1: Standard input could not be read: ")


def test_the_library_of_this_footui_holds_the_shipped_routines(folders: Folders, catalogue: Catalogue) -> None:
    library = Library.of(folders, catalogue)
    assert library.shipped == shipped_routines()
    entries = library.entries()
    assert {entry.slug for entry in entries} == {path.stem for path in shipped_routines().glob("*.toml")}
    assert [entry.title.casefold() for entry in entries] == sorted(entry.title.casefold() for entry in entries)
    assert not any(entry.problems for entry in entries)


@pytest.mark.parametrize(("name", "text", "told"), [
    ("a/my-toes.toml", EXERCISE + "brif = 1", "unknown key “brif”. Did you mean “brief”?"),
    ("a/my-toes.toml", ROUTINE.format(title="A") + "brif = 1", "unknown key “brif”."),
    ("a/my-toes.toml", 'format = 1\ntitle = "x"\nsteps = ["One."]', "no position."),
    ("a/my-toes.toml", 'format = 1\ntitle = "x"\nposition = "lying"', "no steps. Write “steps”"),
    ("a/my-toes.toml", 'format = 1\ntitle = "x"', "no steps. Write at least one under [[steps]]."),
    ("exercises/my-toes.toml", 'format = 1\ntitle = "x"\nsteps = ["a"]', "no position."),
    ("exercises/my-toes.toml", ROUTINE.format(title="x") + "[position]", "“position” takes one of"),
    ("routines/my-toes.toml", EXERCISE, "unknown key “position”."),
    ("catalogue/sources.toml", "[a]\ntitle = 'A'", "a source needs a “kind”"),
])  # fmt: skip
def test_a_file_is_checked_as_what_it_is(tmp_path: Path, catalogue: Catalogue, name: str, text: str, told: str) -> None:
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text(text)
    found = check_file(str(path), catalogue)
    assert any(problem.message.startswith(told) for problem in found), found


def test_files_that_are_in_order_and_files_that_are_not_there_are_told_apart(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("exercises").mkdir()
    Path("exercises/my-toes.toml").write_text(EXERCISE)
    Path("mine.toml").write_text(ROUTINE.format(title="Mine"))
    assert check_files(["exercises/my-toes.toml", "mine.toml"], catalogue) == []
    assert [str(problem) for problem in check_files(["gone.toml", "mine.toml", "-"], catalogue)] == [
        "gone.toml:1:1: There is no such file.",
        "-:1:1: There is no such file.",
    ]


def test_all_files_of_the_person_are_checked_routines_first(folders: Folders, catalogue: Catalogue) -> None:
    assert check_own_files(folders, catalogue) == []
    folders.exercises.mkdir(parents=True)
    (folders.exercises / "a.toml").write_text(EXERCISE + "brief = 1\n")
    second = write_own(folders, "c.toml", ROUTINE.format(title="C") + "sets = 0\n")
    first = write_own(folders, "b.toml", ROUTINE.format(title="B") + "sets = 0\n")
    assert [(problem.path, problem.line) for problem in check_own_files(folders, catalogue)] == [
        (str(first), 6), (str(second), 6), (str(folders.exercises / "a.toml"), 5),
    ]  # fmt: skip


@pytest.mark.parametrize(("title", "slug"), [
    ("Evening toes", "evening-toes"), ("  Évening  –  Toes! ", "evening-toes"), ("Großer Zeh’s", "grosser-zehs"),
    ("Tå øvelser", "ta-ovelser"), ("3×10", "3-10"), ("ﬁve", "five"), ("足", "routine"), ("", "routine"),
    ("-", "routine"), ("a" * 63 + " b", "a" * 63), ("x" * 100, "x" * 64),
])  # fmt: skip
def test_a_title_becomes_a_slug(title: str, slug: str) -> None:
    assert slugify(title) == slug


@given(st.text())
def test_whatever_the_title_is_the_slug_is_one(title: str) -> None:
    assert is_slug(slugify(title))
