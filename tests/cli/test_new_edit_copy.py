"""Making routines of one's own: `new`, `edit`, `copy`."""

from __future__ import annotations

import stat
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders, shipped_routines
from footui.storage.own_files import first_text
from footui.storage.routine_file import read_routine
from footui.storage.slug import is_slug, slugify
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_source import parse_toml
from tests.cli.person import Person


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# new


def test_a_new_routine_is_private_passes_its_check_and_has_one_example_step(person: Person) -> None:
    answer = person.types("new", "Evening toes")
    path = person.routines / "evening-toes.toml"
    assert (answer.status, answer.out, answer.err) == (0, f"{path}\n", "")
    assert (mode(path), mode(person.routines), mode(person.config)) == (0o600, 0o700, 0o700)
    assert person.types("check").status == 0
    table = tomllib.loads(path.read_text())
    assert (table["title"], len(table["steps"])) == ("Evening toes", 1)
    assert person.types("plan", "evening-toes").status == 0


def test_a_slug_that_is_taken_by_an_own_or_a_shipped_routine_gets_a_number(person: Person) -> None:
    made = [Path(person.types("new", title).out.strip()).stem for title in ("Mine", "mine!", "Mine", "Twenty minutes")]
    assert made == ["mine", "mine-2", "mine-3", "twenty-minutes-2"]
    long = "long " * 24
    made = [Path(person.types("new", long).out.strip()).stem for _ in range(2)]
    assert all(map(is_slug, made))
    assert made[0] != made[1]


@pytest.mark.parametrize("title", ["", "   ", "\t\n", "x" * 121, "\u202e"])
def test_a_title_that_is_empty_or_too_long_is_wrong_usage(person: Person, title: str) -> None:
    answer = person.types("new", title)
    assert (answer.status, answer.out) == (2, "")
    assert not person.config.exists()


def test_a_title_of_120_characters_is_fine(person: Person) -> None:
    assert person.types("new", "x" * 120).status == 0
    assert person.types("check").status == 0


@given(st.text(min_size=1, max_size=120))
def test_whatever_the_title_is_the_new_file_can_be_read(title: str) -> None:
    title = clean_line(title.strip(), 121)
    if not title or len(title) > 120:
        return
    nowhere = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
    text = first_text(title, slugify(title))
    routine = read_routine(parse_toml(text.encode(), "new"), slugify(title), load_catalogue(nowhere))
    assert routine.title == title


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(person: Person) -> None:
    person.config.write_text("a file where the folder should be")
    answer = person.types("new", "Mine")
    assert (answer.status, answer.out) == (1, "")
    assert "could not be made" in answer.err


# edit


def editor(tmp_path: Path, does: str) -> str:
    """A command line for an editor that does this with the file, `path`."""
    script = tmp_path / "an editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{does}\n")
    return f"'{sys.executable}' '{script}' --wait"


def test_the_editor_gets_its_own_words_and_the_path(person: Person, tmp_path: Path) -> None:
    path = Path(person.types("new", "Mine").out.strip())
    seen = tmp_path / "seen"
    person.patch.setenv("VISUAL", editor(tmp_path, f"pathlib.Path({str(seen)!r}).write_text(repr(sys.argv[1:]))"))
    person.patch.setenv("EDITOR", "false")
    answer = person.types("edit", "mine")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert seen.read_text() == repr(["--wait", str(path)])


def test_the_file_is_checked_after_the_editor(person: Person, tmp_path: Path) -> None:
    path = Path(person.types("new", "Mine").out.strip())
    person.patch.setenv("EDITOR", editor(tmp_path, "path.write_text('format = 1')"))
    answer = person.types("edit", "mine")
    assert answer.status == 1
    assert answer.err.startswith(f"{path}:1:1: ")


