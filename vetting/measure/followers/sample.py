"""From sampled followers to what each audience's sample says: one row per account that has a sample.

Three ways, from sure to unsure: labels of this audience; the classifier fitted to labels of the platform's other
audiences; the shipped classifier alone. The last is a guess with a wide interval, and `calibrated` says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import expit, logit  # type: ignore[import-untyped] # scipy ships no types

from vetting.measure.followers.audience import Evidence, from_labels
from vetting.measure.followers.likelihood import log_likelihood, on_grid, slips, summary
from vetting.measure.followers.model import Classifier
from vetting.measure.followers.scores import BORROWED, disagreement, from_scores
from vetting.measure.followers.train import labels, recalibrated

__all__ = ["DEFAULT", "SAMPLE", "estimate", "log_likelihood"]

Floats = NDArray[np.float64]
DEFAULT = Path(__file__).with_name("default.json")
SAMPLE = """\
One row per account with a sample of its followers: what they say of its audience.
account_id: the account
sampled: followers that were drawn
labelled: of these a person judged
labelled_fake: of these judged to be fake
drawn_uniform: drawn uniformly; false: from the newest; null: the source doesn't say
looks_fake: mean probability of being fake by the account classifier
looks_fake_labelled: the same of the labelled ones
calibrated: labels of this audience or of others of its platform stand behind it
way: labels (of this audience) or classifier
effective_fake: the labels "fake" that it is as sure as
effective_real: the labels "real" that it is as sure as
slip: share of labels that are probably wrong, either way
slip_spread: standard deviation of that
spread: standard deviation of log-odds between the sample's share and the audience's, by order and classifier
share: share of the audience that is not real people
low: lower end of the 90 % interval
high: upper end
se: standard deviation of the share"""
LABELS = 15
"""Labels from which an audience speaks for itself."""
OTHERS, EACH, FROM = 100, 10, 3
"""Labels of a platform, of either kind, and labelled audiences, from which the classifier is fitted to it."""
IN_ORDER, IN_SOME_ORDER = 0.9, 0.25
"""SD of log-odds between a list's share and the audience's: newest first, and where nobody says how it was drawn."""
SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "account_id": pl.String,
    "sampled": pl.Int64,
    "labelled": pl.Int64,
    "labelled_fake": pl.Int64,
    "drawn_uniform": pl.Boolean,
    "looks_fake": pl.Float64,
    "looks_fake_labelled": pl.Float64,
    "calibrated": pl.Boolean,
    "way": pl.String,
    "effective_fake": pl.Float64,
    "effective_real": pl.Float64,
    "slip": pl.Float64,
    "slip_spread": pl.Float64,
    "spread": pl.Float64,
    "share": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "se": pl.Float64,
}


class Near(NamedTuple):
    """A classifier, and the log-odds of a fake where it was fitted: 0 where it never saw a base rate."""

    classifier: Classifier
    base_rate: float = 0.0


def estimate(followers: pl.DataFrame, model: Classifier | None = None) -> pl.DataFrame:
    """Sampled followers (see `follower_people.sql`) -> the columns of `SCHEMA`, by account_id.

    `effective_fake`, `effective_real`, `slip`, `slip_spread` and `spread` are the evidence without any prior, for
    `log_likelihood`; `share`, `low`, `high` (90 %) and `se` are what it says by itself.
    """
    model = model or Classifier.load(DEFAULT)
    people = followers.sort("platform", "account_id", "follower_id", nulls_last=True)
    near, _ = _nearer(Near(model), people)
    parts = [_platform(part, near) for part in people.partition_by("platform", maintain_order=True)]
    if not parts:
        return pl.DataFrame(schema=SCHEMA)
    samples = _slipping(pl.concat(parts))
    told = summary(on_grid(samples), (samples["way"] == "labels").to_numpy())
    shares = [pl.Series(name, values) for name, values in told.items()]
    return (
        samples.with_columns(shares).select(pl.col(name).cast(kind) for name, kind in SCHEMA.items()).sort("account_id")
    )


def _platform(people: pl.DataFrame, model: Near) -> pl.DataFrame:
    """The samples of one platform, whose labels fit the classifier to it where there are enough."""
    label = people["label"].replace_strict({"fake": 1.0, "real": 0.0}, default=float("nan"), return_dtype=pl.Float64)
    near, calibrated = _nearer(model, people)
    score = near.classifier.logits(people)
    names = people["account_id"].unique(maintain_order=True)
    audience = people["account_id"].rank("dense").to_numpy().astype(np.int64) - 1
    by_labels = from_labels(score, label.fill_null(float("nan")).to_numpy(), audience, len(names))
    by_scores = from_scores(score - near.base_rate, audience, len(names))
    facts = people.with_columns(looks=pl.Series(expit(score))).group_by("account_id", maintain_order=True)
    told = facts.agg(
        sampled=pl.len(),
        labelled=pl.col("label").count(),
        labelled_fake=(pl.col("label") == "fake").sum(),
        drawn_uniform=pl.col("uniform").all(ignore_nulls=False),
        looks_fake=pl.col("looks").mean(),
        looks_fake_labelled=pl.col("looks").filter(pl.col("label").is_not_null()).mean(),
    )
    return _evidence(told, by_labels, by_scores, calibrated=calibrated)


def _nearer(model: Near, people: pl.DataFrame) -> tuple[Near, bool]:
    """The classifier fitted to the labels of these audiences, and whether there are enough to do that."""
    known = people.filter(pl.col("label").is_not_null())
    fakes = int(labels(known).sum())
    enough = min(fakes, known.height - fakes) >= EACH and known.height >= OTHERS
    if not enough or known["account_id"].n_unique() < FROM:
        return model, False
    return Near(recalibrated(model.classifier, known), float(logit(fakes / known.height))), True


def _evidence(told: pl.DataFrame, by_labels: Evidence, by_scores: Evidence, *, calibrated: bool) -> pl.DataFrame:
    """Chooses each account's way, and says how far its list may be from its audience."""
    spoken = told["labelled"].to_numpy() >= LABELS
    between = disagreement(_logs(by_labels, spoken), _logs(by_scores, spoken)) if calibrated else BORROWED
    uniform = told["drawn_uniform"]
    order = uniform.replace_strict(
        {True: 0.0, False: IN_ORDER}, default=IN_SOME_ORDER, return_dtype=pl.Float64
    ).to_numpy()
    spread = np.where(spoken, order, np.hypot(order, between))
    return told.with_columns(
        calibrated=pl.Series(spoken | calibrated),
        way=pl.Series(np.where(spoken, "labels", "classifier")),
        effective_fake=pl.Series(np.where(spoken, by_labels.fake, by_scores.fake)),
        effective_real=pl.Series(np.where(spoken, by_labels.real, by_scores.real)),
        spread=pl.Series(spread.round(6)),
    )


def _logs(evidence: Evidence, rows: NDArray[np.bool_]) -> Floats:
    """The evidence of some accounts as it is, on the likelihood's grid."""
    none = np.zeros(int(rows.sum()))
    columns = {"effective_fake": evidence.fake[rows], "effective_real": evidence.real[rows]}
    return on_grid(pl.DataFrame(columns | {"slip": none, "slip_spread": none, "spread": none}))


def _slipping(samples: pl.DataFrame) -> pl.DataFrame:
    """With how often labels slip: one rate for all, as one team labels; the classifier learnt from the same labels."""
    spoken, fake = samples.filter(way="labels"), pl.col("labelled_fake").alias("fake")
    mean, around = slips(*spoken.select(fake, pl.col("labelled") - fake).cast(pl.Float64).to_numpy().T)
    slipping = pl.col("calibrated").cast(pl.Float64)
    return samples.with_columns(slip=slipping * mean, slip_spread=slipping * around)
