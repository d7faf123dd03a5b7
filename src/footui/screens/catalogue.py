"""The exercises to look through, and what can be done with one: read, added to a routine, tried, written."""

from __future__ import annotations

from functools import partial

from footui.commands import Place
from footui.core.timeline import compile_timeline
from footui.core.wording import lowered
from footui.screens.base import bindings_of
from footui.screens.catalogue_files import CatalogueFiles
from footui.screens.catalogue_marked import ChosenDose
from footui.screens.catalogue_page import ExercisePane
from footui.storage.library import RoutineEntry
from footui.storage.listing import Origin
from footui.storage.problems import SaveProblem
from footui.storage.toml_source import TomlProblems
from footui.world import StartSession

A_NEW_ROUTINE = "A new routine"


class CatalogueScreen(CatalogueFiles):
    """Every exercise with its page."""

    BINDINGS = bindings_of(*CatalogueFiles.PLACES, Place.FILTERS)

    # Forms and doses

    def do_exercise_variant(self) -> None:
        """The next form on the page."""
        if self.marked is not None:
            self.mark(self.marked.with_next_variant())

    def do_exercise_source_before(self) -> None:
        """The dose of the source above."""
        self._mark_source(-1)

    def do_exercise_source_after(self) -> None:
        """The dose of the source below."""
        self._mark_source(1)

    def _mark_source(self, by: int) -> None:
        if self.marked is not None:
            self.mark(self.marked.with_source(by))
            self.query_one(ExercisePane).reveal_dose()

    # Trying

    def do_exercise_try(self) -> None:
        """One set of the marked dose at its lowest, not recorded."""
        chosen = self.marked and self.marked.chosen
        if chosen:
            exercises = {chosen.exercise.id: chosen.exercise}
            refusal = self.guide.start(StartSession(compile_timeline(chosen.trial), exercises, recorded=False))
            if refusal is not None:
                self.say(f"! {refusal}", caution=True)

    # Adding to a routine

    def do_exercise_add(self) -> None:
        """Ask for the routine that the marked dose is added to."""
        chosen = self.marked and self.marked.chosen
        if chosen:
            own = [entry for entry in self.shelf.routines if entry.origin is Origin.OWN]
            titles = [f"{entry.title}{'  ! has a problem' if entry.problems else ''}" for entry in own]
            question = f"Add {lowered(chosen.title)} to which routine?"
            self.choose(question, [*titles, A_NEW_ROUTINE], partial(self._add, chosen, own))

    def _add(self, chosen: ChosenDose, own: list[RoutineEntry], place: int) -> None:
        from footui.screens.adding import add_step  # noqa: PLC0415  # looking through does without it
        from footui.storage.draft import EditRefused  # noqa: PLC0415  # likewise

        path = own[place].path if place < len(own) else None
        if path is None:
            self.ask("Title of the new routine:", "", partial(self._add_to_new, chosen))
            return
        try:
            addition = add_step(path, own[place].title, chosen, self.shelf.catalogue)
        except EditRefused as refusal:
            self.say(f"! Not added to {own[place].title}: {refusal}", caution=True)
        except (SaveProblem, TomlProblems) as problem:
            self.say_problem(problem)
        else:
            self.did(addition, addition.said)

    def _add_to_new(self, chosen: ChosenDose, text: str) -> str | None:
        from footui.screens.adding import new_routine_with  # noqa: PLC0415  # likewise
        from footui.storage.own_files import TitleRefused, title_from  # noqa: PLC0415  # likewise

        try:
            path = new_routine_with(self.shelf.folders, title_from(text), chosen, self.shelf.catalogue)
        except (TitleRefused, SaveProblem) as refusal:
            return str(refusal)
        self.guide.files_changed()
        self.guide.open_builder(path)
        return None
