"""`audience_inflation`: the share of a follower count that is no real, reachable person, with its 90 % interval.

Three kinds of evidence speak, alone or together: the follower curve (sudden steps that no post explains and nobody else
shares, stretches of growth without likes, followers who leak away), the posts (against peers of the platform and the
account's own past), and a sample of the followers. Of two that contradict each other the interval says so by its width.
"""

from __future__ import annotations

import numpy as np
import polars as pl
import polars.selectors as cs

from vetting.measure.followers.likelihood import log_likelihood
from vetting.measure.inflation.combine import combined, opened
from vetting.measure.inflation.features import features, only
from vetting.measure.inflation.grid import MIDDLES, Floats, mean, quantile
from vetting.measure.inflation.model import Model, shipped
from vetting.measure.inflation.settle import settled, side_by_side
from vetting.measure.inflation.steps import placed

INFLATION = """\
One row per account: the estimated share of its followers that is not a real, reachable person, and what says so.
account_id: the account
share: the share, 0-1; null: not enough to tell
low: lower end of the 90 % interval
high: upper end
basis: changes of follower days, settled posts with likes and followers looked at that it stands on
silence: why there is none
by_growth: what the follower curve says alone
by_posts: what the posts say alone
by_sample: what the sample of followers says alone
unexplained: part of today's followers that came in sudden steps of its own that no post explains
explained: part that came in sudden steps with a post that did far better than usual
shared_steps: sudden steps that many accounts of the platform made on the same day
step_day: first day of the largest unexplained step
step_part: part of today's followers that came in it"""

EXACT = cs.float().round_sig_figs(8)
"""Sums over several threads differ in their last digits, and the same rows must give the same reading."""
DAYS, POSTS, SAMPLED = 10, 5, 30
"""Changes of follower days, settled posts with likes, followers looked at, from which each kind of evidence speaks."""
TOWARDS_MEAN = 0.6
"""The reading lies so far from the median to the mean of what is likely: one errs less, the other ranks better."""

BORROWED_TRUST = 0.25
"""How far a sample's likelihood is trusted where no label of this audience or platform fitted the classifier."""
UNSEEN = 0.02
"""Nothing tells a share below this from none, so every interval reaches so far down."""


def estimate(
    evidence: pl.DataFrame, steps: pl.DataFrame, samples: pl.DataFrame, model: Model | None = None
) -> pl.DataFrame:
    """One row per account of the evidence, by account_id; its columns are those of `INFLATION`.

    `evidence` is `inflation_evidence.sql`, `steps` is facts.growth_steps, `samples` is facts.follower_sample.
    """
    model = model or shipped()
    evidence, steps = evidence.sort("account_id").with_columns(EXACT), steps.with_columns(EXACT)
    table = features(evidence, steps)
    sampled, likelihood = _sampled(evidence, samples)
    spoken = _spoken(evidence, table, sampled)
    heard, *seen = model.heard(table)
    whole = settled(heard, likelihood, sampled["teaches"].to_numpy(), side_by_side(*seen))
    chances = combined(opened(whole), likelihood)
    alone = {
        "by_growth": _middle(model.chances(only(table, "growth")), spoken["growth"]),
        "by_posts": _middle(model.chances(only(table, "posts")), spoken["posts"]),
    }
    any_spoke = spoken.select(pl.any_horizontal(pl.all())).to_series() & (evidence["followers"].fill_null(1) > 0)
    told = [pl.Series(name, values).set(~any_spoke, None) for name, values in _summary(chances).items()]
    rows = pl.DataFrame([evidence["account_id"], *told]).with_columns(
        basis=evidence.select(pl.sum_horizontal(pl.col("h_days", "e_liked").fill_null(0))).to_series()
        + sampled["seen"],
        silence=pl.when(~any_spoke).then(pl.lit("not_enough_data")),
        **alone,
        by_sample=sampled["by_sample"].set(~spoken["sample"], None),
    )
    return rows.join(_steps(steps, evidence), on="account_id", how="left", maintain_order="left")


def _sampled(evidence: pl.DataFrame, samples: pl.DataFrame) -> tuple[pl.DataFrame, Floats]:
    """Per account of the evidence: followers looked at, what they say alone, and the log-likelihood of each bin."""
    said = samples.select("account_id", seen="sampled", by_sample="share", teaches="calibrated")
    rows = evidence.select("account_id").join(said, on="account_id", how="left", maintain_order="left")
    likelihood = np.zeros((len(evidence), len(MIDDLES)))
    place = dict(zip(evidence["account_id"], range(len(evidence)), strict=True))
    theirs = samples.filter(pl.col("account_id").is_in(place.keys()))
    if theirs.height:
        trust = np.where(theirs["calibrated"].fill_null(value=False).to_numpy(), 1.0, BORROWED_TRUST)[:, None]
        where = [place[account] for account in theirs["account_id"]]
        likelihood[where] = trust * log_likelihood(theirs, MIDDLES)
    return rows.with_columns(pl.col("seen").fill_null(0), pl.col("teaches").fill_null(value=False)), likelihood


def _spoken(evidence: pl.DataFrame, table: pl.DataFrame, sampled: pl.DataFrame) -> pl.DataFrame:
    """Which kinds of evidence an account has enough of to say anything."""
    return pl.DataFrame(
        {
            "growth": (evidence["h_days"].fill_null(0) >= DAYS) & (evidence["followers"].fill_null(0) > 0),
            "posts": (evidence["e_liked"].fill_null(0) >= POSTS) & table["e_left_likes"].is_not_null(),
            "sample": sampled["seen"] >= SAMPLED,
        }
    )


def _summary(chances: Floats) -> dict[str, Floats]:
    low, middle, high = (quantile(chances, level) for level in (0.05, 0.5, 0.95))
    share = middle + TOWARDS_MEAN * (mean(chances) - middle)
    return {"share": np.clip(share, low, high), "low": np.maximum(low - UNSEEN, 0.0), "high": high}


def _middle(chances: Floats, told: pl.Series) -> pl.Series:
    return pl.Series(_summary(opened(chances))["share"]).set(~told, None)


def _steps(steps: pl.DataFrame, evidence: pl.DataFrame) -> pl.DataFrame:
    """What the sudden steps were, for whoever asks why."""
    own, up = ~pl.col("shared"), pl.col("way") > 0
    alone = own & up & ~pl.col("seen")
    rows = placed(steps, evidence).group_by("account_id", maintain_order=True)
    return rows.agg(
        unexplained=pl.col("part").filter(alone).sum(),
        explained=pl.col("part").filter(own & up & pl.col("seen")).sum(),
        shared_steps=pl.col("shared").sum().cast(pl.Int64),
        step_day=pl.col("first_day").filter(alone).get(pl.col("part").filter(alone).arg_max()),
        step_part=pl.col("part").filter(alone).max(),
    )
