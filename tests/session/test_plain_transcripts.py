"""Each shipped programme line by line, from its first word to its last; read them aloud after a change."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.session.plain_driving import Setting, go_through, shipped

SESSIONS = (
    ("breakfast-lunch-dinner", 1),
    ("breakfast-lunch-dinner", 2),
    ("five-feet-exercises", 1),
    ("five-feet-exercises", 3),
    ("four-exercises", 1),
    ("ten-exercises", 1),
    ("twenty-minutes", 1),
    ("twenty-minutes", 2),
)


@pytest.mark.parametrize(("slug", "session"), SESSIONS)
def test_the_transcript_of_a_shipped_programme(slug: str, session: int, snapshot: SnapshotAssertion) -> None:
    routine, exercises = shipped(slug)
    went = go_through(routine, exercises, [], Setting(session=session))
    assert went.finished
    assert went.text == snapshot


@pytest.mark.parametrize(("slug", "session"), SESSIONS)
def test_a_transcript_has_no_sign_that_is_not_spoken_and_no_sentence_twice_in_a_line(slug: str, session: int) -> None:
    routine, exercises = shipped(slug)
    for line in go_through(routine, exercises, [], Setting(session=session)).lines:
        assert line.isprintable()
        assert not set("·×–→<>|/[]()_*#") & set(line), line
        sentences = line.strip(" .").split(". ")
        assert len(sentences) == len(set(sentences)), line
