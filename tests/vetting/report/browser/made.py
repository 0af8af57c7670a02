"""The pages that the browser opens: full, empty and hostile ones, in both languages."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from tests.hostile import CORPUS
from tests.vetting.report.conftest import blanked, full
from vetting.report.render import render_dossier, render_model, render_shortlist

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, Any]
LANGUAGES = ("en", "fr")
TEXTS = tuple(CORPUS.values())
DECISIONS = ("proceed", "review", "decline", None)
CREATORS = 14
KEPT = {
    "account_id", "creator_id", "outcome", "kind", "area", "platform", "decision", "status", "family", "unit", "id",
    "polarity", "signal", "affair", "record_id", "lang", "band", "basis_unit", "label",
}  # fmt: skip
"""What the code compares or says itself: a hostile dossier keeps it, and times, or it would show next to nothing."""
TIME = re.compile(r"\d{4}-\d\d-\d\d.*")


def hostile(value: object, key: str = "", place: int = 0) -> Any:  # noqa: ANN401 # walks any JSON
    """The same value with texts of the corpus in place of its own, a different one at each place."""
    if isinstance(value, dict):
        return {name: hostile(inner, name, place + 3 * step) for step, (name, inner) in enumerate(value.items())}
    if isinstance(value, list):
        return [hostile(inner, key, place + 5 * step) for step, inner in enumerate(value)]
    free = isinstance(value, str) and key not in KEPT and not TIME.fullmatch(value)
    return TEXTS[place % len(TEXTS)] if free else value


def several(dossier: Row) -> list[Row]:
    """A shortlist's dossiers: other names, decisions, numbers; one of which nothing is known."""
    made = []
    for number in range(CREATORS):
        one = copy.deepcopy(dossier)
        decision = DECISIONS[number % len(DECISIONS)]
        one |= {"creator_id": f"c-{number:04}", "name": f"{dossier['name']} {number}", "page": f"c-{number:04}.html"}
        one["recommendation"] |= {"decision": decision, "decided_by": None}
        one["risk"] |= {"score": 20 + 5 * number, "low": 10 + 5 * number, "high": 30 + 5 * number}
        made.append(one)
    return [*made, blanked(dossier) | {"creator_id": "c-9999"}]


def summary(text: str | None = None) -> Row:
    """What a run says about the rows that it read; with `text`, said by a stranger."""
    load = {"file": text or "posts.csv", "table": "posts", "read": 520, "loaded": 515, "already_there": 2}
    return {
        "as_of": "2026-06-30T00:00:00Z",
        "run_id": "9f2c41d07be3",
        "made_up": True,
        "creators": CREATORS + 1,
        "loads": [load | {"quarantined": 3}],
        "quarantine": [{"file": text or "posts.csv", "line": 17, "reason": text or "likes is negative"}],
        "measured_share": {"audience_inflation": 0.61, "pod_engagement": 1.0},
    }


def rendered(card: Row) -> Iterator[tuple[str, str]]:
    """Give each page's name, such as `dossier-full-fr`, and its text."""
    known = full() | {"model_page": "model.html"}
    nothing = blanked(known) | {"creator_id": "c-0002"}
    attack = hostile(known)
    for lang in LANGUAGES:
        for name, dossier in (("full", known), ("empty", nothing), ("hostile", attack)):
            yield f"dossier-{name}-{lang}", render_dossier(dossier, lang)
        yield f"shortlist-full-{lang}", render_shortlist(several(known), summary=summary(), lang=lang)
        yield f"shortlist-empty-{lang}", render_shortlist([], summary=summary(), lang=lang)
        told = summary(" ".join(TEXTS))
        yield f"shortlist-hostile-{lang}", render_shortlist(several(attack), summary=told, lang=lang)
        yield f"model-full-{lang}", render_model(card, lang)
        yield f"model-hostile-{lang}", render_model(hostile(card), lang)
