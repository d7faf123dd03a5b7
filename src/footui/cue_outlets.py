"""What cues reach a person by in the full-screen app: its terminal, its screen, programs in its environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.app import App

from footui.screens.base import CommandScreen
from footui.session.beside import Outlets
from footui.terminal_driver import send_beside

if TYPE_CHECKING:
    from footui.session.cues import Cue


def cue_outlets(app: App[Any], environment: Mapping[str, str]) -> Outlets:
    """The ways out of this app; each may be called from any thread."""

    def show_now(cue: Cue) -> None:
        if isinstance(app.screen, CommandScreen):
            app.screen.show_cue(cue)

    def show(cue: Cue) -> None:
        if app._loop is not None:  # noqa: SLF001  # no public way to call without waiting
            app._loop.call_soon_threadsafe(show_now, cue)  # noqa: SLF001  # likewise

    def write(text: str) -> None:
        send_beside(app, text)

    return Outlets(environment, write, show)
