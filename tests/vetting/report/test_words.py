"""The catalogs: the same keys and places in each language, nothing unused; numbers in the language's form."""

from __future__ import annotations

import re
import string
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vetting.report import forms
from vetting.report.words import LANGUAGES, words

ROOM = Path(__file__).resolve().parents[3] / "vetting" / "report"
LISTS = (
    "answer",
    "band",
    "shortlist.band",
    "outcome",
    "platform",
    "tier",
    "kind",
    "area",
    "family",
    "field",
    "status",
    "severity",
)
BUILT = (
    *LISTS,
    *("source_kind", "match", "decision", "assemble", "risk.trained", "section", "basis", "unit", "charts.break"),
    *("charts.cause.", "charts.read.", "charts.posts.by_", "charts.posts.hidden", "charts.posts.young"),
    *("charts.posts.unrated", "charts.months.less", "charts.months.more", "charts.months.chance"),
    *("charts.outlook.views", "charts.outlook.likes", "charts.outlook.comments"),
    *("affair.tag", "affair.role", "record.status_by"),
    *("model.fact.", "model.form.", "model.calibration.", "model.why.", "model.metric.", "model.band.", "model.group."),
    *("model.not.", "model.left.", "model.how.", "model.section.", "model.kind_", "rule.", "risk.up", "risk.down"),
    *("fit.", "rules.", "unseen.", "published"),
    *("coverage", "method", "rights", "versions", "findings", "shortlist", "rows", "records", "peers"),
    *("since.new", "since.gone", "since.changed", "since.silent_signals", "since.heard_signals"),
    *("since.word.", "since.number.", "since.looked.", "since.why.", "since.version."),
)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} | set(re.findall(r"\[(\w+)\]", text))


def test_there_are_words_in_english_and_french() -> None:
    assert LANGUAGES == ("en", "fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_same_keys_with_the_same_places(lang: str) -> None:
    english, other = words("en").texts, words(lang).texts
    assert set(other) == set(english)
    for key, text in english.items():
        assert places(other[key]) == places(text), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty_or_holds_markup(lang: str) -> None:
    for key, text in words(lang).texts.items():
        assert text.strip(), key
        assert not re.search(r"[<>&\"]", text), key


def test_every_key_that_is_named_exists_and_every_other_is_built_from_a_group() -> None:
    sources = [*ROOM.rglob("*.py"), *ROOM.glob("templates/**/*.html")]
    text = "\n".join(source.read_text("utf-8") for source in sources)
    named = set(re.findall(r"\b(?:say|count)\(\s*[\"']([a-z_.]+[a-z_])[\"']\s*[,)]", text))
    keys = set(words("en").texts)
    assert {key for key in named if key not in keys and f"{key}.one" not in keys} == set()
    stems = {re.sub(r"\.(one|other)$", "", key) for key in keys}
    unused = {stem for stem in stems if f'"{stem}"' not in text and f"'{stem}'" not in text}
    assert {stem for stem in unused if not stem.startswith(BUILT)} == set()


def test_french_puts_its_spaces() -> None:
    assert words("fr").say("unseen.heading").endswith("\u202f?")
    assert "\u00a0:" in words("fr").say("decision.because")
    assert words("fr").percent(0.31) in {"31\u00a0%", "31\u202f%"}


@pytest.mark.parametrize(
    ("share", "english", "french"),
    [
        (0.0, "0%", "0 %"),
        (0.00041, "0.041%", "0,041 %"),
        (0.00231, "0.23%", "0,23 %"),
        (0.0312, "3.1%", "3,1 %"),
        (0.0999, "10%", "10 %"),
        (0.61, "61%", "61 %"),
        (-0.034, "\N{MINUS SIGN}3.4%", "\N{MINUS SIGN}3,4 %"),
    ],
)
def test_percentages_have_the_decimals_that_they_deserve(share: float, english: str, french: str) -> None:
    assert words("en").percent(share) == english
    assert words("fr").percent(share).replace("\u202f", " ").replace("\u00a0", " ") == french


def test_numbers_dates_and_countries_take_the_language_s_form() -> None:
    assert words("en").number(1234567) == "1,234,567"
    assert words("fr").number(1234567).split() == ["1", "234", "567"] or "\u202f" in words("fr").number(1234567)
    assert words("en").day("2026-06-30T23:30:00Z") == "Jun 30, 2026"
    assert words("fr").day("2026-06-01", "long") == "1er juin 2026"
    assert words("en").time("2026-06-30T14:05:00+02:00") == "Jun 30, 2026, 12:05 UTC"
    assert forms.country("fr", "de") == "Allemagne"
    assert forms.country("fr", "Atlantis") == "Atlantis"


def test_unknown_is_said_and_is_not_zero() -> None:
    english = words("en")
    assert {english.number(None), english.percent(None), english.day(None), english.compact(None)} == {"unknown"}
    assert english.number(0) == "0"


def test_one_and_many_differ() -> None:
    assert words("en").count("basis.posts", 1) == "1 post"
    assert words("en").count("basis.posts", 0) == "0 posts"
    assert words("fr").count("basis.posts", 0) == "0 publication"


def test_what_is_no_time_is_shown_as_it_stands() -> None:
    assert words("en").day("last spring") == "last spring"
    assert forms.moment(7) is None
    assert forms.moment("2026-01-02") == datetime(2026, 1, 2, tzinfo=UTC)
