"""A new title for a routine: one line of its file changes, and the file's name follows where nothing goes by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.storage.draft import Draft
from footui.storage.draft_turn import turn
from footui.storage.following import followed
from footui.storage.history import HistoryError
from footui.storage.own_files import free_paths
from footui.storage.problems import clean_path, reason
from footui.storage.routine_file import read_routine
from footui.storage.slug import slugify
from footui.storage.toml_edit import SetKey
from footui.storage.toml_source import TomlSource
from footui.storage.unused_name import move_to_unused

if TYPE_CHECKING:
    from pathlib import Path

    from footui.core.routine import Routine
    from footui.storage.catalogue import Catalogue
    from footui.storage.folders import Folders
    from footui.storage.history import History


class Rename:
    """A title that was changed, and the name of its file; `turn` takes both back, and the next time does them again."""

    def __init__(self, draft: Draft[Routine], before: Path, why_same_name: str = "") -> None:
        """`draft` has the new title and is saved; `before` is where the file stood with the old one."""
        self._draft = draft
        self._places = before, draft.path
        self._is_back = False
        self.why_same_name = why_same_name
        """Why the file has kept its name though the title says another one, as a sentence, or nothing."""

    @property
    def path(self) -> Path:
        """Where the file stands now."""
        return self._draft.path

    @property
    def title(self) -> str:
        """The title it has now."""
        return str(self._draft.table.get("title", self.path.stem))

    def turn(self) -> None:
        """Take it back, or do it again where it was taken back.

        Raises:
            SaveProblem: it was not done; the text says why.
        """
        turn(self._draft, is_back=self._is_back)
        self._is_back = not self._is_back
        self.why_same_name = _moved(self._draft, self._places[0 if self._is_back else 1])


def rename_routine(path: Path, title: str, folders: Folders, catalogue: Catalogue, history: History) -> Rename:
    """Give the routine at `path` another title, by changing that line alone.

    The name of the file follows, unless it is a link, or the history or `[[follow]]` goes by the old name, or nobody
    can say.

    Raises:
        TomlProblems: the file cannot be read at all.
        SaveProblem: nothing was changed; the text says why.
    """

    def read(source: TomlSource) -> Routine:
        return read_routine(source, path.stem, catalogue)

    draft = Draft.open(path, read)
    draft.apply(SetKey(("title",), title))
    draft.save()
    if slugify(title) == path.stem:
        return Rename(draft, path)
    why = _why_same_name(path, folders, history)
    if why:
        return Rename(draft, path, f"The file keeps its name, {clean_path(path.name)}: {why}.")
    why = _moved(draft, next(free_paths(folders, title)))
    return Rename(draft, path, why)


def _moved(draft: Draft[Any], target: Path) -> str:
    """Give the file of a draft another name; why it has its old one still, as a sentence, or nothing."""
    if draft.path == target:
        return ""
    try:
        move_to_unused(draft.path, target)
    except FileExistsError:
        return f"The file keeps its name, {clean_path(draft.path.name)}: {clean_path(target.name)} is there already."
    except OSError as error:
        return f"The file keeps its name, {clean_path(draft.path.name)}: {reason(error)}."
    draft.path = target
    return ""


def _why_same_name(path: Path, folders: Folders, history: History) -> str:
    """Why the file cannot have another name, as the second half of a sentence, or nothing."""
    if path.is_symlink():
        return "it is a link"
    try:
        if history.knows_routine(path.stem):
            return "your history goes by it"
    except HistoryError:
        return "your history may go by it, and cannot be read now"
    read = followed(folders)
    if read.of(path.stem) is not None:
        return "config.toml follows it by that name"
    if read.problems:
        return "config.toml has a problem, and may follow it by that name"
    return ""
