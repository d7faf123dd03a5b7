"""When each routine was last done, as reading every session would tell it."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from footui.storage.history import History
from tests.storage.session_records import make_version_1, session

_SLUGS = st.sampled_from(["one", "two", "three"])
_ZONES = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-11, 0, 13)])
_STARTS = st.builds(
    lambda hour, zone: (datetime(2026, 1, 1, tzinfo=zone) + timedelta(hours=hour)).isoformat(),
    st.integers(0, 200),
    _ZONES,
)
_SESSIONS = st.lists(
    st.tuples(_SLUGS, _STARTS, st.sampled_from(["finished", "stopped", "open", "deleted"]), st.booleans()), max_size=12
)


def test_a_history_that_is_not_there_knows_nothing_and_is_not_made(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    assert history.last_done() == {}
    assert not history.knows_routine("one")
    assert list(tmp_path.iterdir()) == []


@given(_SESSIONS)
@settings(max_examples=40)
def test_the_last_finished_session_with_any_work_counts_for_each_routine(
    rows: list[tuple[str, str, str, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.db")
        expected: dict[str, datetime] = {}
        for number, (slug, started, status, work) in enumerate(rows):
            deleted = {"deleted": True, "status": "finished"} if status == "deleted" else {"status": status}
            history.save(session(str(number), started, work=work, routine=slug, **deleted))
            moment = datetime.fromisoformat(started)
            if status == "finished" and work and moment >= expected.get(slug, moment):
                expected[slug] = moment
        assert history.last_done() == expected
        assert {slug for slug in ("one", "two", "three") if history.knows_routine(slug)} == {row[0] for row in rows}


def test_the_history_of_the_first_version_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    make_version_1(path, [session("a", "2026-11-20T08:00:00+01:00"), session("b", "2026-11-21T08:00:00+01:00")])
    history = History(path)
    assert history.last_done() == {"breakfast-lunch-dinner": datetime.fromisoformat("2026-11-21T08:00:00+01:00")}
    assert history.knows_routine("breakfast-lunch-dinner")
    assert not history.knows_routine("twenty-minutes")
