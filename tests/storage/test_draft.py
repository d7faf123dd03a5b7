"""A draft is a file that is being changed; every state of it can be gone back to."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from footui.core.routine import Routine
from footui.storage import toml_edit_text
from footui.storage.draft import Draft, EditRefused
from footui.storage.problems import Problem
from footui.storage.toml_edit import Edit, RemoveKey, RemoveTables, Reorder, SetKey
from footui.storage.toml_edit_text import Edited
from footui.storage.toml_source import TomlProblems
from tests.storage.drafts import HOLD_4, HOLD_5, LEGS, NO_STEPS, Read, draft, legs, read
from tests.storage.random_edits import some_edits
from tests.storage.routine_layouts import chances, routine_text

__all__ = ["draft", "legs", "read"]

SHIPPED = sorted((Path(__file__).parents[2] / "routines").glob("*.toml"))


def refusal(draft: Draft[Routine], *edits: Edit) -> EditRefused:
    """Why the edits are not made; the draft is as it was."""
    before = (draft.text, draft.changes, draft.can_undo, draft.can_redo)
    with pytest.raises(EditRefused) as refused:
        draft.apply(*edits)
    assert (draft.text, draft.changes, draft.can_undo, draft.can_redo) == before
    return refused.value


class TestChanging:
    """What an edit makes of the draft."""

    def test_a_draft_says_what_the_file_says(self, draft: Draft[Routine]) -> None:
        assert draft.text == LEGS
        assert draft.table == tomllib.loads(LEGS)
        assert draft.model is not None
        assert draft.model.title == "Legs"
        assert (draft.problems, draft.is_changed, draft.changes) == ((), False, 0)
        assert (draft.can_undo, draft.can_redo, draft.undo(), draft.redo()) == (False,) * 4

    def test_an_edit_changes_text_table_and_model_and_nothing_on_the_disk(
        self, draft: Draft[Routine], legs: Path
    ) -> None:
        draft.apply(HOLD_4)
        assert draft.text == LEGS.replace("hold = 3", "hold = 4")
        assert draft.table["steps"][0]["hold"] == 4
        assert draft.model is not None
        hold = draft.model.steps[0].dose.hold
        assert hold is not None
        assert hold.low == 4
        assert (draft.is_changed, draft.changes) == (True, 1)
        assert legs.read_text() == LEGS

    def test_several_edits_are_one_change_and_all_or_none(self, draft: Draft[Routine]) -> None:
        draft.apply(HOLD_4, SetKey(("steps", 1, "sets"), 2), Reorder(("steps",), [1, 0]))
        assert draft.changes == 1
        assert [step["exercise"] for step in draft.table["steps"]] == ["toe-walk", "toe-press"]
        refusal(draft, SetKey(("steps", 0, "sets"), 3), SetKey(("steps", 0, "reps"), 0))
        assert draft.undo()
        assert draft.text == LEGS

    def test_an_edit_that_changes_nothing_is_no_change(self, draft: Draft[Routine]) -> None:
        draft.apply(SetKey(("steps", 0, "hold"), 3), RemoveKey(("steps", 0, "sets")))
        draft.apply()
        assert not draft.can_undo

    @pytest.mark.parametrize(
        ("edit", "sentence"),
        [
            (SetKey(("steps", 0, "reps"), 0),
             "“reps” takes a whole number from 1 to 200, or [low, high]; this is 0."),
            (SetKey(("steps", 0, "hold"), [20, 10]), "“hold” is [20, 10]; the low end comes first."),
            (SetKey(("steps", 0, "exercise"), "toe-prss"), "no exercise “toe-prss”. Did you mean “toe-press”?"),
            (SetKey(("steps", 0, "move"), 5),
             "“hold” and “move” in one step: it has one of hold, move and tempo, or none of them."),
            (RemoveKey(("steps", 1, "move")), "no “hold”, “move” or “tempo”: a step at your own pace needs “reps”."),
            (SetKey(("title",), "x" * 121), "“title” is too long: 120 characters is the most."),
            (RemoveTables(("steps",), [0, 1]), NO_STEPS),
            (SetKey(("slots",), ["morning", "evening"]), "“slots” names 2 sessions, but the day has 1 session."),
            (SetKey(("groups", "legs", "rounds"), 2), "no step uses the group “legs”."),
        ],
    )  # fmt: skip
    def test_what_would_be_a_problem_is_refused_in_the_words_of_check(
        self, draft: Draft[Routine], edit: SetKey, sentence: str
    ) -> None:
        refused = refusal(draft, edit)
        assert str(refused) == sentence
        assert refused.problem is not None
        assert sentence == refused.problem.message

    def test_a_problem_elsewhere_comes_with_its_place_as_the_file_is_now(self, draft: Draft[Routine]) -> None:
        circuit = [SetKey(("groups", "legs", "rounds"), 2), SetKey(("steps", 1, "group"), "legs")]
        draft.apply(*circuit)
        line = draft.text.splitlines().index("[groups.legs]") + 1
        assert str(refusal(draft, RemoveKey(("steps", 1, "group")))) == (
            f"Line {line}, column 1: no step uses the group “legs”."
        )
        draft.apply(SetKey(("steps", 1, "times_per_day"), 2), SetKey(("slots",), ["a", "b"]))
        line = draft.text.splitlines().index('slots = ["a", "b"]') + 1
        assert str(refusal(draft, RemoveKey(("steps", 1, "times_per_day")))) == (
            f"Line {line}, column 9: “slots” names 2 sessions, but the day has 1 session."
        )

    def test_a_place_that_is_not_there_is_told(self, draft: Draft[Routine]) -> None:
        assert str(refusal(draft, SetKey(("steps", 7, "hold"), 3))) == (
            "legs.toml could not be changed: There is no “steps.8”."
        )

    def test_a_change_that_would_say_something_else_is_not_made(
        self, draft: Draft[Routine], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = {**draft.table, "title": "Other"}
        for text in (LEGS, LEGS.replace("1", "1.0", 1), "title = \n"):
            monkeypatch.setattr(toml_edit_text, "edited", lambda *_, text=text: Edited(text, data))
            told = str(refusal(draft, SetKey(("title",), "Other")))
            assert told == "legs.toml could not be changed without touching the rest. Change it by hand."

    def test_a_layout_without_room_is_told(self, legs: Path, read: Read) -> None:
        legs.write_text(LEGS.replace("# one\n", "") + "[timing]\nrest = 1\n[steps.x]\ny = 1\n")
        draft = Draft.open(legs, read)
        assert "without touching the rest" in str(refusal(draft, Reorder(("steps",), [1, 0])))

    def test_a_file_does_not_become_larger_than_is_read(self, legs: Path, read: Read) -> None:
        legs.write_text(LEGS + "#" * (256 * 1024 - len(LEGS.encode()) - 10))
        draft = Draft.open(legs, read)
        assert "larger than 256 KiB" in str(refusal(draft, SetKey(("about",), "x" * 20)))
        draft.apply(SetKey(("steps", 0, "hold"), 33))

    def test_bytes_in_front_and_line_ends_stay(self, legs: Path, read: Read) -> None:
        raw = b"\xef\xbb\xbf" + LEGS.replace("\n", "\r\n").rstrip().encode()
        legs.write_bytes(raw)
        draft = Draft.open(legs, read)
        draft.apply(HOLD_4)
        draft.save()
        assert legs.read_bytes() == raw.replace(b"hold = 3", b"hold = 4")
        draft.undo()
        draft.save()
        assert legs.read_bytes() == raw


class TestProblems:
    """Files that are broken when they are opened."""

    def test_a_broken_file_can_be_mended_bit_by_bit_and_saved_in_between(self, legs: Path, read: Read) -> None:
        legs.write_text(LEGS.replace("hold = 3", "hold = 0").replace("move = 20", "move = -1"))
        draft = Draft.open(legs, read)
        assert ["this is 0" in draft.problems[0].message, "this is -1" in draft.problems[1].message] == [True, True]
        assert "this is -7" in str(refusal(draft, SetKey(("steps", 0, "hold"), -7)))
        draft.apply(SetKey(("steps", 0, "reps"), 12))
        draft.apply(HOLD_4)
        draft.save()
        assert "hold = 4" in legs.read_text()
        draft.apply(SetKey(("steps", 1, "move"), 1))
        assert not draft.problems
        assert draft.model is not None

    def test_a_problem_that_only_comes_to_light_does_not_stand_in_the_way(self, legs: Path, read: Read) -> None:
        legs.write_text(
            LEGS.replace("hold = 3", "hold = 0").replace("format = 1\n", 'format = 1\nslots = ["a", "b"]\n')
        )
        draft = Draft.open(legs, read)
        assert len(draft.problems) == 1
        draft.apply(HOLD_4)
        assert [problem.message for problem in draft.problems] == [
            "“slots” names 2 sessions, but the day has 1 session."
        ]

    def test_what_is_no_toml_is_not_opened(self, legs: Path, read: Read) -> None:
        legs.write_text("title = \n")
        with pytest.raises(TomlProblems):
            Draft.open(legs, read)
        with pytest.raises(TomlProblems, match="There is no such file"):
            Draft.open(legs.with_name("none.toml"), read)

    def test_what_is_no_toml_is_shown_with_its_problem_and_not_edited(self, legs: Path, read: Read) -> None:
        legs.write_bytes(b"title = \n# \xff")
        draft = Draft(legs, legs.read_bytes(), read, is_new=False)
        assert draft.table == {}
        [problem] = draft.problems
        assert isinstance(problem, Problem)
        told = str(refusal(draft, HOLD_4))
        assert told.startswith("legs.toml could not be changed: line 2, column 3: ")
        assert told.endswith("Mend that line first.")
        draft.save()
        assert legs.read_bytes() == b"title = \n# \xff"


class TestUndo:
    """Every state can be gone back to, to the byte."""

    def test_undo_and_redo_go_through_all_states_also_across_saves(self, draft: Draft[Routine], legs: Path) -> None:
        texts = [draft.text]
        for number in range(30):
            draft.apply(SetKey(("steps", 0, "hold"), number + 4))
            texts.append(draft.text)
            if number % 7 == 0:
                draft.save()
        for text in reversed(texts[:-1]):
            assert draft.undo()
            assert draft.text == text
        assert not draft.undo()
        draft.save()
        assert legs.read_text() == LEGS
        for text in texts[1:]:
            assert draft.redo()
            assert draft.text == text
        assert not draft.redo()

    def test_changes_are_counted_since_the_last_save(self, draft: Draft[Routine]) -> None:
        counts = []
        for do in (
            lambda: draft.apply(HOLD_4), lambda: draft.apply(HOLD_5), draft.undo, draft.redo, draft.save, draft.undo,
            draft.undo, lambda: draft.apply(SetKey(("title",), "x")), draft.undo, draft.save,
        ):  # fmt: skip
            do()
            counts.append(draft.changes)
        assert counts == [1, 2, 1, 2, 0, 1, 2, 3, 2, 0]

    def test_a_new_change_ends_what_could_be_made_again(self, draft: Draft[Routine]) -> None:
        draft.apply(HOLD_4)
        draft.undo()
        draft.apply(HOLD_5)
        assert not draft.can_redo
        draft.undo()
        assert draft.text == LEGS

    @pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
    def test_the_second_step_moved_up_and_back_leaves_a_shipped_routine_as_it_was(
        self, shipped: Path, tmp_path: Path, read: Read
    ) -> None:
        path = tmp_path / shipped.name
        path.write_bytes(shipped.read_bytes())
        draft = Draft.open(path, read)
        assert draft.problems == ()
        count = len(draft.table["steps"])
        if count > 1:
            draft.apply(Reorder(("steps",), [1, 0, *range(2, count)]))
            assert draft.undo()
        draft.save()
        assert path.read_bytes() == shipped.read_bytes()


@settings(max_examples=40)
@given(chances)
def test_random_changes_can_all_be_undone_to_the_byte(random: Random) -> None:
    raw = (b"\xef\xbb\xbf" if random.random() < 0.2 else b"") + routine_text(random).encode()
    draft = Draft(Path("legs.toml"), raw, lambda source: source.table, is_new=False)
    states = [draft.text]
    for _ in range(10):
        draft.apply(*some_edits(random, draft.table))
        if draft.text != states[-1]:
            states.append(draft.text)
    for text in reversed(states[:-1]):
        draft.undo()
        assert draft.text == text
    assert not draft.can_undo
    assert not draft.is_changed
    for text in states[1:]:
        draft.redo()
        assert draft.text == text
