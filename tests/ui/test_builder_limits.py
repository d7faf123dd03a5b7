"""What is beyond a limit is refused in the builder with the very words of `footui check`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import tomli_w

from footui.storage.catalogue import load_catalogue
from footui.storage.file_check import check_file
from tests.ui.builder_app import Built, builder
from tests.ui.driving import folders_in

TEXT = """\
format = 1
title = "Evening toes"

[[steps]]
exercise = "toe-press"
hold = 3
reps = 10
times_per_day = 2

[[steps]]
exercise = "toe-walk"
move = 20
sets = 2
"""

Change = dict[str, Any]


def told_by_check(tmp_path: Path, top: Change, step: Change) -> str:
    """The first thing that `footui check` says of the routine with these keys at its top and in its second step."""
    data = {**tomllib.loads(TEXT), **top}
    data["steps"][1] = {key: value for key, value in {**data["steps"][1], **step}.items() if value is not None}
    path = tmp_path / "routines" / "evening-toes.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(tomli_w.dumps(data), encoding="utf-8")
    return check_file(str(path), load_catalogue(folders_in(tmp_path)))[0].message


async def refused(page: Built) -> str:
    """What is said when enter is pressed; then the fields are left."""
    await page.press("enter")
    assert page.screen.is_typing, page.picture()
    assert page.draft.text == TEXT
    said = page.message.removeprefix("! Not taken: ")
    await page.press("escape")
    return said


STEPS: list[tuple[dict[str, str], Change]] = [
    ({"reps": "201"}, {"reps": 201}),
    ({"reps": "0"}, {"reps": 0}),
    ({"reps": "2.5"}, {"reps": 2.5}),
    ({"sets": "201"}, {"sets": 201}),
    ({"sets": "5-2"}, {"sets": [5, 2]}),
    ({"amount": "0"}, {"move": 0}),
    ({"amount": "3601"}, {"move": 3601}),
    ({"amount": "10-3601"}, {"move": [10, 3601]}),
    ({"amount": "soon"}, {"move": "soon"}),
    ({"unit": "counts", "amount": "3601"}, {"unit": "counts", "move": 3601}),
    ({"times_per_day": "13"}, {"times_per_day": 13}),
    ({"rest": "3601"}, {"rest": 3601}),
    ({"rest": "-1"}, {"rest": -1}),
    ({"prepare": "3601"}, {"prepare": 3601}),
    ({"transition": "5-10"}, {"transition": "5-10"}),
    ({"directions": "x" * 41}, {"directions": ["x" * 41]}),
    ({"note": "n" * 2001}, {"note": "n" * 2001}),
    ({"source": "s" * 121}, {"source": "s" * 121}),
    ({"sets": "200", "reps": "200"}, {"sets": 200, "reps": 200}),
    ({"amount": "3600", "sets": "13"}, {"move": 3600, "sets": 13}),
    ({"kind": "tempo", "tempo": "0 0 0"}, {"move": None, "tempo": [0, 0, 0]}),
    ({"kind": "tempo", "tempo": "3-2"}, {"move": None, "tempo": [3, 2]}),
    ({"kind": "tempo", "tempo": "3601 0 0"}, {"move": None, "tempo": [3601, 0, 0]}),
    ({"kind": "tempo", "tempo": "slow"}, {"move": None, "tempo": "slow"}),
    ({"kind": "tempo", "tempo": "3"}, {"move": None, "tempo": 3}),
]
CHOICES = ("unit", "kind")


async def test_a_step_beyond_a_limit(tmp_path: Path) -> None:
    async with builder(tmp_path, TEXT) as page:
        await page.press("j")
        for typed, keys in STEPS:
            await page.press("enter")
            for field, text in typed.items():
                await page.tab_to(field)
                await (page.press(text[0]) if field in CHOICES else page.fill(text))
            assert await refused(page) == told_by_check(tmp_path, {}, keys), typed


TOP: list[tuple[str, str, Change]] = [
    ("title", "t" * 121, {"title": "t" * 121}),
    ("about", "a" * 2001, {"about": "a" * 2001}),
    ("source", "s" * 121, {"source": "s" * 121}),
    ("slots", "one, two, three", {"slots": ["one", "two", "three"]}),
    ("slots", "s" * 121, {"slots": ["s" * 121]}),
    ("days", "91", {"every_days": 91}),
    ("days", "0", {"every_days": 0}),
    ("days", "3-2", {"every_days": [3, 2]}),
    ("days", "mon, mon", {"weekdays": ["mon", "mon"]}),
    ("days", "someday", {"weekdays": ["someday"]}),
]


async def test_title_and_days_beyond_a_limit(tmp_path: Path) -> None:
    async with builder(tmp_path, TEXT) as page:
        for field, text, keys in TOP:
            await page.press("i")
            await page.set(field, text)
            assert await refused(page) == told_by_check(tmp_path, keys, {}), field


async def test_a_title_that_is_taken_away(tmp_path: Path) -> None:
    async with builder(tmp_path, TEXT) as page:
        await page.press("i")
        await page.fill("")
        assert await refused(page) == "no title. Write “title” and a text, before the first table."


async def test_timings_beyond_a_limit(tmp_path: Path) -> None:
    async with builder(tmp_path, TEXT) as page:
        for field, text, value in (
            ("rest", "3601", 3601), ("count", "0", 0), ("count", "3601", 3601), ("prepare", "-1", -1),
            ("release", "a", "a"),
        ):  # fmt: skip
            await page.press("T")
            await page.set(field, text)
            assert await refused(page) == told_by_check(tmp_path, {"timing": {field: value}}, {}), field


async def test_timings_that_make_a_step_too_long(tmp_path: Path) -> None:
    text = TEXT.replace("move = 20", 'move = 20\nunit = "counts"')
    async with builder(tmp_path, text) as page:
        await page.press("T")
        await page.set("count", "200")
        await page.press("enter")
        told = told_by_check(tmp_path, {"timing": {"count": 200}}, {"unit": "counts"})
        assert page.message == f"! Not taken: {told}"


async def test_a_circuit_beyond_a_limit(tmp_path: Path) -> None:
    async with builder(tmp_path, TEXT) as page:
        await page.press("space", "space")
        for rounds, rest in (("51", ""), ("0", ""), ("2.5", ""), ("2", "3601"), ("2", "-1")):
            await page.press("m")
            await page.fill(rounds)
            await page.press("enter")
            group: Change = {"rounds": float(rounds) if "." in rounds else int(rounds)}
            if rest:
                await page.fill(rest)
                await page.press("enter")
                group["rest"] = int(rest)
            told = told_by_check(tmp_path, {"groups": {"legs": group}}, {"group": "legs"})
            assert page.message == f"! {told}"
            await page.press("escape")
        assert page.draft.text == TEXT


async def test_a_step_that_fewer_sessions_would_leave_without_a_name(tmp_path: Path) -> None:
    text = TEXT.replace("\n\n", '\nslots = ["noon", "night"]\n\n', 1)
    async with builder(tmp_path, text) as page:
        await page.press("enter")
        await page.set("times_per_day", "1")
        assert "“slots” names 2 sessions, but the day has 1 session." in page.picture()
        await page.press("escape", "d")
        assert page.message.endswith("“slots” names 2 sessions, but the day has 1 session.")
        assert page.draft.text == text


async def test_the_step_after_the_last_that_may_be(tmp_path: Path) -> None:
    step = '\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'
    text = 'format = 1\ntitle = "Long"\n' + step * 200
    async with builder(tmp_path, text) as page:
        path = tmp_path / "routines" / "long.toml"
        path.parent.mkdir()
        path.write_text(text + step, encoding="utf-8")
        told = check_file(str(path), load_catalogue(folders_in(tmp_path)))[0].message
        for key in ("a", "c"):
            await page.press(key)
            assert page.message == told
        assert page.draft.text == text
