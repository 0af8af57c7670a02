"""The shortlist as data inside its page: what the page's own script sorts, filters, compares and exports.

One array per creator, in the order of `FIELDS`; texts that come often stand once. It is no script and can't run.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from vetting.report import forms
from vetting.report.shortlist.told import ROWS

if TYPE_CHECKING:
    from vetting.report.shortlist.facts import Texts
    from vetting.report.words import Words

Row = dict[str, Any]
SPOKEN = (
    "compare", "compare_one", "compare_least", "refused", "shown", "more", "remove", "export_shown", "export_compared",
)  # fmt: skip
"""What the script says, beside what stands in the page."""
STRIPS = {
    "audience": ("share", "share_low", "share_high", 1),
    "engagement": ("rate", "rate_low", "rate_high", None),
    "risk": ("score", "score_low", "score_high", 100),
}
"""The rows of the comparison that are drawn: value, ends, and where the scale ends; None where the highest sets it."""
EXPORT = {
    "name": "text", "handles": "text", "platforms": "text", "countries": "text", "languages": "text",
    "followers": "number", "tier": "text", "decision": "text", "proposed": "text", "who": "text", "when": "text",
    "reason": "text", "share": "share", "share_low": "share", "share_high": "share", "rate": "share",
    "rate_low": "share", "rate_high": "share", "theirs": "number", "unsure": "number", "gravest": "text",
    "score": "number", "score_low": "number", "score_high": "number", "band": "text", "trained_on": "text",
    "views": "number", "views_low": "number", "views_high": "number", "paid": "share", "rhythm": "number",
    "problems": "number", "strengths": "number", "seen": "share", "unseen": "text", "creator_id": "text",
    "as_of": "text", "run_id": "text",
}  # fmt: skip
"""The columns of an export, and how each is written."""
TRACED = ("creator_id", "as_of", "run_id")
"""Columns whose names no language changes: by them a row is traced to its run."""


def data(known: list[Row], texts: Texts, named: dict[str, dict[str, str]], summary: Row, words: Words) -> Markup:
    """Give everything that the script needs, as JSON in which no markup can begin."""
    whole = {
        "about": {key: summary[key] for key in ("as_of", "run_id")} | {"file": _file(summary, words)},
        "fields": list(known[0]) if known else [],
        "rows": [list(row.values()) for row in known],
        "texts": list(texts.listed),
        "names": named,
        "words": {key: words.say(f"shortlist.{key}") for key in SPOKEN},
        "compared": [_compared(key, words) for key in ROWS],
        "export": [[key, _header(key, words), kind] for key, kind in EXPORT.items()],
    }
    plain = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Markup(plain.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704 # no "<" is left in it


def _file(summary: Row, words: Words) -> str:
    when = forms.moment(summary["as_of"])
    return f"{words.say('shortlist.file')}-{when:%Y-%m-%d}" if when else words.say("shortlist.file")


def _compared(key: str, words: Words) -> list[Any]:
    return [key, words.say(f"shortlist.row.{key}"), words.texts.get(f"shortlist.row_note.{key}"), STRIPS.get(key)]


def _header(key: str, words: Words) -> str:
    return key if key in TRACED else words.say(f"shortlist.column.{key}")
