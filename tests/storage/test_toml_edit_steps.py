"""Steps come, go and move with what is theirs, and nothing else moves."""

from __future__ import annotations

import tomllib

import pytest

from footui.storage.toml_edit import CannotEditError, Edit, InsertTable, RemoveKey, RemoveTables, Reorder, SetKey
from footui.storage.toml_edit_text import edited
from tests.storage.editing import after

STEPS = """\
title = "x"

# head

# one
[[steps]] # a
exercise = "a"
# under a

# part two

[[steps]]
exercise = "b" # b


  [[steps]]
  exercise = "c"

[[steps]]
exercise = "d"

# end
"""
A = '# one\n[[steps]] # a\nexercise = "a"\n# under a\n'
B = '[[steps]]\nexercise = "b" # b\n'
C = '  [[steps]]\n  exercise = "c"\n'
D = '[[steps]]\nexercise = "d"\n'
HEAD, PART, END = 'title = "x"\n\n# head\n\n', "\n# part two\n\n", "\n# end\n"


class TestSteps:
    """Steps come and go with what is theirs."""

    def test_the_file_is_what_the_parts_make(self) -> None:
        assert STEPS == HEAD + A + PART + B + "\n\n" + C + "\n" + D + END

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            ([0, 1, 2, 3], STEPS),
            ([1, 0, 2, 3], HEAD + B + PART + A + "\n\n" + C + "\n" + D + END),
            ([0, 2, 1, 3], HEAD + A + PART + C + "\n\n" + B + "\n" + D + END),
            ([0, 1, 3, 2], HEAD + A + PART + B + "\n" + D + "\n\n" + C + END),
            ([3, 0, 1, 2], HEAD + D + PART + A + "\n" + B + "\n\n" + C + END),
            ([2, 3, 1, 0], HEAD + C + PART + D + "\n\n" + B + "\n" + A + END),
        ],
    )
    def test_comments_and_blank_lines_move_with_their_step_and_others_stay(
        self, order: list[int], expected: str
    ) -> None:
        assert after(STEPS, Reorder(("steps",), order)) == expected

    @pytest.mark.parametrize(
        ("places", "expected"),
        [
            ([0], HEAD.rstrip() + "\n" + PART + B + "\n\n" + C + "\n" + D + END),
            ([1], HEAD + A + PART + C + "\n" + D + END),
            ([2], HEAD + A + PART + B + "\n" + D + END),
            ([3], HEAD + A + PART + B + "\n\n" + C + END),
            ([1, 2, 3], HEAD + A + PART.rstrip() + "\n" + END),
            ([3, 2, 1, 0], HEAD.rstrip() + "\n" + PART.rstrip() + "\n" + END),
        ],
    )
    def test_a_deleted_step_takes_its_own_comments_and_nobody_elses(self, places: list[int], expected: str) -> None:
        assert after(STEPS, RemoveTables(("steps",), places)) == expected

    @pytest.mark.parametrize(
        ("at", "expected"),
        [
            (0, HEAD + "{}\n" + A + PART + B + "\n\n" + C + "\n" + D + END),
            (1, HEAD + A + "\n{}" + PART + B + "\n\n" + C + "\n" + D + END),
            (4, HEAD + A + PART + B + "\n\n" + C + "\n" + D + "\n{}" + END),
        ],
    )
    def test_a_new_step_looks_like_those_that_are_shipped(self, at: int, expected: str) -> None:
        text = STEPS.replace("\n\n\n", "\n\n")
        step = '[[steps]]\nexercise = "new"\nhold = [2, 3]\nsets = 2\nnote = "x"\n'
        table = {"note": "x", "sets": 2.0, "hold": [2, 3], "exercise": "new"}
        assert after(text, InsertTable(("steps",), at, table)) == expected.replace("\n\n\n", "\n\n").format(step)

    def test_a_new_step_is_as_far_in_as_its_neighbour_and_ends_its_lines_alike(self) -> None:
        text = "title = 'x'\r\n\r\n  [[steps]]\r\n  exercise = 'a'"
        expected = text + '\r\n\r\n  [[steps]]\r\n  exercise = "b"'
        assert after(text, InsertTable(("steps",), 1, {"exercise": "b"})) == expected

    def test_a_new_first_step_stands_apart_from_the_head(self) -> None:
        text = "title = 'x'\n[[steps]]\nexercise = 'a'\n"
        expected = "title = 'x'\n\n[[steps]]\nexercise = \"b\"\n\n[[steps]]\nexercise = 'a'\n"
        assert after(text, InsertTable(("steps",), 0, {"exercise": "b"})) == expected

    @pytest.mark.parametrize(
        ("before", "expected"),
        [
            ("", "{}"),
            ("title = 'x'\n", "title = 'x'\n\n{}"),
            ("title = 'x'\n\n", "title = 'x'\n\n{}"),
            ("title = 'x'\nsteps = [] # none\n", "title = 'x'\n# none\n\n{}"),
            ("title = 'x'\nsteps = [\n  # none yet\n]\n", "title = 'x'\n# none yet\n\n{}"),
            ("steps = []\n[timing]\nrest = 5\n", "[timing]\nrest = 5\n\n{}"),
            ("title = 'x'\n\n# [timing]\n# rest = 5\n", "title = 'x'\n\n# [timing]\n# rest = 5\n\n{}"),
        ],
    )
    def test_the_first_step_is_written_in_lines(self, before: str, expected: str) -> None:
        step = '[[steps]]\nexercise = "a"\nreps = 3\n'
        assert after(before, InsertTable(("steps",), 0, {"exercise": "a", "reps": 3})) == expected.format(step)

    def test_a_new_file_grows_into_one_to_be_glad_of(self) -> None:
        edits: list[Edit] = [
            InsertTable(("steps",), 0, {"exercise": "toe-press", "reps": 10, "hold": 3}),
            InsertTable(("steps",), 1, {"exercise": "toe-walk", "move": 20}),
            SetKey(("groups", "legs"), {"rest": 30, "rounds": 2}),
            SetKey(("timing", "transition"), 8),
            SetKey(("steps", 0, "group"), "legs"),
            SetKey(("steps", 1, "group"), "legs"),
            SetKey(("level",), "high"),
        ]
        expected = """\
format = 1
title = "Evening"
level = "high"

[timing]
transition = 8

[groups.legs]
rounds = 2
rest = 30

[[steps]]
exercise = "toe-press"
hold = 3
reps = 10
group = "legs"

[[steps]]
exercise = "toe-walk"
move = 20
group = "legs"
"""
        assert after('format = 1\ntitle = "Evening"\n', *edits) == expected

    def test_no_comment_comes_so_close_to_a_step_that_it_would_be_taken_for_its_own(self) -> None:
        text = "[[steps]]\nexercise = 'a'\n[[steps]]\nexercise = 'b'\n# under b\n\n[timing]\nrest = 1\n"
        moved = after(text, Reorder(("steps",), [1, 0]))
        assert "# under b\n\n[[steps]]\nexercise = 'a'" in moved
        assert after(moved, RemoveTables(("steps",), [1])).count("# under b") == 1
        assert "# under b" not in after(moved, RemoveTables(("steps",), [0]))

    def test_tables_between_the_steps_stay_where_they_are(self) -> None:
        text = "[[steps]]\nexercise = 'a'\n\n# pauses\n[timing]\nrest = 1\n\n[[steps]]\nexercise = 'b'\n"
        expected = "[[steps]]\nexercise = 'b'\n\n# pauses\n[timing]\nrest = 1\n\n[[steps]]\nexercise = 'a'\n"
        assert after(text, Reorder(("steps",), [1, 0])) == expected
        assert after(text, RemoveTables(("steps",), [0])).startswith("# pauses") is False
        assert "# pauses\n[timing]\nrest = 1\n" in after(text, RemoveTables(("steps",), [0, 1]))

    def test_a_table_below_a_step_goes_with_it(self) -> None:
        text = "[[steps]]\nexercise = 'a'\n\n[steps.x]\ny = 1 # y\n\n[[steps]]\nexercise = 'b'\n"
        expected = "[[steps]]\nexercise = 'b'\n\n[[steps]]\nexercise = 'a'\n\n[steps.x]\ny = 1 # y\n"
        assert after(text, Reorder(("steps",), [1, 0])) == expected
        assert after(text, RemoveTables(("steps",), [0])) == "[[steps]]\nexercise = 'b'\n"

    def test_a_step_that_is_written_in_two_places_is_left_alone(self) -> None:
        text = "[[steps]]\nexercise = 'a'\n[timing]\nrest = 1\n[steps.x]\ny = 1\n"
        with pytest.raises(CannotEditError):
            edited(text, tomllib.loads(text), [RemoveTables(("steps",), [0])])
        assert "y = 2" in after(text, SetKey(("steps", 0, "x", "y"), 2))

    def test_many_edits_at_once_are_those_one_after_the_other(self) -> None:
        edits: list[Edit] = [
            SetKey(("steps", 0, "hold"), 1), SetKey(("steps", 1, "hold"), 2), SetKey(("steps", 0, "reps"), 3),
            RemoveKey(("steps", 1, "exercise")), Reorder(("steps",), [3, 2, 1, 0]), SetKey(("steps", 0, "hold"), 4),
            SetKey(("title",), "y"), SetKey(("groups", "g", "rounds"), 2), SetKey(("steps", 3, "group"), "g"),
        ]  # fmt: skip
        text = STEPS
        for edit in edits:
            text = after(text, edit)
        assert after(STEPS, *edits) == text


