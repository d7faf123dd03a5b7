"""The history: what was done day by day, each session in full, and how every exercise went; place 4."""

from __future__ import annotations

from footui.commands import Place
from footui.screens.base import bindings_of
from footui.screens.history.suggesting import HistorySuggesting
from footui.screens.history.view import HistorySuggestion

__all__ = ["HistoryScreen", "HistorySuggestion"]


class HistoryScreen(HistorySuggesting):
    """Every session that was ever written down, by weeks."""

    PLACES = (Place.HISTORY, Place.LISTS, Place.EDITING, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES, Place.SESSION_PAGE, Place.CORRECTING)
    NAME = "history"
