"""Points and angles of the figures. x grows to the right, y downwards; angles in degrees, 0 right, 90 down."""

from __future__ import annotations

import math
from typing import NamedTuple


class Point(NamedTuple):
    """A place in a drawing, in its units."""

    x: float
    y: float

    def towards(self, angle: float, distance: float) -> Point:
        """The place so far away in this direction."""
        turn = math.radians(angle)
        return Point(self.x + distance * math.cos(turn), self.y + distance * math.sin(turn))

    def moved(self, x: float, y: float) -> Point:
        """The place so far to the right and down."""
        return Point(self.x + x, self.y + y)

    def distance(self, other: Point) -> float:
        """How far the other place is."""
        return math.hypot(self.x - other.x, self.y - other.y)

    def angle_to(self, other: Point) -> float:
        """In which direction the other place lies."""
        return math.degrees(math.atan2(other.y - self.y, other.x - self.x))


def mix(start: float, end: float, part: float) -> float:
    """The number that lies so far between two others: 0 is the start, 1 the end."""
    return start + (end - start) * part


def between(start: Point, end: Point, part: float) -> Point:
    """The place that lies so far between two others."""
    return Point(mix(start.x, end.x, part), mix(start.y, end.y, part))


def reach(start: Point, end: Point, upper: float, lower: float, *, clockwise: bool) -> tuple[float, float]:
    """The angles of two bones that lead from `start` to `end`; they are stretched out towards what is too far.

    `clockwise` says how the second turns from the first; for a person who looks right, knees do and elbows do not.
    """
    far = max(abs(upper - lower) + 1e-6, min(start.distance(end), upper + lower - 1e-6))
    straight = start.angle_to(end)
    at_start = math.degrees(math.acos(_within((upper**2 + far**2 - lower**2) / (2 * upper * far))))
    at_joint = math.degrees(math.acos(_within((upper**2 + lower**2 - far**2) / (2 * upper * lower))))
    turn = 1 if clockwise else -1
    first = straight - turn * at_start
    return first, first + turn * (180 - at_joint)


def _within(cosine: float) -> float:
    return max(-1.0, min(1.0, cosine))
