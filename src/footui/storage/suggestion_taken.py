"""A suggestion that was taken: the smallest edit of the person's own file, or of a copy of a shipped one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from footui.core.progression import Suggestion
from footui.storage.draft import Draft, Outside
from footui.storage.draft_turn import turn
from footui.storage.folders import make_private_folder
from footui.storage.listing import Origin
from footui.storage.problems import AlreadyThere, SaveProblem, clean_path
from footui.storage.routine_file import read_routine
from footui.storage.toml_edit import Edit, InsertTable, SetKey
from footui.storage.trash import Trashed, bring_back, move_to_trash

if TYPE_CHECKING:
    from footui.core.routine import Routine
    from footui.storage.catalogue import Catalogue
    from footui.storage.folders import Folders
    from footui.storage.library import RoutineEntry
    from footui.storage.toml_source import TomlSource

_HAS_NO_MEANING_ON_ONE_SIDE = "first"


class Taken:
    """A suggestion that stands in a file; `turn` takes it back, and the next time does it again."""

    def __init__(
        self,
        draft: Draft[Routine],
        suggested: Suggestion,
        folders: Folders,
        wall: Callable[[], datetime],
        *,
        copied: bool,
    ) -> None:
        """`draft` is saved; `copied` says that its file was not there before."""
        self._draft, self._suggested, self._folders, self._wall = draft, suggested, folders, wall
        self._copied = copied
        self._trashed: Trashed | None = None
        self.is_back = False
        """Whether it is taken back at present."""

    @property
    def said(self) -> str:
        """What holds now, and where it stands."""
        name = _name(self._draft)
        if not self.is_back:
            where = f"a copy of your own, {name}, in place of the shipped one" if self._copied else name
            return f"{self._suggested.done}. Written in {where}."
        if self._trashed is not None:
            return f"Taken back: the shipped routine is in its place again. Your copy: {self._trashed.said}"
        return f"Taken back: {name} is as it was."

    def turn(self) -> None:
        """Take it back, or do it again where it was taken back.

        Raises:
            SaveProblem: it was not done; the text says why.
        """
        if self._copied:
            self._turn_copy()
        else:
            turn(self._draft, is_back=self.is_back)
        self.is_back = not self.is_back

    def _turn_copy(self) -> None:
        """Move the copy to the trash, or back; not what somebody has changed since."""
        if self._trashed is not None:
            bring_back(self._trashed)
            self._trashed = None
            return
        if self._draft.look() not in (Outside.SAME, Outside.GONE):
            raise SaveProblem(f"{_name(self._draft)} was changed since. It stays as it is.")
        self._trashed = move_to_trash(self._draft.path, self._folders, self._wall())


def take(
    entry: RoutineEntry, suggested: Suggestion, folders: Folders, catalogue: Catalogue, wall: Callable[[], datetime]
) -> Taken:
    """Write a suggestion for this routine down, and nothing else.

    Raises:
        SaveProblem: nothing was written; the text says why.
        TomlProblems: the file cannot be read any more.
    """
    copied = entry.origin is not Origin.OWN
    draft = _copy(entry, folders, catalogue) if copied else _own(entry, catalogue)
    routine, place = draft.model, suggested.step - 1
    before = entry.routine
    if (
        before is None
        or routine is None
        or routine.level != before.level
        or routine.steps[place : place + 1] != before.steps[place : place + 1]
    ):
        raise SaveProblem(
            f"routines/{draft.path.name} was changed meanwhile, so nothing was written. Look at it again."
        )
    draft.apply(*_edits(suggested, draft.table["steps"][place]))
    try:
        draft.save()
    except AlreadyThere as error:
        raise SaveProblem(f"{_name(draft)} is there by now, so nothing was written.") from error
    return Taken(draft, suggested, folders, wall, copied=copied)


def _name(draft: Draft[Routine]) -> str:
    """The file as a sentence names it: “routines/my-ankles.toml”."""
    return f"routines/{clean_path(draft.path.name)}"


def _edits(suggested: Suggestion, table: dict[str, object]) -> list[Edit]:
    place = suggested.step - 1
    edits: list[Edit] = [SetKey(("steps", place, key), value) for key, value in suggested.keys]
    if suggested.copy_keys:
        copy = {key: value for key, value in table.items() if key != _HAS_NO_MEANING_ON_ONE_SIDE}
        edits.append(InsertTable(("steps",), place + 1, {**copy, **dict(suggested.copy_keys)}))
    return edits


def _own(entry: RoutineEntry, catalogue: Catalogue) -> Draft[Routine]:
    if entry.path is None:
        raise SaveProblem("This routine has no file, so nothing was written.")
    return Draft.open(entry.path, _reader(entry.slug, catalogue))


def _copy(entry: RoutineEntry, folders: Folders, catalogue: Catalogue) -> Draft[Routine]:
    """A file that is not there yet, with the text of the shipped one."""
    make_private_folder(folders.routines)
    return Draft.new(folders.routines / f"{entry.slug}.toml", entry.text, _reader(entry.slug, catalogue))


def _reader(slug: str, catalogue: Catalogue) -> Callable[[TomlSource], Routine]:
    return lambda source: read_routine(source, slug, catalogue)
