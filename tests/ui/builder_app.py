"""The builder with a routine of one's own, or a new one, driven by keys and mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key, Paste
from textual.geometry import Offset
from textual.message_pump import MessagePump

from footui.core.routine import Routine
from footui.screens.builder import BuilderScreen
from footui.storage.draft import Draft
from tests.ui.driving import UTF_8, Driven, folders_in, running

_KEYS = {
    " ": "space", "-": "minus", ",": "comma", ".": "full_stop", "[": "left_square_bracket", "]": "right_square_bracket",
    "–": "en_dash", "'": "apostrophe", '"': "quotation_mark", "/": "slash", "?": "question_mark",
    ";": "semicolon", ":": "colon", "(": "left_parenthesis", ")": "right_parenthesis",
}  # fmt: skip

LONG = 60
"""Characters from which on a text is pasted."""

EVENING = """\
format = 1
title = "Evening toes"

# Warm up first.
[[steps]]
exercise = "toe-press"
hold = 3
unit = "counts"  # slow ones
reps = 10
times_per_day = 2

[[steps]]
exercise = "toe-walk"
move = 20
sets = 5
rest = 10

# Shoes off.
[[steps]]
exercise = "pencil-pickup"
hold = 10
reps = 5
sides = "each"
"""

CIRCUIT = """\
format = 1
title = "Round and round"

[groups.legs]
rounds = 2
rest = 30

[[steps]]
exercise = "toe-press"
hold = 5
reps = 3

[[steps]]
exercise = "toe-walk"
move = 20
group = "legs"

[[steps]]
exercise = "pencil-pickup"
hold = 10
group = "legs"

[[steps]]
exercise = "toe-pull"
hold = 5
"""


class Built:
    """The builder with everything a test wants of it."""

    def __init__(self, driven: Driven, path: Path) -> None:
        self.driven = driven
        self.path = path

    @property
    def screen(self) -> BuilderScreen:
        """The builder."""
        screen = self.driven.app.screen
        assert isinstance(screen, BuilderScreen)
        return screen

    @property
    def draft(self) -> Draft[Routine]:
        """What is being changed."""
        return self.screen.draft

    @property
    def file(self) -> str:
        """What is on the disk."""
        return self.path.read_bytes().decode()

    def picture(self) -> str:
        """The screen as text."""
        return self.driven.picture()

    @property
    def lines(self) -> list[str]:
        """The screen as lines."""
        return self.picture().split("\n")

    @property
    def message(self) -> str:
        """The message row in one line."""
        text: str = self.driven.app.screen.query_one("#message").text  # type: ignore[attr-defined]  # a MessageRow
        return text

    async def press(self, *keys: str) -> str:
        """Press keys, and return the picture after them; the driver's own way waits longer for each."""
        for key in keys:
            self.driven.app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))
        return await self.settled()

    async def settled(self) -> str:
        """Let every key be done and all be laid out, and return the picture; `pause` of the driver waits longer."""
        for _ in range(3):
            for _ in range(100):
                await asyncio.sleep(0)
                screen = self.driven.app.screen
                if not any(map(_is_busy, (self.driven.app, screen, *screen.walk_children()))):
                    break
            self.driven.app.screen._on_timer_update()
        return self.picture()

    async def type(self, text: str) -> str:
        """Type a text."""
        for letter in text:
            self.driven.app.post_message(Key(_KEYS.get(letter, letter), letter))
        return await self.settled()

    async def fill(self, text: str) -> str:
        """Type a text in place of what the field has; a long one is pasted."""
        await self.press("ctrl+u")
        if len(text) <= LONG:
            return await self.type(text)
        self.driven.app.post_message(Paste(text))
        return await self.settled()

    async def tab_to(self, field: str) -> None:
        """Press tab until this field has the cursor."""
        typing_in = self.screen.typing_in
        assert typing_in is not None
        names = [each.name for each in typing_in.fields]
        await self.press(*["tab"] * ((names.index(field) - names.index(typing_in.current)) % len(names)))
        assert typing_in.current == field, self.picture()

    async def set(self, field: str, text: str) -> str:
        """Go to a field and type a text in place of what it has."""
        await self.tab_to(field)
        return await self.fill(text)

    async def click(self, text: str) -> str:
        """Click where this text stands, on its first letter."""
        row = next((at for at, line in enumerate(self.lines) if text in line), None)
        assert row is not None, f"not shown: {text!r}\n{self.picture()}"
        await self.driven.pilot.click(offset=Offset(self.lines[row].index(text), row))
        await self.driven.pilot.pause()
        return self.picture()


def _is_busy(pump: MessagePump) -> bool:
    return not pump._message_queue.empty()


@asynccontextmanager
async def builder(
    path: Path,
    text: str = EVENING,
    *,
    size: tuple[int, int] = (80, 24),
    name: str = "evening-toes",
    ascii_only: bool = False,
) -> AsyncIterator[Built]:
    """The builder with a file of this text."""
    folders = folders_in(path)
    folders.routines.mkdir(parents=True, exist_ok=True)
    file = folders.routines / f"{name}.toml"
    file.write_bytes(text.encode())
    async with running(path, size=size, env={"LANG": "C"} if ascii_only else UTF_8) as driven:
        driven.app.open_builder(file)
        await driven.pilot.pause()
        built = Built(driven, file)
        await built.settled()
        yield built


@asynccontextmanager
async def new_builder(path: Path, title: str, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Built]:
    """The builder with a new routine that is not on the disk yet."""
    async with running(path, size=size) as driven:
        driven.app.new_routine(title)
        await driven.pilot.pause()
        await driven.pilot.pause()
        screen = driven.app.screen
        assert isinstance(screen, BuilderScreen)
        yield Built(driven, screen.draft.path)
