"""Figures: the movement of an exercise as pictures in braille. Pure: numbers in, rows of text out.

`figure_of` finds a figure, `Frames` keeps its pictures at one size. docs/figures.md says how one is made.
"""

from __future__ import annotations

from footui.figures.catalogue import figure_of
from footui.figures.figure import Figure, Frames, Rows

__all__ = ["Figure", "Frames", "Rows", "figure_of"]
