"""Whatever is given to footui as a TOML file, it reads it or says what is wrong and where."""

from __future__ import annotations

import hashlib
import os
import socket
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.problems import Problem
from footui.storage.toml_source import LARGEST_FILE, TomlProblems, parse_toml, read_toml_file
from tests.storage.strangers import as_a_stranger, folder_open_to_all

__all__ = ["folder_open_to_all"]


def problem_of(data: bytes | str) -> Problem:
    """The one problem that `data` has."""
    with pytest.raises(TomlProblems) as refused:
        parse_toml(data if isinstance(data, bytes) else data.encode(), "legs.toml")
    [problem] = refused.value.problems
    assert problem.path == "legs.toml"
    return problem


def place_of(data: bytes | str) -> tuple[int, int]:
    problem = problem_of(data)
    return problem.line, problem.column


def problem_of_file(path: Path) -> Problem:
    with pytest.raises(TomlProblems) as refused:
        read_toml_file(path, "legs.toml")
    [problem] = refused.value.problems
    assert (problem.line, problem.column) == (1, 1)
    return problem


class TestAFile:
    """What is read from the disk."""

    def test_a_file_comes_with_its_text_its_table_and_its_digest(self, tmp_path: Path) -> None:
        raw = b'\xef\xbb\xbftitle = "F\xc3\xbc\xc3\x9fe"\r\n'
        (tmp_path / "legs.toml").write_bytes(raw)
        source = read_toml_file(tmp_path / "legs.toml", "legs.toml")
        assert source.text == 'title = "Füße"\r\n'
        assert source.table == {"title": "Füße"}
        assert source.raw == raw
        assert source.sha256 == hashlib.sha256(raw).hexdigest()
        assert source.positions.value(("title",)) == (1, 9)

    def test_a_link_to_a_file_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "real.toml").write_text("a = 1")
        (tmp_path / "legs.toml").symlink_to("real.toml")
        assert read_toml_file(tmp_path / "legs.toml", "legs.toml").table == {"a": 1}

    def test_a_missing_file_is_told(self, tmp_path: Path) -> None:
        assert problem_of_file(tmp_path / "legs.toml").message == "There is no such file."
        (tmp_path / "file").touch()
        assert "is a file, not a folder" in problem_of_file(tmp_path / "file" / "legs.toml").message

    def test_links_to_nowhere_and_to_themselves_are_told(self, tmp_path: Path) -> None:
        (tmp_path / "dangling.toml").symlink_to("nowhere")
        assert "link leads nowhere" in problem_of_file(tmp_path / "dangling.toml").message
        (tmp_path / "loop.toml").symlink_to("loop.toml")
        assert "leads back to itself" in problem_of_file(tmp_path / "loop.toml").message

    def test_a_folder_a_pipe_a_device_and_a_socket_are_no_files(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
        os.mkfifo("pipe.toml")
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket.toml")
            assert problem_of_file(tmp_path).message == "This is a folder, not a file."
            assert problem_of_file(Path("pipe.toml")).message == "This is a pipe, not a file."
            assert problem_of_file(Path("socket.toml")).message == "This is a socket, not a file."
            assert problem_of_file(Path("/dev/zero")).message == "This is a device, not a file."

    def test_a_file_that_may_not_be_read_is_told(self, folder_open_to_all: Path) -> None:
        path = folder_open_to_all / "legs.toml"
        path.write_text("a = 1")
        path.chmod(0o000)
        with as_a_stranger():
            assert "there is no permission" in problem_of_file(path).message

    @pytest.mark.parametrize("name", ["a\0b.toml", "a" * 300 + ".toml"])
    def test_a_name_that_no_file_can_have_is_told(self, tmp_path: Path, name: str) -> None:
        assert "name" in problem_of_file(tmp_path / name).message

    def test_a_file_of_256_kib_is_read_and_one_byte_more_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "legs.toml"
        path.write_bytes(b"#" * LARGEST_FILE)
        assert read_toml_file(path, "legs.toml").table == {}
        path.write_bytes(b"#" * (LARGEST_FILE + 1))
        assert "256 KiB" in problem_of_file(path).message


class TestEncoding:
    """UTF-8, with or without a byte order mark."""

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            (b"\xff\xfea\0=\0", (1, 1)),
            ('about = "Fuß"'.encode("latin-1"), (1, 12)),
            ('a = 1\r\nabout = "ÄÖÜ '.encode() + b"\x80", (2, 14)),
            (b"\xef\xbb\xbfa = '\xe4'", (1, 6)),
            (b"a = '\xed\xa0\x80'", (1, 6)),
            (b"a = '\xe2\x82", (1, 6)),
        ],
    )
    def test_the_first_byte_that_is_no_utf8_is_shown(self, data: bytes, place: tuple[int, int]) -> None:
        assert place_of(data) == place
        assert "is not UTF-8" in problem_of(data).message

    def test_columns_do_not_count_the_byte_order_mark(self) -> None:
        assert place_of(b"\xef\xbb\xbf= 1") == (1, 1)


