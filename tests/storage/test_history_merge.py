"""Histories of several machines, imported into each other in any order and any number of times, end equal."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.journal import Journal
from footui.storage.history import History
from footui.storage.history_merge import Merged
from footui.storage.log_export import json_lines
from footui.storage.log_import import import_log
from footui.storage.session_object import SessionObject
from tests.storage.session_records import ids, session

NOON = datetime.fromisoformat("2026-11-21T12:00:00+01:00")
LATER = "2026-11-22T08:00:00+01:00"


@pytest.fixture
def here(tmp_path: Path) -> History:
    return History(tmp_path / "here.db")


@pytest.fixture
def there(tmp_path: Path) -> History:
    return History(tmp_path / "there.db")


def export(history: History) -> str:
    return "".join(f"{line}\n" for line in json_lines(history.objects()))


def take_in(history: History, text: str) -> Merged:
    return import_log(history, io.BytesIO(text.encode()), "log.jsonl")


def noted(note: str) -> Callable[[SessionObject], SessionObject]:
    return lambda before: {**before, "note": note}


def test_what_is_new_is_added_and_what_is_known_is_not_added_twice(here: History, there: History) -> None:
    here.save(session("one"))
    there.save(session("two", "2026-11-20T08:00:00+01:00"))
    assert take_in(here, export(there)) == Merged(added=1)
    assert take_in(here, export(there)) == Merged(unchanged=1)
    assert take_in(there, export(here)) == Merged(added=1, unchanged=1)
    assert ids(here.sessions()) == ids(there.sessions()) == ["two", "one"]
    assert export(here) == export(there)


def test_the_later_correction_wins_wherever_it_was_made(here: History, there: History) -> None:
    for history, note, hours in ((here, "first", 1), (there, "second", 2)):
        history.save(session("one"))
        history.correct("one", noted(note), NOON + timedelta(hours=hours))
    assert take_in(there, export(here)) == Merged(unchanged=1)
    assert take_in(here, export(there)) == Merged(changed=1)
    assert [one["note"] for one in (*here.sessions(), *there.sessions())] == ["second", "second"]


def test_without_a_time_of_change_the_end_of_a_session_stands_for_it(here: History) -> None:
    running = session("one", status="open", ended="2026-11-21T12:32:00+01:00")
    ended = session("one")
    del running["changed"], ended["changed"]
    assert take_in(here, "".join(f"{line}\n" for line in json_lines([ended, running]))) == Merged(1, unchanged=1)
    assert here.sessions() == [ended]


def test_a_deletion_wins_over_what_was_before_it_and_a_later_correction_over_the_deletion(
    here: History, there: History
) -> None:
    here.save(session("one"), Journal({}, {"place": 1}))
    there.save(session("one"))
    there.delete("one", NOON + timedelta(hours=1))
    assert take_in(here, export(there)) == Merged(deleted=1)
    assert here.journal("one") is None
    assert here.all_done_today(NOON) == {}
    there.restore(session("one"), now=NOON + timedelta(hours=2))
    assert take_in(here, export(there)) == Merged(changed=1)
    assert here.all_done_today(NOON) == {"breakfast-lunch-dinner": 1}
    assert export(here) == export(there)


def test_a_discarded_session_does_not_come_back_from_another_machine(here: History, there: History) -> None:
    here.save(session("one", status="open"))
    before = export(here)
    take_in(there, before)
    assert there.open_sessions()
    here.discard("one")
    assert take_in(here, before) == Merged(unchanged=1)
    assert here.sessions() == []
    assert take_in(there, export(here)) == Merged(deleted=1)
    assert there.sessions() == []


def test_a_session_that_was_discarded_elsewhere_while_it_ran_here_is_kept_when_it_ends(
    here: History, there: History
) -> None:
    here.save(session("one", status="open", ended=(began := "2026-11-21T12:31:30+01:00"), changed=began))
    take_in(there, export(here))
    there.discard("one")
    here.save(session("one"))
    assert take_in(here, export(there)) == Merged(unchanged=1)
    assert take_in(there, export(here)) == Merged(changed=1)
    assert there.sessions() == [session("one")]


def test_at_the_same_moment_the_deletion_wins_and_else_both_choose_the_same(here: History, there: History) -> None:
    here.save({**session("one", changed=LATER), "deleted": True})
    there.save(session("one", changed="2026-11-22T07:00:00+00:00"))
    here.save(session("two", changed=LATER, note="a"))
    there.save(session("two", changed=LATER, note="b"))
    texts = export(here), export(there)
    take_in(here, texts[1])
    take_in(there, texts[0])
    assert export(here) == export(there)
    assert [one.get("deleted", False) for one in here.sessions()] == [True, False]


def test_of_two_forms_in_one_file_the_later_is_kept(here: History) -> None:
    forms = [session("one", changed=LATER, note="late"), session("one")]
    assert take_in(here, "\n".join(json_lines(forms))) == Merged(added=1, unchanged=1)
    assert [one["note"] for one in here.sessions()] == ["late"]


def test_what_a_later_footui_adds_is_kept_and_given_back(here: History) -> None:
    added = session("one", mood={"deep": ["…", "\u2028", 1.50, None]})
    added["work"][0]["heart"] = [61, 63]
    added["pain"]["at night"] = 2
    text = "".join(f"{line}\n" for line in json_lines([added]))
    take_in(here, text)
    assert export(here) == text
    assert here.sessions() == [added]


def test_what_goes_wrong_in_the_midst_leaves_everything_as_it_was(here: History) -> None:
    here.save(session("one"))
    before = export(here)

    def breaks_off() -> Iterator[dict[str, Any]]:
        yield session("two")
        raise RuntimeError("the cable")

    with pytest.raises(RuntimeError, match="the cable"):
        here.merge(breaks_off())
    assert export(here) == before


# Any objects at all

_TIMES = st.sampled_from(
    ["2026-11-21T12:35:10+01:00", "2026-11-21T11:35:10.000+00:00", "2026-11-21T12:35:10.001+01:00", LATER]
)
_OBJECTS = st.one_of(
    st.builds(
        lambda name, changed, note, status, deleted: {
            part: value
            for part, value in session(name, note=note, status=status, changed=changed, deleted=deleted).items()
            if value is not None or part not in {"changed", "deleted"}
        },
        st.sampled_from("abc"),
        st.one_of(st.none(), _TIMES),
        st.sampled_from(["", "–", "x"]),
        st.sampled_from(["open", "stopped", "finished"]),
        st.sampled_from([None, None, False, True]),
    ),
    st.builds(
        lambda name, changed: {"format": 1, "id": name, "changed": changed, "deleted": True},
        st.sampled_from("abc"),
        _TIMES,
    ),
)


@contextmanager
def machines(count: int) -> Iterator[list[History]]:
    with tempfile.TemporaryDirectory() as folder:
        yield [History(Path(folder) / f"{number}.db") for number in range(count)]


def exchange(histories: Sequence[History], data: st.DataObject) -> None:
    """Import the exports of all into each, in any order and some of them again; all end equal."""
    texts = [export(each) for each in histories]
    everything = list(range(len(texts)))
    for history in histories:
        order = data.draw(st.permutations(everything)) + data.draw(st.lists(st.sampled_from(everything), max_size=3))
        for number in order:
            take_in(history, texts[number])
    assert len({export(each) for each in histories}) == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(_OBJECTS, max_size=6), min_size=2, max_size=3), st.data())
def test_whatever_objects_there_are_they_end_equal(objects: list[list[dict[str, Any]]], data: st.DataObject) -> None:
    with machines(len(objects)) as histories:
        for history, own in zip(histories, objects, strict=True):
            take_in(history, "\n".join(json_lines(own)))
        exchange(histories, data)


@settings(max_examples=25, deadline=None)
@given(st.lists(_OBJECTS, min_size=1, max_size=8))
def test_ones_own_export_changes_nothing_and_makes_the_same_history_anew(objects: list[dict[str, Any]]) -> None:
    with machines(2) as (own, empty):
        take_in(own, "\n".join(json_lines(objects)))
        text = export(own)
        assert take_in(own, text) == Merged(unchanged=len(text.splitlines()))
        assert export(own) == text
        take_in(empty, text)
        assert export(empty) == text
        assert [json.loads(line) for line in text.splitlines()] == list(empty.objects())


# What people do

_DEEDS = st.sampled_from(["save", "save", "correct", "correct", "delete", "discard", "restore", "import"])


@settings(max_examples=25, deadline=None)
@given(
    st.integers(2, 3),
    st.lists(st.tuples(st.integers(0, 2), _DEEDS, st.sampled_from("abc"), st.integers(0, 120)), max_size=12),
    st.data(),
)
def test_whatever_people_do_on_their_machines_they_end_equal(
    count: int, deeds: list[tuple[int, str, str, int]], data: st.DataObject
) -> None:
    with machines(count) as histories:
        for machine, deed, name, minutes in deeds:
            do(histories, histories[machine % count], deed, name, NOON + timedelta(minutes=minutes))
        exchange(histories, data)


def do(histories: Sequence[History], history: History, deed: str, name: str, now: datetime) -> None:
    match deed:
        case "save":
            status = "open" if now.minute % 2 else "finished"
            history.save(session(name, status=status, ended=now.isoformat(), changed=now.isoformat()), Journal({}, {}))
        case "correct":
            history.correct(name, noted(f"at {now}"), now)
        case "delete":
            history.delete(name, now)
        case "discard":
            history.discard(name)
        case "restore":
            if (found := history.session(name)) is not None:
                history.restore(found, now=now)
        case _:
            take_in(history, export(histories[now.minute % len(histories)]))