IN_LINES = """\
steps = [ # all
    # one
    { exercise = "a" }, # a

    # part two

    { exercise = "b", hold = 5 },
    { exercise = "c" } # c
    # end
] # behind
"""


class TestStepsInBrackets:
    """A list of inline tables is changed as it is written."""

    @pytest.mark.parametrize(
        ("edit", "expected"),
        [
            (Reorder(("steps",), [2, 0, 1]), [
                "steps = [ # all", '    { exercise = "c" }, # c', "", "    # part two", "",
                "    # one", '    { exercise = "a" }, # a', '    { exercise = "b", hold = 5 }', "    # end",
                "] # behind",
            ]),
            (RemoveTables(("steps",), [0]), [
                "steps = [ # all", "", "    # part two", "", '    { exercise = "b", hold = 5 },',
                '    { exercise = "c" } # c', "    # end", "] # behind",
            ]),
            (RemoveTables(("steps",), [1, 2]), [
                "steps = [ # all", "    # one", '    { exercise = "a" } # a', "", "    # part two", "    # end",
                "] # behind",
            ]),
            (RemoveTables(("steps",), [0, 1, 2]), ["# all", "# part two", "# end", "# behind"]),
            (InsertTable(("steps",), 3, {"reps": 2, "exercise": "d"}), [
                *IN_LINES.splitlines()[:7], '    { exercise = "c" }, # c', '    { exercise = "d", reps = 2 }',
                "    # end",
                "] # behind",
            ]),
            (SetKey(("steps", 1, "hold"), [5, 6]), [
                line.replace("hold = 5", "hold = [5, 6]") for line in IN_LINES.splitlines()
            ]),
        ],
    )  # fmt: skip
    def test_a_step_a_line(self, edit: Edit, expected: list[str]) -> None:
        assert after(IN_LINES, edit).splitlines() == expected

    @pytest.mark.parametrize(
        ("edit", "expected"),
        [
            (Reorder(("steps",), [1, 0]), "steps = [ {exercise='b'}, {exercise='a'} ]  # c\n"),
            (RemoveTables(("steps",), [0]), "steps = [ {exercise='b'} ]  # c\n"),
            (RemoveTables(("steps",), [1]), "steps = [ {exercise='a'} ]  # c\n"),
            (InsertTable(("steps",), 1, {"exercise": "n"}),
             "steps = [ {exercise='a'}, { exercise = \"n\" }, {exercise='b'} ]  # c\n"),
            (SetKey(("steps", 0, "hold"), 5), "steps = [ {exercise='a', hold=5}, {exercise='b'} ]  # c\n"),
        ],
    )  # fmt: skip
    def test_all_in_a_row(self, edit: Edit, expected: str) -> None:
        assert after("steps = [ {exercise='a'}, {exercise='b'} ]  # c\n", edit) == expected

    def test_the_first_and_the_last_beside_the_brackets(self) -> None:
        text = "steps = [ { exercise = 'a' },   # a\n          # above b\n          { exercise = 'b' } ]  # end\n"
        above, last = "          # above b\n", "          { exercise = 'a' }   # a\n"
        expected = "steps = [\n" + above + "          { exercise = 'b' },\n" + last + "]  # end\n"
        assert after(text, Reorder(("steps",), [1, 0])) == expected
