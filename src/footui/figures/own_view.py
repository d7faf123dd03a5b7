"""A foot as one sees one's own, toes up: a footprint that sways, and an arrow on its way round."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final, NamedTuple

from footui.figures.arrows import arrow_head
from footui.figures.dots import Cone, Flesh, Layer, Look, Shape, Stroke
from footui.figures.drawing import Moment
from footui.figures.geometry import Point, between

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


_ROOTS: Final = (
    (-6.6, -20.0, 2.6, 6.4),
    (-2.4, -21.6, 1.7, 5.6),
    (1.2, -21.2, 1.6, 5.0),
    (4.5, -19.8, 1.5, 4.2),
    (7.4, -17.4, 1.4, 3.4),
)
"""Root, radius and length of each toe of a right foot near by, the big one first; the heel's middle is 0, 0."""


def toes_from_above(heel: Point, spread: float, *, corks: bool = False, band: bool = False) -> list[Layer]:
    """The right foot near by in outline, its toes filled and spread so far: 0 not at all, 1 as far as they go.

    `corks` lie between the toes; a `band` goes round them.
    """
    toes: list[Layer] = []
    tips: list[Point] = []
    for place, (x, y, radius, length) in enumerate(_ROOTS):
        root = heel.moved(x + 0.5 * spread * (place - 1.6), y)
        tip = root.towards(-92 + 4 * place + spread * 11 * (place - 1.4), length)
        tips.append(between(root, tip, 0.6))
        toes.append(Flesh((Cone(root, tip, radius * 0.9, radius),), Look.PRINT, melt=0.1, halo=0))
    sole = (
        Cone(heel, heel.moved(0.6, -10), 5.2, 4.6),
        Cone(heel.moved(0.6, -10), heel.moved(-4.2, -17), 4.6, 4.8),
        Cone(heel.moved(1.6, -9), heel.moved(5.0, -15.2), 4.6, 3.8),
        Cone(heel.moved(-4.2, -17), heel.moved(5.0, -15.2), 4.6, 3.8),
    )
    if band:
        ends = [tips[0].moved(-_ROOTS[0][2] - 0.6, 0), *tips, tips[-1].moved(_ROOTS[-1][2] + 0.6, 0)]
        edges = [place.moved(0, -1.4) for place in ends] + [place.moved(0, 1.4) for place in reversed(ends)]
        return [Flesh(sole, melt=3), *toes, Shape(tuple(edges))]
    soft: list[Layer] = []
    if corks:
        for left, right in pairwise(tips):
            soft += [Shape(tuple(between(left, right, 0.5).towards(45 * step, 1.5) for step in range(8)))]
    return [Flesh(sole, melt=3), *toes, *soft]


_FRONT: Final = ((9.0, 4.2), (2.2, 2.8), (-2.9, 2.5), (-7.4, 2.2), (-11.2, 1.9))
"""How far to the right each toe of a right foot from the front is, the big one first, and its radius."""


def foot_from_front(middle: Point, lean: float, big: float, others: float, *, knee: bool = False) -> list[Layer]:
    """A right foot that stands on the floor, from the front; its lower leg leans so many degrees to the right.

    `big` and `others` are how far up the toes are, from 0 to 1; what is up is filled. `knee` shows the leg up to it.
    """
    ankle = middle.moved(1, -16)
    top = ankle.towards(-90 + lean, 17 if knee else 40)
    foot = (
        Cone(ankle, middle.moved(7, -6), 5.0, 4.6),
        Cone(ankle, middle.moved(-8, -4.5), 4.4, 3.2),
        Cone(middle.moved(7, -6), middle.moved(-8, -4.5), 4.6, 3.2),
    )
    layers: list[Layer] = [Flesh((*foot, Cone(ankle, top, 4.6, 5.8)), melt=3)]
    if knee:
        layers.append(Flesh((Cone(ankle, top, 4.6, 5.8),), Look.FILLED, halo=0))
    for place, (x, radius) in enumerate(_FRONT):
        up = others if place else big
        toe = middle.moved(x, -radius - 8 * up)
        layers.append(Flesh((Cone(toe, toe, radius, radius),), Look.FILLED if up > 0.1 else Look.OUTLINE, halo=0.9))
    return layers


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
