"""What a person follows, as `config.toml` has it: read, and one routine taken up or left, all else as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from footui.core.schedule import Follow
    from footui.storage.draft import Draft
    from footui.storage.folders import Folders
    from footui.storage.problems import Problem
    from footui.storage.toml_edit import Edit
    from footui.storage.toml_source import TomlSource

ATTEMPTS: Final = 3
"""How often the file may have changed between reading and writing before that is said."""

_TABLES: Final = ("follow",)


class ReadFollowed(NamedTuple):
    """What is followed, in the order of the file, the settings beside it, and what is wrong in the file."""

    follows: tuple[Follow, ...] = ()
    settings: Settings = DEFAULTS
    problems: tuple[Problem, ...] = ()

    @property
    def day_start(self) -> time:
        """When the person's day begins."""
        return self.settings.day_start

    def of(self, slug: str) -> Follow | None:
        """How a routine is followed: of several times the last; None where it is not."""
        return next((follow for follow in reversed(self.follows) if follow.routine == slug), None)


def followed(folders: Folders) -> ReadFollowed:
    """What is followed as the file says it now; of a file that is no TOML nothing holds."""
    if not os.path.lexists(folders.config_file):
        return ReadFollowed()
    from footui.storage.config_fields import config_of  # noqa: PLC0415  # before the first picture, for most people
    from footui.storage.toml_source import TomlProblems, read_toml_file  # noqa: PLC0415  # as above

    try:
        return ReadFollowed(*config_of(read_toml_file(folders.config_file, str(folders.config_file))))
    except TomlProblems as error:
        return ReadFollowed(problems=tuple(error.problems))


def follow(folders: Folders, slug: str, since: date) -> Follow | None:
    """Take up a routine, due from the day `since` on; gives how it was followed already, and then changes nothing.

    The file is made where there is none. Raises `SaveProblem`; the file is then as it was.
    """

    def edits(draft: Draft[ReadFollowed]) -> list[Edit]:
        from footui.storage.toml_edit import InsertTable  # noqa: PLC0415  # likewise

        if _as_read(draft).of(slug) is not None:
            return []
        at = len(draft.table.get("follow", ()))
        return [InsertTable(_TABLES, at, {"routine": slug, "since": since})]

    return _edited(folders, edits).of(slug)


def unfollow(folders: Folders, slug: str) -> bool:
    """Leave a routine: its tables go, with their own comments; whether it was followed.

    Raises `SaveProblem`; the file is then as it was.
    """
    if not os.path.lexists(folders.config_file):
        return False

    def edits(draft: Draft[ReadFollowed]) -> list[Edit]:
        from footui.storage.toml_edit import RemoveTables  # noqa: PLC0415  # likewise

        tables = draft.table.get("follow", ())
        places = [place for place, table in enumerate(tables) if table.get("routine") == slug]
        return [RemoveTables(_TABLES, places)] if places else []

    return _edited(folders, edits).of(slug) is not None


def _edited(folders: Folders, edits: Callable[[Draft[ReadFollowed]], list[Edit]]) -> ReadFollowed:
    """Make the edits that fit the file and save it; what it said before."""
    from footui.storage.problems import AlreadyThere, ChangedElsewhere  # noqa: PLC0415  # likewise

    for _ in range(ATTEMPTS):
        draft = _opened(folders)
        before = _as_read(draft)
        asked = edits(draft)
        if not asked:
            return before
        draft.apply(*asked)
        try:
            draft.save()
        except (ChangedElsewhere, AlreadyThere):
            continue
        return before
    from footui.storage.config_edit import refused  # noqa: PLC0415  # likewise

    raise refused("it is being changed elsewhere all the time", "Try again")


def _opened(folders: Folders) -> Draft[ReadFollowed]:
    """The file to be edited; one with problems is not."""
    from footui.storage.config_edit import refused_for  # noqa: PLC0415  # likewise
    from footui.storage.draft import Draft  # noqa: PLC0415  # likewise
    from footui.storage.folders import make_private_folder  # noqa: PLC0415  # likewise
    from footui.storage.toml_source import TomlProblems  # noqa: PLC0415  # likewise

    if not os.path.lexists(folders.config_file):
        make_private_folder(folders.config)
        return Draft.new(folders.config_file, "", _read)
    try:
        draft = Draft.open(folders.config_file, _read)
    except TomlProblems as error:
        raise refused_for(error) from error
    if draft.problems:
        raise refused_for(TomlProblems(draft.problems))
    return draft


def _read(source: TomlSource) -> ReadFollowed:
    """What a file says that has no problems; raises `TomlProblems`."""
    from footui.storage.config_fields import config_of  # noqa: PLC0415  # likewise
    from footui.storage.toml_source import TomlProblems  # noqa: PLC0415  # likewise

    read = ReadFollowed(*config_of(source))
    if read.problems:
        raise TomlProblems(read.problems)
    return read


def _as_read(draft: Draft[ReadFollowed]) -> ReadFollowed:
    return draft.model or ReadFollowed()
