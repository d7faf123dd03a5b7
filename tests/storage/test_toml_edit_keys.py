"""A key is set or removed where it stands, and everything else is as it was."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from footui.storage.toml_edit import CannotEditError, NoSuchPlaceError, RemoveKey, SetKey
from footui.storage.toml_edit_text import edited
from tests.storage.editing import after


class TestSettingAKey:
    """A value is replaced, and nothing else on its line."""

    @pytest.mark.parametrize(
        ("before", "value", "expected"),
        [
            ("hold = 5\n", 10, "hold = 10\n"),
            ("hold=5", 10, "hold=10"),
            ("  'hold'\t=\t0x1F # why\r\n", 10, "  'hold'\t=\t10 # why\r\n"),
            ("hold = 5  # why\n", 100, "hold = 100  # why\n"),
            ("hold = 5      # why\n", 100, "hold = 100    # why\n"),
            ("hold = 100    # why\n", 5, "hold = 5      # why\n"),
            ("hold = 5\t\t# why\n", 100, "hold = 100\t\t# why\n"),
            ("reps = 10  # a\nhold = 100 # b\n", 5, "reps = 10  # a\nhold = 5 # b\n"),
            ("reps = [1]  # a\nhold = 100  # b\n", 5, "reps = [1]  # a\nhold = 5    # b\n"),
            ("hold = [10, 20] # low and high\n", [10, 25], "hold = [10, 25] # low and high\n"),
            ("hold = [ 10,20 ]\n", [10, 25], "hold = [ 10,25 ]\n"),
            ("hold = [\n  10, # low\n  20, # high\n]\n", [10, 25], "hold = [\n  10, # low\n  25, # high\n]\n"),
            ("hold = [\n  10, # low\n  20, # high\n]\n", 15, "# low\n# high\nhold = 15\n"),
            ("hold = 15\n", [10, 20.0], "hold = [10, 20]\n"),
            ("hold = 1\n", 2.0, "hold = 2\n"),
            ("hold = 1\n", 2.5, "hold = 2.5\n"),
            ("hold = 3.0\n", 3.0, "hold = 3.0\n"),
            ("hold = 3.0\n", 3, "hold = 3\n"),
            ("hold = 1979-05-27 07:32:00 # then\n", date(2026, 1, 2), "hold = 2026-01-02 # then\n"),
            ("hold = 'dark' # x\n", "light", "hold = 'light' # x\n"),
            ("hold = 'dark'\n", "it's", 'hold = "it\'s"\n'),
            ("hold = 'C:\\'\n", "D:\\", "hold = 'D:\\'\n"),
            ('hold = "a\\u00fc\\tb"\n', "aü\tc", 'hold = "a\\u00fc\\tc"\n'),
            ('hold = "a"\n', 'b "c" \\ \n', 'hold = "b \\"c\\" \\\\ \\n"\n'),
            ('hold = "a"\n', "\x7f\x00", 'hold = "\\u007f\\u0000"\n'),
            ('hold = """\none\ntwo\n"""\n', "one\nthree\n", 'hold = """\none\nthree\n"""\n'),
            ("hold = '''\none\ntwo'''\n", 'one\n"2"', "hold = '''\none\n\"2\"'''\n"),
            ('hold = """\\\n  one two \\\n  three four"""\n', "one two three 4",
             'hold = """\\\n  one two \\\n  three 4"""\n'),
            ('hold = """\\\n  one two \\\n  three four \\\n  five"""\n', "one two five",
             'hold = """\\\n  one two \\\n  five"""\n'),
            ('hold = """\\\n  one two \\\n  three"""\n', "one  three", 'hold = """\\\n  one  \\\n  three"""\n'),
            ("hold = true\n", "x", 'hold = "x"\n'),
            ("hold = ['a', \"b\"]\n", ["a", "c", "b"], "hold = ['a', \"c\", \"b\"]\n"),
            ("hold = ['a', 'b']\n", ["a"], "hold = ['a']\n"),
            ("hold = ['a']\n", [], "hold = []\n"),
            ("hold = [] # none\n", ["a"], 'hold = ["a"] # none\n'),
            ("hold = [\n  # none\n]\n", ["a"], 'hold = [\n  # none\n    "a",\n]\n'),
            ("hold = [\n  1, # one\n  2, # two\n  3 # three\n]\n", [1, 3],
             "hold = [\n  1, # one\n  # two\n  3 # three\n]\n"),
            ("hold = { a = 1 }\n", {"a": 2, "b": [1, 2]}, "hold = { a = 2, b = [1, 2] }\n"),
            ("hold = {a=1,b=2} # c\n", {"b": 2}, "hold = {b=2} # c\n"),
            ("[hold]\na = 1 # one\nb = 2\n", {"a": 2, "c": 3}, "[hold]\na = 2 # one\nc = 3\n"),
            ("hold.a = 1\nhold.b = 2 # two\n", {"b": 3}, "hold.b = 3 # two\n"),
            ("[hold] # x\na = 1\n", 5, "# x\n\nhold = 5\n"),
        ],
    )  # fmt: skip
    def test_the_value_alone_changes(self, before: str, value: object, expected: str) -> None:
        assert after(before, SetKey(("hold",), value)) == expected

    def test_a_value_that_is_set_to_itself_is_not_written_anew(self) -> None:
        text = "a = 0x1F\nb = [ 1,\n2]\nc = '''x'''\n[d]\ne.f = 1_0\n"
        data = tomllib.loads(text)
        assert after(text, *(SetKey((key,), data[key]) for key in data)) == text

    def test_a_text_that_becomes_long_is_folded_where_it_was_folded(self) -> None:
        text = 'about = """\\\n  One two three. \\\n  Four."""\n'
        changed = after(text, SetKey(("about",), "Five six seven eight. " * 20))
        assert len(changed.splitlines()) > 4
        assert max(map(len, changed.splitlines())) <= 110
        assert all(line.startswith("  ") for line in changed.splitlines()[1:])

    @pytest.mark.parametrize(
        ("before", "path", "value", "expected"),
        [
            ("", ("title",), "x", 'title = "x"\n'),
            ("title = 'x'\n", ("format",), 1, "format = 1\ntitle = 'x'\n"),
            ("title = 'x'\nlevel = 'low'\n", ("every_days",), 2, "title = 'x'\nevery_days = 2\nlevel = 'low'\n"),
            ("# head\n\ntitle = 'x' # t\n# level = 'low'\n\n[timing]\n", ("level",), "low",
             "# head\n\ntitle = 'x' # t\nlevel = \"low\"\n# level = 'low'\n\n[timing]\n"),
            ("title = 'x'  # a long\n             # story\nlevel = 'low'\n", ("about",), "y",
             "title = 'x'  # a long\n             # story\nabout = \"y\"\nlevel = 'low'\n"),
            ("# mine\n\n[timing]\nrest = 1\n", ("title",), "x", '# mine\n\ntitle = "x"\n\n[timing]\nrest = 1\n'),
            ("[timing]\nrest = 1", ("title",), "x", 'title = "x"\n\n[timing]\nrest = 1'),
            ("title = 'x'", ("timing", "rest"), 5, "title = 'x'\n\n[timing]\nrest = 5"),
            ("[timing] # t\n  rest = 5\n\n# end\n", ("timing", "prepare"), 1,
             "[timing] # t\n  prepare = 1\n  rest = 5\n\n# end\n"),
            ("[timing]\n", ("timing", "rest"), 1, "[timing]\nrest = 1\n"),
            ("timing = { rest=5 }\n", ("timing", "count"), 1, "timing = { rest=5, count=1 }\n"),
            ("timing = { rest = 5, count = 1 }\n", ("timing", "prepare"), 1,
             "timing = { prepare = 1, rest = 5, count = 1 }\n"),
            ("timing = {}\n", ("timing", "rest"), 1, "timing = { rest = 1 }\n"),
            ("timing . rest=5\ntitle='x'\n", ("timing", "count"), 2, "timing . rest=5\ntiming . count=2\ntitle='x'\n"),
            ("title = 'x'\n\n# one\n[[steps]]\nexercise = 'a'\n", ("groups", "legs", "rounds"), 2,
             "title = 'x'\n\n[groups.legs]\nrounds = 2\n\n# one\n[[steps]]\nexercise = 'a'\n"),
            ("[groups.legs]\nrounds = 2\n\n[[steps]]\n", ("groups", "big arms"), {"rest": 1, "rounds": 2},
             '[groups.legs]\nrounds = 2\n\n[groups."big arms"]\nrounds = 2\nrest = 1\n\n[[steps]]\n'),
            ("[groups]\nlegs = { rounds = 2 }\n", ("groups", "arms", "rounds"), 3,
             "[groups]\nlegs = { rounds = 2 }\narms = { rounds = 3 }\n"),
            ("[groups]\nlegs.rounds = 2\n", ("groups", "arms", "rounds"), 3,
             "[groups]\nlegs.rounds = 2\narms.rounds = 3\n"),
            ("groups.legs.rounds = 2\n", ("groups", "arms", "rounds"), 3,
             "groups.legs.rounds = 2\ngroups.arms.rounds = 3\n"),
            ("groups = { legs = { rounds = 2 } }\n", ("groups", "arms", "rounds"), 3,
             "groups = { legs = { rounds = 2 }, arms = { rounds = 3 } }\n"),
            ("[[steps]]\n\texercise = 'a'\r\n\tnote = 'b'", ("steps", 0, "hold"), [1, 2],
             "[[steps]]\n\texercise = 'a'\r\n\thold = [1, 2]\r\n\tnote = 'b'"),
            ("[[steps]]\nexercise = 'a'\nx = 1\n", ("steps", 0, "y"), 2, "[[steps]]\nexercise = 'a'\nx = 1\ny = 2\n"),
            ("[[steps]]\nnote     = 'a'\nexercise = 'b'\n", ("steps", 0, "reps"), 2,
             "[[steps]]\nnote     = 'a'\nexercise = 'b'\nreps     = 2\n"),
            ("steps = [{exercise='a', note='b'}]\n", ("steps", 0, "reps"), 2,
             "steps = [{exercise='a', reps=2, note='b'}]\n"),
            ("[[steps]]\nexercise = 'a'\n[steps.x]\ny = 1\n", ("steps", 0, "x", "z"), 2,
             "[[steps]]\nexercise = 'a'\n[steps.x]\ny = 1\nz = 2\n"),
            ("[[steps]]\nexercise = 'a'\n", ("steps", 0, "x", "z"), 2, "[[steps]]\nexercise = 'a'\nx = { z = 2 }\n"),
            ("[[doses]]\ndose = { hold = 3 }\n", ("doses", 0, "dose", "reps"), 2,
             "[[doses]]\ndose = { hold = 3, reps = 2 }\n"),
            ("position = 'lying'\n", ("equipment",), [{"instead": ["b"], "name": "a"}],
             "position = 'lying'\nequipment = [{ name = \"a\", instead = [\"b\"] }]\n"),
            ("position = 'lying'\n\n[[doses]]\nsource = 'x y'\n", ("variants", "ball", "title"), "t",
             "position = 'lying'\n\n[variants.ball]\ntitle = \"t\"\n\n[[doses]]\nsource = 'x y'\n"),
            ("title = 'x'\n", ("doses",), [{"published": "p"}], "title = 'x'\n\n[[doses]]\npublished = \"p\"\n"),
        ],
    )  # fmt: skip
    def test_a_new_key_stands_where_its_order_puts_it(
        self, before: str, path: tuple[str | int, ...], value: object, expected: str
    ) -> None:
        assert after(before, SetKey(path, value)) == expected

    def test_what_is_too_long_for_a_line_is_written_over_several(self) -> None:
        words = [f"word number {number}" for number in range(12)]
        changed = after("", SetKey(("also",), words), SetKey(("about",), " ".join(words)))
        lines = changed.splitlines()
        assert 'about = """\\' in lines
        assert '    "word number 3",' in lines
        assert max(map(len, lines)) <= 120
        assert after(changed, SetKey(("also",), words[:2])).startswith(
            'also = [\n    "word number 0",\n    "word number 1",\n]\n'
        )

    @pytest.mark.parametrize("path", [("steps", 5, "hold"), ("title", "x"), ("steps", "x"), ("groups", 0)])
    def test_what_is_not_there_is_told(self, path: tuple[str | int, ...]) -> None:
        text = "title = 'x'\n[[steps]]\nexercise = 'a'\n[groups.legs]\n"
        with pytest.raises(NoSuchPlaceError):
            edited(text, tomllib.loads(text), [SetKey(path, 1)])

    def test_half_a_character_is_refused(self) -> None:
        with pytest.raises(CannotEditError):
            edited("", {}, [SetKey(("title",), "\ud800")])


