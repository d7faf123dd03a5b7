"""What is done to whole steps in the builder: marked, moved, copied, deleted, joined to a circuit, in another form."""

from __future__ import annotations

from collections.abc import Collection

from footui.commands.reasons import AT_THE_END, AT_THE_TOP, LAST_STEP, MARK_FIRST
from footui.core.routine import Routine
from footui.core.typed_dose import read_number
from footui.core.wording import plural
from footui.screens.builder_edits import are_neighbours, circuit, copies, deletion, moved, names_of, no_circuit
from footui.screens.builder_typing import NO_STEP, BuilderTyping
from footui.screens.builder_view import Reader
from footui.screens.guide import Guide
from footui.screens.shelf import Shelf
from footui.screens.step_form import check_circuit, too_many_steps
from footui.session.refusals import ONE_FORM
from footui.storage.draft import Draft
from footui.storage.toml_edit import Edit, RemoveKey, Reorder, SetKey
from footui.widgets.step_list import StepList

ASK_ROUNDS = "How many rounds?"
ASK_REST = "Seconds of rest between the rounds:"
OF_CIRCUIT = ("change rounds and rest", "take the circuit apart")
CHANGE_ROUNDS, TAKE_APART = range(len(OF_CIRCUIT))


class BuilderSteps(BuilderTyping):
    """Works on the marked steps, or else on the present one."""

    def __init__(self, guide: Guide, shelf: Shelf, draft: Draft[Routine], reader: Reader) -> None:
        """Nothing was refused yet."""
        super().__init__(guide, shelf, draft, reader)
        self._refused_counts: dict[int, str | None] = {}

    @property
    def chosen_steps(self) -> frozenset[int]:
        """The marked steps, or the present one; nothing where there is none."""
        place = self.place
        return self.marks or (frozenset() if place is None else frozenset({place}))

    @property
    def _names(self) -> list[str | None]:
        return names_of(self.draft.table)

    def why_not(self, command_id: str) -> str | None:
        """What is not possible with these steps."""
        chosen = self.chosen_steps
        match command_id:
            case "step.add":
                return self._why_no_more(1)
            case "step.copy" if chosen:
                return self._why_no_more(len(chosen))
            case "step.delete" if chosen and len(chosen) >= self.steps_count:
                return LAST_STEP
            case "step.down" | "step.up" if chosen:
                return self._why_not_move(chosen, 1 if command_id == "step.down" else -1)
            case "step.circuit":
                return None if self._circuit_here() or (self.marks and are_neighbours(self.marks)) else MARK_FIRST
            case "step.variant" if self.place is not None:
                return self._why_no_variant(self.place)
        if command_id in NEED_A_STEP and not chosen:
            return NO_STEP
        return super().why_not(command_id)

    def _why_no_more(self, steps: int) -> str | None:
        """Why so many steps more are too many."""
        count = self.steps_count + steps
        if count not in self._refused_counts:
            self._refused_counts[count] = too_many_steps(self.around, count)
        return self._refused_counts[count]

    # Marking

    def do_step_mark(self) -> None:
        """Mark the present step, or mark it no longer, and go to the next."""
        place = self.place
        if place is not None:
            self.marks ^= {place}
            self._show_steps()
            self.query_one(StepList).choose(min(place + 1, self.steps_count - 1))

    # Moving

    def _why_not_move(self, chosen: Collection[int], by: int) -> str | None:
        names = self._names
        if moved(names, chosen, by) != list(range(len(names))):
            return None
        return AT_THE_END if by > 0 else AT_THE_TOP

    def do_step_down(self) -> None:
        """Move the steps one further down."""
        self._move_steps(1)

    def do_step_up(self) -> None:
        """Move the steps one further up."""
        self._move_steps(-1)

    def _move_steps(self, by: int) -> None:
        order = moved(self._names, self.chosen_steps, by)
        place, marks = self.place, frozenset(order.index(mark) for mark in self.marks)
        self._do(Reorder(("steps",), order), marks=marks, place=None if place is None else order.index(place))

    # Copying and deleting

    def do_step_copy(self) -> None:
        """Copy the steps behind the last of them."""
        chosen = self.chosen_steps
        self._do(*copies(self.draft.table, chosen), place=max(chosen) + 1)

    def do_step_delete(self) -> None:
        """Delete the steps; u brings them back."""
        chosen = self.chosen_steps
        first = min(chosen)
        said = f"{plural(len(chosen), 'step')} deleted. u brings {'it' if len(chosen) == 1 else 'them'} back."
        self._do(*deletion(self._names, chosen), place=min(first, self.steps_count - len(chosen) - 1), said=said)

    # Circuits

    def _circuit_here(self) -> str | None:
        """The circuit of the present step, or the one that has just the marked steps; None where there is none."""
        names, chosen = self._names, self.chosen_steps
        found = {names[place] for place in chosen if place < len(names)}
        if len(found) != 1:
            return None
        name = found.pop()
        return name if not self.marks or len(self.marks) == names.count(name) else None

    def do_step_circuit(self) -> None:
        """Ask for rounds and rest; of steps that are a circuit, ask what is to become of it."""
        name = self._circuit_here()
        if name is None:
            self._ask_rounds(self.marks)
            return
        places = frozenset(place for place, each in enumerate(self._names) if each == name)

        def take(answer: int) -> None:
            if answer == TAKE_APART:
                self._do(*no_circuit(self._names, name), place=self.place)
            else:
                self._ask_rounds(places)

        self.choose(f"A circuit of {plural(len(places), 'step')}:", OF_CIRCUIT, take)

    def _ask_rounds(self, places: frozenset[int]) -> None:
        routine = self.draft.model
        names = self._names
        group = routine.groups.get(names[min(places)] or "") if routine else None

        def take_rounds(text: str) -> str | None:
            rounds = read_number(text)
            if why := check_circuit(self.around, rounds):
                return f"! {why}"
            self.ask(ASK_REST, str(group.rest) if group else "0", lambda rest: self._take_circuit(places, rounds, rest))
            return None

        self.ask(ASK_ROUNDS, str(group.rounds) if group else "2", take_rounds)

    def _take_circuit(self, places: frozenset[int], rounds: object, text: str) -> str | None:
        rest = read_number(text or "0")
        if why := check_circuit(self.around, rounds, rest):
            return f"! {why}"
        refused = self.change(*circuit(self._names, places, rounds, rest))  # type: ignore[arg-type]  # it was checked
        if refused is None:
            self.marks = frozenset()
            self._show_all()
        return f"! {refused}" if refused else None

    # Variants

    def _why_no_variant(self, place: int) -> str | None:
        exercise_id = self.draft.table["steps"][place]["exercise"]
        exercise = self._reader.catalogue.exercises.get(exercise_id)
        if exercise is not None and exercise.variants:
            return None
        return ONE_FORM.format(title=exercise.title if exercise else exercise_id)

    def do_step_variant(self) -> None:
        """The next form of the exercise; after the last the plain one."""
        place = self.place
        if place is None:
            return
        step = self.draft.table["steps"][place]
        ids = [None, *(each.id for each in self._reader.catalogue.exercises[step["exercise"]].variants)]
        variant = ids[(ids.index(step.get("variant")) + 1) % len(ids)]
        path = ("steps", place, "variant")
        self._do(RemoveKey(path) if variant is None else SetKey(path, variant), marks=self.marks, place=place)

    def do_edit_undo(self) -> None:
        """Take back the last change; the marks were of other steps."""
        self.marks = frozenset()
        super().do_edit_undo()

    def do_edit_redo(self) -> None:
        """Make it again."""
        self.marks = frozenset()
        super().do_edit_redo()

    def _do(self, *edits: Edit, marks: frozenset[int] = frozenset(), place: int | None = None, said: str = "") -> None:
        """Make one change of these edits; say why it is not made, or what was done."""
        before, self.marks, self._next_place = self.marks, marks, place
        refused = self.change(*edits)
        if refused is not None:
            self.marks, self._next_place = before, None
            self.say(f"! {refused}", caution=True)
        elif said:
            self.say(said)


NEED_A_STEP = ("step.copy", "step.delete", "step.down", "step.up", "step.mark", "step.variant", "step.try")