def test_a_broken_file_can_be_opened_and_mended(person: Person, tmp_path: Path) -> None:
    fine = person.types("new", "Mine").out.strip()
    text = Path(fine).read_text()
    person.has_routine("mine", "[[[")
    person.patch.setenv("EDITOR", editor(tmp_path, f"path.write_text({text!r})"))
    answer = person.types("edit", "mine")
    assert (answer.status, answer.err) == (0, "")


def test_a_shipped_routine_is_not_edited_but_can_be_copied(person: Person, tmp_path: Path) -> None:
    person.patch.setenv("EDITOR", editor(tmp_path, "path.write_text('')"))
    before = (shipped_routines() / "twenty-minutes.toml").read_bytes()
    answer = person.types("edit", "twenty-minutes")
    assert answer.status == 1
    assert "footui copy twenty-minutes" in answer.err
    assert (shipped_routines() / "twenty-minutes.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "No editor is set"),
        ({"VISUAL": "", "EDITOR": "  "}, "No editor is set"),
        ({"EDITOR": "'vi"}, "a quotation mark is not closed"),
        ({"EDITOR": "no-such-editor-anywhere"}, "could not be started"),
        ({"EDITOR": "false"}, "ended with 1"),
    ],
)
def test_an_editor_that_cannot_be_used_is_told(person: Person, variables: dict[str, str], said: str) -> None:
    person.types("new", "Mine")
    for name, value in variables.items():
        person.patch.setenv(name, value)
    answer = person.types("edit", "mine")
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err


def test_an_exercise_of_ones_own_is_edited_by_its_id_and_checked_as_an_exercise(person: Person, tmp_path: Path) -> None:
    text = 'format = 1\ntitle = "Mine"\nposition = "sitting"\nsteps = ["Sit."]\n'
    path = person.has_exercise("my-own", text)
    person.patch.setenv("EDITOR", editor(tmp_path, "path.write_text(path.read_text() + 'brief = 3')"))
    answer = person.types("edit", "my-own")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{path}:5:")
    person.patch.setenv("EDITOR", editor(tmp_path, f"path.write_text({text!r})"))
    for name in ("my-own", str(path)):
        answer = person.types("edit", name)
        assert (answer.status, answer.err) == (0, "")


def test_a_routine_is_edited_before_an_exercise_of_the_same_id(person: Person, tmp_path: Path) -> None:
    text = Path(person.types("new", "Twice").out.strip()).read_text()
    exercise = person.has_exercise("twice", "not mine")
    person.patch.setenv("EDITOR", editor(tmp_path, f"path.write_text({text!r})"))
    assert person.types("edit", "twice").status == 0
    assert exercise.read_text() == "not mine"


def test_a_shipped_exercise_is_not_edited(person: Person, tmp_path: Path) -> None:
    person.patch.setenv("EDITOR", editor(tmp_path, "path.write_text('')"))
    answer = person.types("edit", "toe-walk")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("toe-walk is shipped and stays as it is.")


def test_a_file_that_the_editor_removed_is_told_to_be_gone(person: Person, tmp_path: Path) -> None:
    path = Path(person.types("new", "Mine").out.strip())
    person.patch.setenv("EDITOR", editor(tmp_path, "path.unlink()"))
    answer = person.types("edit", "mine")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"{path} is gone: it was removed while the editor had it.\n"


def test_what_is_not_there_cannot_be_edited(person: Person) -> None:
    assert person.types("edit", "nothing").status == 2
    assert person.types("edit", "-").status == 2
    answer = person.types("edit", "no/such.toml")
    assert answer.status == 1
    assert "There is no such file" in answer.err


# copy


def test_a_shipped_routine_is_copied_byte_for_byte_and_never_over_another(person: Person) -> None:
    answer = person.types("copy", "twenty-minutes")
    path = person.routines / "twenty-minutes.toml"
    assert (answer.status, answer.out) == (0, f"{path}\n")
    assert path.read_bytes() == (shipped_routines() / "twenty-minutes.toml").read_bytes()
    assert mode(path) == 0o600
    path.write_text(path.read_text() + "# mine\n")
    answer = person.types("copy", "twenty-minutes")
    assert (answer.status, answer.out) == (1, "")
    assert "exists already" in answer.err
    assert path.read_text().endswith("# mine\n")


