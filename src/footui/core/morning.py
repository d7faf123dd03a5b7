"""The morning after a session: whether the pain has settled by then.

That it should have is the pain-monitoring model's, as those report it who teach it (Silbernagel and others 2007, Am J
Sports Med 35:897-906, read as an abstract). What the number is held against is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from footui.core.record import Pain
    from footui.core.settings import CareSettings


def has_settled(pain: Pain, care: CareSettings) -> bool:
    """Whether the pain of the next morning is no more than before the session; True where it was not said.

    Where nothing was said before it, the number must be no more than after it and ask for nothing by itself.
    """
    morning = pain.next_morning
    if morning is None:
        return True
    if pain.before is not None:
        return morning <= pain.before
    return morning < care.ease_from and (pain.after is None or morning <= pain.after)
