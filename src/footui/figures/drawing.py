"""What a movement draws at a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from footui.figures.dots import Layer


class Moment(NamedTuple):
    """Where a movement is."""

    work: float = 1.0
    """0 at rest, 1 at work."""
    turn: float = 0.0
    """How much of one round of a movement that goes on is over, from 0 to 1."""
    clockwise: bool = True
    """Which way a circle goes."""


class Drawing(NamedTuple):
    """A picture in layers, back to front, within 56 × 40 units, and the bones in it by name with their lengths."""

    layers: tuple[Layer, ...]
    bones: Mapping[str, float]


Movement: TypeAlias = Callable[[Moment], Drawing]
