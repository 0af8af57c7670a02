"""How a creator's name and the words of a record meet, word by word, and how many people bear each word."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any

import polars as pl

from vetting.match.alignment import MIDDLE
from vetting.match.evidence import JOINED
from vetting.match.people import name_words
from vetting.match.rarity import PARTICLE_INFO
from vetting.match.tokens import cut
from vetting.match.words_alike import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping

MILLION = 1_000_000
INSIDE, TOGETHER, MISSING, EXTRA = "inside_handle", "written_together", "missing", "extra"
OTHER_LETTERS = r"[^\p{Latin}\p{N}\p{P}\p{M}\p{S}]"


def per_million(info: float) -> float:
    """Of a million people, how many bear a word, or a whole name, that is worth so many nats."""
    return MILLION * exp(-info)


def words_met(name: str, met: str, row: Mapping[str, Any], worth: Mapping[str, float]) -> list[dict[str, Any]]:
    """Each word of `name` beside the word of `met` (as the record writes it) that is most like it, then what is left.

    `row` is the pair's evidence, `worth` the nats of folded words. Rows of `ours`, `theirs` (null: none), `how` (same,
    other_script, initial, short_form, variant, heard, one_letter, letters, missing, extra; of the whole name:
    inside_handle, written_together) and `per_million` (null where no number is known).
    """
    ours, theirs = _cut(name), _cut(met)
    if row["inside_handle"] or _joined(row, ours.height, theirs.height):
        how = INSIDE if row["inside_handle"] else TOGETHER
        return [_row(name, met, how, _nats(ours["token"].to_list(), worth))]
    pairs = ours.join(theirs, how="cross", suffix="_met")
    if pairs.is_empty():
        return [_row(name, met, TOGETHER, None)]
    alike = likeness(pairs["token"], pairs["token_met"])
    best = pairs.hstack(alike).sort("pos", "sim", "pos_met", descending=[False, True, False])
    chosen = best.unique("pos", keep="first", maintain_order=True)
    met_at = set(chosen.filter(pl.col("sim") >= MIDDLE)["pos_met"])
    rows = [_met(word, worth) for word in chosen.iter_rows(named=True)]
    left = theirs.filter(~pl.col("pos").is_in(sorted(met_at)))
    extra = [_row(None, word["raw"], EXTRA, _nats([word["token"]], worth)) for word in left.iter_rows(named=True)]
    return rows + extra


def _cut(text: str) -> pl.DataFrame:
    return name_words(cut(pl.DataFrame({"passage": [0], "text": [text]}))).select("pos", "raw", "token")


def _joined(row: Mapping[str, Any], ours: int, theirs: int) -> bool:
    return ours != theirs and bool(row["whole"] or (row["joined"] or 0) >= JOINED)


def _met(word: Mapping[str, Any], worth: Mapping[str, float]) -> dict[str, Any]:
    met = word["sim"] >= MIDDLE
    return _row(
        word["raw"], word["raw_met"] if met else None, _how(word) if met else MISSING, _nats([word["token"]], worth)
    )


def _how(word: Mapping[str, Any]) -> str:
    """In which way two words are alike."""
    scripts = {bool(pl.Series([word[side]]).str.contains(OTHER_LETTERS).item()) for side in ("raw", "raw_met")}
    if len(scripts) > 1:
        return "other_script"
    if word["token"] == word["token_met"]:
        return "same"
    forms = {"initial": "initial", "short": "short_form", "heard": "heard"}
    listed = next((how for flag, how in forms.items() if word[flag]), None)
    return listed or {0: "variant", 1: "one_letter"}.get(word["edits"], "letters")


def _nats(tokens: list[str], worth: Mapping[str, float]) -> float | None:
    known = [worth[token] for token in tokens if worth.get(token, 0.0) > PARTICLE_INFO]
    return sum(known) if known else None


def _row(ours: str | None, theirs: str | None, how: str, nats: float | None) -> dict[str, Any]:
    share = None if nats is None else per_million(nats)
    return {"ours": ours, "theirs": theirs, "how": how, "per_million": share}
