"""Movements of the ankle in which one sees one's own foot at the right: against a band, and writing in the air."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, coming
from footui.figures.body import before, behind
from footui.figures.dots import Cone, Flesh, Layer, Look, Shape, Stroke
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, between
from footui.figures.own_view import footprint
from footui.figures.sitting import SMALL, on_chair, sits_on_chair
from footui.figures.skeleton import Build, Leg

_LETTER: Final = (Point(34.5, 32), Point(44.5, 5), Point(54.5, 32), Point(51, 22.6), Point(38, 22.6))
"""A letter A, in one stroke."""


def band_inversion(moment: Moment) -> Drawing:
    """The sole turns inwards, a band pulls the forefoot outwards."""
    return _against_band(moment.work, -1)


def band_eversion(moment: Moment) -> Drawing:
    """The sole turns outwards, a band pulls the forefoot inwards."""
    return _against_band(moment.work, 1)


def _against_band(work: float, way: int) -> Drawing:
    """The foot leans to the left, -1, or to the right, 1, away from the leg of a chair that holds the band."""
    hip, seat = on_chair(SMALL, 6)
    leg = SMALL.leg_to(hip, hip.moved(7.5, 9.1 * SMALL.size))
    person = sits_on_chair(SMALL, hip, leg, leg)
    size, sway = 1.25, 24 * way * work
    heel = Point(40 - 1.5 * way, 35)
    post = Point(40 - 14.6 * way, 16)
    ball = heel.towards(-90 + sway, 14.5 * size)
    edge = ball.towards(sway + (180 if way > 0 else 0), 4.6 * size)
    print_ = footprint(heel, sway, 1, size)
    bands = [things.band(edge.moved(0, y), post.moved(-0.6 * way, y * 0.6)) for y in (-1.6, 1.6)]
    corners = tuple(post.moved(x, y) for x, y in ((-1.3, -2.5), (1.3, -2.5), (1.3, 2.5), (-1.3, 2.5)))
    turn = coming(work, arc_arrow(heel, 31, -90 + 4 * way, -90 + 24 * way))
    layers = [*behind(person), *seat, *before(person), *print_, *bands, Shape(corners, filled=True), *turn]
    return Drawing((*layers, things.floor(right=22)), person.bones())


def alphabet(moment: Moment) -> Drawing:
    """On a chair, one heel free: the foot writes a letter in the air."""
    build = Build(1.0)
    hip, seat = on_chair(build, 7)
    written, pen = _written((moment.turn + 0.125) * moment.work)
    up = (18 - pen.y) / 13 * moment.work
    near = Leg(-6, 32, -24 - 24 * up)
    far = build.leg_to(hip, hip.moved(8 * build.size, 9.1 * build.size))
    person = sits_on_chair(build, hip, near, far)
    letter: list[Layer] = [Stroke(_LETTER, dash=1.2)]
    if moment.work:
        letter = [Flesh(tuple(Cone(start, end, 0.7, 0.7) for start, end in pairwise(written)), Look.FILLED, 0.1, 0)]
        letter += [Stroke(_LETTER, dash=1.2), Flesh((Cone(pen, pen, 1.6, 1.6),), Look.FILLED)]
    layers = [*behind(person), *seat, *before(person), *letter, things.floor(right=28)]
    return Drawing(tuple(layers), person.bones())


def _written(part: float) -> tuple[list[Point], Point]:
    """What is written when so much of the letter is done, and where the pen is."""
    lines = list(pairwise(_LETTER))
    left = part * sum(start.distance(end) for start, end in lines)
    written = [_LETTER[0]]
    for start, end in lines:
        length = start.distance(end)
        written.append(between(start, end, min(1.0, left / length)))
        left -= length
        if left <= 0:
            break
    return written, written[-1]
