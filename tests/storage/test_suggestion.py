"""A suggestion is made from the history, and taken by the smallest edit of the person's own file."""

from __future__ import annotations

import difflib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.progression import Found, Kind, NothingHarder, Suggestion
from footui.core.record import Pain, SessionRecord
from footui.core.routine import Routine
from footui.core.settings import CareSettings
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders, shipped_routines
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.problems import ChangedElsewhere, SaveProblem
from footui.storage.session_object import session_object
from footui.storage.suggestion import LEFT, Suggestions, ground_for, leave_suggestion, suggestion_for
from footui.storage.suggestion_taken import Taken, take
from tests.core.training import session, with_row

NOW = datetime.fromisoformat("2026-11-21T12:31:05+01:00")
CARE = CareSettings()

OWN = """\
# Mine.
format = 1
title = "Evening toes"   # as I call it

[[steps]]
exercise = "toe-walk"
move = [10, 20]          # as far as the chair
sets = 2

# Both feet in turn.
[[steps]]
exercise = "pencil-pickup"
hold = 10
reps = 5                 # each foot
sides = "each"
first = "right"          # the better one
note = "Hold on."

# The last one.
[[steps]]
exercise = "toe-press"
hold = 3
reps = 10
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


@pytest.fixture
def catalogue(folders: Folders) -> Catalogue:
    return load_catalogue(folders)


@pytest.fixture
def library(folders: Folders, catalogue: Catalogue) -> Library:
    return Library.of(folders, catalogue)


@pytest.fixture
def history(folders: Folders) -> History:
    return History(folders.history_file)


@pytest.fixture
def own(folders: Folders) -> Path:
    folders.routines.mkdir(parents=True)
    path = folders.routines / "evening-toes.toml"
    path.write_text(OWN)
    return path


def routine_in(library: Library, slug: str) -> Routine:
    routine = library.find(slug).routine
    assert routine is not None
    return routine


def kept(history: History, *records: SessionRecord) -> None:
    for record in records:
        history.save(session_object(record))


def two_good(library: Library, history: History, slug: str) -> None:
    kept(history, *(session(routine_in(library, slug), day) for day in (18, 19)))


def found_in(library: Library, history: History, slug: str) -> Found | None:
    return suggestion_for(history, library, slug, CARE, NOW)


def suggested(library: Library, history: History, slug: str) -> Suggestion:
    found = found_in(library, history, slug)
    assert isinstance(found, Suggestion)
    return found


def taken(library: Library, suggested: Suggestion, slug: str) -> Taken:
    return take(library.find(slug), suggested, library.folders, library.catalogue, lambda: NOW)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


# What is suggested


@pytest.mark.usefixtures("own")
def test_two_good_sessions_of_the_last_weeks_suggest_more(library: Library, history: History) -> None:
    assert found_in(library, history, "evening-toes") is None
    two_good(library, history, "evening-toes")
    found = suggested(library, history, "evening-toes")
    assert found.sentence == "Toe walking: two sessions complete at 10 s, effort right, pain 1. Try 15 s?"


def test_what_was_written_down_and_read_again_counts_as_what_is_planned(
    library: Library, history: History, folders: Folders
) -> None:
    folders.routines.mkdir(parents=True)
    uneven = OWN.replace("move = [10, 20]", "move = [3, 7]\nunit = 'counts'\ncount = 0.333333")
    (folders.routines / "evening-toes.toml").write_text(uneven)
    two_good(library, history, "evening-toes")
    assert suggested(library, history, "evening-toes").sentence.startswith(
        "Toe walking: two sessions complete at 3 counts"
    )


@pytest.mark.usefixtures("own")
def test_deleted_sessions_and_those_of_long_ago_count_for_nothing(library: Library, history: History) -> None:
    routine = routine_in(library, "evening-toes")
    kept(history, session(routine, 18), session(routine, 19), session(routine, -50))
    history.delete("evening-toes 18", NOW)
    assert found_in(library, history, "evening-toes") is None


@pytest.mark.parametrize("slug", ["evening-toes", "gone"])
def test_of_a_routine_that_is_gone_or_broken_nothing_is_suggested(
    library: Library, history: History, own: Path, slug: str
) -> None:
    two_good(library, history, "evening-toes")
    own.write_text(OWN.replace("toe-walk", "toe-wlak"))
    assert ground_for(history, library, slug, NOW) is None
    assert found_in(library, history, slug) is None


@pytest.mark.usefixtures("own")
def test_the_session_that_is_talked_about_counts_as_it_is_now(folders: Folders) -> None:
    library, history = Library.of(folders, load_catalogue(folders)), History(folders.history_file)
    two_good(library, history, "evening-toes")
    newest = session(routine_in(library, "evening-toes"), 19)
    suggestions = Suggestions(folders, "evening-toes", CARE, lambda: NOW, newest=lambda: newest)
    assert suggestions.look() is None, "nothing was read"
    suggestions.read()
    assert isinstance(suggestions.look(), Suggestion)
    newest = newest._replace(pain=Pain(0, 4))
    assert isinstance(suggestions.look(), NothingHarder)


# Taking it


def test_taking_a_step_up_adds_one_line_to_the_step_and_nothing_else(
    library: Library, history: History, own: Path
) -> None:
    two_good(library, history, "evening-toes")
    result = taken(library, suggested(library, history, "evening-toes"), "evening-toes")
    assert changed_lines(OWN, own.read_text()) == ['+ level = "middle"']
    assert own.read_text().index("level") < own.read_text().index("# Both feet in turn.")
    assert result.said == "Toe walking: 15 s. Written in routines/evening-toes.toml."
    assert str(routine_in(library, "evening-toes").steps[0].level) == "middle"


def test_a_step_that_has_a_level_has_its_value_changed_with_its_comment_kept(
    library: Library, history: History, own: Path
) -> None:
    text = OWN.replace("sets = 2\n", 'sets = 2\nlevel = "high"   # brave\n')
    own.write_text(text)
    worse = session(routine_in(library, "evening-toes"), 19, pain=Pain(0, 1, 1, 3))
    kept(history, worse)
    found = suggested(library, history, "evening-toes")
    assert found.kind is Kind.DOWN
    taken(library, found, "evening-toes")
    assert changed_lines(text, own.read_text()) == ['- level = "high"   # brave', '+ level = "middle"  # brave']


def test_parting_the_sides_changes_one_line_and_puts_a_copy_of_the_step_below(
    library: Library, history: History, own: Path
) -> None:
    routine = routine_in(library, "evening-toes")
    kept(history, *(
        with_row(session(routine, day), 2, Side.LEFT, done_ns=20 * SECOND, done_reps=2) for day in (18, 19)
    ))  # fmt: skip
    found = suggested(library, history, "evening-toes")
    assert found.kind is Kind.SPLIT
    taken(library, found, "evening-toes")
    text = own.read_text()
    assert [line for line in changed_lines(OWN, text) if line[0] == "-"] == ['- sides = "each"']
    right, left = text.split("[[steps]]\n")[2:4]
    assert right.startswith(
        'exercise = "pencil-pickup"\nhold = 10\nreps = 5                 # each foot\nsides = "right"\n'
    )
    assert left.split("\n\n")[0] == 'exercise = "pencil-pickup"\nhold = 10\nreps = 5\nsides = "left"\nnote = "Hold on."'
    assert [str(step.dose.sides) for step in routine_in(library, "evening-toes").steps] == [
        "both", "right", "left", "both",
    ]  # fmt: skip
    assert text.count("# The last one.") == 1
    assert text.endswith(OWN[OWN.index("# The last one.") :])


def test_it_is_taken_back_and_done_again_to_the_byte(library: Library, history: History, own: Path) -> None:
    two_good(library, history, "evening-toes")
    result = taken(library, suggested(library, history, "evening-toes"), "evening-toes")
    after = own.read_text()
    result.turn()
    assert (own.read_text(), result.said) == (OWN, "Taken back: routines/evening-toes.toml is as it was.")
    result.turn()
    assert (own.read_text(), result.is_back) == (after, False)


def test_what_somebody_changed_since_is_neither_written_over_nor_lost(
    library: Library, history: History, own: Path
) -> None:
    two_good(library, history, "evening-toes")
    result = taken(library, suggested(library, history, "evening-toes"), "evening-toes")
    theirs = own.read_text() + "# theirs\n"
    own.write_text(theirs)
    with pytest.raises(ChangedElsewhere):
        result.turn()
    assert (own.read_text(), result.is_back) == (theirs, False)


@pytest.mark.parametrize(("old", "new"), [
    ("move = [10, 20]", "move = [12, 20]"),
    ("format = 1", 'format = 1\nlevel = "high"'),
    ('exercise = "toe-walk"', 'exercise = "toe-walk"\nlevel = "high"'),
    ("[[steps]]", '[[steps]]\nexercise = "toe-press"\nhold = 1\n\n[[steps]]'),
])  # fmt: skip
def test_a_step_that_was_changed_meanwhile_is_left_alone(
    library: Library, history: History, own: Path, old: str, new: str
) -> None:
    two_good(library, history, "evening-toes")
    entry, found = library.find("evening-toes"), suggested(library, history, "evening-toes")
    own.write_text(OWN.replace(old, new, 1))
    with pytest.raises(SaveProblem, match="was changed meanwhile, so nothing was written"):
        take(entry, found, library.folders, library.catalogue, lambda: NOW)
    assert own.read_text() == OWN.replace(old, new, 1)


def test_another_step_may_have_been_changed_meanwhile(library: Library, history: History, own: Path) -> None:
    two_good(library, history, "evening-toes")
    entry, found = library.find("evening-toes"), suggested(library, history, "evening-toes")
    theirs = OWN.replace("hold = 3", "hold = 4")
    own.write_text(theirs)
    take(entry, found, library.folders, library.catalogue, lambda: NOW)
    assert changed_lines(theirs, own.read_text()) == ['+ level = "middle"']


# A shipped routine

SHIPPED = "twenty-minutes"


def test_a_shipped_routine_is_copied_under_its_own_name_so_that_all_goes_on(
    library: Library, history: History, folders: Folders
) -> None:
    two_good(library, history, SHIPPED)
    shipped = (shipped_routines() / f"{SHIPPED}.toml").read_text()
    result = taken(library, suggested(library, history, SHIPPED), SHIPPED)
    copy = folders.routines / f"{SHIPPED}.toml"
    assert changed_lines(shipped, copy.read_text()) == ['+ level = "middle"']
    assert (shipped_routines() / f"{SHIPPED}.toml").read_text() == shipped
    assert result.said == (
        "Band flex · floor: 7.5 s. Written in a copy of your own, routines/twenty-minutes.toml, "
        "in place of the shipped one."
    )
    assert library.find(SHIPPED).hides_shipped
    assert copy.stat().st_mode & 0o777 == 0o600
    routine = routine_in(library, SHIPPED)
    kept(history, session(routine, 20))
    assert ground_for(history, library, SHIPPED, NOW) is not None
    assert history.knows_routine(SHIPPED)


def test_taking_that_back_puts_the_copy_into_the_trash_and_the_shipped_one_in_its_place(
    library: Library, history: History, folders: Folders
) -> None:
    two_good(library, history, SHIPPED)
    result = taken(library, suggested(library, history, SHIPPED), SHIPPED)
    copy = folders.routines / f"{SHIPPED}.toml"
    text = copy.read_text()
    result.turn()
    assert result.said.startswith(
        "Taken back: the shipped routine is in its place again. Your copy: It is in the trash"
    )
    assert not library.find(SHIPPED).hides_shipped
    result.turn()
    assert copy.read_text() == text
    copy.write_text(text + "# theirs\n")
    with pytest.raises(SaveProblem, match="was changed since"):
        result.turn()
    assert copy.read_text() == text + "# theirs\n"


def test_where_a_copy_is_there_by_now_it_is_untouched(library: Library, history: History, folders: Folders) -> None:
    two_good(library, history, SHIPPED)
    entry, found = library.find(SHIPPED), suggested(library, history, SHIPPED)
    folders.routines.mkdir(parents=True)
    copy = folders.routines / f"{SHIPPED}.toml"
    copy.write_text("mine")
    with pytest.raises(SaveProblem, match="is there by now, so nothing was written"):
        take(entry, found, folders, library.catalogue, lambda: NOW)
    assert copy.read_text() == "mine"


# Leaving it


@pytest.mark.usefixtures("own")
def test_what_is_left_comes_again_after_two_more_sessions(library: Library, history: History) -> None:
    two_good(library, history, "evening-toes")
    leave_suggestion(history, "evening-toes", suggested(library, history, "evening-toes"), NOW - timedelta(days=1))
    assert found_in(library, history, "evening-toes") is None
    routine = routine_in(library, "evening-toes")
    for day, comes in ((20.9, False), (21, True)):
        kept(history, session(routine, day))
        assert (found_in(library, history, "evening-toes") is not None) == comes


@pytest.mark.usefixtures("own")
def test_what_was_left_of_other_routines_stays_left_and_what_is_old_is_forgotten(
    library: Library, history: History
) -> None:
    two_good(library, history, "evening-toes")
    found = suggested(library, history, "evening-toes")
    leave_suggestion(history, "old", found, NOW - timedelta(days=61))
    leave_suggestion(history, "other", found._replace(about="up 2 toe-press"), NOW - timedelta(days=1))
    leave_suggestion(history, "evening-toes", found, NOW)
    left = history.answers()[LEFT]
    assert {slug: list(abouts) for slug, abouts in left.items()} == {
        "other": ["up 2 toe-press"],
        "evening-toes": ["up 1 toe-walk"],
    }


@pytest.mark.parametrize("told", [None, [], "x", {"evening-toes": 3}, {"evening-toes": {"up 1 toe-walk": "soon"}}])
@pytest.mark.usefixtures("own")
def test_what_cannot_be_read_of_it_is_left_out(library: Library, history: History, told: object) -> None:
    two_good(library, history, "evening-toes")
    history.answer(LEFT, told)
    found = suggested(library, history, "evening-toes")
    leave_suggestion(history, "evening-toes", found, NOW)
    assert found_in(library, history, "evening-toes") is None
