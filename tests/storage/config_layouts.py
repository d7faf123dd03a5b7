"""Files of settings in the layouts that people choose, with comments everywhere."""

from __future__ import annotations

from hypothesis import strategies as st

from footui.storage.config_edit import SettingPath, SettingValue

VALUES: dict[SettingPath, list[tuple[SettingValue, str]]] = {
    ("theme",): [("dark", '"dark"'), ("light", "'light'"), ("contrast", '"""contrast"""'), ("dark", '"d\\u0061rk"')],
    ("clock",): [("12h", '"12h"'), ("24h", "'24h'"), ("automatic", "'''automatic'''")],
    ("day_start",): [("04:00", '"04:00"'), ("05:30", "'05:30'")],
    ("dim_after",): [(120, "120"), (1200, "1_200"), (31, "0x1F"), (90.5, "9.05e1"), (60, "+60")],
    ("figure",): [(True, "true"), (False, "false")],
    ("cues", "bell"): [(True, "true"), (False, "false")],
    ("cues", "speech"): [(True, "true"), (False, "false")],
    ("cues", "half_from"): [(20, "20"), (2.5, "2.5")],
    ("care", "ask"): [(True, "true"), (False, "false")],
    ("care", "stop_above"): [(5, "5"), (0, "0"), (10, "1_0")],
}
"""The settings, each with some values and a spelling of each."""

changes = st.sampled_from(sorted(VALUES)).flatmap(
    lambda path: st.sampled_from(VALUES[path]).map(lambda value: (path, value[0]))
)
"""A key and the value that it is to have."""

FOLLOWED = ['routine = "a"', "since = 2026-11-01", "pauses = [", "  [2026-12-24, 2027-01-02],", "]"]
MARK = "# no. "


class Written:
    """A file as it grows; every comment is another."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._comments = 0
        self.lines: list[str] = []

    def comment(self) -> str:
        """A comment, or nothing."""
        if not self._draw(st.booleans()):
            return ""
        self._comments += 1
        return f"{MARK}{self._comments}: [x] = 'y' \" ä"

    def comment_line(self) -> None:
        """Perhaps a comment in a line of its own."""
        if comment := self.comment():
            self.lines.append(self._draw(st.sampled_from(["", "\t"])) + comment)

    def blank(self) -> None:
        """Perhaps some blank lines."""
        self.lines.extend([""] * self._draw(st.integers(0, 2)))

    def line(self, text: str) -> None:
        """A line with a comment above it and behind it, or without."""
        self.comment_line()
        self.lines.append(text + self._draw(st.sampled_from(["  ", "\t", ""])) + self.comment())

    def pair(self, name: str, spelling: str) -> None:
        """A key and its value."""
        equals = self._draw(st.sampled_from([" = ", "=", "\t=  "]))
        self.line(self._draw(st.sampled_from(["", "  "])) + name + equals + spelling)

    def section(self, name: str, pairs: dict[str, str]) -> None:
        """A table under its header."""
        self.line(f"[[{name}]]" if name == "follow" else f"[{name}]")
        self.lines.extend(FOLLOWED if name == "follow" else [])
        for key, spelling in pairs.items():
            self.pair(self._draw(st.sampled_from([key, f'"{key}"'])), spelling)
        self.comment_line()
        self.blank()


@st.composite
def configs(draw: st.DrawFn) -> str:
    """A file of settings."""
    chosen = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True))
    spelled = {path: draw(st.sampled_from(VALUES[path]))[1] for path in chosen}
    written = Written(draw)
    written.comment_line()
    written.blank()
    for path, spelling in spelled.items():
        if len(path) == 1:
            written.pair(path[0], spelling)
    sections = {"follow": {}, "other": {"mine": '"""\n# no comment\n"""'}}
    for name in ("cues", "care"):
        pairs = {path[1]: spelling for path, spelling in spelled.items() if path[0] == name}
        layout = draw(st.sampled_from(["section", "dotted", "inline"]))
        if layout == "section":
            sections[name] = pairs
        elif layout == "inline":
            written.line(f"{name} = {{ {', '.join(f'{key}={spelling}' for key, spelling in pairs.items())} }}")
        for key in pairs if layout == "dotted" else ():
            written.pair(f"{name}.{key}", pairs[key])
    for name in draw(st.permutations(sorted(sections))):
        if draw(st.booleans()):
            written.section(name, sections[name])
    text = "\n".join(written.lines) + draw(st.sampled_from(["", "\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def comments_in(text: str) -> list[str]:
    """Every comment in the order of the text."""
    return [line[line.index(MARK) :] for line in text.splitlines() if MARK in line]