class TestRemovingAKey:
    """The line goes; a comment on it does not."""

    @pytest.mark.parametrize(
        ("before", "path", "expected"),
        [
            ("a = 1\nb = 2\n", ("a",), "b = 2\n"),
            ("a = 1 # one\nb = 2", ("b",), "a = 1 # one"),
            ("  a = 1 # one\n  b = 2\n", ("a",), "  # one\n  b = 2\n"),
            ("a = [\n  1, # one\n] # list\nb = 2\n", ("a",), "# one\n# list\nb = 2\n"),
            ("a = 1\n\nb = 2\n\nc = 3\n", ("b",), "a = 1\n\nc = 3\n"),
            ("a = 1\n", ("none",), "a = 1\n"),
            ("a = 1\n\n[timing]\nrest = 5\n\n[[steps]]\n", ("timing", "rest"), "a = 1\n\n[[steps]]\n"),
            ("a = 1\n\n# why\n[timing] # t\nrest = 5 # r\n[[steps]]\n", ("timing", "rest"),
             "a = 1\n\n# why\n# t\n# r\n\n[[steps]]\n"),
            ("timing.rest = 5\na = 1\n", ("timing", "rest"), "a = 1\n"),
            ("timing = { rest = 5 } # t\na = 1\n", ("timing", "rest"), "# t\na = 1\n"),
            ("timing = { rest = 5, count = 1 }\n", ("timing", "rest"), "timing = { count = 1 }\n"),
            ("timing = { rest = 5, count = 1 }\n", ("timing", "count"), "timing = { rest = 5 }\n"),
            ("[groups.a]\nrounds = 2\n\n[groups.b]\nrounds = 3\n", ("groups", "a"), "[groups.b]\nrounds = 3\n"),
            ("a = 1\n\n[groups.a]\nrounds = 2\n\n[groups.b]\nrounds = 3\n", ("groups",), "a = 1\n"),
            ("groups.a.rounds = 2\ngroups.a.rest = 2\ngroups.b.rounds = 1\n", ("groups", "a"), "groups.b.rounds = 1\n"),
            ("[[steps]]\nhold = 5\n\n[[steps]]\n", ("steps", 0, "hold"), "[[steps]]\n\n[[steps]]\n"),
            ("[[steps]]\n\n# why\nhold = 5\n[[steps]]\n", ("steps", 0, "hold"), "[[steps]]\n# why\n\n[[steps]]\n"),
            ("steps = [{ hold = 5 }]\n", ("steps", 0, "hold"), "steps = [{}]\n"),
            ("a = ['x', 'y', 'z']\n", ("a", 1), "a = ['x', 'z']\n"),
            ("a = 'x'\n# end", ("a",), "# end"),
        ],
    )  # fmt: skip
    def test_the_line_goes_and_comments_stay(self, before: str, path: tuple[str | int, ...], expected: str) -> None:
        assert after(before, RemoveKey(path)) == expected
