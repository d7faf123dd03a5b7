"""`footui doctor`: what this terminal can do, and which folders, files and database are in order; it only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui import __version__
from footui.cli.doctor_files import file_facts, folder_facts
from footui.cli.doctor_history import history_facts_here
from footui.cli.doctor_machine import machine_facts, program_facts
from footui.cli.doctor_terminal import terminal_facts_here
from footui.cli.pages import answer_page
from footui.cli.streams import tell
from footui.core.page import Block, Heading, Note, Title
from footui.storage.following import followed
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from footui.cli.fact import Fact
    from footui.world import World

_LONGEST: int = 4_500
"""Characters of a fact: a path of its longest and a sentence."""


def doctor(world: World) -> int:
    """Tell every fact in a line, marked `ok`, or `!` where something is to be done; 1 if there is any such."""
    read = followed(world.folders)
    parts = {
        "This terminal": list(terminal_facts_here(world, read.settings)),
        "Programs": list(program_facts(world, read.settings)),
        "Folders": list(folder_facts(world)),
        "Your files": list(file_facts(world, read)),
        "History": list(history_facts_here(world, read.day_start)),
        "This machine": list(machine_facts(world, read.settings)),
    }
    blocks: list[Block] = [Title(f"footui {__version__}")]
    for heading, facts in parts.items():
        blocks += [Heading(heading), *_lines(facts)]
    answer_page(world, blocks, indent=0)
    wrong = sum(not fact.is_fine for facts in parts.values() for fact in facts)
    tell(world, _summary(wrong))
    return 1 if wrong else 0


def _lines(facts: Iterable[Fact]) -> list[Block]:
    return [Note("ok" if fact.is_fine else "! ", clean_line(fact.text, _LONGEST)) for fact in facts]


def _summary(wrong: int) -> str:
    if not wrong:
        return "All is in order."
    return f"{'One thing is' if wrong == 1 else f'{wrong} things are'} not in order: see !"
