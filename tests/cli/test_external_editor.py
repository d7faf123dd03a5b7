"""Which editor is a person's, and how a file is opened in it at a line."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from footui.external_editor import EditorProblem, editor_command, editor_of, run_editor
from footui.initial_environment import as_it_was_given


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "'/opt/my editor/bin' \"a b\" c\\ d"}, ["/opt/my editor/bin", "a b", "c d"]),
        ({"EDITOR": "vi; touch $HOME `x`"}, ["vi;", "touch", "$HOME", "`x`"]),
    ],
)
def test_the_editor_is_split_into_words_as_a_shell_does_it_and_nothing_more(
    environment: dict[str, str], words: list[str]
) -> None:
    assert editor_of(environment) == words


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        (["vi"], ["vi", "+9", "/r/mine.toml"]),
        (["/usr/bin/nvim", "-R"], ["/usr/bin/nvim", "-R", "+9", "/r/mine.toml"]),
        (["emacsclient", "-t"], ["emacsclient", "-t", "+9", "/r/mine.toml"]),
        (["nano"], ["nano", "+9", "/r/mine.toml"]),
        (["hx"], ["hx", "/r/mine.toml:9"]),
        (["subl", "--wait"], ["subl", "--wait", "/r/mine.toml:9"]),
        (["code", "--wait"], ["code", "--wait", "--goto", "/r/mine.toml:9"]),
        (["my-editor"], ["my-editor", "/r/mine.toml"]),
    ],
)
def test_an_editor_that_is_known_opens_the_file_at_the_line(editor: Sequence[str], command: list[str]) -> None:
    path = Path("/r/mine.toml")
    assert editor_command(editor, path, 9) == command
    assert editor_command(editor, path) == [*editor, "/r/mine.toml"]


def test_a_file_whose_name_looks_like_an_option_is_still_a_file() -> None:
    assert editor_command(["vi"], Path("-c.toml"), 2) == ["vi", "+2", "./-c.toml"]
    assert editor_command(["vi"], Path("+2.toml")) == ["vi", "./+2.toml"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["no-such-editor"], "The editor no-such-editor could not be started: there is no such program."),
        (["sh", "-c", "exit 7"], "The editor sh ended with 7."),
        (["sh", "-c", "kill -TERM $$"], "The editor sh was ended by SIGTERM."),
        (["sh", "a\0b"], "The editor sh could not be started"),
    ],
)
def test_what_went_wrong_with_the_editor_is_told_in_a_sentence(command: list[str], said: str) -> None:
    with pytest.raises(EditorProblem, match=said.replace(".", r"\.")):
        run_editor(command, {"PATH": "/usr/bin:/bin"})


def test_the_editor_gets_the_environment_and_may_be_interrupted_though_we_may_not(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = (
        "import os, signal, pathlib; "
        f"pathlib.Path({str(seen)!r}).write_text(repr((dict(os.environ) == {{'A': 'b'}}, "
        "signal.getsignal(signal.SIGINT) is signal.default_int_handler, "
        "signal.pthread_sigmask(signal.SIG_BLOCK, ()))))"
    )
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGUSR1,))
    try:
        run_editor([sys.executable, "-E", "-X", "utf8", "-c", script], {"A": "b"})
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGUSR1,))
    assert "True, set())" in seen.read_text()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_editor_gets_the_locale_as_the_person_set_it() -> None:
    ours = {"LC_CTYPE": "C.UTF-8", "HOME": "/h"}
    assert as_it_was_given(ours, {"HOME": "/h"}) == {"HOME": "/h"}
    assert as_it_was_given(ours, {"LC_CTYPE": "POSIX"}) == {"LC_CTYPE": "POSIX", "HOME": "/h"}
    assert as_it_was_given(ours, ours) == as_it_was_given(ours, None) == ours
