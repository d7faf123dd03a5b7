"""Finding exercises as one types."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footui.core.exercise import Equipment, Exercise, Position, Variant
from footui.core.finding import NO_EQUIPMENT, Filters, Index, fits
from footui.core.plain_words import plain_words
from footui.core.slips import meant_by

WALK = Exercise(
    "toe-walk", "Toe walking", Position.WALKING, ("Rise.", "Walk."), also=("tiptoe walking",),
    about="The articles say it may help the balance.", body_parts=("toes", "calves"),
)  # fmt: skip
RAISE = Exercise(
    "heel-raise", "Heel raises", Position.STANDING, ("Rise.",), also=("calf rises",), body_parts=("calves",),
    equipment=(Equipment("step", ("stairs", "thick book")),),
    variants=(Variant("floor", "on the floor", equipment=()), Variant("seated", "seated", position=Position.SITTING)),
)  # fmt: skip
CURL = Exercise(
    "towel-curl", "Towel curls", Position.SITTING, ("Curl.",), about="For the arch of the foot; walk on after.",
    equipment=(Equipment("towel", ("tea towel",)),), body_parts=("toes", "arch"),
)  # fmt: skip
CIRCLES = Exercise("circles", "Fußkreisen", Position.LYING, ("Kreise.",), also=("cercles de la cheville élevée",))
ALL = (WALK, RAISE, CURL, CIRCLES)
INDEX = Index(ALL)


def found(text: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008 - it is a value
    return [ALL[place].id for place in INDEX.find(text, filters)]


def test_nothing_typed_finds_everything_in_the_order_of_the_catalogue() -> None:
    assert found("") == found("  ?! ") == [exercise.id for exercise in ALL]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("tiptoe", ["toe-walk"]),  # another name
        ("calves", ["toe-walk", "heel-raise"]),  # a body part; a tie stays in the order of the catalogue
        ("may balance", ["toe-walk"]),  # what it is for
        ("stairs", ["heel-raise"]),  # what may stand in
        ("sitting", ["heel-raise", "towel-curl"]),  # a position, a variant's too
        ("on the floor", ["heel-raise"]),  # a variant
        ("toe curl", ["towel-curl"]),  # words of a name and of a body part
        ("cur tow", ["towel-curl"]),  # begun words, in any order
        ("toewalk", ["toe-walk"]),  # two words written as one
        ("kreisen", ["circles"]),  # a part of a word
        ("FUSSKREIS", ["circles"]),
        ("elevee", ["circles"]),
        ("towel stairs", []),  # every word has to be found
    ],
)
def test_every_word_is_found_somewhere(text: str, ids: list[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("walk", "toe-walk"),  # in the title before in the description
        ("toe", "toe-walk"),  # at the start of a title before a body part
        ("rise", "heel-raise"),
    ],
)
def test_the_best_stands_first(text: str, first: str) -> None:
    assert found(text)[0] == first


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tpe wlaking", None),  # three letters are too few for a slip
        ("wlaking", "toe-walk"),  # two letters the wrong way round
        ("hele", "heel-raise"),
        ("towl", "towel-curl"),
        ("toweel", "towel-curl"),
        ("fuskreizen", "circles"),  # two slips in a long word
        ("balence", "toe-walk"),  # in a description
        ("stirs", "heel-raise"),
        ("wlaki", "toe-walk"),  # while the word is still being typed
    ],
)
def test_slips_are_forgiven_in_words_of_four_letters_and_more(text: str, meant: str | None) -> None:
    assert found(text)[:1] == ([] if meant is None else [meant])


def test_exact_goes_before_begun_and_begun_before_a_slip() -> None:
    titles = ["Ankle walz", "Ankle walking", "Ankle walk"]
    index = Index([Exercise(str(place), title, Position.SITTING, ()) for place, title in enumerate(titles)])
    assert index.find("walk") == [2, 1, 0]


def test_a_word_that_is_only_begun_has_to_agree_in_the_last_letter_typed() -> None:
    assert meant_by("ball", ["bal", "balance", "ballet", "bell", "bulletin"], 1) == [0, 2, 3, 4]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(body_part="toes"), ["toe-walk", "towel-curl"]),
        (Filters(position="sitting"), ["heel-raise", "towel-curl"]),
        (Filters(equipment="tea towel"), ["towel-curl"]),
        (Filters(equipment=NO_EQUIPMENT), ["toe-walk", "heel-raise", "circles"]),
        (Filters(body_part="calves", equipment=NO_EQUIPMENT), ["toe-walk", "heel-raise"]),
        (Filters(position="sitting", equipment=NO_EQUIPMENT), []),  # seated, it still needs the step
        (Filters("toes", "sitting", "towel"), ["towel-curl"]),
    ],
)
def test_filters_narrow_what_is_found_and_all_of_them_count(filters: Filters, ids: list[str]) -> None:
    assert found("", filters) == ids
    assert [exercise.id for exercise in ALL if fits(exercise, filters)] == ids


def test_the_last_filters_do_not_stick() -> None:
    assert found("", Filters(position="lying")) == ["circles"]
    assert found("toe") == ["toe-walk", "towel-curl"]
    assert len(found("")) == 4


def test_the_filters_to_choose_from_are_those_of_the_exercises() -> None:
    choices = INDEX.choices()
    assert choices.body_parts == ("arch", "calves", "toes")
    assert choices.positions == ("standing", "sitting", "lying", "walking")
    assert choices.equipment == (NO_EQUIPMENT, "step", "towel")


def test_the_nearest_name_is_told_where_nothing_is_found() -> None:
    nearest = INDEX.nearest("wakling on toes")
    assert nearest is not None
    assert ALL[nearest] is WALK
    assert INDEX.nearest("qqq") is INDEX.nearest("") is INDEX.nearest("?") is None
    only = INDEX.nearest("walking", Filters(equipment="towel"))
    assert only is None or ALL[only] is CURL
    assert Index(()).nearest("toe") is None


def test_an_empty_catalogue_has_nothing_to_find() -> None:
    assert Index(()).find("toe") == Index(()).find("") == []
    assert Index(()).choices() == ((), (), ())


words = st.text("abcdefghijklmnopqrstuvwxyzäéßøñ’-", min_size=1, max_size=12)
titles = st.lists(words, min_size=1, max_size=5).map(" ".join).filter(plain_words)


def index_of(names: list[str]) -> Index:
    return Index([Exercise(str(place), name, Position.STANDING, ()) for place, name in enumerate(names)])


@given(st.lists(titles, min_size=1, max_size=8), st.data())
def test_a_title_finds_itself_first_whatever_its_case_and_accents(names: list[str], data: st.DataObject) -> None:
    title = data.draw(st.sampled_from(names))
    apart = unicodedata.normalize("NFD", title)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    for typed in (title, title.upper(), apart, bare):
        first = index_of(names).find(typed)[0]
        assert plain_words(names[first]) == plain_words(title)


@given(st.lists(titles, min_size=1, max_size=8), st.permutations(["a", "ab", "sto", "fu"]))
def test_the_order_of_the_words_finds_the_same(names: list[str], typed: list[str]) -> None:
    index = index_of([f"{name} abe stone fun" if place % 2 else name for place, name in enumerate(names)])
    assert set(index.find(" ".join(typed))) == set(index.find("sto a fu ab")) >= set(range(1, len(names), 2))


@given(st.text("abcdefghij", min_size=4, max_size=20), st.data())
def test_one_slip_in_a_long_word_still_finds_it(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcxyz"))
    wrong = data.draw(
        st.sampled_from([
            word[:at] + letter + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
        ])
    )  # fmt: skip
    assume(len(wrong) >= 4)
    assert index_of(["something else", word]).find(wrong) == [1]


@given(st.text("ab", min_size=4, max_size=9), st.text("ab", min_size=1, max_size=9), st.integers(1, 2))
def test_what_is_meant_is_what_the_plain_table_of_distances_says(typed: str, word: str, slips: int) -> None:
    def agrees(end: int) -> bool:
        same = typed[-1] == word[end - 1] and distance(typed[:-1], word[: end - 1]) <= slips
        turned = typed[-2:] == word[end - 2 : end][::-1] and distance(typed[:-2], word[: end - 2]) < slips
        return same or turned

    begun = any(agrees(end) for end in range(len(typed), len(word) + 1))
    assert bool(meant_by(typed, [word], slips)) is (begun or distance(typed, word) <= slips)


def distance(one: str, other: str) -> int:
    """The optimal string alignment distance, worked out with the whole table."""
    if not one or not other:
        return len(one) + len(other)
    table = {(place, -1): place + 1 for place in range(-1, len(one))}
    table |= {(-1, place): place + 1 for place in range(-1, len(other))}
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            best = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                best = min(best, table[i - 2, j - 2] + 1)
            table[i, j] = best
    return table[len(one) - 1, len(other) - 1]


@given(st.lists(st.text("ab", min_size=1, max_size=7), max_size=12, unique=True), st.text("ab", min_size=4, max_size=8))
def test_among_many_words_each_is_meant_as_it_is_by_itself(vocabulary: list[str], typed: str) -> None:
    vocabulary.sort()
    alone = [place for place, word in enumerate(vocabulary) if meant_by(typed, [word], 1)]
    assert meant_by(typed, vocabulary, 1) == alone


@given(st.text(), st.lists(st.text(), max_size=4))
def test_any_text_can_be_typed_and_any_title_be_there(text: str, names: list[str]) -> None:
    index = index_of(names)
    places = index.find(text)
    assert len(set(places)) == len(places) <= len(names)
    assert index.nearest(text) in {None, *range(len(names))}


def test_a_book_pasted_into_the_field_is_cut() -> None:
    assert INDEX.find("xyzzy " * 100_000) == []
    assert INDEX.find("toe " + "walking " * 100_000) == [0]
