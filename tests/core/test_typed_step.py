"""The fields of a step: which are of use, and what they come to in the file."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose
from footui.core.typed_routine import about_keys, about_texts, timing_keys, timing_texts
from footui.core.typed_step import KINDS, step_fields, step_hint, step_keys, step_texts
from footui.storage.step_text import dose_keys
from tests.strategies import doses

WALK = {"exercise": "toe-walk", "move": 20, "sets": 5, "rest": 10}
CIRCLES = {
    "exercise": "ankle-circle", "variant": "lying", "move": 10, "unit": "counts", "sides": "each",
    "directions": ["clockwise", "anticlockwise"], "note": "Slowly.",
}  # fmt: skip


def changed(step: dict[str, Any], **texts: str) -> dict[str, Any]:
    """The keys of the step with other texts in some of its fields."""
    return step_keys(step, {**step_texts(step), **texts})


def names(step: dict[str, Any], **texts: str) -> set[str]:
    """The fields of use with other texts in some of them."""
    return {field.name for field in step_fields({**step_texts(step), **texts}, [("lying", "lying")])}


@given(doses())
def test_a_step_whose_fields_nobody_touched_is_as_it_was(dose: Dose) -> None:
    step = {"exercise": "toe-press", **dose_keys(dose)}
    assert step_keys(step, step_texts(step)) == step


@given(doses(), st.sampled_from(KINDS), st.sampled_from(["5", "5-10", "", "much"]), st.sampled_from(["3-2-3", ""]))
def test_whatever_the_kind_becomes_only_its_keys_stay(dose: Dose, kind: str, amount: str, tempo: str) -> None:
    keys = changed({"exercise": "toe-press", **dose_keys(dose)}, kind=kind, amount=amount, tempo=tempo)
    kinds = {"hold", "move", "tempo"} & keys.keys()
    assert kinds == ({kind} if kind != "own pace" else set())
    if kind == "own pace":
        assert "reps" in keys
    if kind in ("own pace", "tempo"):
        assert not {"unit", "directions"} & keys.keys()


def test_a_range_is_written_as_a_list_and_nothing_else_changes() -> None:
    assert changed(WALK, amount="10-20") == {**WALK, "move": [10, 20]}


def test_another_kind_keeps_what_still_makes_sense() -> None:
    assert changed(WALK, kind="hold") == {"exercise": "toe-walk", "hold": 20, "sets": 5, "rest": 10}
    circles = changed(CIRCLES, kind="tempo", tempo="3-2-3")
    assert circles == {
        "exercise": "ankle-circle", "variant": "lying", "tempo": [3, 2, 3], "sides": "each", "note": "Slowly.",
    }  # fmt: skip


def test_a_kind_that_was_tried_and_left_again_leaves_no_trace() -> None:
    texts = {**step_texts(CIRCLES), "kind": "tempo", "tempo": "3-2-3"}
    assert step_keys(CIRCLES, texts) != CIRCLES
    assert step_keys(CIRCLES, {**texts, "kind": "move", "tempo": ""}) == CIRCLES


def test_a_default_is_not_written_where_it_was_not() -> None:
    assert changed(WALK, reps="1", times_per_day="1", sides="both") == WALK
    assert changed({**WALK, "reps": 3}, reps="1") == {**WALK, "reps": 1}
    assert changed({**WALK, "reps": 3}, reps="") == WALK


def test_a_pause_is_written_as_typed_also_where_it_is_the_default() -> None:
    assert changed({"exercise": "toe-walk", "move": 20, "sets": 5}, rest="10")["rest"] == 10


def test_fields_are_there_when_they_are_of_use() -> None:
    assert "first" not in names(WALK)
    assert {"first", "change"} <= names(WALK, sides="each")
    assert "tempo" in names(WALK, kind="tempo")
    assert not {"amount", "unit", "directions"} & names(WALK, kind="own pace")
    assert "count" in names(CIRCLES)
    assert "release" in names(WALK, reps="5")
    assert "rest" not in names({"exercise": "toe-walk", "move": 20})


def test_every_key_of_a_step_has_a_field() -> None:
    everything = {
        "exercise": "x", "variant": "lying", "hold": 5, "unit": "counts", "reps": 5, "sets": 2, "sides": "each",
        "first": "right", "directions": ["up"], "times_per_day": 3, "prepare": 1, "transition": 1, "change": 1,
        "release": 1, "rest": 1, "count": 1, "level": "high", "source": "s", "note": "n",
    }  # fmt: skip
    assert everything.keys() - {"exercise", "hold"} <= names(everything) | {"amount"}


def test_a_hint_tells_what_a_range_comes_to() -> None:
    texts = {**step_texts(WALK), "amount": "10-20", "reps": "2-3"}
    fields = {field.name: field for field in step_fields(texts)}
    assert step_hint(fields["amount"], texts) == "a range: low 10 s, middle 15 s, high 20 s"
    assert step_hint(fields["reps"], texts) == "a range: low 2, middle 3, high 3"
    assert step_hint(fields["sets"], texts) == "sets: 3, or 2-3 for a range"


def test_days_are_a_number_a_range_or_days_of_the_week() -> None:
    top = {"title": "T", "every_days": 2}

    def days(text: str) -> dict[str, Any]:
        return about_keys(top, {**about_texts(top), "days": text})

    assert about_texts(top)["days"] == "2"
    assert days("2-3") == {"title": "T", "every_days": [2, 3]}
    assert days("every 3 days") == {"title": "T", "every_days": 3}
    assert days("every day") == days("") == days("1") == {"title": "T"}
    assert days("Mon, wednesday and fri") == {"title": "T", "weekdays": ["mon", "wed", "fri"]}
    assert days("mondays")["weekdays"] == ["mondays"]


def test_timings_and_title_keep_what_nobody_touched() -> None:
    timing = {"rest": 20, "count": 1.5}
    assert timing_keys(timing, timing_texts(timing)) == timing
    assert timing_keys(timing, {**timing_texts(timing), "rest": "", "prepare": "3"}) == {"count": 1.5, "prepare": 3}
    top = {"title": "A\nB", "slots": ["a, b"], "level": "high"}
    assert about_keys(top, about_texts(top)) == top
    assert about_keys({"title": "T"}, {**about_texts({"title": "T"}), "level": "low"}) == {"title": "T"}
