"""Routine files in the layouts that people choose, with comments everywhere.

Every comment says whose it is: `# <number> of e3` belongs to the step with `exercise = "e3"`, `# <number> of nobody`
stays whatever goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from hypothesis import strategies as st

NOBODY = "nobody"

NUMBERS = ["5", "10", "2.5", "1_0", "0x1F", "+3", "1e1"]
RANGES = [
    "[10, 20]",
    "[ 1,5 ]",
    "[1, 5,]",
    "[\n  1, # {}\n  5\n]",
    "[ 1,  # {}\n  5 ]",
    "[\n  # {}\n\n  1,\n  # {}\n  5, # {}\n]",
]
TEXTS = [
    '"a"', "'b'", '"ä # no \\" comment"', "'it is \"so\"'", '"""c"""', "'''d'''", '"d\\u0061rk"', '""', "''",
    '"""\\\n  One two \\\n  three # four."""', '"""\nfive\n[[steps]]\n"""', "'''\nsix # '' seven\n'''",
]  # fmt: skip
LISTS = [
    '["a", "b"]',
    "['a','b' , 'c']",
    '["a"]',
    '[\n    "a", # {}\n    # {}\n    "b"\n]',
    '[ # {}\n "a" # {}\n , "b" # {}\n]',
]
SPELLED = {
    "hold": [*NUMBERS, *RANGES], "move": NUMBERS, "unit": ['"counts"', "'seconds'"], "reps": [*NUMBERS, *RANGES],
    "sets": NUMBERS, "sides": ['"each"', "'both'"], "directions": LISTS, "rest": NUMBERS, "note": TEXTS,
    "group": ['"legs"', "'arms'"], "x": ["true", "1979-05-27 07:32:00", "{ y = 1, 'z z' = [1, 2] }", "{}"],
}  # fmt: skip
AT_THE_TOP = {
    "title": TEXTS,
    "about": TEXTS,
    "slots": LISTS,
    "every_days": [*NUMBERS, *RANGES],
    "level": ["'low'", '"high"'],
}


