"""Movements that train balance, standing and walking."""

from __future__ import annotations

from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind, lifted_behind
from footui.figures.dots import Cone, Flesh, Layer, Stroke
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, mix
from footui.figures.own_view import footprint
from footui.figures.skeleton import SOLE, Build, Leg
from footui.figures.things import GROUND

BUILD: Final = Build(0.94)
STANDS: Final = Works(foot=True, shin=True)
BOTH: Final = Works(foot=True, shin=True, both=True)
_ANKLE: Final = GROUND - SOLE * BUILD.size
_TOP: Final = GROUND - 20.5
"""The height of the worktop."""


def single_leg_stand(moment: Moment) -> Drawing:
    """One foot is lifted, the hand lets go of the worktop."""
    return _on_one_leg(moment.work, 28)


def eyes_open(moment: Moment) -> Drawing:
    """One foot is lifted, the eyes stay open."""
    return _on_one_leg(moment.work, 13, [*face(Point(45.5, 16), closed=False)])


def eyes_closed(moment: Moment) -> Drawing:
    """One foot is lifted, then the eyes are closed."""
    return _on_one_leg(moment.work, 13, [*face(Point(45.5, 16), closed=moment.work > 0.6)])


def stand_knee_bent(moment: Moment) -> Drawing:
    """One foot is lifted, the knee of the other leg is a little bent."""
    return _on_one_leg(moment.work, 28, bend=2.4 * moment.work)


def one_leg_bend(moment: Moment) -> Drawing:
    """On one leg, its knee bends over the ball of the foot."""
    bend = 3.8 * moment.work
    down = arrow(Point(15, 14), Point(15, 21))
    return _on_one_leg(1, 28, coming(moment.work, down), bend=bend, spine=mix(-88, -78, moment.work))


def _on_one_leg(
    work: float, x: float, more: list[Layer] | None = None, *, bend: float = 0, spine: float = -89
) -> Drawing:
    """Somebody at a worktop who lifts the far foot, with what else there is to see."""
    hip = Point(x + 0.2 * bend, GROUND - 19.7 * BUILD.size + bend)
    near = BUILD.leg_to(hip, Point(x - 0.6, _ANKLE))
    far = Leg(mix(88, 76, work), mix(92, 166, work), mix(0, 96, work))
    shoulder = BUILD.shoulder(hip, spine)
    hand = Point(x + mix(11.3, 10.3, work), _TOP - mix(0.8, 3.4, work))
    person = BUILD.person(hip, spine, near, far, BUILD.arm_to(shoulder, hand))
    lift = coming(work, arc_arrow(hip.moved(0, 8), 11, 118, 160)) if work < 1 else []
    floor = things.floor(right=x + 20)
    top = things.table(x + 10.5, x + 18.5, _TOP, x + 16.5)
    return Drawing((*lifted_behind(person), *top, *before(person, STANDS), *lift, *(more or []), floor), person.bones())


def face(middle: Point, *, closed: bool) -> list[Layer]:
    """A face from the front, the eyes open or closed."""
    layers: list[Layer] = [Flesh((Cone(middle.moved(0, -2), middle.moved(0, 3.5), 9.4, 7.6),))]
    for side in (-1, 1):
        eye = middle.moved(3.8 * side, -1.5)
        if closed:
            layers.append(Stroke(tuple(eye.towards(angle, 2.4) for angle in range(0, 181, 15))))
        else:
            layers += [*things.ball(eye, 2.1), Flesh((Cone(eye, eye, 0.8, 0.8),), halo=0)]
    nose = Stroke((middle.moved(0, 2.2), middle.moved(0, 4)))
    return [*layers, nose, Stroke((middle.moved(-2.6, 7.2), middle.moved(2.6, 7.2)))]


def tandem_stand(moment: Moment) -> Drawing:
    """One foot straight in front of the other, heel to toe; the prints show it from above."""
    work = moment.work
    hip = Point(8.5, GROUND - mix(19.7, 19.2, work) * BUILD.size)
    near = BUILD.leg_to(hip, Point(mix(8, 11.2, work), _ANKLE))
    far = BUILD.leg_to(hip, Point(mix(8, 3.4, work), _ANKLE))
    shoulder = BUILD.shoulder(hip, -89)
    person = BUILD.person(hip, -89, near, far, BUILD.arm_to(shoulder, Point(18, _TOP - 0.8)))
    inwards = max(0.0, work - 0.75) * 4  # First it goes past the other foot, then in line with it.
    prints = [
        *footprint(Point(mix(47, 43, inwards), mix(29.5, 16.8, work)), 0, 1, 0.8),
        *footprint(Point(mix(38, 43.6, inwards), mix(29.5, 36.4, work)), 0, 1, 0.8, other=True),
    ]
    way = coming(work, arrow(Point(52.5, 20), Point(52.5, 10)))
    layers = [*behind(person, BOTH), *things.table(17, 26, _TOP, 24), *before(person, STANDS)]
    return Drawing((*layers, *prints, *way, things.floor(right=27)), person.bones())
