"""The file stays the person's own: what is undone is gone to the byte, and one change is one line."""

from __future__ import annotations

from pathlib import Path

from footui.core.wording import dose_sentence
from footui.screens.builder import BuilderScreen
from footui.storage.folders import shipped_routines
from tests.ui.builder_app import Built, builder
from tests.ui.driving import Driven, folders_in, running


async def test_every_shipped_routine_moved_and_undone_is_the_same_to_the_byte_and_one_dose_is_one_line(
    tmp_path: Path,
) -> None:
    folder = folders_in(tmp_path).routines
    folder.mkdir(parents=True)
    async with running(tmp_path) as driven:
        for shipped in sorted(shipped_routines().glob("*.toml")):
            raw = shipped.read_bytes()
            path = folder / f"own-{shipped.name}"
            path.write_bytes(raw)
            driven.app.open_builder(path)
            page = Built(driven, path)
            await driven.until(lambda path=path: _is_open(driven, path))  # type: ignore[misc]  # bound now, not later
            await page.settled()
            count = page.screen.steps_count
            await page.press("j", "K")
            assert page.draft.is_changed == (count > 1), shipped.name
            await page.press("u", "ctrl+s")
            assert path.read_bytes() == raw, shipped.name
            await page.press("g")
            await _lengthen(page)
            await page.press("ctrl+s")
            assert _differing(raw, path.read_bytes()) == 1, shipped.name
            await page.press("escape")
            await driven.until(lambda: not isinstance(driven.app.screen, BuilderScreen))


def _is_open(driven: Driven, path: Path) -> bool:
    screen = driven.app.screen
    return isinstance(screen, BuilderScreen) and screen.draft.path == path and screen.place is not None


async def _lengthen(page: Built) -> None:
    """One more of the number that the first step begins with."""
    before = page.draft.model
    assert before is not None
    await page.press("enter")
    typing_in = page.screen.typing_in
    assert typing_in is not None
    if typing_in.current == "tempo":
        await page.fill("4 1 4")
    else:
        await page.press("up")
    await page.press("enter")
    after = page.draft.model
    assert after is not None
    assert dose_sentence(after.steps[0].dose) != dose_sentence(before.steps[0].dose)


def _differing(before: bytes, after: bytes) -> int:
    """How many lines differ of two files with as many lines."""
    lines, others = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return sum(one != other for one, other in zip(lines, others, strict=True))


ODD = (
    "\ufeffformat = 1\r\n"
    "title = 'Evening \"toes\"'   # mine\r\n"
    "\r\n"
    "timing = { rest = 20, count = 1.5 }\r\n"
    "# the first\r\n"
    "[[steps]]\r\n"
    "  exercise = 'toe-press'\r\n"
    "  hold = [ 3,\r\n"
    "    5 ]  # a range\r\n"
    "  reps = 1_0\r\n"
    "[[steps]] # the second\r\n"
    'exercise = "toe-walk"\r\n'
    "move = 2e1\r\n"
    "sets = 5\r\n"
    "\r\n"
    "# at the end, without a line end"
)


async def test_undone_all_the_way_a_file_of_odd_layout_is_the_same_to_the_byte(tmp_path: Path) -> None:
    async with builder(tmp_path, ODD) as page:
        raw = page.path.read_bytes()
        await page.press("c", "J", "k", "space", "space", "m", "enter", "enter")  # a copy, moved; a circuit of two
        await page.press("g", "enter", "up", "tab", "tab", "up", "enter")  # two fields at once
        await page.press("v", "T", "up", "enter", "i")
        await page.fill("Toes")
        await page.press("enter", "G", "k", "d", "ctrl+s")
        assert "Saved" in page.message
        assert page.path.read_bytes() != raw
        steps = 0
        while page.draft.can_undo:
            await page.press("u")
            steps += 1
        assert steps == 8
        assert page.draft.text == ODD.removeprefix("\ufeff")
        await page.press("ctrl+s")
        assert page.path.read_bytes() == raw
        await page.press("u")
        assert page.message == "Nothing to undo."
        await page.press(*["ctrl+r"] * 8)
        assert page.draft.table["title"] == "Toes"
        await page.press("ctrl+r")
        assert page.message == "Nothing to redo."
