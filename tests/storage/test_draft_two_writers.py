"""Somebody else writes the file too: nothing is written over unseen, nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footui.core.routine import Routine
from footui.storage.draft import Draft, Outside
from footui.storage.problems import AlreadyThere, ChangedElsewhere, SaveProblem
from footui.storage.toml_edit import SetKey
from tests.storage.drafts import HOLD_4, HOLD_5, LEGS, Read, draft, legs, read

__all__ = ["draft", "legs", "read"]


class TestTwoWriters:
    """Somebody else writes the file too."""

    THEIRS = LEGS.replace("Legs", "Theirs")

    def test_an_untouched_file_is_the_same_however_often_it_is_looked_at(self, draft: Draft[Routine]) -> None:
        assert [draft.look() for _ in range(3)] == [Outside.SAME] * 3
        draft.apply(HOLD_4)
        assert draft.look() is Outside.SAME
        draft.save()
        assert draft.look() is Outside.SAME

    def test_without_unsaved_changes_theirs_is_taken_in_and_can_be_undone(
        self, draft: Draft[Routine], legs: Path
    ) -> None:
        legs.write_text(self.THEIRS)
        assert [draft.look(), draft.look()] == [Outside.RELOADED, Outside.SAME]
        assert draft.text == self.THEIRS
        assert not draft.is_changed
        draft.undo()
        assert (draft.text, draft.is_changed) == (LEGS, True)
        draft.save()
        assert legs.read_text() == LEGS

    def test_with_unsaved_changes_it_is_a_conflict_until_somebody_decides(
        self, draft: Draft[Routine], legs: Path
    ) -> None:
        draft.apply(HOLD_4)
        legs.write_text(self.THEIRS)
        assert [draft.look(), draft.look()] == [Outside.CONFLICT] * 2
        with pytest.raises(ChangedElsewhere):
            draft.save()
        assert legs.read_text() == self.THEIRS
        assert draft.text == LEGS.replace("hold = 3", "hold = 4")

    def test_saving_what_was_not_changed_does_not_count_as_saved_where_the_file_is_gone(
        self, draft: Draft[Routine], legs: Path
    ) -> None:
        legs.unlink()
        with pytest.raises(ChangedElsewhere):
            draft.save()
        assert draft.look() is Outside.GONE
        draft.keep_mine()
        draft.save()
        assert legs.read_text() == LEGS

    def test_a_folder_in_its_place_counts_as_gone_and_is_left_alone(self, draft: Draft[Routine], legs: Path) -> None:
        legs.unlink()
        legs.mkdir()
        assert draft.look() is Outside.GONE
        draft.keep_mine()
        assert draft.is_changed
        with pytest.raises(AlreadyThere):
            draft.save()
        assert legs.is_dir()

    def test_mine_goes_over_theirs_only_as_it_was_seen(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.write_text(self.THEIRS)
        assert draft.look() is Outside.CONFLICT
        legs.write_text(self.THEIRS + "# and more\n")
        draft.keep_mine()
        with pytest.raises(ChangedElsewhere):
            draft.save()
        assert draft.look() is Outside.CONFLICT
        draft.keep_mine()
        assert draft.look() is Outside.SAME
        assert draft.is_changed
        draft.save()
        assert legs.read_text() == draft.text
        assert not draft.is_changed

    def test_a_refused_save_has_seen_what_it_was_refused_for(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.write_text(self.THEIRS)
        with pytest.raises(ChangedElsewhere):
            draft.save()
        assert '+title = "Theirs"   # mine' in draft.difference()
        draft.keep_mine()
        draft.save()
        assert legs.read_text() == draft.text

    def test_theirs_is_taken_and_mine_comes_back_by_undo(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        mine = draft.text
        legs.write_text(self.THEIRS)
        draft.look()
        draft.take_theirs()
        assert (draft.text, draft.changes, draft.look()) == (self.THEIRS, 0, Outside.SAME)
        draft.undo()
        assert (draft.text, draft.is_changed) == (mine, True)
        draft.save()
        assert legs.read_text() == mine

    def test_the_same_change_on_both_sides_is_no_conflict(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.write_text(draft.text)
        assert draft.look() is Outside.SAME
        assert draft.changes == 0

    def test_a_file_that_is_gone_is_made_anew_only_when_that_is_wanted(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.unlink()
        assert [draft.look(), draft.look()] == [Outside.GONE] * 2
        with pytest.raises(ChangedElsewhere, match="removed or renamed"):
            draft.save()
        with pytest.raises(SaveProblem, match="nothing to take over"):
            draft.take_theirs()
        assert not legs.exists()
        draft.keep_mine()
        assert draft.look() is Outside.SAME
        draft.save()
        assert legs.read_text() == draft.text

    def test_a_file_that_is_gone_without_changes_here_can_be_made_anew_too(
        self, draft: Draft[Routine], legs: Path
    ) -> None:
        legs.unlink()
        assert draft.look() is Outside.GONE
        draft.keep_mine()
        assert draft.is_changed
        draft.save()
        assert legs.read_text() == LEGS

    def test_a_file_that_came_back_is_not_written_over(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.unlink()
        draft.look()
        draft.keep_mine()
        legs.write_text(self.THEIRS)
        with pytest.raises(AlreadyThere):
            draft.save()
        assert draft.look() is Outside.CONFLICT
        assert legs.read_text() == self.THEIRS

    def test_a_moment_without_the_file_is_nothing(self, draft: Draft[Routine], legs: Path) -> None:
        legs.rename(legs.with_name("away"))
        assert draft.look() is Outside.GONE
        legs.with_name("away").rename(legs)
        assert draft.look() is Outside.SAME

    def test_two_footui_at_once_behave_the_same(self, legs: Path, read: Read) -> None:
        one, other = Draft.open(legs, read), Draft.open(legs, read)
        one.apply(HOLD_4)
        other.apply(SetKey(("title",), "Other"))
        one.save()
        assert other.look() is Outside.CONFLICT
        with pytest.raises(ChangedElsewhere):
            other.save()
        other.take_theirs()
        assert other.text == one.text
        other.apply(HOLD_5)
        other.save()
        assert one.look() is Outside.RELOADED
        assert one.text == other.text

    def test_a_broken_version_is_taken_in_with_its_problems_and_mended_again(
        self, draft: Draft[Routine], legs: Path
    ) -> None:
        for broken in ("title = ", "format = 1\n"):
            legs.write_text(broken)
            assert draft.look() is Outside.RELOADED
            assert draft.problems
            assert draft.model is None
        legs.write_text(self.THEIRS)
        assert draft.look() is Outside.RELOADED
        assert draft.model is not None

    def test_what_cannot_be_read_for_a_moment_is_not_gone(self, draft: Draft[Routine], legs: Path) -> None:
        legs.unlink()
        legs.symlink_to(legs)
        assert draft.look() is Outside.SAME
        draft.apply(HOLD_4)
        with pytest.raises(SaveProblem, match="Nothing was changed"):
            draft.save()


class TestDifference:
    """Mine against theirs, to be read."""

    def test_lines_of_mine_and_theirs(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.write_text(TestTwoWriters.THEIRS)
        draft.look()
        marked = [line for line in draft.difference() if line[:1] in "+-"]
        assert marked == [
            "--- mine", "+++ theirs", '-title = "Legs"   # mine', '+title = "Theirs"   # mine', "-hold = 4",
            "+hold = 3",
        ]  # fmt: skip

    def test_nothing_differs_from_what_was_read(self, draft: Draft[Routine]) -> None:
        assert draft.difference() == []

    def test_lines_are_cleaned_and_not_without_end(self, draft: Draft[Routine], legs: Path) -> None:
        legs.write_text("\x1b[31m\n" + "".join(f"{number}\u202e\n" for number in range(5000)))
        draft.apply(HOLD_4)
        draft.look()
        lines = draft.difference()
        assert "+\ufffd[31m" in lines
        assert "\u202e" not in json.dumps(lines, ensure_ascii=False)
        assert len(lines) <= 1001
        assert lines[-1].endswith("lines more.")

    def test_a_difference_that_cannot_be_seen_is_told(self, draft: Draft[Routine], legs: Path) -> None:
        draft.apply(HOLD_4)
        legs.write_bytes(draft.text.replace("\n", "\r\n").encode())
        draft.look()
        assert draft.difference() == [" Only line ends or characters that cannot be seen are different."]
