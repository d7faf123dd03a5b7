"""Adding a step from the catalogue to a routine of the person's own, and taking it out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from footui.core.dose import Timing
from footui.core.wording import dose_sentence
from footui.screens.routine_deeds import Done
from footui.storage.draft import Draft
from footui.storage.folders import Folders, make_private_folder
from footui.storage.own_files import free_paths
from footui.storage.problems import AlreadyThere, ChangedElsewhere, SaveProblem
from footui.storage.routine_file import read_routine
from footui.storage.toml_edit import InsertTable

if TYPE_CHECKING:
    from footui.core.routine import Routine
    from footui.screens.catalogue_marked import ChosenDose
    from footui.storage.catalogue import Catalogue
    from footui.storage.toml_source import TomlSource


class Addition:
    """A step at the end of a routine's file; it can be taken out again while the file is as it was left."""

    def __init__(self, draft: Draft[Routine], routine: str, chosen: ChosenDose) -> None:
        """What was added is saved already; `routine` is the title of the routine."""
        self._draft = draft
        self._is_in = True
        self._routine = routine
        self._exercise = chosen.title
        timing = draft.model.timing if draft.model else Timing()
        self._dose = dose_sentence(chosen.dose, chosen.dose.timing.over(timing)).replace(" · ", ", ")

    @property
    def said(self) -> str:
        """What was done: “Toe walking added to Evening toes: move 20 s × 5 sets, rest 10 s.”, and the way back."""
        return f"{self._exercise} added to {self._routine}: {self._dose}. u takes it out again."

    def turn(self, key: str) -> Done:
        """Take it out, or add it once more where it was taken out; `key` is the one that turns it again.

        Raises:
            SaveProblem: the file is as it was; the text says why.
        """
        done = Done(self._take_out() if self._is_in else self._add_again())
        self._is_in = not self._is_in
        return done

    def _take_out(self) -> str:
        self._draft.undo()
        try:
            self._draft.save()
        except SaveProblem as problem:
            self._draft.redo()
            if isinstance(problem, ChangedElsewhere):
                raise SaveProblem(
                    f"{self._routine} was changed elsewhere since; nothing was taken out of it. Its builder can."
                ) from problem
            raise
        return f"{self._exercise} taken out of {self._routine} again."

    def _add_again(self) -> str:
        self._draft.redo()
        try:
            self._draft.save()
        except SaveProblem:
            self._draft.undo()
            raise
        return self.said


def add_step(path: Path, title: str, chosen: ChosenDose, catalogue: Catalogue) -> Addition:
    """Add a step at the end of the routine's file at `path`, and save it; `title` is that of the routine.

    Raises:
        TomlProblems: the file cannot be read as TOML.
        SaveProblem: nothing was changed; the text says why, as `footui check` does where the step does not fit.
    """
    draft = Draft.open(path, _reader(path, catalogue))
    draft.apply(InsertTable(("steps",), len(draft.table.get("steps", ())), chosen.step))
    draft.save()
    return Addition(draft, title, chosen)


def new_routine_with(folders: Folders, title: str, chosen: ChosenDose, catalogue: Catalogue) -> Path:
    """Make a routine of this title with one step; where its file is.

    Raises:
        SaveProblem: it was not made; the text says why.
    """
    make_private_folder(folders.routines)
    for path in free_paths(folders, title):
        draft = Draft.new(path, _head(title), _reader(path, catalogue))
        draft.apply(InsertTable(("steps",), 0, chosen.step))
        try:
            draft.save()
        except AlreadyThere:  # another footui took it at the same moment
            continue
        return path
    raise AssertionError("numbers do not run out")


def _head(title: str) -> str:
    import tomli_w  # noqa: PLC0415  # a step that is added to a routine there is does without it

    return tomli_w.dumps({"format": 1, "title": title})


def _reader(path: Path, catalogue: Catalogue) -> Callable[[TomlSource], Routine]:
    def read(source: TomlSource) -> Routine:
        return read_routine(source, path.stem, catalogue)

    return read
