"""The body as joints: bones of fixed lengths, laid out by angles, seen from the side and looking right.

All lengths are for a person of 38 units; a build makes all of them longer or shorter alike.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from footui.figures.geometry import Point, reach

SPINE: Final = 10.5
NECK: Final = 5.3
"""From the shoulder to the middle of the head."""
UPPER_ARM: Final = 6.3
FOREARM: Final = 6.2
THIGH: Final = 9.3
SHIN: Final = 8.8
HEEL: Final = (-1.5, 1.3)
"""Where the heel's middle lies from the ankle, of a foot that points right."""
BALL: Final = (4.3, 1.7)
TOES: Final = 2.5
SOLE: Final = 2.5
"""How high the ankle is above the floor."""


class Leg(NamedTuple):
    """Directions of the bones of a leg, in degrees; `toes` is how far they are bent up (less than 0) or down."""

    thigh: float
    shin: float
    foot: float = 0
    toes: float = 0


class Arm(NamedTuple):
    """Directions of the bones of an arm, in degrees."""

    upper: float
    forearm: float


class LegJoints(NamedTuple):
    """The joints of one leg."""

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    tip: Point


class ArmJoints(NamedTuple):
    """The joints of one arm."""

    shoulder: Point
    elbow: Point
    hand: Point


class Skeleton(NamedTuple):
    """All joints of a person; the near side is the one that is seen, and that works."""

    build: float
    head: Point
    face: float
    """Which way the face looks, in degrees."""
    shoulder: Point
    hip: Point
    near_leg: LegJoints
    far_leg: LegJoints
    arm: ArmJoints
    """The near one; the far one is behind it."""

    def bones(self) -> dict[str, float]:
        """The length of every bone by its name, in units."""
        lengths = {"spine": self.hip.distance(self.shoulder), "neck": self.shoulder.distance(self.head)}
        for side, leg in (("near", self.near_leg), ("far", self.far_leg)):
            lengths |= {
                f"{side} thigh": leg.hip.distance(leg.knee),
                f"{side} shin": leg.knee.distance(leg.ankle),
                f"{side} heel": leg.ankle.distance(leg.heel),
                f"{side} foot": leg.ankle.distance(leg.ball),
                f"{side} sole": leg.heel.distance(leg.ball),
                f"{side} toes": leg.ball.distance(leg.tip),
            }
        return lengths | {
            "upper arm": self.arm.shoulder.distance(self.arm.elbow),
            "forearm": self.arm.elbow.distance(self.arm.hand),
        }


class Build(NamedTuple):
    """How large a person is drawn: 1 is 38 units tall."""

    size: float

    def leg(self, hip: Point, leg: Leg) -> LegJoints:
        """The joints of a leg."""
        knee = hip.towards(leg.thigh, THIGH * self.size)
        ankle = knee.towards(leg.shin, SHIN * self.size)
        heel, ball = (self._on_foot(ankle, place, leg.foot) for place in (HEEL, BALL))
        return LegJoints(hip, knee, ankle, heel, ball, ball.towards(leg.foot + leg.toes, TOES * self.size))

    def leg_to(self, hip: Point, ankle: Point, foot: float = 0, toes: float = 0, *, knee_forward: bool = True) -> Leg:
        """The directions of a leg whose ankle is to be there; without `knee_forward` it bends the other way."""
        thigh, shin = reach(hip, ankle, THIGH * self.size, SHIN * self.size, clockwise=knee_forward)
        return Leg(thigh, shin, foot, toes)

    def arm(self, shoulder: Point, arm: Arm) -> ArmJoints:
        """The joints of an arm."""
        elbow = shoulder.towards(arm.upper, UPPER_ARM * self.size)
        return ArmJoints(shoulder, elbow, elbow.towards(arm.forearm, FOREARM * self.size))

    def arm_to(self, shoulder: Point, hand: Point, *, elbow_back: bool = True) -> Arm:
        """The directions of an arm whose hand is to be there."""
        return Arm(*reach(shoulder, hand, UPPER_ARM * self.size, FOREARM * self.size, clockwise=not elbow_back))

    def shoulder(self, hip: Point, spine: float) -> Point:
        """Where the shoulder is, for a back that leads this way from the hip."""
        return hip.towards(spine, SPINE * self.size)

    def person(self, hip: Point, spine: float, near_leg: Leg, far_leg: Leg, arm: Arm, *, neck: float = 8) -> Skeleton:
        """All joints; `spine` is where the back leads from the hip, `neck` how far the neck leans forward from it."""
        shoulder = self.shoulder(hip, spine)
        return Skeleton(
            self.size,
            shoulder.towards(spine + neck, NECK * self.size),
            spine + 90 + neck,
            shoulder,
            hip,
            self.leg(hip, near_leg),
            self.leg(hip, far_leg),
            self.arm(shoulder, arm),
        )

    def ankle_over(self, ball: Point, foot: float) -> Point:
        """Where the ankle is when the ball of the foot is there and the foot points that way."""
        offset = self._on_foot(Point(0, 0), BALL, foot)
        return ball.moved(-offset.x, -offset.y)

    def ankle_above(self, heel: Point, foot: float) -> Point:
        """Where the ankle is when the heel's middle is there and the foot points that way."""
        offset = self._on_foot(Point(0, 0), HEEL, foot)
        return heel.moved(-offset.x, -offset.y)

    def _on_foot(self, ankle: Point, place: tuple[float, float], foot: float) -> Point:
        x, y = place
        return ankle.towards(foot, x * self.size).towards(foot + 90, y * self.size)
