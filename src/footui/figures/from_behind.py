"""A person as somebody behind sees them: for steps to the side."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from footui.figures.dots import Cone, Flesh, Layer, Look
from footui.figures.geometry import Point, reach
from footui.figures.skeleton import SHIN, SPINE, THIGH
from footui.figures.things import GROUND

_SIZE: Final = 0.93
_HIP: Final = 1.9
"""How far a hip joint is from the middle, and how far a shoulder."""
_SHOULDER: Final = 3.7
_ANKLE: Final = 2.3
_THIGH: Final = THIGH * _SIZE
_SHIN: Final = SHIN * _SIZE
_SPINE: Final = SPINE * _SIZE
_FOOT: Final = (1.2, 1.5)
"""From the ankle to the middle of the foot, which points away from who looks; and from there to the toes."""


class _Leg(NamedTuple):
    hip: Point
    knee: Point
    ankle: Point
    ball: Point
    tip: Point


class Behind(NamedTuple):
    """Somebody from behind, the hands on a wall; the near foot is the one at the right."""

    middle: float
    near: float
    """Where the near foot stands, in units to the right of the middle of the body."""
    far: float
    shins: bool = True
    """Whether the shins are filled too, not the feet alone."""

    def _hip_y(self) -> float:
        """As low as the leg that stands further out needs it."""
        out = max(abs(self.near - _HIP), abs(self.far + _HIP))
        return GROUND - _ANKLE - math.sqrt((_THIGH + _SHIN - 0.3) ** 2 - out**2)

    def _leg(self, at: float, side: int) -> _Leg:
        hip = Point(self.middle + _HIP * side, self._hip_y())
        ankle = Point(self.middle + at, GROUND - _ANKLE)
        thigh, shin = reach(hip, ankle, _THIGH, _SHIN, clockwise=side > 0)
        knee = hip.towards(thigh, _THIGH)
        ankle = knee.towards(shin, _SHIN)
        ball = ankle.towards(90 - 30 * side, _FOOT[0])
        return _Leg(hip, knee, ankle, ball, ball.towards(90 - 80 * side, _FOOT[1]))

    def bones(self) -> dict[str, float]:
        """The length of every bone by its name, in units."""
        lengths = {"spine": _SPINE}
        for name, leg in (("near", self._leg(self.near, 1)), ("far", self._leg(self.far, -1))):
            lengths |= {
                f"{name} thigh": leg.hip.distance(leg.knee),
                f"{name} shin": leg.knee.distance(leg.ankle),
                f"{name} foot": leg.ankle.distance(leg.ball),
                f"{name} toes": leg.ball.distance(leg.tip),
            }
        return lengths

    def layers(self) -> list[Layer]:
        """The far leg, which crosses in front and so is behind for who looks, the near one, and the trunk."""
        layers: list[Layer] = []
        for leg in (self._leg(self.far, -1), self._leg(self.near, 1)):
            calf = (Cone(leg.knee, leg.ankle, 1.9, 1.2),)
            foot = (Cone(leg.ankle, leg.ball, 1.3, 1.2), Cone(leg.ball, leg.tip, 1.2, 1.0))
            layers += [
                Flesh((Cone(leg.hip, leg.knee, 2.7, 1.8), *calf, *foot)),
                Flesh((*calf, *foot) if self.shins else foot, Look.FILLED, halo=0),
            ]
        hip = Point(self.middle, self._hip_y())
        shoulder = hip.moved(0, -_SPINE)
        head = shoulder.moved(0, -5.2)
        trunk = [
            Cone(hip.moved(-1.6, -0.6), hip.moved(1.6, -0.6), 2.9, 2.9),
            Cone(hip.moved(0, -1), shoulder.moved(0, 1.5), 3.4, 3.2),
            Cone(shoulder.moved(-2.6, 0.6), shoulder.moved(2.6, 0.6), 2.0, 2.0),
            Cone(shoulder, head, 1.2, 1.2),
            Cone(head, head.moved(0, 0.6), 2.7, 2.4),
        ]
        layers.append(Flesh(tuple(trunk)))
        for side in (-1, 1):
            top = shoulder.moved(_SHOULDER * side, 0.6)
            elbow = top.moved(2.8 * side, 5.2)
            hand = elbow.moved(1.4 * side, -6.2)
            layers.append(Flesh((Cone(top, elbow, 1.3, 1.2), Cone(elbow, hand, 1.2, 1.0)), melt=1))
        return layers
