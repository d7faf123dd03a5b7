"""How soon a key is answered where much is listed: the builder with 200 steps, the catalogue with 2,000 exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.subject import COLUMNS, FOOTUI, ROWS, person
from tests.benchmarks.table import Row
from tests.system.terminal import Terminal

STEPS: Final = 200
EXERCISES: Final = 2000
LIMIT_MS: Final = 50
ROUNDS: Final = 12

BUSY_GAP: Final = 0.12
"""Output pieces that follow each other more closely than this answer one key, in seconds."""

PROBE_BYTES: Final = 8
"""A piece as short as this asks how quick the line is; it shows nothing."""

BUILDER_KEYS: Final = (
    "j", "j", "K", "u", "J", "u", "c", "u", "d", "u", "enter", "2", "5", "ctrl+u", "2", "enter", "u", "G", "k", "K",
    "u", "enter", "tab", "7", "enter", "u", "g", "pagedown", "pageup", ".", ",",
)  # fmt: skip
"""What a person does in the builder: look, move, copy, delete, type a dose, take it, undo, see another level."""

CATALOGUE_KEYS: Final = (
    "/", *"toe", "space", *"walk", *["backspace"] * 8, *"hele", *["backspace"] * 4, "enter", "j", "j", "k", "G", "g",
)  # fmt: skip
"""Search as one types, one slip among it, and go through what was found."""

_NAMES: Final = ("Toe", "Heel", "Ankle", "Calf", "Arch", "Sole", "Shin", "Foot")
_DOINGS: Final = ("walk", "press", "circle", "raise", "stretch", "hold", "roll", "curl", "lift", "swing")
_PARTS: Final = ("toes", "sole", "ankles", "calves", "shins")


def list_rows() -> Iterator[Row]:
    """Press the keys in a real terminal, and see when the last of each answer has come."""
    with person() as folders:
        _write_routine(Path(folders["FOOTUI_CONFIG_DIR"]) / "routines")
        with Terminal((FOOTUI,), columns=COLUMNS, rows=ROWS, env=folders) as terminal:
            _open(terminal, ("3",), "Two hundred")
            _open(terminal, ("enter",), "session 1 of")
            yield from _rows(f"builder, {STEPS} steps", _answers(terminal, BUILDER_KEYS))
    with person() as folders:
        _write_exercises(Path(folders["FOOTUI_CONFIG_DIR"]) / "exercises")
        with Terminal((FOOTUI,), columns=COLUMNS, rows=ROWS, env=folders) as terminal:
            _open(terminal, ("2",), "2,0", "20")
            yield from _rows(f"catalogue, {EXERCISES} exercises", _answers(terminal, CATALOGUE_KEYS))


def _open(terminal: Terminal, keys: Sequence[str], *texts: str) -> None:
    terminal.pump(3)  # the files behind the first picture are read
    for key in keys:
        terminal.press(key)
    terminal.wait_until(lambda seen: any(text in seen.screen_text() for text in texts), timeout=60, what=texts[0])
    terminal.pump(1)


def _answers(terminal: Terminal, keys: Sequence[str]) -> list[float]:
    """The milliseconds from each key to the last byte of its answer."""
    answers = []
    for key in [*keys] * ROUNDS:
        pressed = terminal.now()
        terminal.press(key)
        terminal.pump(BUSY_GAP)
        while terminal.now() - terminal.chunks[-1].at < BUSY_GAP:
            terminal.pump(BUSY_GAP / 4)
        pictures = [chunk.at for chunk in terminal.chunks if chunk.at > pressed and chunk.size > PROBE_BYTES]
        answers += [(at - pressed) * 1000 for at in pictures[-1:]]
    return sorted(answers)


def _rows(what: str, answers: list[float]) -> Iterator[Row]:
    yield Row(f"{what}, key to picture: median of {len(answers)}", answers[len(answers) // 2], "ms")
    yield Row(f"{what}, key to picture: p95", answers[int(len(answers) * 0.95)], "ms", limit=LIMIT_MS)


def _write_routine(folder: Path) -> None:
    """A routine with as many steps as one may have, of every kind."""
    kinds = (
        'exercise = "toe-press"\nhold = [3, 5]\nreps = [5, 10]\n',
        'exercise = "toe-walk"\nmove = 20\nsets = 2\nrest = 10\n',
        'exercise = "pencil-pickup"\nhold = 10\nreps = 5\nsides = "each"\n',
        'exercise = "heel-raise"\ntempo = [3, 0, 3]\nreps = 10\n',
        'exercise = "ankle-circle"\nmove = 10\nunit = "counts"\nsides = "each"\ndirections = ["clockwise", "back"]\n',
    )
    steps = "".join(f"\n# Step {place + 1}.\n[[steps]]\n{kinds[place % len(kinds)]}" for place in range(STEPS))
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / "two-hundred.toml").write_text(f'format = 1\ntitle = "Two hundred"\n{steps}', encoding="utf-8")


def _write_exercises(folder: Path) -> None:
    """As many exercises, each with names and texts of its own."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for number in range(EXERCISES):
        name = f"{_NAMES[number % 8]} {_DOINGS[number // 8 % 10]} {number}"
        text = (
            f'format = 1\ntitle = "{name}"\nalso = ["{name.lower()} other"]\nabout = "For the {_PARTS[number % 5]}."\n'
            f'body_parts = ["{_PARTS[number % 5]}"]\nposition = "sitting"\nbrief = "Slowly."\n'
            'steps = ["Sit down.", "Do it slowly."]\n'
        )
        (folder / f"measured-{number}.toml").write_text(text, encoding="utf-8")
