"""What is looked at now and then behind the list of routines: whether files changed, what was done and is followed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from footui.screens.shelf import Shelf
from footui.storage.folder_stamps import Stamps, stamps_of
from footui.storage.following import followed
from footui.storage.history import HistoryError
from footui.storage.listing import toml_files
from footui.storage.problems import Problem


class Look(NamedTuple):
    """What was found at one moment."""

    files: Stamps | None = None
    """Of the person's routines and exercises; None before the first look."""
    last_done: Mapping[str, datetime] | None = None
    """When the last session of each routine began, by slug; None where nobody can say."""
    followed: frozenset[str] = frozenset()
    """The slugs of the routines that the person follows."""
    folder_problems: tuple[Problem, ...] = ()
    """Why the folder of routines cannot be looked into."""


class RoutinesWatch:
    """Looks, in a thread."""

    def __init__(self, shelf: Shelf) -> None:
        """At the folders and the history of this shelf."""
        self._folders = shelf.folders
        self._history = shelf.history
        self._history_seen: Stamps | None = None
        self._last_done: Mapping[str, datetime] | None = None
        self._config_seen: Stamps | None = None
        self._followed: frozenset[str] = frozenset()

    def look(self) -> Look:
        """What there is now. The history is read only where it has changed: it may be years long."""
        files = stamps_of(self._folders.routines, self._folders.exercises)
        history = stamps_of(self._folders.history_file)
        if history != self._history_seen:
            try:
                self._last_done = self._history.last_done()
            except HistoryError:
                self._last_done = None
            self._history_seen = history
        config = stamps_of(self._folders.config_file)
        if config != self._config_seen:
            self._followed = frozenset(follow.routine for follow in followed(self._folders).follows)
            self._config_seen = config
        return Look(files, self._last_done, self._followed, tuple(toml_files(self._folders.routines)[1]))
