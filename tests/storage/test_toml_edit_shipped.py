"""The files that come with footui, edited as people edit their copies of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from footui.storage.key_order import keys_in_order
from footui.storage.toml_edit import Reorder, SetKey
from tests.storage.editing import after, difference

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "routines").glob("*.toml"))
OF_MORE_STEPS = [path for path in SHIPPED if path.read_text().count("\n[[steps]]") > 1]
EXERCISES = sorted((ROOT / "src" / "footui" / "catalogue").glob("*.toml"))


class TestShipped:
    """The files that come with footui, as people copy them."""

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
    def test_one_dose_changed_is_one_line(self, path: Path) -> None:
        text = path.read_text()
        for place, step in enumerate(tomllib.loads(text)["steps"]):
            key = next(key for key in ("hold", "move", "reps") if key in step)
            removed, added = difference(text, after(text, SetKey(("steps", place, key), [7, 9])))
            assert removed.startswith(f"-{key} =")
            assert added.startswith(f"+{key} = [7, 9]")

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
    def test_a_comment_stays_in_its_column(self, path: Path) -> None:
        text = path.read_text()
        for place, step in enumerate(tomllib.loads(text)["steps"]):
            for key, value in step.items():
                if type(value) is not int:
                    continue
                removed, added = difference(text, after(text, SetKey(("steps", place, key), 199)))
                assert removed.find("#") == added.find("#")

    @pytest.mark.parametrize("path", OF_MORE_STEPS, ids=lambda path: path.stem)
    def test_a_step_moved_down_and_up_again_is_where_it_was(self, path: Path) -> None:
        text = path.read_text()
        count = len(tomllib.loads(text)["steps"])
        swap = Reorder(("steps",), [1, 0, *range(2, count)])
        moved = after(text, swap)
        assert moved != text
        assert sorted(moved.splitlines()) == sorted(text.splitlines())
        assert after(moved, swap) == text

    @pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
    def test_an_exercise_is_changed_by_the_line(self, path: Path) -> None:
        text = path.read_text()
        for key, value in tomllib.loads(text).items():
            if isinstance(value, str):
                [_, added] = difference(text, after(text, SetKey((key,), "New words.")))[-2:]
                assert "New words." in added


def test_keys_stand_in_the_order_of_the_documentation() -> None:
    sections = dict(
        re.findall(
            r"^## (.+?)\n(.*?)(?=^## |\Z)", (ROOT / "docs" / "routine-format.md").read_text(), re.MULTILINE | re.DOTALL
        )
    )

    def keys_of(section: str) -> list[str]:
        return re.findall(r"^\| `\[?\[?(\w+)", sections[section], re.MULTILINE)

    timing = keys_of("Pauses: `[timing]`")
    step = keys_of("A step")
    step[step.index("prepare") : step.index("prepare") + 1] = timing
    assert list(keys_in_order(("timing",))) == timing
    assert list(keys_in_order(("steps", 3))) == step
    assert list(keys_in_order(())) == keys_of("At the top")
