"""The builder: a routine of the person's own, changed step by step, and always in view what it comes to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from footui.commands import Place
from footui.commands.reasons import NOT_RIGHT_YET, SAVE_FIRST
from footui.core.dose import ONE
from footui.core.timeline import compile_timeline
from footui.screens.base import CommandScreen, bindings_of
from footui.screens.builder_adding import BuilderAdding
from footui.screens.builder_view import NO_STEPS, Reader
from footui.screens.draft_screen import DraftScreen, open_draft
from footui.screens.guide import Guide
from footui.screens.unreadable_file import UnreadableFile
from footui.storage.draft import Draft
from footui.storage.folders import make_private_folder
from footui.storage.own_files import free_paths
from footui.storage.problems import SaveProblem
from footui.storage.toml_source import TomlProblems
from footui.world import StartSession

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf


class BuilderScreen(BuilderAdding):
    """Everything the builder can do."""

    PLACES = (Place.BUILDER, Place.EDITING, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES, Place.FIELDS)
    NAME = "builder"
    DEFAULT_CSS = """
    BuilderScreen { padding: 0 1 0 0; }
    BuilderScreen #title, BuilderScreen #message, BuilderScreen #footer { margin-left: 1; }
    BuilderScreen #timeline { height: 3; margin: 1 0 0 1; }
    BuilderScreen #steps { width: 100%; margin-top: 1; }
    BuilderScreen #whole { height: 2; margin-top: 1; }
    BuilderScreen.-low #timeline { margin-top: 0; }
    BuilderScreen.-low #steps, BuilderScreen.-low #whole { margin-top: 0; }
    BuilderScreen.-lowest #timeline { height: 1; }
    """

    do_builder_save = DraftScreen.save_and_tell

    def why_not(self, command_id: str) -> str | None:
        """What has to be right, or saved, first."""
        model = self.draft.model
        match command_id:
            case "builder.start" if model is None:
                return self._why_no_routine
            case "builder.start" if self.draft.is_changed or not self.draft.path.exists():
                return SAVE_FIRST
            case "builder.save" if model is None and not self.has_problems:
                return NO_STEPS
            case "step.try" if model is None:
                return NOT_RIGHT_YET
            case "focus.next" | "focus.previous":
                return self._why_no_routine if self.has_problems else None
        if self.has_problems and command_id.partition(".")[0] in ("step", "builder") and command_id != "step.edit":
            return self._why_no_routine
        return super().why_not(command_id)

    @property
    def _why_no_routine(self) -> str:
        return "The file has problems: enter opens it." if self.has_problems else NO_STEPS

    def before_saving(self) -> bool:
        """Take what is being typed; a first file needs its folder."""
        if not super().before_saving():
            return False
        if self.draft.model is None and not self.has_problems:
            self.say(NO_STEPS)
            return False
        try:
            make_private_folder(self.draft.path.parent)
        except SaveProblem as problem:
            self.say(f"! {problem}", caution=True)
            return False
        return True

    def do_focus_next(self) -> None:
        """From the list to the timings, and on to title and days."""
        self.do_builder_timing()

    def do_focus_previous(self) -> None:
        """To title and days."""
        self.do_builder_about()

    def do_builder_start(self) -> None:
        """Start the session that is shown."""
        timeline = self.timeline()
        if timeline is not None:
            exercises = self._reader.catalogue.exercises
            self.say(self.guide.start(StartSession(timeline, exercises, routine_text=self.draft.text)) or "")

    def do_step_try(self) -> None:
        """Do the present step alone; nothing of it is written down."""
        routine, place = self.draft.model, self.place
        if routine is None or place is None:
            return
        step = routine.steps[place]
        alone = step._replace(group=None, dose=step.dose._replace(times_per_day=ONE))
        one = routine._replace(steps=(alone,), slots=(), groups={})
        timeline = compile_timeline(one, 1, self._level)
        self.say(self.guide.start(StartSession(timeline, self._reader.catalogue.exercises, recorded=False)) or "")


def builder_of(guide: Guide, shelf: Shelf, path: Path) -> CommandScreen[None]:
    """The builder of the routine file at `path`, broken or not; where it cannot be read at all, a screen says why."""
    reader = Reader(path.stem, shelf.catalogue)
    try:
        draft = open_draft(path, reader.read)
    except TomlProblems as error:
        return UnreadableFile(guide, error.problems)
    return BuilderScreen(guide, shelf, draft, reader)


def new_builder(guide: Guide, shelf: Shelf, title: str) -> CommandScreen[None]:
    """The builder of a new routine of this title, which is not on the disk before it is saved."""
    import tomli_w  # noqa: PLC0415  # a routine there is does without it

    path = next(free_paths(shelf.folders, title))
    reader = Reader(path.stem, shelf.catalogue)
    text = tomli_w.dumps({"format": 1, "title": title})
    return BuilderScreen(guide, shelf, Draft.new(path, text, reader.read), reader)
