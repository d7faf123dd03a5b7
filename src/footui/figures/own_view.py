"""A foot as one sees one's own, toes up: a footprint that sways, and an arrow on its way round."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from footui.figures.arrows import arrow_head
from footui.figures.dots import Cone, Flesh, Layer, Look, Stroke
from footui.figures.drawing import Moment
from footui.figures.geometry import Point

_TOES: Final = ((-3.8, -18.6, 1.9), (-0.4, -19.6, 1.1), (2.0, -18.9, 1.05), (4.2, -17.4, 1.0), (6.1, -15.4, 0.95))
"""Middle and radius of each toe of a right foot, the big one first; the heel's middle is 0, 0."""


def footprint(heel: Point, sway: float, pull: float, size: float = 1.0, *, other: bool = False) -> list[Layer]:
    """The right foot, filled; `sway` is how far it leans to the right, in degrees, `pull` how long it looks (1: all).

    `other` is for the left one.
    """
    turn = math.radians(sway)
    side = -1 if other else 1

    def place(x: float, y: float) -> Point:
        x, y = x * side, y * pull
        return heel.moved(
            size * (x * math.cos(turn) - y * math.sin(turn)), size * (x * math.sin(turn) + y * math.cos(turn))
        )

    sole = (
        Cone(place(0, 0), place(1.2, -6), 3.0 * size, 2.2 * size),
        Cone(place(1.2, -6), place(-1.2, -12.2), 2.2 * size, 3.0 * size),
        Cone(place(1.6, -6), place(3.0, -11.0), 2.2 * size, 2.4 * size),
    )
    toes = [
        Flesh((Cone(place(x, y), place(x, y), r * size, r * size),), Look.PRINT, melt=0.1, halo=0) for x, y, r in _TOES
    ]
    return [Flesh(sole, Look.PRINT, melt=2 * size, halo=0), *toes]


class Circling(NamedTuple):
    """A foot that circles: as one sees it oneself, and how far it is bent down then, in degrees."""

    layers: list[Layer]
    foot: float


def circling(heel: Point, moment: Moment, size: float = 1.0, *, other: bool = False) -> Circling:
    """The foot above `heel`, and the way of its toes; at rest it points straight up."""
    way = 1 if moment.clockwise else -1
    angle = -90 + way * 360 * moment.turn
    across, down = math.cos(math.radians(angle)) * moment.work, math.sin(math.radians(angle)) * moment.work
    middle = heel.moved(0.8 * size, -15 * size)
    layers = footprint(heel, across * 13, 1 - 0.13 * (down + 1) / 2, size, other=other)
    return Circling([*layers, *_way_round(middle, 11 * size, angle, way)], 22 * down)


def _way_round(middle: Point, radius: float, angle: float, way: int) -> list[Layer]:
    """A circle with an arrow head where the foot is on it."""
    circle = tuple(middle.towards(10 * step, radius) for step in range(37))
    return [Stroke(circle, dash=1.5), *arrow_head(middle.towards(angle, radius), angle + 90 * way, 3.0)]
