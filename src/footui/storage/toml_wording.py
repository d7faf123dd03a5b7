"""What the TOML parser complains about, in the words of someone who edits a file by hand."""

from __future__ import annotations

_OPEN_QUOTE = "A quotation mark is not closed on this line."
_CONTROL = "A control character stands here; it cannot be part of the file."
_WORDINGS = (
    # What the parser's message begins with, and what is said instead; the first that fits.
    ("Invalid statement", "This is neither a key, nor a table header, nor a comment."),
    ("Expected '=' after a key", "A “=” is missing after this key."),
    ("Invalid initial character for a key", "A key is missing here, or needs quotation marks."),
    (
        "Expected newline or end of document",
        "Something is left over behind the value, or it needs quotation marks.",
    ),
    ("Cannot overwrite a value", "This name is given a value twice."),
    ("Duplicate inline table key", "The same key stands twice between these braces."),
    ("Cannot declare", "This table was written out above already."),
    ("Cannot redefine namespace", "This table was written out above; nothing can be added here."),
    ("Cannot mutate immutable namespace", "This table was written out above; nothing can be added here."),
    ("Expected ']]' at the end of an array", "The table header needs “]]” at its end."),
    ("Expected ']' at the end of a table", "The table header needs “]” at its end."),
    ("Unclosed array", "A list is not closed: a “]” or a comma is missing."),
    ("Unclosed inline table", "A table in braces is not closed: a “}” or a comma is missing."),
    ("Unterminated string", "A text in quotation marks is not closed."),
    ("Expected \"'", "A text in quotation marks is not closed."),
    (r"Illegal character '\n'", _OPEN_QUOTE),
    (r"Found invalid character '\n'", _OPEN_QUOTE),
    ("Illegal character", _CONTROL),
    ("Found invalid character", _CONTROL),
    ("Unescaped '\\' in a string", "A backslash in a text is written twice (or the text in single quotes)."),
    ("Invalid hex value", "\\u needs four and \\U eight hexadecimal digits."),
    ("Escaped character is not", "There is no character of this number."),
    ("Invalid date or datetime", "This date or time does not exist."),
    ("Invalid value", "This is not a value: text needs quotation marks, a number is digits alone."),
)


def reworded(complaint: str) -> str:
    """The parser's `complaint`, without its place, as a plain sentence."""
    for beginning, sentence in _WORDINGS:
        if complaint.startswith(beginning):
            return sentence
    return f"This is not TOML: {complaint}."
