"""The page of a model card: what it says, in each language, of any card whatever stands in it."""

from __future__ import annotations

import copy
import json
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.vetting.report.conftest import ATTACKS, attacked, blanked
from vetting.report.charts.calibration import calibration_chart, shape_path
from vetting.report.model.labels import labelled
from vetting.report.model.view import model_view
from vetting.report.render import render_dossier, render_model, render_shortlist
from vetting.report.words import words
from vetting.signals import read_signals

CARD: dict[str, Any] = json.loads((Path(__file__).parent / "model_card.json").read_text("utf-8"))
LANGUAGES = ["en", "fr"]


class Attributes(HTMLParser):
    """The names of all attributes of a page."""

    @classmethod
    def of(cls, text: str) -> list[str]:
        """Those that a browser would see."""
        own = cls()
        own.feed(text)
        return own.names

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        """Keep them."""
        self.names += [name for name, _ in attrs]


@pytest.fixture
def card() -> dict[str, Any]:
    """A card that a test may change."""
    return copy.deepcopy(CARD)


def said(card: dict[str, Any], lang: str = "en") -> str:
    """The page's visible words."""
    bare = re.sub(r"<(style|title|desc).*?</\1>", " ", render_model(card, lang), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).replace("\u202f", " ").replace("\u00a0", " ").split())


def test_it_says_what_it_was_made_from_and_how_well_it_fits(card: dict[str, Any]) -> None:
    text = said(card)
    assert "own risk model It predicts a documented incident" in text
    assert "Decisions between Jan 3, 2024 to Jun 20, 2025" in text
    assert "Ended in an incident 532 (35%)" in text
    assert "Too young, left out 212" in text
    assert "contradicting themselves (3)" in text
    assert "AUC 0.76 0.74 to 0.78" in text
    assert "by chance alone a perfect model shows 0.028" in text
    assert "Selection bias" in text
    assert "Refusing anybody automatically" in text
    assert "1,500 decisions, 532 of them with an incident. Each by a model that had not seen its creator" in text
    assert "Promoted by A. Martin on Jul 1, 2026." in text
    assert "made-up" not in text


def test_a_simulated_model_says_so_first_and_never_speaks_of_the_real_world(card: dict[str, Any]) -> None:
    text = said(card | {"trained_on": "simulated", "decided": None, "limit_auc": 0.88})
    assert text.index("trained in made-up worlds") < text.index("The default risk model")
    assert "Saying how probable anything is in the real world" in text
    assert "reach an AUC of 0.88" in text
    assert "Nobody decided on it" in text


def test_french_says_the_same(card: dict[str, Any]) -> None:
    text = said(card, "fr")
    assert "Le modèle de risque propre à l" in text
    assert "Biais de sélection : les créateurs" in text
    assert "Promu par A. Martin le 1er juil. 2026." in text
    assert "en contradiction avec elles-mêmes (3)" in text
    assert "allemand" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("empty", [True, False])
def test_a_page_is_whole_whatever_is_known(card: dict[str, Any], lang: str, empty: bool) -> None:  # noqa: FBT001 - a case
    text = render_model(blanked(card) if empty else card, lang)
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    wanted = set(re.findall(r'(?:href="#|aria-labelledby=")([^"]+)"', text))
    assert {one for group in wanted for one in group.split()} <= set(ids)
    assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", text))
    assert "default-src" in text
    assert not re.search(r"<(link|img|iframe|script)\b|url\((?!#)|None", text)
    assert render_model({}, lang)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_of_a_card_can_act(card: dict[str, Any], attack: str) -> None:
    text = render_model(attacked(card, attack), "en")
    tags = {tag.lower() for tag in re.findall(r"<([a-zA-Z]+)", text)}
    assert not tags & {"script", "img", "iframe", "object"}
    assert not [name for name in Attributes.of(text) if name.startswith("on")]
    assert "\u202e" not in text


def test_signals_bear_the_labels_of_their_cards(card: dict[str, Any]) -> None:
    signals = read_signals()
    for lang in LANGUAGES:
        first = labelled(card, signals, words(lang))["signals"][0]
        assert first["label"] == signals[first["signal"]].card.words(lang).label  # type: ignore[arg-type] # both
    gone = labelled({"signals": [{"signal": "gone"}, {"signal": "controversies"}]}, signals, words("en"))["signals"]
    assert [one["label"] for one in gone] == ["gone", "Weight of controversies"]


def test_a_dot_lies_on_the_line_where_what_is_predicted_happens() -> None:
    row = {"predicted": 0.2, "share": 0.2, "share_low": 0.1, "share_high": 0.4, "count": 50}
    chart = calibration_chart([row, row | {"predicted": None}], words("en"))
    assert chart
    (dot,) = chart.dots
    frame = chart.frame
    across = (dot.x - frame.left) / (frame.right - frame.left)
    assert across == pytest.approx((frame.bottom - dot.y) / (frame.bottom - frame.top), abs=0.002)
    assert dot.high < dot.y < dot.low
    assert calibration_chart([], words("en")) is None


def test_a_signal_that_adds_nothing_has_no_line() -> None:
    assert shape_path([[0.0, 0.0], [1.0, 0.0]], 1.0) is None
    assert shape_path([[0.0, 0.5]], 1.0) is None
    assert shape_path([[0.0, 0.0], [1.0, 1.0]], 1.0) == "M6.0,44.0L234.0,6.0"
    assert shape_path([[0.0, 0.0], [1.0, 0.5]], 1.0) == "M6.0,44.0L234.0,25.0"


def test_dossiers_and_the_shortlist_link_to_it(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    assert 'href="./model.html"' in render_dossier(dossier | {"model_page": "model.html"}, "en")
    assert 'href="./model.html"' in render_shortlist(
        [dossier], summary=summary | {"model_page": "model.html"}, lang="en"
    )
    assert "model.html" not in render_dossier(dossier, "en")


def test_sizes_stand_from_small_to_large_by_their_names(card: dict[str, Any]) -> None:
    rows = [{"by": "tier", "group": name, "creators": 3} for name in ("100k-1M", "nano", "over 1M", "1k-10k")]
    (_, sizes, _), *_ = model_view(card | {"groups": rows, "flags": []}, words("fr"))["groups"]
    assert [size[0] for size in sizes] == ["1 k à 10 k", "100 k à 1 M", "plus de 1 M", "nano"]


def test_what_rounds_to_nothing_is_called_nothing(card: dict[str, Any]) -> None:
    one = {"signal": "x", "label": "x", "unit": "ratio", "weight": 0.0, "silent": 0.0}
    told = [one | {"points": [[0.0, 0.0], [1.0, added]]} for added in (0.004, 0.04)]
    little, some = model_view(card | {"signals": told}, words("en"))["shapes"]
    assert (little.path, "hardly moved" in little.text) == (None, True)
    assert some.path
