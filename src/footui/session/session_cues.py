"""The cues of one session: made when its first picture is there, so that nobody waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from footui.core.exercise import Exercise
    from footui.core.player import Player
    from footui.core.settings import CueSettings
    from footui.session.announcer import Announcer
    from footui.session.beside import Outlets
    from footui.session.clock import SessionClock


class SessionCues:
    """Plans what an announcer gives. Nothing is given before `start` or after `close`."""

    def __init__(
        self,
        settings: CueSettings,
        outlets: Outlets,
        clock: SessionClock,
        exercises: Mapping[str, Exercise],
    ) -> None:
        """`exercises` are those of the session's steps, by id: speech names them."""
        self._settings = settings
        self._outlets = outlets
        self._clock = clock
        self._exercises = exercises
        self._announcer: Announcer | None = None
        self._player: Player | None = None

    @property
    def any_on(self) -> bool:
        """Whether there is a cue to be given at all."""
        chosen = self._settings
        return chosen.bell or chosen.colour or chosen.notification or chosen.speech or chosen.own_command

    @property
    def problem(self) -> str:
        """Why a cue could not be given, as a sentence; empty where all is well."""
        return self._announcer.problem if self._announcer else ""

    def start(self) -> None:
        """Begin to give cues."""
        if self._announcer is not None or self._player is None or not self.any_on:
            return
        from footui.session.announcer import Announcer  # noqa: PLC0415  # see above
        from footui.session.channels.choice import chosen_channels  # noqa: PLC0415  # likewise
        from footui.session.spoken_cue import SpokenCues  # noqa: PLC0415  # likewise

        words = SpokenCues(self._player, self._exercises).at
        self._announcer = Announcer(self._clock, chosen_channels(self._settings, self._outlets), words)
        self._announcer.start()
        self.plan(self._player)

    def plan(self, player: Player) -> None:
        """What comes is now as the player has it; nothing, where it does not run."""
        self._player = player
        if self._announcer is not None:
            from footui.session.cues import coming_cues  # noqa: PLC0415  # likewise

            self._announcer.plan(coming_cues(player, self._settings))

    def turn_mute(self) -> bool:
        """Give none until this is called again; whether none is given now."""
        if self._announcer is None:
            return True
        if self._announcer.muted:
            self._announcer.unmute()
        else:
            self._announcer.mute()
        return self._announcer.muted

    def finish(self) -> None:
        """Let the last cue come to its end, then close."""
        if self._announcer is not None:
            self._announcer.finish()

    def close(self) -> None:
        """Give none any more, and leave nothing running."""
        if self._announcer is not None:
            self._announcer.close()

    def end_children(self) -> None:
        """Leave no program running; returns at once, for any thread."""
        if self._announcer is not None:
            self._announcer.end_children()
