"""The documents say what is so: what is made from the program is up to date, and what they point at is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from footui.cli.parser import build_parser
from footui.commands import keys_page
from tests.ui.picture import session_picture

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]

_LINK: Final = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_COMMAND: Final = re.compile(r"(?:`|^)footui ([a-z]+)", re.MULTILINE)
_SOURCE_FILE: Final = re.compile(r"`((?:src|tests|docs|routines|\.ci)/[\w./-]+)`|`([\w/-]+\.(?:py|tcss))`")


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them: in small letters, with hyphens, without other signs."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_page_of_keys_is_up_to_date() -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert page == keys_page(), "docs/keys.md is stale: `make docs` mends it"


async def test_the_picture_in_the_readme_is_what_the_program_shows(tmp_path: Path) -> None:
    picture = (ROOT / "docs" / "session.svg").read_text(encoding="utf-8")
    is_up_to_date = picture == await session_picture(tmp_path)
    assert is_up_to_date, "docs/session.svg is stale: `make docs` mends it; then look at it"


def test_the_picture_fetches_nothing() -> None:
    picture = (ROOT / "docs" / "session.svg").read_text(encoding="utf-8")
    assert re.findall(r"https?://[^\"' ]+", picture) == ["http://www.w3.org/2000/svg"]  # a name, not an address
    assert "@font-face" not in picture


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(_FENCED.sub("", page.read_text(encoding="utf-8"))):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in anchors(target), f"{page.name}: {link}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    sources = [path.relative_to(ROOT).as_posix() for folder in ("src", "tests") for path in (ROOT / folder).rglob("*")]
    for whole, end in _SOURCE_FILE.findall(page.read_text(encoding="utf-8")):
        there = (ROOT / whole).exists() if whole else any(path.endswith(f"/{end}") for path in sources)
        assert there, f"{page.name}: {whole or end}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_there(page: Path) -> None:
    named = set(_COMMAND.findall(page.read_text(encoding="utf-8")))
    [commands] = [action.choices for action in build_parser()._actions if isinstance(action.choices, dict)]
    assert named <= commands.keys(), page.name
