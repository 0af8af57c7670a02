"""What real people do under a typical post: likes net of bought ones, comments net of arranged ones, with interval.

Where nothing is known of the comments (none were pulled, or in no language that is covered) they may all be real or up
to as much arranged as the likes are bought or the audience is not there.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vetting.measure.real.likes import Likes, signs

Floats = NDArray[np.float64]
POSTS = 5
MEDIAN_ERROR = 1.645 * 1.253 * 2.62
"""90 % of a median of posts that do alike (lag-1 .745), in SDs of logs over the root of their number."""
REAL_ENGAGEMENT = """\
One row per account with posts in the look-back: likes and comments by real people under a typical post.
account_id: the account
posts: settled posts that show likes
automatic: estimated share of the likes that is no person's
automatic_low: lower end of the 90 % interval
automatic_high: upper end
arranged: estimated share of the comments that is arranged; null: unknown
interactions: likes and comments of the median post, everybody's
real: of those, by real people
real_low: lower end of the 90 % interval
real_high: upper end
rate: real / followers that are real, reachable people; null: no inflation reading
rate_low: lower end
rate_high: upper end
silence: why there is none"""


def real_engagement(evidence: pl.DataFrame, model: Likes | None = None) -> pl.DataFrame:
    """Evidence (`real_engagement_evidence.sql`) -> facts.real_engagement, by account_id."""
    model = model or Likes.read()
    evidence = evidence.sort("account_id")
    bought = model.bought(signs(evidence))
    comments = _arranged(evidence, bought)
    likes, talk = (_numbers(evidence, name) for name in ("typical_likes", "typical_comments"))
    middle = likes * (1 - bought["share"]) + talk * (1 - comments["share"])
    spread = MEDIAN_ERROR * _numbers(evidence, "likes_sd") / np.sqrt(np.maximum(_numbers(evidence, "liked"), 1.0))
    worst = likes * (1 - bought["high"]) + talk * (1 - comments["high"])
    best = likes * (1 - bought["low"]) + talk * (1 - comments["low"])
    low, high = _wider(middle, worst, best, np.nan_to_num(spread))
    there = [_numbers(evidence, "followers") * (1 - _numbers(evidence, end)) for end in ENDS]
    told = {
        "automatic": bought["share"],
        "automatic_low": bought["low"],
        "automatic_high": bought["high"],
        "interactions": likes + talk,
        "real": middle,
        "real_low": low,
        "real_high": high,
        "rate": _rate(middle, there[0]),
        "rate_low": _rate(low, there[1]),
        "rate_high": _rate(high, there[2]),
    }
    enough = (evidence["liked"] >= POSTS) & evidence["typical_comments"].is_not_null()
    hidden = pl.when(pl.col("shown") == 0).then(pl.lit("hidden")).otherwise(pl.lit("not_enough_data"))
    return evidence.select(
        "account_id",
        posts="liked",
        **{name: pl.Series(value).fill_nan(None).set(~enough, None) for name, value in told.items()},
        arranged="arranged",
        silence=pl.when(~enough).then(hidden),
    )


ENDS = ("share", "low", "high")


def _numbers(evidence: pl.DataFrame, name: str) -> Floats:
    return evidence[name].cast(pl.Float64).fill_null(float("nan")).to_numpy()


def _arranged(evidence: pl.DataFrame, bought: dict[str, Floats]) -> dict[str, Floats]:
    """The share of the comments that is arranged, and where nothing is known how far it may go."""
    names = {"share": "arranged", "low": "arranged_low", "high": "arranged_high"}
    told = {end: _numbers(evidence, name) for end, name in names.items()}
    unknown = {
        "share": bought["share"],
        "low": np.zeros(len(evidence)),
        "high": np.maximum(bought["high"], np.nan_to_num(_numbers(evidence, "high"))),
    }
    return {end: np.where(np.isfinite(told[end]), told[end], unknown[end]) for end in names}


def _wider(middle: Floats, worst: Floats, best: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """Two unsure things in one interval: their distances from the middle, in logs, add up as squares."""
    floor = np.maximum(middle, 1e-9)
    below = np.hypot(np.log(floor / np.maximum(worst, 1e-9 + 0.01 * middle)), spread)
    above = np.hypot(np.log(np.maximum(best, floor) / floor), spread)
    return middle * np.exp(-below), middle * np.exp(above)


def _rate(interactions: Floats, people: Floats) -> Floats:
    """Per real follower; the fewer of them are real, the higher: the ends of both move together."""
    rate: Floats = np.divide(interactions, people, out=np.full(len(people), np.nan), where=people >= 1)
    return rate
