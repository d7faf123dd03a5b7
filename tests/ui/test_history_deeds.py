"""Corrections and deletions in any order: taken back, all is as it was; done again, as it came to be."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.record import Pain
from footui.screens.history.deeds import Answers, Corrected, Deleted
from footui.screens.routine_deeds import Deed, Deeds
from footui.storage.history import History
from footui.storage.session_record import record_of
from tests.storage.session_records import session

NUMBERS: Final = st.one_of(st.none(), st.integers(0, 10))
ANSWERS: Final = st.builds(
    Answers,
    st.builds(Pain, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    st.sampled_from([None, "easy", "right", "hard"]),
    st.sampled_from(["", "stiff", "“left” arch – stiff"]),
)
IDS: Final = ("one", "two")
DEEDS: Final = st.lists(st.tuples(st.sampled_from(IDS), st.one_of(st.none(), ANSWERS)), min_size=1, max_size=6)


@given(DEEDS)
@settings(max_examples=25, deadline=None)
def test_all_taken_back_is_as_it_was_and_done_again_as_it_came_to_be(done: list[tuple[str, Answers | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.db")
        for name in IDS:
            history.save(session(name, ours={"kept": [1]}))
        seconds = count(1)

        def wall() -> datetime:
            return datetime(2026, 11, 21, 13, 0, tzinfo=UTC) + timedelta(seconds=next(seconds))

        deeds, before = Deeds(), state(history)
        for name, answers in done:
            shown = history.session(name)
            assert shown is not None
            deed: Deed
            if answers is None:
                deed = Deleted(history, name, "this one", wall)
            else:
                deed = Corrected(history, name, Answers.of(record_of(shown)), answers, wall)
            deed.turn("u")
            deeds.did(deed)
        after = state(history)
        while deeds.can_undo:
            deeds.undo()
        assert state(history) == before
        while deeds.can_redo:
            deeds.redo()
        assert state(history) == after


def test_a_session_that_is_no_longer_there_is_said_and_nothing_is_changed(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    history.save(session("one"))
    before = state(history)
    corrected = Corrected(history, "gone", Answers(Pain(), None, ""), Answers(Pain(1), None, ""), datetime.now)
    assert corrected.turn("u").said == "This session is no longer in the history."
    assert Deleted(history, "gone", "It", datetime.now).turn("u").said == "This session is no longer in the history."
    assert state(history) == before


def state(history: History) -> list[dict[str, Any]]:
    """Every session, but for when it was changed."""
    return [{**one, "changed": None} for one in history.sessions()]
