"""Whatever a creator writes, wherever it lands: it is shown as text, and nothing of it runs."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.report.render import render_dossier, render_shortlist
from vetting.report.safe import address, clean, isolate

VOID = {"meta", "input", "col", "br"}
LINKS = ("#", "http://", "https://", "./")


class Page(HTMLParser):
    """Collects what could run, and whether every element is closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.unbalanced: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element and what it carries."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a closed element for both of its tags."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, or remember that it was another."""
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)


def assert_harmless(text: str, scripts: int) -> None:
    page = Page(text)
    assert page.unbalanced == []
    assert page.open == []
    assert (page.tags.count("script"), page.tags.count("style")) == (scripts, 1)
    assert {"iframe", "object", "embed", "form", "img", "base", "link"}.isdisjoint(page.tags)
    for tag, name, value in page.attributes:
        assert not name.startswith("on")
        assert name not in {"style", "src", "srcset", "action", "formaction", "srcdoc"}
        if name in {"href", "xlink:href"}:
            assert value is not None
            assert value.startswith(LINKS), (tag, value)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_attacks_in_every_string_stay_text(hostile_dossier: dict[str, Any], lang: str) -> None:
    assert_harmless(render_dossier(hostile_dossier, lang), scripts=1)


def test_attacks_stay_text_in_the_shortlist(hostile_dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    attack = hostile_dossier["name"]
    told = summary | {
        "as_of": attack,
        "run_id": attack,
        "loads": [{"file": attack, "table": attack, "read": 1}],
        "quarantine": [{"file": attack, "line": attack, "reason": attack}],
        "measured_share": {attack: 0.5},
    }
    assert_harmless(render_shortlist([hostile_dossier], summary=told, lang="fr"), scripts=2)


def test_ids_and_keys_of_mappings_are_hostile_too(dossier: dict[str, Any]) -> None:
    attack = '"><script>alert(1)</script>'
    dossier["recommendation"]["because"][0]["id"] = attack
    dossier["evidence"] = {attack: [{"table": attack}]}
    dossier["queries"] = {attack: attack}
    dossier["series"]["cohort_rate"] = {attack: 0.1}
    text = render_dossier(dossier, "en")
    assert_harmless(text, scripts=1)
    assert "&lt;script&gt;alert(1)" in text


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=40))
def test_any_text_in_any_field_gives_a_harmless_page(text: str) -> None:
    row = {"signal": text, "label": text, "family": text, "outcome": text, "text": text, "account_id": text}
    named = {"account_id": text, "platform": text, "handle": text, "bio": text, "url": text, "created_at": text}
    finding = {"id": text, "title": text, "text": text, "kind": text, "innocent": [text], "ask": [text]}
    record = {
        "record_id": text,
        "title": text,
        "url": f"https://example.org/{text}",
        "published_at": text,
        "for": [text],
    }
    page = render_dossier(
        {
            "name": text,
            "accounts": [named],
            "signals": [row],
            "authenticity": {"findings": [finding]},
            "conduct": {"controversies": [record]},
            "evidence": {text: [{"text": text, "url": text, "time": text}]},
            "series": {"posts": [{"account_id": text, "posted_at": text, "rate": 0.1}]},
        },
        "en",
    )
    assert_harmless(page, scripts=1)
    page.encode()


def test_hidden_characters_are_written_out() -> None:
    assert clean("a\u202eb\u200b\u200bc", 99) == "a⟨U+202E⟩b⟨U+200B ×2⟩c"  # noqa: RUF001 # the mark that is shown
    assert clean("a\x00\x1b\u0085b\nc", 99) == "ab c"
    assert clean("a\nb", 99, lines=True) == "a\nb"
    assert clean("\ud800", 99) == "\N{REPLACEMENT CHARACTER}"


def test_joiners_that_a_script_or_an_emoji_needs_stay() -> None:
    persian, family = "می\u200cخواهم", "\U0001f469\u200d\U0001f467"  # noqa: RUF001 # a Persian word
    assert clean(persian, 99) == persian
    assert clean(family, 99) == family
    assert "U+200D" in clean("ab\u200dcd", 99)


def test_stacked_marks_are_kept_to_three() -> None:
    assert clean("e" + "\u0301" * 50, 99) == "e" + "\u0301" * 3


def test_a_long_bio_is_cut_with_a_mark(dossier: dict[str, Any]) -> None:
    short = len(render_dossier(dossier, "en"))
    dossier["accounts"][0]["bio"] = "w" * 100_000
    text = render_dossier(dossier, "en")
    assert "w [\N{HORIZONTAL ELLIPSIS}]" in text
    assert len(text) < short + 3_000


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org",
        "https://",
        "",
        "https://a@example.org/",
        'https://example.org/" onclick=',
        "https://[bad",
        "https://example.org/\u202e x",
        None,
    ],
)
def test_what_is_no_plain_web_address_is_no_link(url: str | None) -> None:
    assert address(url) is None


def test_a_web_address_is_a_link() -> None:
    assert address("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"


def test_a_foreign_name_does_not_turn_its_sentence() -> None:
    assert isolate("Lark") == "Lark"
    assert isolate("محمد") == "\u2068محمد\u2069"


def test_a_page_name_can_not_leave_the_folder(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    dossier["page"] = "../../javascript:alert(1)"
    text = render_shortlist([dossier], summary=summary, lang="en")
    assert 'href="./..%2F..%2Fjavascript%3Aalert%281%29.html"' in text
