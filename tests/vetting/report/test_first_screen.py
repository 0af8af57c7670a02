"""The first screen and what stands behind it: reasons as sentences, whose number it is, what was not seen."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from vetting.report import readings
from vetting.report.render import render_dossier
from vetting.report.words import typeset, words

Row = dict[str, Any]


def first(dossier: Row, lang: str = "en") -> str:
    """The words above the contents."""
    text = render_dossier(dossier, lang).split('<section class="first"')[1].split("<nav")[0]
    bare = re.sub(r"<(svg|title).*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).replace("\u202f", " ").replace("\u00a0", " ").split())


def section(dossier: Row, name: str) -> str:
    """The markup of one section."""
    return render_dossier(dossier, "en").split(f'id="{name}"')[1].split("<section id=")[0]


def measured(signal: str, account: str, **more: Any) -> Row:  # noqa: ANN401 # any key of a reading
    plain: Row = dict.fromkeys(("low", "high", "percentile", "peers", "cohort", "text", "means"))
    told = {"signal": signal, "label": signal, "account_id": account, "outcome": "measured", "family": "commercial"}
    return plain | told | {"unit": "share", "basis_unit": "posts", "innocent": [], "ask": []} | more


@pytest.fixture
def inflated(dossier: Row) -> Row:
    """Declined for the audience of one of two accounts."""
    readings = [
        measured("audience_inflation", "a1", reading=0.53, low=0.39, high=0.65, basis=818, percentile=1.0, peers=29),
        measured("audience_inflation", "a2", reading=0.02, low=0.0, high=0.079, basis=560),
    ]
    why = dossier["authenticity"]["findings"][0] | {"signal": "audience_inflation", "title": "Share of followers"}
    dossier["signals"] = [reading | {"cohort": "youtube"} for reading in readings]
    dossier["authenticity"]["inflation"] = {"share": 0.53, "low": 0.39, "high": 0.65, "account_id": "a1"}
    dossier["authenticity"]["findings"][0] = why
    dossier["recommendation"] = {"decision": "decline", "because": [why], "decided_by": None}
    return dossier


def test_the_recommendation_says_why_in_a_sentence(inflated: Row) -> None:
    text = first(inflated)
    assert text.split("Decline. ")[1].startswith(
        "An estimated 39% to 65% of all followers on YouTube are not real, reachable people. What was found stands"
    )
    assert "Share of followers" not in text
    assert "Écarter. On estime que 39 % à 65 % de tous les abonnés sur YouTube" in first(inflated, "fr")


def test_whose_number_it_is_and_how_the_others_fare(inflated: Row) -> None:
    text = first(inflated)
    assert "This is YouTube, the worst of those that could be measured. Best estimate 53%, 90% interval." in text
    assert "TikTok: 0% to 7.9%." in text
    assert "That is higher than all 28 peers (YouTube, any size), from 818 counts, posts and sampled followers." in text
    rate = inflated["authenticity"]["real_engagement"]["rate"]
    inflated["signals"].append(measured("real_engagement_rate", "a2", reading=rate))  # by chance the same
    assert f"YouTube: {words('en').percent(rate)} of the real followers" in first(inflated)
    inflated["accounts"] = inflated["accounts"][:1]
    assert "the worst of" not in first(inflated)


def test_an_interval_from_nothing_is_told_with_its_best_estimate(inflated: Row) -> None:
    inflated["authenticity"]["inflation"] |= {"low": 0.0}
    text = first(inflated)
    assert "0% to 65% of followers may not be real, reachable people; best estimate 53%." in text
    assert "Best estimate 53%, 90% interval." not in text
    inflated["authenticity"]["inflation"] |= {"share": None}
    assert "Up to 65% of followers may not be real" in first(inflated)


def test_problems_that_do_not_stand_in_the_way_are_to_be_raised(dossier: Row) -> None:
    dossier["recommendation"]["decision"] = "proceed"
    dossier["recommendation"]["because"] = dossier["suitability"]["findings"]
    text = first(dossier)
    assert "Proceed. Nothing that was found stands in the way. What speaks for them:" in text
    assert text.index("To raise with them; it does not stand in the way:") < text.index("Is the audience real?")


def test_a_refusal_says_what_speaks_for_them(dossier: Row) -> None:
    assert dossier["suitability"]["findings"][0]["kind"] == "strength"
    dossier["recommendation"]["decision"] = "decline"
    assert "What speaks for them all the same:" in first(dossier)
    dossier["recommendation"]["decision"] = "proceed"
    assert "all the same" not in first(dossier)


def test_an_account_says_when_it_last_posted_and_whether_it_was_looked_up_long_ago(dossier: Row) -> None:
    dossier["coverage"]["accounts"] = [{"account_id": "a1", "last_post": "2026-01-09"}]
    dossier["accounts"][0]["observed_at"] = "2026-06-29T00:00:00Z"
    text = render_dossier(dossier, "en")
    assert "last post seen Jan 9, 2026" in text
    assert "looked up on Jun 29, 2026" not in text
    dossier["accounts"][0]["observed_at"] = "2026-05-29T00:00:00Z"
    assert "looked up on May 29, 2026" in render_dossier(dossier, "en")


def test_a_record_of_a_like_name_is_told_beside_the_answer(dossier: Row) -> None:
    told = {"id": "records:other", "kind": "gap", "text": "1 record may be about Lark Example."}
    dossier["conduct"] = {"outcome": "measured", "controversies": [], "affairs": [], "findings": [told]}
    assert "No controversy was found. 1 record may be about Lark Example." in first(dossier)


def test_how_they_work_with_brands_is_told_without_any_finding(dossier: Row) -> None:
    dossier["suitability"]["findings"] = []
    ratio = {"unit": "ratio", "low": 0.3, "high": 2.96}
    dossier["signals"] = [
        measured("sponsored_share", "a1", reading=0.052, basis=269),
        measured("sponsored_share", "a2", reading=0.04, basis=25),
        measured("undisclosed_promotion_share", "a1", reading=0.18, low=0.07, high=0.37, basis=17),
        measured("sponsored_vs_organic_engagement", "a1", reading=0.94, basis=13) | ratio,
    ]
    text = first(dossier)
    assert "Posts marked as paid: YouTube 5.2% of 269, TikTok 4.0% of 25." in text
    assert "in which no disclosure was found: YouTube 18% of 17 (7.0% to 37%)." in text
    assert "YouTube 0.94 (0.30 to 2.96; 13 posts). No difference can be told." in text
    dossier["signals"][-1] |= {"high": 0.9}
    assert "No difference" not in first(dossier)


def test_the_brief_is_answered_first(dossier: Row) -> None:
    dossier["brief"] = {"name": "Family brand", "rules_out": ["fraud"]}
    assert "Nothing was found that the brief “Family brand” rules out." in first(dossier)
    dossier["conduct"]["findings"][0]["rule"] = "decline"
    assert "1 affair falls under what the brief “Family brand” rules out." in first(dossier)


def test_what_was_not_seen_is_named_with_the_account(dossier: Row) -> None:
    counted = {"posts": 10, "comments": 4, "follower_days": 9, "followers_sampled": 0}
    dossier["coverage"]["not_seen"] = []
    dossier["coverage"]["accounts"] = [{"account_id": "a1"} | counted, {"account_id": "a2"} | counted | {"comments": 0}]
    dossier["signals"] = [measured("audience_inflation", "a2", reading=None) | {"outcome": "hidden"}]
    text = first(dossier)
    assert "No comment was seen on TikTok." in text
    assert "audience_inflation: hidden by the creator (TikTok)." in text
    assert "No follower" not in text


def test_a_command_holds_no_id_that_could_be_one(dossier: Row) -> None:
    assert "vet decide c-0001 proceed|review|decline" in first(dossier)
    dossier["creator_id"] = "x; rm -rf ~"
    assert "vet decide CREATOR proceed" in first(dossier)


def test_later_accounts_show_what_stands_out_and_say_so(dossier: Row) -> None:
    rows = [measured(f"s{at}", "a1", reading=0.5, percentile=0.5, peers=50) for at in range(199)]
    later = [measured(f"s{at}", "a2", reading=0.5, percentile=at / 20, peers=50) for at in range(20)]
    dossier["signals"] = rows + later
    table = section(dossier, "signals").split("20 of 20 signals")[1]
    assert table.count('<tr><th scope="row"') == 3  # 0, 0.05 and 0.95
    assert "17 readings that are no findings and do not stand out" in table


def test_a_published_band_is_named_with_its_source(dossier: Row) -> None:
    band = {
        "benchmark_low": 0.0084,
        "benchmark_high": 0.0111,
        "benchmark_source": "A vendor",
        "benchmark_date": "undated",
    }
    dossier["signals"] = [measured("s", "a1", reading=0.02, percentile=0.5, peers=4) | band]
    assert "published: 0.84% to 1.1% (A vendor, undated)" in section(dossier, "signals")


@pytest.mark.parametrize(
    ("percentile", "said"),
    [
        (1.0, "higher than all 28 peers"),
        (0.97, "higher than 27 of 28 peers"),
        (0.52, "near the middle of 28 peers"),
        (0.02, "lower than nearly all of 28 peers"),
        (0.0, "lower than all 28 peers"),
    ],
)
def test_a_place_among_few_peers_reads_well_at_the_ends(percentile: float, said: str) -> None:
    assert readings.place(measured("s", "a", reading=1.0, percentile=percentile, peers=29), words("en")) == said


def test_our_own_words_are_typeset() -> None:
    apostrophe = "\N{RIGHT SINGLE QUOTATION MARK}"
    assert (
        typeset("fr", "l'abonné : oui ; « non » ?") == f"l{apostrophe}abonné\u00a0: oui\u202f; «\u00a0non\u202f»\u202f?"
    )
    assert typeset("en", "the creator's : so") == f"the creator{apostrophe}s : so"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_straight_apostrophe_in_our_catalogs(lang: str) -> None:
    assert not [key for key, text in words(lang).texts.items() if re.search(r"\w'", text)]
