"""A canvas of braille dots, drawn on in layers: flesh as round cones that melt into each other, things as lines.

A layer hides what lies under it. Places are in units of the drawing; the canvas knows how many dots a unit is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from footui.figures.geometry import Point

_BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE: Final = 0x2800
_FAR: Final = 1e9
_LINE: Final = 0.72
"""Half the width of an outline, in dots."""
_THIN: Final = 1.9
"""Half the width of flesh, in dots, below which nothing is left between its outlines."""


class Cone(NamedTuple):
    """A round cone: all places near the line between two joints; how near, goes from one radius to the other."""

    start: Point
    end: Point
    start_radius: float
    end_radius: float


class Look(Enum):
    """How flesh is drawn."""

    OUTLINE = "outline"
    FILLED = "filled"
    """What works."""
    PRINT = "print"
    """Filled, but without its edge, so that neighbours stay apart."""


class Flesh(NamedTuple):
    """Cones that melt into each other over `melt` units; `halo` units around them are kept free of what is behind."""

    cones: tuple[Cone, ...]
    look: Look = Look.OUTLINE
    melt: float = 1.5
    halo: float = 0.8


class Stroke(NamedTuple):
    """A line through some places; `dash` is the length of its dashes in units, with gaps of six tenths; 0 for none."""

    points: tuple[Point, ...]
    dash: float = 0


class Shape(NamedTuple):
    """A closed outline that hides what is behind it; `filled` draws it solid."""

    points: tuple[Point, ...]
    filled: bool = False


Layer: TypeAlias = Flesh | Stroke | Shape


class Canvas:
    """Dots for `width` × `height` cells; `scale` dots to a unit, `left` and `top` where the drawing's 0, 0 lies."""

    def __init__(self, width: int, height: int, scale: float, left: float, top: float) -> None:
        """An empty canvas."""
        self._across, self._down = width * 2, height * 4
        self._scale, self._left, self._top = scale, left, top
        self._dots = [bytearray(self._across) for _ in range(self._down)]

    def draw(self, layers: Iterable[Layer]) -> None:
        """Draw layers, the first one at the back."""
        for layer in layers:
            match layer:
                case Flesh():
                    self._draw_flesh(layer)
                case Stroke():
                    self._draw_line([self._place(point) for point in layer.points], layer.dash * self._scale)
                case Shape():
                    self._draw_shape([self._place(point) for point in layer.points], filled=layer.filled)

    def rows(self, *, mirrored: bool = False) -> tuple[str, ...]:
        """The rows of cells; cells without a dot are blanks."""
        return tuple(self._row(top, mirrored) for top in range(0, self._down, 4))

    def _row(self, top: int, mirrored: bool) -> str:
        lines = [line[::-1] if mirrored else line for line in self._dots[top : top + 4]]
        codes = [0] * (self._across // 2)
        for line, bits in zip(lines, _BITS, strict=True):
            for x, dot in enumerate(line):
                if dot:
                    codes[x // 2] |= bits[x % 2]
        return "".join(chr(_BRAILLE + code) if code else " " for code in codes)

    def _place(self, point: Point) -> Point:
        return Point(point.x * self._scale + self._left, point.y * self._scale + self._top)

    # Flesh

    def _draw_flesh(self, flesh: Flesh) -> None:
        scale = self._scale
        melt, halo = flesh.melt * scale, flesh.halo * scale
        cones = [
            Cone(self._place(start), self._place(end), start_radius * scale, end_radius * scale)
            for start, end, start_radius, end_radius in flesh.cones
        ]
        thickest = max(max(cone.start_radius, cone.end_radius) for cone in cones)
        field: dict[int, list[float]] = {}
        for cone in cones:
            self._add_cone(field, cone, melt, max(halo, 1.0) + melt / 2)
        lowest, highest = _edges(flesh.look, thickest)
        for y, distances in field.items():
            line = self._dots[y]
            for x, distance in enumerate(distances):
                if distance < halo:
                    line[x] = 0
                if lowest <= distance <= highest:
                    line[x] = 1

    def _add_cone(self, field: dict[int, list[float]], cone: Cone, melt: float, margin: float) -> None:
        """Lay the distances from a cone into the field, as far as they matter."""
        (ax, ay), (bx, by), r0, r1 = cone
        left, right = _span(min(ax - r0, bx - r1), max(ax + r0, bx + r1), margin, self._across)
        top, bottom = _span(min(ay - r0, by - r1), max(ay + r0, by + r1), margin, self._down)
        length = math.hypot(bx - ax, by - ay)
        ux, uy = ((bx - ax) / length, (by - ay) / length) if length else (1.0, 0.0)
        length = max(length, 1e-9)
        slope = max(-0.999, min(0.999, (r0 - r1) / length))
        flank = math.sqrt(1 - slope * slope)
        hypot = math.hypot
        for y in range(top, bottom):
            line = field.get(y)
            if line is None:
                line = field[y] = [_FAR] * self._across
            py = y + 0.5 - ay
            for x in range(left, right):
                px = x + 0.5 - ax
                along = px * ux + py * uy
                across = abs(px * uy - py * ux)
                where = along * flank - across * slope
                if where < 0:
                    new = hypot(px, py) - r0
                elif where > length * flank:
                    new = hypot(along - length, across) - r1
                else:
                    new = across * flank + along * slope - r0
                old = line[x]
                near = melt - abs(old - new)
                line[x] = min(new, old) - (near * near / (4 * melt) if near > 0 else 0)

    # Lines

    def _draw_line(self, points: Sequence[Point], dash: float = 0) -> None:
        """Dots along the line, one a step, so that it is one dot thin."""
        walked = 0.0
        for start, end in pairwise(points):
            length = start.distance(end)
            steps = max(1, math.ceil(max(abs(end.x - start.x), abs(end.y - start.y))))
            for step in range(steps + 1):
                part = step / steps
                if dash and (walked + part * length) % (dash * 1.6) >= dash:
                    continue
                self._set(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
            walked += length

    def _set(self, x: float, y: float) -> None:
        column, line = math.floor(x + 1e-6), math.floor(y + 1e-6)
        if 0 <= column < self._across and 0 <= line < self._down:
            self._dots[line][column] = 1

    def _draw_shape(self, points: Sequence[Point], *, filled: bool) -> None:
        """Clear or fill the inside, dot by dot along each line of dots, then draw the edge."""
        edges = list(zip(points, [*points[1:], points[0]], strict=True))
        top, bottom = _span(min(point.y for point in points), max(point.y for point in points), 0, self._down)
        for y in range(top, bottom):
            crossings = sorted(
                a.x + (b.x - a.x) * (y + 0.5 - a.y) / (b.y - a.y)
                for a, b in edges
                if (a.y > y + 0.5) != (b.y > y + 0.5)
            )
            for start, end in zip(crossings[::2], crossings[1::2], strict=False):
                left, right = max(0, math.ceil(start - 0.5)), min(self._across, math.floor(end + 0.5))
                if right > left:
                    self._dots[y][left:right] = (b"\1" if filled else b"\0") * (right - left)
        if not filled:
            self._draw_line([*points, points[0]])


def _edges(look: Look, thickest: float) -> tuple[float, float]:
    """From which distance to which dots are drawn; what has no room within its outline becomes one thick line."""
    if look is Look.OUTLINE and thickest < _THIN:
        return -_FAR, -0.3
    if look is Look.OUTLINE:
        return -_LINE, _LINE
    return -_FAR, 0.2 if look is Look.PRINT else _LINE


def _span(low: float, high: float, margin: float, size: int) -> tuple[int, int]:
    """The first dot that matters and the one after the last, within the canvas."""
    return max(0, math.floor(low - margin)), min(size, math.ceil(high + margin) + 1)
