"""The benchmarks' table says what was measured and whether the limit is kept."""

from __future__ import annotations

from tests.benchmarks.table import Row, as_text


def test_a_limit_is_on_the_ratio_where_there_is_a_bare_program() -> None:
    assert Row("start", 90, "ms", limit=8, bare=12).is_ok is True
    assert Row("start", 100, "ms", limit=8, bare=12).is_ok is False


def test_a_limit_is_on_the_figure_itself_where_there_is_none() -> None:
    assert Row("line", 700, "B/s", limit=700).is_ok is True
    assert Row("line", 701, "B/s", limit=700).is_ok is False
    assert Row("memory", 40, "MB").is_ok is None


def test_the_columns_stand_under_their_heads() -> None:
    rows = [Row("start", 90, "ms", limit=8, bare=12), Row("line", 1234, "B/s", limit=700)]
    assert as_text(rows).splitlines() == [
        "what   measured     bare  ratio    limit   ok",
        "start   90.0 ms  12.0 ms   7.50        8  yes",
        "line   1234 B/s                  700 B/s   NO",
    ]
