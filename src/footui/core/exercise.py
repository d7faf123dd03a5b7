"""An exercise as the catalogue knows it: how it is done, in which forms, and who published which dose of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from footui.core.dose import Dose


class Position(StrEnum):
    """How the body is placed."""

    STANDING = "standing"
    SITTING = "sitting"
    LYING = "lying"
    WALKING = "walking"
    KNEELING = "kneeling"


class Equipment(NamedTuple):
    """A thing the exercise needs, and what may stand in for it."""

    name: str
    instead: tuple[str, ...] = ()


class SourceKind(StrEnum):
    """What kind of text a dose comes from."""

    ARTICLE = "article"
    GUIDELINE = "guideline"
    REVIEW = "review"
    TRIAL = "trial"
    PUBLIC_BODY = "public body"


class HowRead(StrEnum):
    """How much of a source was read by those who took its doses down."""

    WHOLE = "whole"
    PART = "part"
    ABSTRACT = "abstract"
    REPORT = "report"

    @property
    def words(self) -> str:
        """The same as part of a sentence: “only its abstract was read”."""
        return {
            HowRead.WHOLE: "the text or its table of doses was read in full",
            HowRead.PART: "only a part of it was read",
            HowRead.ABSTRACT: "only its abstract was read",
            HowRead.REPORT: "its dose was read in somebody else’s report",
        }[self]


class Source(NamedTuple):
    """Where doses come from; `reference` is a DOI, an address or what else leads to it."""

    id: str
    title: str
    kind: SourceKind
    about: str = ""
    year: int | None = None
    notes: tuple[str, ...] = ()
    reference: str = ""
    read: HowRead | None = None


class PublishedDose(NamedTuple):
    """One source's dose: as published, what it leaves open, what footui takes for that (in the same order).

    `dose` is None where the source names the exercise and gives no dose that could be written down.
    """

    source: str
    published: str
    variant: str | None = None
    open: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    dose: Dose | None = None


class Variant(NamedTuple):
    """Another form of an exercise; what is None or empty here is as in the exercise."""

    id: str
    title: str
    about: str | None = None
    position: Position | None = None
    equipment: tuple[Equipment, ...] | None = None
    brief: str | None = None
    steps: tuple[str, ...] | None = None
    cautions: tuple[str, ...] | None = None


class Exercise(NamedTuple):
    """One exercise; `id` is the name of its file, `brief` the one row shown while it runs."""

    id: str
    title: str
    position: Position
    steps: tuple[str, ...]
    also: tuple[str, ...] = ()
    about: str = ""
    body_parts: tuple[str, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    brief: str = ""
    cautions: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    doses: tuple[PublishedDose, ...] = ()
    disagreements: tuple[str, ...] = ()
    """Where its sources contradict each other, a sentence each."""

    def variant(self, variant_id: str | None) -> Variant | None:
        """The variant with this id, or None where there is none such."""
        return next((variant for variant in self.variants if variant.id == variant_id), None)

    def in_form(self, variant_id: str | None) -> Exercise:
        """The exercise as its variant has it done; the exercise itself where there is no such variant."""
        variant = self.variant(variant_id)
        if variant is None:
            return self
        own = {
            name: getattr(variant, name)
            for name in ("about", "position", "equipment", "brief", "steps", "cautions")
            if getattr(variant, name) is not None
        }
        return self._replace(**own)

    def full_title(self, variant_id: str | None) -> str:
        """The title with the variant's behind it: “Ankle circles · lying”."""
        variant = self.variant(variant_id)
        return self.title if variant is None else f"{self.title} · {variant.title}"
