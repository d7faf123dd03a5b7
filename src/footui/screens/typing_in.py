"""Fields while they are typed in: which one has the cursor, what stands in each, and whether it is right."""

from __future__ import annotations

from footui.core.routine import Routine
from footui.core.typed_dose import TypedField, Typing
from footui.screens.routine_forms import Form, NotRight
from footui.widgets.typed_text import TypedText


class TypingIn:
    """One form and the texts typed into it so far."""

    def __init__(self, form: Form) -> None:
        """Begins with the form's first field, and with what stands in the file."""
        self.form = form
        self.texts = dict(form.before)
        self.current = form.first
        self.typed: TypedText | None = None
        """The text of the current field and its cursor; None where it is a choice."""
        self.routine: Routine | None = form.around.routine
        """The routine with the last texts that were right; None where it has no step yet."""
        self.problem = ""
        """Why the texts are not right, in the words of `footui check`; empty where they are."""
        self.was_refused = False
        """Whether these texts were to be taken, and could not be."""
        self.go_to(form.first)
        self._check()

    @property
    def fields(self) -> tuple[TypedField, ...]:
        """The fields that are of use now."""
        return self.form.fields(self.texts)

    @property
    def field(self) -> TypedField:
        """The field with the cursor."""
        return next(field for field in self.fields if field.name == self.current)

    @property
    def told(self) -> str:
        """What to say below the fields: why it is not right, or what may be typed."""
        is_begun = self.current in self.form.needed and not self.texts[self.current].strip()
        if self.problem and (self.was_refused or not is_begun):
            return f"! {self.problem}"
        return self.form.hint(self.field, self.texts)

    def go_to(self, name: str) -> None:
        """Put the cursor at the end of another field."""
        self.current = name
        is_choice = self.field.typing is Typing.CHOICE
        self.typed = None if is_choice else TypedText.of(self.texts[name])

    def move(self, by: int) -> None:
        """To the field so many further on; after the last the first."""
        names = [field.name for field in self.fields]
        self.go_to(names[(names.index(self.current) + by) % len(names)])

    def press(self, key: str, character: str | None) -> bool:
        """Type a key into the current field; whether it was a key of typing."""
        if self.typed is None:
            return self._choose_by_letter(key, character)
        typed = self.typed.after(key, character)
        if typed is None:
            return False
        self._set(typed)
        return True

    def _choose_by_letter(self, key: str, character: str | None) -> bool:
        """Space takes the next choice, a letter the next one that begins with it."""
        if key == "space":
            self.turn(1)
            return True
        field = self.field
        at = field.choices.index(self.texts[self.current])
        for by in range(1, len(field.choices) + 1):
            name = field.names[(at + by) % len(field.choices)]
            if character and name.casefold().startswith(character.casefold()):
                self.turn(by)
                return True
        return False

    def paste(self, text: str) -> None:
        """Type a text at the cursor."""
        if self.typed is not None:
            self._set(self.typed.pasted(text))

    def turn(self, by: int) -> None:
        """The next choice, or a number more."""
        text = self.field.turned(self.texts[self.current], by)
        if text != self.texts[self.current]:
            self._put(text)
            self.go_to(self.current)

    def _set(self, typed: TypedText) -> None:
        was, self.typed = self.typed, typed
        if was is not None and typed.text != was.text:
            self._put(typed.text)

    def _put(self, text: str) -> None:
        self.texts[self.current] = text
        self.was_refused = False
        self._check()

    def _check(self) -> None:
        try:
            self.routine, self.problem = self.form.read(self.texts, self.current), ""
        except NotRight as problem:
            self.problem = str(problem)
