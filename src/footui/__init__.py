"""footui: a guided foot exercise session in the terminal, exact to the second.

A routine file is compiled into a timeline, a player walks the timeline by the clock, screens show the player.
ARCHITECTURE.md leads through the layers.
"""

from __future__ import annotations

from typing import Final

__version__: Final = "0.1.0"
"""The version of the program and of the wheel; pyproject.toml reads it from here."""
