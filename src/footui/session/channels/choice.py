"""Makes the channels that are switched on, or one of them to be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from footui.session.channels.bell import Bell
from footui.session.channels.colour import Colour
from footui.session.channels.notification import Notification
from footui.session.channels.own_command import OwnCommand
from footui.session.channels.speech import Speech
from footui.session.channels.terminal_facts import terminal_facts

if TYPE_CHECKING:
    from footui.core.settings import CueSettings
    from footui.session.beside import Outlets
    from footui.session.channels.channel import Channel

NAMES: Final = ("bell", "colour", "notification", "speech", "own_command")
"""As the settings call them; in the order in which they get a cue: what starts a program comes last."""


def chosen_channels(settings: CueSettings, outlets: Outlets) -> dict[str, Channel]:
    """The channels that are on, by name."""
    return {name: channel(name, settings, outlets) for name in NAMES if getattr(settings, name)}


def channel(name: str, settings: CueSettings, outlets: Outlets) -> Channel:
    """One channel, whether it is on or not."""
    facts = terminal_facts(outlets.environment)
    match name:
        case "bell":
            return Bell(outlets.write)
        case "colour":
            return Colour(outlets.show)
        case "notification":
            return Notification(facts, outlets.write)
        case "speech":
            return Speech(outlets.environment, facts, settings.voice, over_ssh=settings.speech_over_ssh)
        case "own_command":
            return OwnCommand(settings.command, outlets.environment)
        case _:
            raise ValueError(f"no such channel: {name}")
