"""A draft is saved whole or not at all, and then it is kept."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from footui.core.routine import Routine
from footui.storage.draft import Draft, Outside
from footui.storage.problems import AlreadyThere, SaveProblem
from footui.storage.toml_edit import InsertTable
from tests.storage.drafts import HOLD_4, LEGS, NO_STEPS, Read, draft, legs, read
from tests.storage.strangers import as_a_stranger, folder_open_to_all
from tests.storage.test_atomic_file import run_python

__all__ = ["draft", "folder_open_to_all", "legs", "read"]


class TestSaving:
    """What comes onto the disk."""

    def test_a_save_without_a_change_does_not_touch_the_file(self, draft: Draft[Routine], legs: Path) -> None:
        before = legs.stat()
        draft.save()
        assert legs.stat() == before

    def test_a_link_stays_a_link(self, legs: Path, tmp_path: Path, read: Read) -> None:
        link = tmp_path / "link.toml"
        link.symlink_to("legs.toml")
        draft = Draft.open(link, read)
        draft.apply(HOLD_4)
        draft.save()
        assert link.is_symlink()
        assert "hold = 4" in legs.read_text()
        legs.unlink()
        assert draft.look() is Outside.GONE
        draft.keep_mine()
        draft.save()
        assert link.is_symlink()
        assert legs.read_text() == draft.text

    def test_a_new_file_is_made_by_the_first_save(self, tmp_path: Path, read: Read) -> None:
        path = tmp_path / "legs.toml"
        draft = Draft.new(path, 'format = 1\ntitle = "Legs"\n', read)
        assert [problem.message for problem in draft.problems] == [NO_STEPS]
        assert (draft.is_changed, draft.changes, draft.look()) == (False, 0, Outside.SAME)
        with pytest.raises(SaveProblem) as refused:
            draft.save()
        assert str(refused.value) == f"legs.toml was not saved: {NO_STEPS}"
        assert not path.exists()
        draft.apply(InsertTable(("steps",), 0, {"exercise": "toe-press", "hold": 3}))
        draft.save()
        assert path.read_text() == 'format = 1\ntitle = "Legs"\n\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'
        draft.undo()
        with pytest.raises(SaveProblem, match="no steps"):
            draft.save()
        draft.redo()
        assert not draft.is_changed

    def test_a_new_file_takes_nobodys_place(self, tmp_path: Path, read: Read) -> None:
        path = tmp_path / "legs.toml"
        mine = Draft.new(path, LEGS, read)
        mine.apply(HOLD_4)
        path.write_text("theirs")
        with pytest.raises(AlreadyThere):
            mine.save()
        assert path.read_text() == "theirs"
        assert mine.look() is Outside.CONFLICT
        mine.keep_mine()
        mine.save()
        assert path.read_text() == mine.text

    def test_a_folder_without_permission_keeps_the_draft(self, folder_open_to_all: Path, read: Read) -> None:
        path = folder_open_to_all / "legs.toml"
        path.write_text(LEGS)
        path.chmod(0o666)
        folder_open_to_all.chmod(0o555)
        draft = Draft.open(path, read)
        draft.apply(HOLD_4)
        with as_a_stranger(), pytest.raises(SaveProblem, match="there is no permission"):
            draft.save()
        assert draft.changes == 1
        folder_open_to_all.chmod(0o755)
        draft.save()
        assert path.read_text() == draft.text

    def test_a_full_disk_keeps_the_draft(
        self, draft: Draft[Routine], legs: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_descriptor: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        draft.apply(HOLD_4)
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(SaveProblem, match="the disk is full"):
                draft.save()
        assert legs.read_text() == LEGS
        assert (draft.changes, draft.look()) == (1, Outside.SAME)
        draft.save()
        assert legs.read_text() == draft.text

    def test_a_limit_on_the_size_of_files_keeps_the_old_one(self, legs: Path) -> None:
        told = run_python(
            """
            import json, resource, sys
            from pathlib import Path
            from footui.storage.draft import Draft
            from footui.storage.problems import SaveProblem
            from footui.storage.toml_edit import SetKey
            draft = Draft.open(Path(sys.argv[1]), lambda source: source.table)
            draft.apply(SetKey(("about",), "x" * 20_000))
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
            try:
                draft.save()
            except SaveProblem as problem:
                print(json.dumps([str(problem), draft.changes]))
            """,
            legs,
        )
        assert "larger than files may be here" in told[0]
        assert told[1] == 1
        assert legs.read_text() == LEGS
