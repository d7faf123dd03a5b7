"""The one change of a draft taken back and saved, or done again and saved: both or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.storage.problems import SaveProblem

if TYPE_CHECKING:
    from footui.storage.draft import Draft


def turn(draft: Draft[Any], *, is_back: bool) -> None:
    """Take the change back, or do it again where it `is_back`, and save.

    Raises:
        SaveProblem: it was not done; the draft and its file are as they were.
    """
    step, back = (draft.redo, draft.undo) if is_back else (draft.undo, draft.redo)
    step()
    try:
        draft.save()
    except SaveProblem:
        back()
        raise