class TestSyntax:
    """The parser's complaints, in plain words and at their place."""

    @pytest.mark.parametrize(
        ("text", "place", "words"),
        [
            ("title Toes", (1, 7), "“=” is missing"),
            ("a = 1\nhold = three", (2, 8), "text needs quotation marks"),
            ("hold = 3 s", (1, 10), "left over"),
            ('title = "Toes\nreps = 1', (1, 14), "not closed on this line"),
            ("title = 'Toes\nreps = '", (1, 14), "not closed on this line"),
            ("title = 'Toes", (1, 14), "not closed"),
            ('title = """\nToes\n\n', (2, 5), "not closed"),
            ("a = 1\nsets = [1, 2\n# and\n", (3, 6), "“]”"),
            ("a = {b = 1", (1, 11), "“}”"),
            ("a = {b = 1, b = 2}", (1, 18), "twice"),
            ("a = 1\na = 2", (2, 6), "twice"),
            ("[a]\n[a]", (2, 3), "written out above"),
            ("a = {}\n[a.b]", (2, 5), "written out above"),
            ("a = {}\na.b = 1", (2, 8), "nothing can be added"),
            ("[[steps]\n", (1, 8), "“]]”"),
            ("[timing\n", (1, 8), "“]”"),
            ("= 3", (1, 1), "neither a key"),
            ("a. = 3", (1, 4), "key is missing"),
            ("a = 'x\0y'", (1, 7), "control character"),
            ("a = 1 # \x1b", (1, 9), "control character"),
            (r'a = "C:\games"', (1, 10), "backslash"),
            (r'a = "\uzzzz"', (1, 8), "hexadecimal"),
            (r'a = "\ud800"', (1, 12), "no character"),
            ("a = 2026-02-30", (1, 5), "does not exist"),
            ("", None, ""),
        ],
    )
    def test_a_mistake_is_told_where_it_is(self, text: str, place: tuple[int, int] | None, words: str) -> None:
        if place is None:
            assert parse_toml(text.encode(), "legs.toml").table == {}
            return
        assert place_of(text) == place
        assert words in problem_of(text).message
        assert place_of(text.replace("\n", "\r\n")) == place

    @pytest.mark.parametrize("opening", ["[", "{a=", "[{a=["])
    def test_nesting_without_end_is_told(self, opening: str) -> None:
        assert "nested too deeply" in problem_of("a = " + opening * 20_000).message

    def test_a_number_of_5000_digits_is_told_at_its_place(self) -> None:
        problem = problem_of("a = 1\nhold = " + "9" * 5_000)
        assert (problem.line, problem.column) == (2, 8)
        assert "too many digits" in problem.message

    @given(st.binary(max_size=60) | st.text(st.sampled_from("ab.=[]{}\"'\\\n\r\t #,-1:TZ+_é\x1b"), max_size=60))
    def test_anything_at_all_is_read_or_told_at_a_place_in_it(self, anything: bytes | str) -> None:
        data = anything if isinstance(anything, bytes) else anything.encode()
        try:
            source = parse_toml(data, "legs.toml")
        except TomlProblems as refused:
            [problem] = refused.problems
            lines = data.split(b"\n")
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert problem.message.endswith(".")
        else:
            assert source.table == tomllib.loads(data.decode("utf-8-sig"))


def dotted(parts: int) -> str:
    return ".".join("abcdefghijklmnopqrst"[:parts])


class TestLongKeys:
    """A key has at most 16 parts; the parser would take minutes for thousands."""

    @pytest.mark.parametrize("frame", ["{} = 1", "[{}]\n", "[[{}]]", "a = {{{} = 1}}", "'x.y' = 1\n{} = 2"])
    def test_16_parts_are_read_and_17_refused(self, frame: str) -> None:
        assert parse_toml(frame.format(dotted(16)).encode(), "legs.toml").table
        assert "16" in problem_of(frame.format(dotted(17))).message

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            (f"a = 1\n\n  {dotted(17)} = 1", (3, 3)),
            (f"a = 1 # {dotted(20)}\n[{dotted(17)}]", (2, 2)),
            ('a = """\n""" # "\n' + '\'x\' . "y\\"." . ' + dotted(15) + " = 1", (3, 1)),
            ("\t.\t".join("abcdefghijklmnopq") + " = 1", (1, 1)),
        ],
    )
    def test_the_place_is_where_the_key_begins(self, text: str, place: tuple[int, int]) -> None:
        assert place_of(text) == place

    @pytest.mark.parametrize(
        "frame",
        [
            'a = "{}"',
            "a = '{}'",
            'a = """\n{}\n"""',
            "a = '''{}'''",
            'a = "\\"{}"',
            'a = """\\"""{}"""',
            '"{}" = 1',
            "# {}",
            "a = 1 # it's {}",
            'a = """"{}""""',
            "a = '''''{}'''''",
            'a = [\'{}\', "{}"] # "{}',
        ],
    )
    def test_dots_in_texts_and_comments_are_no_parts_of_a_key(self, frame: str) -> None:
        text = frame.replace("{}", dotted(20))
        assert parse_toml(text.encode(), "legs.toml").table == tomllib.loads(text)

    @pytest.mark.parametrize(
        "text",
        [
            "a." * 131_000 + "a = 1",
            "x = '" + ".a" * 20 + "'\n" + '"\\"' * 87_000,
            "x = '" + ".a" * 20 + "'\n" + "a" + " " * 262_000,
            ("a" + ".a" * 15 + "\n") * 8_000,
            ".'" * 131_000,
            '."\\' * 87_000,
            "a" + (" " * 1_000 + ".") * 260,
        ],
    )
    def test_the_worst_files_are_refused_quickly(self, text: str) -> None:
        begun = time.process_time()
        problem_of(text)
        assert time.process_time() - begun < 0.5


def test_a_refusal_lists_its_problems_as_text() -> None:
    problems = [Problem("a.toml", 1, 1, "One."), Problem("a.toml", 2, 1, "Two.")]
    assert str(TomlProblems(problems)) == "a.toml:1:1: One.\na.toml:2:1: Two."
