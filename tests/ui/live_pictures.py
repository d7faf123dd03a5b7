"""Shows made-up moments of a live session without a session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from footui.core.dose import Side
from footui.core.exercise import Equipment, Exercise, Position
from footui.core.phase import PhaseKind
from footui.core.said import HELP_AT_ONCE
from footui.screens.live_view import LivePicture
from footui.screens.pain_prompt import PainPrompt
from footui.session.view import LiveView, SetsDone
from footui.themes import DARK, THEMES
from footui.widgets.footer import FooterKey
from footui.widgets.glyphs import FULL, Glyphs

STEPS = (53, 150, 55, 15, 131)
"""Seconds of the steps of “Breakfast, lunch and dinner” at level low."""

AT = 372
"""Seconds into the session at which all of it is shown."""

FOOTER = (
    FooterKey("space", "pause"),
    FooterKey("n", "next"),
    FooterKey("b", "back"),
    FooterKey("p", "pain"),
    FooterKey("i", "how to"),
    FooterKey("?", "keys", stays=True),
    FooterKey("esc", "end", stays=True),
)

HOLD = LiveView(
    heading="Breakfast, lunch and dinner · breakfast",
    session="1 of 3",
    end="ends 07:54",
    clock_text="6:12 of 6:44",
    word="HOLD",
    number=7,
    number_is_seconds=True,
    number_note="s left",
    kind=PhaseKind.HOLD,
    paused=False,
    post=Side.RIGHT,
    title="Pencil pickups",
    place="repetition 3 of 5",
    bar=0.3,
    brief="Grip the pencil with your toes, lift it, and hold it.",
    note="Shoes and socks off.",
    below=(("then", "release, 2 s"), ("after", "2 more repetitions, then the session is done")),
)
LEFT = HOLD._replace(post=Side.LEFT)
COUNTS = HOLD._replace(number=2, number_note="of 3 counts", number_is_seconds=False, post=None, word="HOLD")
PAUSED = HOLD._replace(
    word="PAUSED",
    paused=True,
    number=4,
    number_note="of 10 counts",
    number_is_seconds=False,
    post=Side.LEFT,
    title="Ankle circles · lying · anticlockwise ↺",
    place="direction 2 of 2",
    brief="Paused for 0:42. Nothing is lost; it goes on where it stopped.",
    note="",
    below=(("then", "change to the right foot, 5 s"), ("next", "Band flex · sit on the floor, band round a chair")),
)
DIMMED = PAUSED._replace(dimmed=True)
REST = HOLD._replace(
    word="REST",
    kind=PhaseKind.REST,
    number=6,
    post=None,
    title="next   Toe walking · set 4 of 5 · 20 s",
    place="3 of 5 sets done",
    brief="On your toes, heels high. A hand on a chair if unsteady.",
    note="",
    below=(("then", "rest, 10 s · set 5"), ("after", "Ankle circles · lying · left foot first")),
)
OWN_PACE = HOLD._replace(
    heading="Evening toes",
    session="1 of 1",
    end="own pace, no end time",
    clock_text="2:19 so far",
    word="GO",
    number=5,
    number_is_seconds=False,
    number_note="to do",
    kind=PhaseKind.REPS,
    place="set 3 of 5",
    bar=SetsDone(2, 5),
    brief="No clock runs: do 5, then press enter.",
    note="",
    below=(("then", "rest, 10 s"), ("after", "2 more sets, then the session is done")),
)
LONG = HOLD._replace(word="RELEASE", kind=PhaseKind.RELEASE, number=125)
VIEWS = {
    "hold": HOLD,
    "left": LEFT,
    "counts": COUNTS,
    "paused": PAUSED,
    "rest": REST,
    "own pace": OWN_PACE,
    "long": LONG,
}

EASE = PainPrompt(
    4,
    3,
    5,
    (
        "go on, but gently",
        "fewer repetitions: this one is already the lowest of 1–5",
        "leave this exercise, go on with Pencil pickups",
    ),
)
STOP = PainPrompt(
    7, 3, 5, ("leave this exercise, go on with Pencil pickups", "end the session here"), 1, advice=HELP_AT_ONCE
)
ASKED = PainPrompt(None, 3, 5)

PENCIL = Exercise(
    "pencil-pickup",
    "Pencil pickups",
    Position.STANDING,
    (
        "Shoes and socks off.",
        "Put a pencil on the floor in front of one foot.",
        "Grip the pencil with your toes.",
        "Lift it off the floor, and hold it there.",
        "Let it drop, and take it up again.",
        "Change to the other foot.",
    ),
    about="Picking up a pencil with the toes; the articles say it may help to strengthen them.",
    equipment=(Equipment("pencil", ("pen",)), Equipment("chair")),
    cautions=("Hold on to something: you stand on one foot. Or sit.",),
)


class PictureApp(App[None]):
    """Shows one picture in one of our themes."""

    CSS = "Screen { background: $background; }"

    def __init__(self, picture: LivePicture, begin: Callable[[LivePicture], None], theme: str) -> None:
        super().__init__()
        self.picture = picture
        self._begin = begin
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """The picture is all there is."""
        yield self.picture

    def on_mount(self) -> None:
        """It is given its first moment before it is laid out."""
        self._begin(self.picture)


class Shown:
    """A picture that is on the screen."""

    def __init__(self, app: PictureApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.picture = app.picture

    async def lines(self) -> list[str]:
        """The screen as text, once all that changed is there."""
        for _ in range(3):
            await self.pilot.pause()
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    async def text(self) -> str:
        """The same as one text."""
        return "\n".join(await self.lines())

    async def show(self, view: LiveView) -> str:
        """Show another moment, and return the screen."""
        self.picture.show(view, AT)
        return await self.text()

    async def colours(self) -> set[str]:
        """The foreground colours of everything that is no blank."""
        await self.lines()
        return {
            segment.style.color.name
            for strip in self.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.strip() and segment.style is not None and segment.style.color is not None
        }


@asynccontextmanager
async def shown(
    view: LiveView = HOLD,
    size: tuple[int, int] = (80, 24),
    *,
    glyphs: Glyphs = FULL,
    figure: Widget | None = None,
    theme: str = DARK,
    begin: Callable[[LivePicture], None] = lambda _: None,
) -> AsyncIterator[Shown]:
    """A picture of this moment."""

    def first(picture: LivePicture) -> None:
        picture.footer.set(FOOTER)
        picture.show_how_to(PENCIL)
        begin(picture)
        picture.show(view, AT)

    app = PictureApp(LivePicture(glyphs, STEPS, figure), first, theme)
    async with app.run_test(size=size) as pilot:
        yield Shown(app, pilot)


def words(text: str) -> str:
    """A text without its line ends and the blanks between its words."""
    return " ".join(text.split())


def holds(lines: list[str], shape: list[str]) -> bool:
    """Whether the rows of a large word or number stand below each other somewhere."""
    shape = [row.rstrip() for row in shape]
    return any(
        all(lines[y + down].find(row, x, x + len(row)) == x for down, row in enumerate(shape))
        for y in range(len(lines) - len(shape) + 1)
        for x in _finds(lines[y], shape[0])
    )


def _finds(line: str, part: str) -> list[int]:
    return [place for place in range(len(line)) if line.startswith(part, place)]
