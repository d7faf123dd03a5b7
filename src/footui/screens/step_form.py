"""One step as it is typed in: what its fields mean, checked by itself, and the edits that say so in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from footui.core.dose import Level
from footui.core.routine import Routine, Step
from footui.core.typed_dose import TypedField
from footui.core.typed_step import FIRST_LINE, HOLD, MOVE, TEMPO, Texts, step_fields, step_hint, step_keys, step_texts
from footui.screens.builder_edits import STEPS, in_order
from footui.screens.routine_forms import Around, Form, NotRight, any_step, differing, not_too_long, read_as
from footui.storage.routine_file import MOST_STEPS
from footui.storage.toml_edit import Edit, InsertTable


class StepForm(Form):
    """One step, in its `place` from 0; a new one is only in the file when its edits are done."""

    at_edge = "times_per_day"
    needed = ("amount", "tempo")

    def __init__(self, around: Around, place: int, keys: Mapping[str, Any] | None = None) -> None:
        """`keys` are those of a new step; without them it is the one that stands there."""
        self.is_new = keys is not None
        self.place = place
        self.keys: Mapping[str, Any] = keys if keys is not None else around.table["steps"][place]
        texts = step_texts(self.keys)
        kind = texts["kind"]
        super().__init__(around, texts, kind if kind == TEMPO else "amount" if kind in (HOLD, MOVE) else "reps")
        routine = around.routine
        self._timing = None if routine is None else routine.timing
        exercise = around.catalogue.exercises.get(self.keys["exercise"])
        self._variants = [(each.id, each.title) for each in exercise.variants] if exercise else []
        steps = routine.steps if routine else ()
        others = [step for at, step in enumerate(steps) if self.is_new or at != place]
        self._others_a_day = max((step.dose.times_per_day.whole_at(Level.HIGH) for step in others), default=0)

    def fields(self, texts: Texts) -> tuple[TypedField, ...]:
        """The fields of the kind of dose that it is."""
        return step_fields(texts, self._variants, self._timing)

    def first_line(self) -> tuple[str, ...]:
        """Those that make the sentence of the dose."""
        return FIRST_LINE

    def hint(self, field: TypedField, texts: Texts) -> str:
        """What a range comes to, or what may be typed."""
        return step_hint(field, texts)

    def read(self, texts: Texts, current: str) -> Routine | None:
        """The routine with this step in it."""
        keys = step_keys(self.keys, texts)
        names = {"amount": texts["kind"], "kind": texts["kind"]}
        routine = self.around.routine
        alone = {key: value for key, value in keys.items() if key != "group"}
        steps = [alone]
        if self._others_a_day:
            steps.append({"exercise": keys["exercise"], "reps": 1, "times_per_day": self._others_a_day})
        surrounding = {key: self.around.table[key] for key in ("timing", "slots", "level") if key in self.around.table}
        read = read_as({**surrounding, "steps": steps}, self.around, names.get(current, current))
        step = read.steps[0]._replace(group=keys.get("group"))
        if routine is None:
            return read._replace(steps=(step,), title=str(self.around.table.get("title", "")))
        return not_too_long(routine._replace(steps=self._with(routine.steps, step)))

    def _with(self, steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
        return (*steps[: self.place], step, *steps[self.place + (0 if self.is_new else 1) :])

    def edits(self, texts: Texts) -> list[Edit]:
        """A new step as a table, of one that is there the keys that differ."""
        keys = step_keys(self.keys, texts)
        if self.is_new:
            return [InsertTable(STEPS, self.place, in_order(keys))]
        return differing(("steps", self.place), self.keys, keys)


def too_many_steps(around: Around, count: int) -> str | None:
    """Why a routine cannot have so many steps, in the words of `footui check`; None where it can."""
    if count <= MOST_STEPS:
        return None
    try:
        read_as({"steps": [any_step(around)] * count}, around, "steps")
    except NotRight as problem:
        return str(problem)
    return None


def check_circuit(around: Around, rounds: object, rest: object = 0) -> str | None:
    """Why a circuit cannot have these rounds, or this rest between them, in the words of `footui check`."""
    group = {"rounds": rounds, "rest": rest}
    try:
        read_as({"groups": {"circuit": group}, "steps": [{**any_step(around), "group": "circuit"}]}, around, "rounds")
    except NotRight as problem:
        return str(problem)
    return None
