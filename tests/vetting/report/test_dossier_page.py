"""What a dossier says: the answer first, silences by name, simulated scores as what they are."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from vetting.report.render import render_dossier


def said(dossier: dict[str, Any], lang: str = "en") -> str:
    """The page's visible words, without its drawings."""
    text = render_dossier(dossier, lang)
    bare = re.sub(r"<(style|script|svg|title).*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).replace("\u202f", " ").replace("\u00a0", " ").split())


def first_screen(dossier: dict[str, Any]) -> str:
    return said(dossier).split("Findings Since the last report")[0]


def test_the_first_screen_answers(dossier: dict[str, Any]) -> None:
    words = first_screen(dossier)
    assert "Review. YouTube: two days brought 31% of the year" in words
    assert "A person should look at what is below" in words
    assert "12% to 26% of followers are probably not real" in words
    assert "Best estimate 18%" in words
    assert "1 controversy is about this creator; 2 more may be" in words
    assert "1 affair was retracted by its source" in words
    assert "Findings on this: 1 strength." in words
    assert "Probability that a record means this creator and nobody else: 41% to 97%" in words
    assert "Stories were not given." in words
    assert "Nobody yet." in words


def test_made_up_data_and_a_simulated_model_are_said_before_the_name(dossier: dict[str, Any]) -> None:
    assert "Made-up data." in said(dossier).split("Lark Example YouTube")[0]
    assert "62 of 100 in made-up worlds" in first_screen(dossier)
    assert "no probability of anything in the real world" in first_screen(dossier)
    dossier["made_up"] = False
    assert "not the probability of anything in the real world" in said(dossier).split("Lark Example YouTube")[0]


def test_a_simulated_probability_is_never_shown(dossier: dict[str, Any]) -> None:
    assert "Probability of an incident" not in said(dossier)
    dossier["risk"]["trained_on"] = "outcomes"
    assert "Probability of an incident within 12 months: 31%." in said(dossier)


def test_a_person_s_decision_stands_before_the_machine_s(dossier: dict[str, Any]) -> None:
    who = {"who": "M. Adler", "when": "2026-07-01", "decision": "proceed", "why": "The tour explains it."}
    dossier["recommendation"]["decided_by"] = who
    words = first_screen(dossier)
    assert "Proceed. A person decided to go ahead." in words
    assert "M. Adler, on Jul 1, 2026: The tour explains it." in words
    assert "The machine had proposed: Review." in words


def test_nothing_known_is_said_and_never_held_against_the_creator(empty_dossier: dict[str, Any]) -> None:
    words = said(empty_dossier)
    assert "No recommendation. There is too little to go on." in words
    assert words.count("Not measured.") >= 3
    assert "That speaks neither for nor against the creator." in words
    assert "No risk score." in words
    assert "Nothing to draw" in words
    assert "None" not in words


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_dossier_without_any_key_still_renders(lang: str) -> None:
    assert "</html>" in render_dossier({}, lang)


def test_an_unmeasured_risk_names_its_silence(dossier: dict[str, Any]) -> None:
    dossier["risk"]["outcome"] = "not_enough_data"
    words = said(dossier)
    assert "No risk score." in words
    assert "Reason: not enough data." in words
    assert "62 of 100" not in words


def test_silent_signals_are_named_and_unknown_is_not_zero(dossier: dict[str, Any]) -> None:
    words = said(dossier)
    assert "12 of 62 signals have no reading." in words
    assert "hidden by the creator" in words
    assert "Followers sampled unknown" in words


def test_not_a_number_is_unknown(dossier: dict[str, Any]) -> None:
    dossier["authenticity"]["inflation"] |= {"share": float("nan"), "low": float("inf"), "high": None}
    words = said(dossier)
    assert "Is the audience real? Not measured." in words
    assert not re.search(r"\b(nan|inf)\b", words)


def test_a_finding_brings_its_numbers_explanations_questions_and_rows(dossier: dict[str, Any]) -> None:
    words = said(dossier)
    finding = words.split("2 problems")[1].split("2 strengths")[0]
    for part in ("rests on 36 followers", "411 peers", "A television appearance.", "What happened on 14 March?"):
        assert part in finding
    assert "The first 10 of 20 rows stand here" in finding
    assert "FROM marts.post_engagement" in finding


def test_findings_are_shown_once_problems_first_and_heaviest_first(dossier: dict[str, Any]) -> None:
    words = said(dossier).split("What was looked at")[1]
    order = [words.index(title) for title in ("Growth came in jumps", "Named by an authority", "Comments talk about")]
    assert order == sorted(order)
    assert len(re.findall(r'<article class="finding problem"', render_dossier(dossier, "en"))) == 2


def test_records_show_identity_status_and_both_sides(dossier: dict[str, Any]) -> None:
    words = said(dossier)
    assert "Taken to be about this creator" in words
    assert "To be reviewed: perhaps about this creator" in words
    assert "Against identity The name is common in the country." in words
    assert "Status retracted (as the source says)" in words
    assert "Role said to have done it (… sued over)" in words


def test_french_uses_its_own_numbers_dates_and_spaces(dossier: dict[str, Any]) -> None:
    words = said(dossier, "fr")
    assert "12 % à 26 % des abonnés" in words
    assert "État au 30 juin 2026" in words
    assert "1,2 M abonnés" in words
    assert "fictives" in words


def test_the_rights_of_the_creator_stand_at_the_end(dossier: dict[str, Any]) -> None:
    end = said(dossier).split("Method and rights")[-1]
    assert all(word in end for word in ("Dispute", "Correction", "Erasure", "simulated-3 77be", "9f2c41d07be3"))


def test_few_peers_are_counted_not_turned_into_percent(dossier: dict[str, Any]) -> None:
    dossier["signals"] = [dossier["signals"][0] | {"percentile": 1.0, "peers": 12}]
    words = said(dossier)
    assert "11 of 11" in words
    assert "highest 1%" not in words


def test_a_wider_cohort_is_named(dossier: dict[str, Any]) -> None:
    dossier["signals"][3]["cohort"] = "youtube"
    assert "where no letter names another cohort. a: YouTube, any size." in said(dossier)


def test_a_silent_signal_says_no_more_than_its_silence(dossier: dict[str, Any]) -> None:
    dossier["signals"] = [dossier["signals"][4] | {"text": "Said elsewhere."}]
    words = said(dossier)
    assert "not enough data \N{EN DASH} Share of likes in bursts 4" in words
    assert "Said elsewhere." not in words


def test_evidence_is_its_first_rows_and_the_number_of_all(dossier: dict[str, Any]) -> None:
    dossier["evidence"]["finding/1"] = dossier["evidence"]["finding/1"][:2]
    dossier["totals"] = {"finding/1": 900}
    words = said(dossier)
    assert "Evidence: 900 rows, and their query" in words
    assert "The first 2 of 900 rows stand here" in words


def test_the_strongest_drivers_are_told_in_words_up_and_down(dossier: dict[str, Any]) -> None:
    names = {f"s{number}": change for number, change in enumerate((0.9, -0.7, 0.5, 0.4, -0.3, 0.2, 0.001))}
    dossier["risk"]["drivers"] = [
        {"signal": name, "label": f"Label {name}", "contribution": change, "text": f"Sentence {name}."}
        for name, change in names.items()
    ]
    words = said(dossier)
    up, down = (words.index(key) for key in ("What raises it most", "What lowers it most"))
    end = words.index("All that moves the score, in figures")
    assert re.findall(r"Sentence (s\d)\.", words[up:down]) == ["s0", "s2", "s3"]
    assert re.findall(r"Sentence (s\d)\.", words[down:end]) == ["s1", "s4"]
    dossier["risk"]["drivers"] = dossier["risk"]["drivers"][:1]
    assert "Nothing lowers it" in said(dossier)


def test_a_score_in_the_middle_says_that_the_model_can_t_tell(dossier: dict[str, Any]) -> None:
    assert "62 of 100 in made-up worlds (the model can\u2019t tell)." in said(dossier)
    assert "go by the findings, not by the score" in said(dossier).split("What drives the risk 62")[1]
    dossier["risk"]["band"] = "low"
    assert "(low band)" in said(dossier)


def test_why_another_model_scores_is_said(dossier: dict[str, Any]) -> None:
    dossier["risk"]["because"] = "The default model scores in place of the promoted one."
    assert "in place of the promoted one." in said(dossier)