class WrittenRoutine:
    """A routine file as it grows."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._comments = 0
        self._indent = ""
        self.text = ""

    def chance(self, of: float = 0.5) -> bool:
        return self._random.random() < of

    def one(self, among: Sequence[str]) -> str:
        return self._random.choice(among)

    def some(self, among: Sequence[str], most: int) -> list[str]:
        return self._random.sample(among, self._random.randint(0, min(most, len(among))))

    def comment(self, owner: str) -> str:
        self._comments += 1
        return f"# {self._comments} of {owner}"

    def comment_lines(self, owner: str, of: float = 0.3) -> None:
        while self.chance(of):
            self.text += self.one(["", "  ", "\t"]) + self.comment(owner) + self.one(["", " "]) + "\n"

    def blank(self, of: float = 0.5) -> None:
        while self.chance(of):
            self.text += self.one(["", "", " "]) + "\n"
            of /= 3

    def own_blank(self) -> None:
        self.text += "\n"

    def apart(self) -> None:
        """A blank line, mostly; always under a comment, which would be taken for the next table's."""
        if ("\n" + self.text).rsplit("\n", 2)[-2].lstrip().startswith("#") or self.chance(0.9):
            self.own_blank()
            self.blank(0.2)

    def free_comments(self) -> None:
        """Perhaps comments that blank lines set apart."""
        while self.chance(0.2):
            self.own_blank()
            self.comment_lines(NOBODY, 0.8)
            self.own_blank()

    def filled(self, spelling: str, owner: str) -> str:
        """The spelling with a comment at each `{}` that stands for one."""
        while "# {}" in spelling:
            spelling = spelling.replace("# {}", self.comment(owner), 1)
        return spelling

    def key(self, name: str) -> str:
        return self.one([name, name, name, f'"{name}"', f"'{name}'"])

    def pair(self, name: str, spelling: str, owner: str, *, dotted: str = "") -> None:
        equals = self.one([" = ", " = ", "=", "\t=  ", "     = "])
        behind = self.one(["  ", "\t", "", " ", "      "]) + (self.comment(owner) if self.chance(0.3) else "")
        self.text += f"{self._indent}{dotted}{self.key(name)}{equals}{self.filled(spelling, owner)}{behind}\n"

    def pairs(self, spelled: Mapping[str, Sequence[str]], owner: str, most: int, *, dotted: str = "") -> None:
        for name in self.some(list(spelled), most):
            self.blank(0.1)
            self.comment_lines(owner, 0.1)
            self.pair(name, self.one(spelled[name]), owner, dotted=dotted)

    def header(self, name: str, owner: str) -> None:
        self._indent = self.one(["", "", "", "  ", "\t"])
        behind = self.one(["", " ", "  " + self.comment(owner)])
        self.text += f"{self._indent}{name}{behind}\n"

    def timing(self) -> None:
        self.comment_lines(NOBODY)
        self.header(self.one(["[timing]", "[ timing ]", '["timing"]']), NOBODY)
        self.pairs({"rest": NUMBERS, "transition": NUMBERS, "prepare": NUMBERS}, NOBODY, 3)
        self.comment_lines(NOBODY, 0.1)
        self.apart()

    def groups(self) -> None:
        self.comment_lines(NOBODY)
        layout = self.one(["headers", "inline", "dotted"])
        if layout == "headers":
            for name in ("legs", "arms"):
                self.header(f"[groups.{name}]", NOBODY)
                self.pairs({"rounds": NUMBERS, "rest": NUMBERS}, NOBODY, 2)
        else:
            self.header("[groups]", NOBODY)
            for name in ("legs", "arms"):
                if layout == "inline":
                    self.pair(name, self.one(["{ rounds = 2 }", "{rounds=2,rest=5}", "{}"]), NOBODY)
                else:
                    self.pairs({"rounds": NUMBERS, "rest": NUMBERS}, NOBODY, 2, dotted=f"{name}.")
        self.apart()

    def head(self, *, has_timing: bool, has_groups: bool) -> None:
        self.comment_lines(NOBODY)
        self.blank()
        self._indent = self.one(["", "", "", "  "])
        if self.chance(0.9):
            self.pair("format", "1", NOBODY)
        self.pairs(AT_THE_TOP, NOBODY, 5)
        if has_timing and self.chance():
            self.pairs({"rest": NUMBERS, "change": NUMBERS}, NOBODY, 2, dotted=self.one(["timing.", " timing . "]))
        elif has_timing:
            self.pair("timing", self.one(["{ rest = 5 }", "{rest=5,change=1}", "{ }"]), NOBODY)
        if has_groups and self.chance():
            self.pair("groups", self.one(["{ legs = { rounds = 2 } }", "{ legs.rounds=2 }", "{}"]), NOBODY)
        elif has_groups:
            self.pairs({"rounds": NUMBERS, "rest": NUMBERS}, NOBODY, 2, dotted="groups.'legs'.")

    def step(self, number: int) -> None:
        owner = f"e{number}"
        self.comment_lines(owner)
        self.header(self.one(["[[steps]]", "[[steps]]", "[[ steps ]]", '[["steps"]]']), owner)
        self.comment_lines(owner, 0.1)
        self.pair("exercise", f'"{owner}"', owner)
        self.pairs(SPELLED, owner, 6)
        if self.chance(0.1):
            self.header("[steps.sub]", owner)
            self.pairs({"hold": NUMBERS, "x": NUMBERS}, owner, 2)
        self.comment_lines(owner, 0.1)

    def steps_in_brackets(self, count: int) -> None:
        """All steps as inline tables, in one line or in many."""
        layout = self.one(["row", "lines", "lines", "mixed"])
        self.text += self._indent + self.key("steps") + " = ["
        self.text += {"row": self.one(["", " "]), "lines": "\n", "mixed": " "}[layout]
        if layout == "lines" and self.chance(0.2):
            self.text = self.text.removesuffix("\n") + " " + self.comment(NOBODY) + "\n"
        for number in range(count):
            owner = f"e{number}"
            if layout != "row" and (number or layout == "lines"):
                if self.chance(0.2):
                    self.text += "\n    " + self.comment(NOBODY) + "\n\n"
                while self.chance(0.2):
                    self.text += "    " + self.comment(owner) + "\n"
                self.text += "    "
            equals = self.one([" = ", "="])
            names = self.some([name for name in SPELLED if name != "note"], 4)
            keys = [f'exercise{equals}"{owner}"', *(f"{self.key(name)}{equals}{SPELLED[name][0]}" for name in names)]
            self.text += "{" + self.one(["", " "]) + ", ".join(keys) + " }"
            is_last = number == count - 1
            self.text += "" if is_last and self.chance() else ","
            self.text += (
                " "
                if layout == "row"
                else self.one(["\n", "  " + self.comment(owner) + "\n"])
                if not is_last or layout == "lines"
                else ""
            )
        if layout == "lines":
            while self.chance(0.2):
                self.text += "  " + self.comment(NOBODY) + "\n"
        self.text += "]" + self.one(["", "  " + self.comment(NOBODY)]) + "\n"


def routine_text(random: Random) -> str:
    """A file; it is valid TOML and has at most five steps."""
    written = WrittenRoutine(random)
    count = random.randint(0, 5)
    in_brackets = written.chance(0.25)
    timing = written.one(["top", "before", "between", "after", "none", "none"])
    groups = written.one(["top", "before", "between", "after", "none", "none"])
    written.head(has_timing=timing == "top", has_groups=groups == "top")
    if in_brackets:
        written.steps_in_brackets(count)
    written.apart()
    written.free_comments()

    def tables(place: str) -> None:
        if timing == place:
            written.timing()
            written.free_comments()
        if groups == place:
            written.groups()
            written.free_comments()

    tables("before")
    if in_brackets:
        tables("between")
    for number in range(0 if in_brackets else count):
        written.step(number)
        if number == 0 and "between" in (timing, groups):
            written.own_blank()
            tables("between")
        written.free_comments()
        written.apart()
    tables("after")
    if written.chance(0.3):
        written.own_blank()
        written.comment_lines(NOBODY, 0.9)
    text = written.text if written.chance(0.8) else written.text.rstrip("\n")
    ends = written.one(["\n", "\n", "\r\n", "mixed"])
    if ends == "mixed":
        return (
            "".join(line + random.choice(["\n", "\r\n"]) for line in text.split("\n"))
            .removesuffix("\n")
            .removesuffix("\r")
        )
    return text.replace("\n", ends)


chances = st.integers(0, 2**32 - 1).map(Random)
"""Where a file and its edits come from: so many single choices would be too much for Hypothesis to shrink."""
