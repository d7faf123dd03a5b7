"""Draws `docs/session.svg`, the picture in the README: a live session of a shipped routine at 80 × 24.

`python -m tests.ui.picture` writes it anew; `make docs` does that. What the app paints is drawn cell by cell: blocks
and lines as shapes, so that they join as in a terminal, and words as text in whatever monospaced font there is.
Textual's own export names a font to fetch and leaves gaps between the blocks. This file asks for nothing from
anywhere, and the same program gives the same file.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from rich.color import Color
from textual.strip import Strip

from footui.screens.live_layout import Place
from tests.ui.driving import Driven, running

PICTURE: Final = Path(__file__).parents[2] / "docs" / "session.svg"

ROUTINE: Final = "breakfast-lunch-dinner"
MOMENT: Final = 374
"""Seconds into the session: the right foot holds the pencil for the third time."""

CELL: Final = (12, 24)
"""Width and height of a cell; whole numbers, so that no seams show."""

MARGIN: Final = 14
BASELINE: Final = 18
FONT: Final = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"

HEAVY, LIGHT = 4, 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One character, where it stands, and how it looks."""

    x: int
    text: str
    colour: str
    bold: bool


async def session_picture(folder: Path) -> str:
    """The picture as SVG; `folder` is an empty place for the session's files."""
    async with running(folder, routine=ROUTINE, recorded=False) as app:
        _go_on(app, MOMENT)
        await app.pilot.pause()
        view = app.live.composer.compose(None)
        foot = f", {view.post} foot" if view.post else ""
        says = f"A live session: {view.word}, {view.number} {view.number_note}. {view.title}{foot}, {view.place}."
        strips = app.app.screen._compositor.render_strips()
        return as_svg(strips, app.app.theme_variables["background"], says)


def _go_on(app: Driven, seconds: int) -> None:
    """Let session time pass; a second at a time, or the session would think that it was stopped."""
    for _ in range(seconds):
        app.clock.pass_seconds(1)
        app.live._look()


def as_svg(strips: Iterable[Strip], background: str, says: str) -> str:
    """The lines of a screen as one SVG document; `says` is its title, for those who do not see it."""
    rows = [list(_cells(strip)) for strip in strips]
    across, down = CELL
    width = max(strip_cells[-1].x + 1 for strip_cells in rows if strip_cells) * across + 2 * MARGIN
    height = len(rows) * down + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
            f"<title>{escape(says)}</title>",
            f'<rect width="{width}" height="{height}" rx="10" fill="{background}"/>',
            f'<g transform="translate({MARGIN} {MARGIN})" font-family="{FONT}" font-size="20">',
            *(shape for y, row in enumerate(rows) for shape in _row(row, y * down)),
            "</g>",
            "</svg>",
            "",
        ]
    )


def _cells(strip: Strip) -> Iterator[Cell]:
    """Every cell of a line, blanks too. All characters of the live view are one cell wide."""
    x = 0
    for text, style, _ in strip:
        colour = style.color if style and style.color else Color.default()
        for character in text:
            yield Cell(x, character, colour.get_truecolor().hex, bool(style and style.bold))
            x += 1


def _row(row: list[Cell], top: int) -> Iterator[str]:
    """The shapes of one line: neighbours that are drawn alike are one."""
    for (drawn, colour, bold), group in groupby(row, lambda cell: (_drawn(cell.text), cell.colour, cell.bold)):
        cells = list(group)
        match drawn:
            case "blank":
                continue
            case "█" | "▒":
                shade = 0.5 if drawn == "▒" else 1.0
                yield _rectangle(Place(cells[0].x * CELL[0], top, len(cells) * CELL[0], CELL[1]), colour, shade)
            case "━" | "─":
                thick = HEAVY if drawn == "━" else LIGHT
                middle = top + (CELL[1] - thick) // 2
                yield _rectangle(Place(cells[0].x * CELL[0], middle, len(cells) * CELL[0], thick), colour)
            case "text":
                yield _text(cells, top, colour, bold=bold)
            case _:
                for cell in cells:
                    yield from _sign(cell, top)


def _drawn(character: str) -> str:
    """How a character is drawn; neighbours with the same answer are drawn together."""
    if character == " ":
        return "blank"
    if character in "█▒━─":
        return character
    return "sign" if character in "●◀▶" or unicodedata.name(character).startswith("BOX DRAWINGS") else "text"


def _text(cells: list[Cell], top: int, colour: str, *, bold: bool) -> str:
    """A word, made as wide as its cells whatever the font."""
    x, width = cells[0].x * CELL[0], len(cells) * CELL[0]
    weight = ' font-weight="bold"' if bold else ""
    word = escape("".join(cell.text for cell in cells))
    return (
        f'<text x="{x}" y="{top + BASELINE}" textLength="{width}" lengthAdjust="spacingAndGlyphs" '
        f'fill="{colour}"{weight}>{word}</text>'
    )


def _sign(cell: Cell, top: int) -> Iterator[str]:
    """A character that joins its neighbours, or that some fonts make into a coloured picture."""
    across, down = CELL
    left, middle = cell.x * across, top + down // 2
    match cell.text:
        case "●":
            yield f'<circle cx="{left + across // 2}" cy="{middle}" r="5" fill="{cell.colour}"/>'
        case "◀":
            yield _triangle(left + across - 1, left + 1, middle, cell.colour)
        case "▶":
            yield _triangle(left + 1, left + across - 1, middle, cell.colour)
        case line:
            yield from _line(line, left, top, cell.colour)


def _line(character: str, left: int, top: int, colour: str) -> Iterator[str]:
    """A box-drawing character; its Unicode name says which ways its strokes go."""
    across, down = CELL
    words = unicodedata.name(character).split()
    thick = HEAVY if "HEAVY" in words else LIGHT
    x, y = left + (across - thick) // 2, top + (down - thick) // 2
    ways = {"HORIZONTAL": "LEFT RIGHT", "VERTICAL": "UP DOWN"}
    for way in " ".join(ways.get(word, word) for word in words).split():
        match way:
            case "LEFT":
                yield _rectangle(Place(left, y, x + thick - left, thick), colour)
            case "RIGHT":
                yield _rectangle(Place(x, y, left + across - x, thick), colour)
            case "UP":
                yield _rectangle(Place(x, top, thick, y + thick - top), colour)
            case "DOWN":
                yield _rectangle(Place(x, y, thick, top + down - y), colour)


def _rectangle(place: Place, colour: str, shade: float = 1.0) -> str:
    x, y, width, height = place
    faint = f' fill-opacity="{shade}"' if shade < 1 else ""
    where = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'<rect {where} fill="{colour}"{faint} shape-rendering="crispEdges"/>'


def _triangle(base: int, point: int, middle: int, colour: str) -> str:
    return f'<path d="M{base} {middle - 6}L{point} {middle}L{base} {middle + 6}Z" fill="{colour}"/>'


def main() -> None:
    """Write the picture."""
    os.environ.pop("NO_COLOR", None)  # whoever wants none in their terminal still makes the same file
    with tempfile.TemporaryDirectory(prefix="footui-picture-") as folder:
        PICTURE.write_text(asyncio.run(session_picture(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
