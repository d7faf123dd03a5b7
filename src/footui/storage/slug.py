"""Slugs: what a title becomes as the name of a file."""

from __future__ import annotations

import re
import string
import unicodedata
from typing import Final

LONGEST_SLUG: Final = 64
"""Characters."""

SLUG_RULE: Final = "lower-case letters, digits and single hyphens, at most 64 characters"

_NO_SLUG: Final = "routine"
_LETTERS: Final = frozenset(string.ascii_lowercase + string.digits)
_WITHOUT_ACCENT: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)
"""Letters that no rule of Unicode takes apart."""


def is_slug(text: str) -> bool:
    """Whether `text` can be the slug of a routine or the id of an exercise or a variant."""
    return len(text) <= LONGEST_SLUG and all(word and _LETTERS.issuperset(word) for word in text.split("-"))


def slugify(title: str, otherwise: str = _NO_SLUG) -> str:
    """The slug of a title: without accents, hyphens for spaces and signs; `otherwise` where nothing is left."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_WITHOUT_ACCENT))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    slug = re.sub(r"[^a-z0-9]+", "-", letters.replace("’", "").replace("'", "")).strip("-")
    return slug[:LONGEST_SLUG].rstrip("-") or otherwise