def test_a_copy_may_have_a_slug_of_its_own(person: Person) -> None:
    assert person.types("copy", "twenty-minutes", "my-20").status == 0
    assert person.types("copy", "my-20", "my-21").status == 0
    assert sorted(path.name for path in person.routines.iterdir()) == ["my-20.toml", "my-21.toml"]
    answer = person.types("copy", "twenty-minutes", "My 20")
    assert (answer.status, answer.out) == (2, "")
    assert "“My 20” cannot be the slug" in answer.err


def test_a_path_and_standard_input_are_copied_too(person: Person, tmp_path: Path) -> None:
    text = b'\xef\xbb\xbfformat = 1\r\ntitle = "From a physio"\r\n[[steps]]\r\nexercise = "toe-press"\r\nhold = 3\r\n'
    given_file = tmp_path / "Sent by mail.toml"
    given_file.write_bytes(text)
    assert person.types("copy", str(given_file), "sent").status == 0
    assert (person.routines / "sent.toml").read_bytes() == text
    answer = person.types("copy", "-", given=text)
    assert answer.out == f"{person.routines / 'from-a-physio.toml'}\n"
    assert (person.routines / "from-a-physio.toml").read_bytes() == text


def test_what_is_copied_from_a_path_is_told_by_that_path_and_checked_first(person: Person, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('format = 1\ntitle = "T"\n[[steps]]\nexercise = "toe-pres"\nhold = 3\n')
    answer = person.types("copy", str(broken))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{broken}:4:12: no exercise “toe-pres”.")
    assert "It was not copied." in answer.err
    answer = person.types("copy", str(tmp_path / "no-such.toml"))
    assert answer.status == 1
    assert answer.err.startswith(f"{tmp_path / 'no-such.toml'}:1:1: ")
    assert not person.routines.exists()


def test_a_path_whose_name_cannot_be_a_slug_asks_for_another_name(person: Person, tmp_path: Path) -> None:
    sent = tmp_path / "Sent by mail.toml"
    sent.write_text('format = 1\ntitle = "T"\n[[steps]]\nexercise = "toe-press"\nhold = 3\n')
    answer = person.types("copy", str(sent))
    assert (answer.status, answer.out) == (1, "")
    assert "“Sent by mail” cannot be the slug" in answer.err
    assert f"footui copy '{sent}' NAME" in answer.err
    assert person.types("copy", str(sent), "sent").status == 0


@pytest.mark.parametrize("source", ["slug", "path", "stdin"])
def test_nothing_that_is_there_is_copied_over_wherever_the_copy_comes_from(
    person: Person, tmp_path: Path, source: str
) -> None:
    text = 'format = 1\ntitle = "Twenty minutes"\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'
    (tmp_path / "twenty-minutes.toml").write_text(text)
    mine = person.has_routine("twenty-minutes", "mine, broken or not")
    name = {"slug": "twenty-minutes", "path": str(tmp_path / "twenty-minutes.toml"), "stdin": "-"}[source]
    if source == "slug":
        mine.unlink()
        assert person.types("copy", name).status == 0
        mine.write_text(mine.read_text() + "# mine\n")
    before = mine.read_bytes()
    answer = person.types("copy", name, given=text)
    assert (answer.status, answer.out) == (1, "")
    assert f"{mine} exists already, and is untouched." in answer.err
    assert "Give the copy another name: footui copy" in answer.err
    assert mine.read_bytes() == before


def test_a_routine_with_problems_is_not_copied(person: Person) -> None:
    answer = person.types("copy", "-", "mine", given='format = 1\ntitle = "T"\n')
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("-:1:1: ")
    assert not person.routines.exists()
    assert person.types("copy", "nothing-like-it").status == 2
