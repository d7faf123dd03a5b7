"""The bell can be counted, notifications are the very bytes a terminal knows, each channel is there by its name."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.phase import SECOND
from footui.core.settings import CueSettings
from footui.session.announcer import Announcer
from footui.session.beside import Outlets
from footui.session.channels.bell import Bell
from footui.session.channels.channel import MOST_CHARACTERS, Occasion, one_line
from footui.session.channels.choice import NAMES, channel, chosen_channels
from footui.session.channels.colour import Colour
from footui.session.channels.notification import DONE, Notification, notification, passed_through
from footui.session.channels.terminal_facts import Notice, TerminalFacts, Within, terminal_facts
from footui.session.clock import SessionClock
from footui.session.cues import Cue, CueKind, CuePlan
from tests.fakes import FakeClock

NINE = TerminalFacts(over_ssh=False, within=Within.NOTHING, notices=(Notice.OSC_9,))
SEVEN = NINE._replace(notices=(Notice.OSC_777,))
BOTH = NINE._replace(notices=(Notice.OSC_9, Notice.OSC_777))


def nobody_asks() -> str:
    raise AssertionError("nobody needs the words of this cue")


NO_WORDS = Occasion(nobody_asks, lambda _seconds, _act: None)


# The bell


class Stroke(NamedTuple):
    at: float
    text: str


def strokes_of(*cues: tuple[float, CueKind], muted_at: float | None = None) -> list[Stroke]:
    """Ring for these cues; every stroke with the second at which it was heard."""
    clock = FakeClock()
    start = clock.now_ns()
    heard: list[Stroke] = []
    bell = Bell(lambda text: heard.append(Stroke(round((clock.now_ns() - start) / SECOND, 2), text)))
    announcer = Announcer(SessionClock(clock), {"bell": bell}, str)
    announcer.plan(CuePlan(start, tuple(Cue(start + round(at * SECOND), kind) for at, kind in cues)))
    for hundredth in range(200):
        if muted_at is not None and hundredth == round(muted_at * 100):
            announcer.mute()
        announcer.turn()
        clock.pass_seconds(0.01)
    return heard


@pytest.mark.parametrize(
    ("kind", "moments"),
    [
        (CueKind.COUNT, [0.5]),
        (CueKind.CHANGE, [0.5, 0.65]),
        (CueKind.HALF, [0.5]),
        (CueKind.END, [0.5, 0.65, 0.8]),
    ],
)
def test_each_cue_has_its_number_of_strokes_and_the_first_is_on_the_moment(kind: CueKind, moments: list[float]) -> None:
    assert strokes_of((0.5, kind)) == [Stroke(moment, "\a") for moment in moments]


def test_the_next_cue_takes_the_place_of_the_strokes_that_are_left() -> None:
    assert [stroke.at for stroke in strokes_of((0.5, CueKind.END), (0.7, CueKind.CHANGE))] == [0.5, 0.65, 0.7, 0.85]


def test_to_mute_cuts_a_pattern_off() -> None:
    assert [stroke.at for stroke in strokes_of((0.5, CueKind.END), muted_at=0.7)] == [0.5, 0.65]


# The notification


def sent(cue: Cue, facts: TerminalFacts = NINE, words: str = "Hold, left foot.") -> list[str]:
    texts: list[str] = []
    Notification(facts, texts.append).give(cue, Occasion(lambda: words, NO_WORDS.later))
    return texts


def test_only_the_end_and_work_after_a_long_pause_are_notified() -> None:
    assert sent(Cue(0, CueKind.COUNT, 3)) == sent(Cue(0, CueKind.CHANGE)) == sent(Cue(0, CueKind.HALF)) == []
    assert sent(Cue(0, CueKind.CHANGE, calls_back=True)) == ["\x1b]9;footui: Hold, left foot.\a"]
    assert sent(Cue(0, CueKind.END, calls_back=True)) == [f"\x1b]9;footui: {DONE}\a"]


def test_a_terminal_gets_the_one_it_knows_and_an_unknown_one_gets_both() -> None:
    assert notification("Hold.", NINE) == "\x1b]9;footui: Hold.\a"
    assert notification("Hold.", SEVEN) == "\x1b]777;notify;footui;Hold.\a"
    assert notification("Hold.", BOTH) == "\x1b]9;footui: Hold.\a\x1b]777;notify;footui;Hold.\a"


def test_what_divides_the_parts_of_777_is_none_of_its_text() -> None:
    assert notification("one; two", SEVEN) == "\x1b]777;notify;footui;one, two\a"
    assert notification("one; two", NINE) == "\x1b]9;footui: one; two\a"


def test_a_text_is_never_an_order_to_the_terminal() -> None:
    assert notification("4;1;50", NINE) == "\x1b]9;footui: 4;1;50\a"  # 9;4 alone would be a bar of progress
    assert notification("a\x1b]0;b\ac\x9dd\ne", NINE) == "\x1b]9;footui: a ]0;b c d e\a"


def test_tmux_and_screen_pass_on_what_is_wrapped_for_them() -> None:
    assert passed_through("\x1b]9;x\a", Within.TMUX) == "\x1bPtmux;\x1b\x1b]9;x\a\x1b\\"
    assert passed_through("\x1b]9;x\a", Within.SCREEN) == "\x1bP\x1b]9;x\a\x1b\\"
    assert passed_through("\x1b]9;x\a", Within.NOTHING) == "\x1b]9;x\a"
    assert notification("x", BOTH._replace(within=Within.TMUX)) == (
        "\x1bPtmux;\x1b\x1b]9;footui: x\a\x1b\\\x1bPtmux;\x1b\x1b]777;notify;footui;x\a\x1b\\"
    )


def test_a_terminal_that_knows_no_notifications_is_sent_none_and_that_is_said() -> None:
    with pytest.raises(OSError, match="knows no notifications"):
        sent(Cue(0, CueKind.END, calls_back=True), NINE._replace(notices=()))


@given(st.text())
def test_a_line_is_short_and_holds_nothing_that_is_no_text(text: str) -> None:
    line = one_line(text)
    assert len(line) <= MOST_CHARACTERS
    assert line == line.strip()
    assert not any(unicodedata.category(letter).startswith("C") for letter in line)


# What the environment tells


@pytest.mark.parametrize(
    ("environment", "notices"),
    [
        ({}, BOTH.notices),
        ({"TERM": "xterm-256color"}, BOTH.notices),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, NINE.notices),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"}, NINE.notices),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "LC_TERMINAL": "iTerm2"}, NINE.notices),
        ({"TERM": "xterm-kitty"}, NINE.notices),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, SEVEN.notices),
        ({"TERM": "xterm-ghostty"}, SEVEN.notices),
        ({"TERM": "foot-extra"}, SEVEN.notices),
        ({"TERM": "rxvt-unicode-256color"}, SEVEN.notices),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, SEVEN.notices),
        ({"TERM": "dumb"}, ()),
        ({"TERM": "linux"}, ()),
    ],
)
def test_the_notices_of_a_terminal_are_told_by_what_it_calls_itself(
    environment: dict[str, str], notices: tuple[Notice, ...]
) -> None:
    assert terminal_facts(environment).notices == notices


@pytest.mark.parametrize(
    ("environment", "within"),
    [
        ({"TERM": "xterm-256color"}, Within.NOTHING),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, Within.TMUX),  # noqa: S108  # no file of ours
        ({"TERM": "tmux-256color"}, Within.TMUX),
        ({"TERM": "xterm-256color", "STY": "1.pts-0.host"}, Within.SCREEN),
        ({"TERM": "screen"}, Within.SCREEN),
        ({"TERM": "xterm", "TMUX": "", "STY": ""}, Within.NOTHING),
    ],
)
def test_what_stands_between_is_told_by_its_own_variable_or_by_term(
    environment: dict[str, str], within: Within
) -> None:
    assert terminal_facts(environment).within is within


def test_a_login_from_elsewhere_is_told_by_any_of_its_three_variables() -> None:
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        assert terminal_facts({name: "x"}).over_ssh
    assert not terminal_facts({"TERM": "xterm", "SSH_TTY": ""}).over_ssh


# The choice


def outlets() -> Outlets:
    return Outlets({}, lambda _text: None, lambda _cue: None)


def test_by_default_there_is_the_bell_alone_and_with_all_off_there_is_none() -> None:
    assert list(chosen_channels(CueSettings(), outlets())) == ["bell"]
    assert chosen_channels(CueSettings(bell=False), outlets()) == {}


def test_what_rings_comes_before_what_starts_a_program() -> None:
    all_on = CueSettings(bell=True, colour=True, notification=True, speech=True, own_command=True)
    assert tuple(chosen_channels(all_on, outlets())) == NAMES


def test_each_channel_can_be_made_by_itself_to_be_tried() -> None:
    titles = {name: channel(name, CueSettings(), outlets()).title for name in NAMES}
    assert len(set(titles.values())) == len(NAMES)
    with pytest.raises(ValueError, match="smell"):
        channel("smell", CueSettings(), outlets())


def test_the_screen_is_handed_every_cue() -> None:
    shown: list[Cue] = []
    colour = Colour(shown.append)
    cues = [Cue(0, kind) for kind in CueKind]
    for cue in cues:
        colour.give(cue, NO_WORDS)
    assert shown == cues
