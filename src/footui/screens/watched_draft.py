"""A file that is changed here and may be changed elsewhere at once: a look every second, and whose changes are kept.

What its subclass `screens/draft_screen.DraftScreen` says of the methods to be given holds here.
"""

from __future__ import annotations

from typing import Any, ClassVar

from footui.core.wording import plural
from footui.screens.advising import AdvisingScreen
from footui.screens.asking import AskingScreen
from footui.screens.conflict import ConflictScreen, Decision, conflict_question, decision_choices
from footui.screens.guide import Guide
from footui.storage.draft import Draft, Outside
from footui.storage.problems import SaveProblem
from footui.storage.text_cleaning import clean_line

KEPT_MINE = "Yours are kept: ctrl+s saves them over what was written elsewhere."
TOOK_THEIRS = "Theirs are here now. u brings yours back."
DECIDE_LATER = "Nothing is saved. ctrl+s asks again."
READ_ANEW = "Read anew. u brings back what was here."
NOTHING_WRITTEN = "Nothing was changed in the file."
GO_BACK = 0


class WatchedDraft(AskingScreen[None], AdvisingScreen):
    """Shows a draft of a file, and what becomes of the file meanwhile."""

    LOOK_EVERY_SECONDS: ClassVar[float] = 1.0

    def __init__(self, guide: Guide, draft: Draft[Any]) -> None:
        """The file to change."""
        super().__init__(guide)
        self.draft = draft
        self._was_gone = False
        self._decides_later = False
        self._reads_difference = False

    def on_mount(self) -> None:
        """Look at the file from now on."""
        self.set_interval(self.LOOK_EVERY_SECONDS, self.look_outside)

    def on_screen_resume(self) -> None:
        """Look at once when nothing lies over the screen any more."""
        self.call_after_refresh(self.look_outside)

    # For subclasses

    def show_draft(self) -> None:
        """Show the draft as it is now."""
        raise NotImplementedError

    @property
    def is_typing(self) -> bool:
        """Whether a field has the keys, so that no question may come."""
        return False

    def before_saving(self) -> bool:
        """Take what is being typed; False where it is not right, which has been said."""
        return True

    @property
    def draft_title(self) -> str:
        """What the file is called in questions."""
        title = self.draft.table.get("title")
        return clean_line(title, 60) if isinstance(title, str) and title else self.file_name

    @property
    def file_name(self) -> str:
        """The name of the file, to be shown."""
        return clean_line(self.draft.path.name)

    # Two writers

    def look_outside(self) -> None:
        """See whether the file was changed elsewhere; take that in, or ask."""
        if not self.is_active or self.is_asking or self.is_typing or self._reads_difference:
            return
        outside = self.draft.look()
        is_gone, was_gone = outside is Outside.GONE, self._was_gone
        self._was_gone = is_gone
        self._decides_later = self._decides_later and outside is Outside.CONFLICT
        if outside is Outside.RELOADED:
            self._tell(f"Changed elsewhere at {self._now}: read anew. u brings back what was here.")
        elif outside is Outside.CONFLICT and not self._decides_later:
            self.ask_whose()
        elif is_gone and was_gone:  # an editor that saves may have it gone for a moment
            self.draft.keep_mine()
            self._was_gone = False
            said = (
                f"! {self.file_name} was removed or renamed elsewhere. All of it is still here; ctrl+s writes it anew."
            )
            self._tell(said, caution=True)

    def ask_whose(self) -> None:
        """Ask whose changes are to be kept; the safe answers are to look, and to decide later."""
        self.choose(
            conflict_question(self._now), decision_choices(), lambda place: self._decide(list(Decision)[place]),
            leave=lambda: self._decide(Decision.LATER),
        )  # fmt: skip

    def _decide(self, decision: Decision) -> None:
        if decision is Decision.LOOK:
            page = ConflictScreen(self.guide, self.draft_title, self._now, self.draft.difference())
            self._reads_difference = True  # until it is decided: this screen may be in front a moment before that
            self.app.push_screen(page, self._difference_was_read)
            return
        self._decides_later = decision is Decision.LATER
        try:
            if decision is Decision.MINE:
                self.draft.keep_mine()
            elif decision is Decision.THEIRS:
                self.draft.take_theirs()
        except SaveProblem as problem:
            self._tell(f"! {problem}", caution=True)
        else:
            words = {Decision.MINE: KEPT_MINE, Decision.THEIRS: TOOK_THEIRS, Decision.LATER: DECIDE_LATER}
            self._tell(words[decision])

    def _difference_was_read(self, decided: Decision | None) -> None:
        self._reads_difference = False
        self._decide(decided or Decision.LATER)

    @property
    def _now(self) -> str:
        return self.guide.notation.time_of_day(self.guide.clock.wall())

    def _tell(self, message: str, *, caution: bool = False) -> None:
        """Show the draft, and say something of it."""
        self.show_draft()
        self.say(message, caution=caution)
        self.show_footer()

    # The person's own editor

    def edit_at(self, line: int | None) -> None:
        """Open the file in the person's editor at a line; read it after, and offer to go back where it has problems."""
        said = self.guide.edit_file(self.draft.path, line)
        outside = self.draft.look()
        if outside is not Outside.SAME:
            self.guide.files_changed()
        problems = self.draft.problems
        if said:
            self._tell(said, caution=said.startswith("!"))
        elif outside is Outside.CONFLICT:
            self.ask_whose()
        elif problems:
            self.show_draft()
            first = problems[0]
            question = f"{plural(len(problems), 'problem')}. Line {first.line}, column {first.column}: {first.message}"
            choices = (f"go back to line {first.line}", "not now")
            self.choose(question, choices, lambda place: self.edit_at(first.line) if place == GO_BACK else None)
        else:
            changed = outside is Outside.RELOADED
            self._tell(READ_ANEW if changed else NOTHING_WRITTEN)
