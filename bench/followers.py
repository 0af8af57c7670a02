"""`python -m bench.followers SHARED_DATA_DIR`: the account classifier, and shares of samples, on real sets left out.

Nothing that is shipped is fitted on them: the shipped classifier knows made-up followers only.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np
import polars as pl
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types
from sklearn.metrics import roc_auc_score

from bench.follower_sets import real_sets
from vetting.measure.followers.model import Classifier
from vetting.measure.followers.sample import DEFAULT, estimate
from vetting.measure.followers.train import labels, recalibrated, train
from vetting.simulate.follower_sets import labelled_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.random import Generator

    from vetting.measure.followers.features import Floats

TARGET_LABELS, SEEDS, BINS = 100, 30, 10
SAMPLE, LABELLED = 400, 100
SHARES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
SLIPPING = 0.03
MADE_UP = 4
Sets = dict[str, pl.DataFrame]
Pools = dict[str, tuple[pl.DataFrame, Classifier]]


def trained(sets: Sets, shipped: Classifier) -> Iterator[tuple[str, str, Classifier]]:
    """(trained on, left out, classifier) for the shipped one, every set and every pair of sets."""
    for left in sets:
        yield "made-up followers", left, shipped
        others = [name for name in sets if name != left]
        for size in (1, 2):
            for names in combinations(others, size):
                yield " + ".join(names), left, train([sets[name] for name in names], shipped, trained_on="bench")


def calibration_error(chance: Floats, fake: Floats) -> float:
    """Expected calibration error over ten even bins."""
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = np.bincount(place, chance - fake, minlength=BINS)
    return float(np.abs(gaps).sum() / len(chance))


def after_labels(model: Classifier, target: pl.DataFrame) -> tuple[float, float]:
    """Mean calibration error and AUC on the rest of a set, after 100 of its labels; over seeds."""
    told = []
    for seed in range(SEEDS):
        order = np.random.default_rng(seed).permutation(len(target))
        near = recalibrated(model, target[order[:TARGET_LABELS]])
        rest = target[order[TARGET_LABELS:]]
        chance, fake = expit(near.logits(rest)), labels(rest)
        told.append((calibration_error(chance, fake), roc_auc_score(fake, chance)))
    error, auc = np.mean(told, axis=0)
    return float(error), float(auc)


def audiences(pool: pl.DataFrame, dice: Generator, copies: int, slip: float) -> tuple[pl.DataFrame, Floats]:
    """Samples of audiences mixed from one set, 400 followers of whom 100 are labelled; and their true shares."""
    truth = np.repeat(SHARES, copies)
    fakes, reals = (np.flatnonzero((pool["label"] == kind).to_numpy()) for kind in ("fake", "real"))
    count = len(truth) * SAMPLE
    fake = dice.random(count) < np.repeat(truth, SAMPLE)
    rows = pool[np.where(fake, dice.choice(fakes, count), dice.choice(reals, count))]
    slipped = fake ^ (dice.random(count) < slip)
    account, place = np.divmod(np.arange(count), SAMPLE)
    named = [pl.Series("account_id", account).cast(pl.String).str.zfill(5), pl.Series("follower_id", place)]
    said = pl.Series("label", np.where(slipped, "fake", "real")).set(pl.Series(place >= LABELLED), None)
    absent = [
        pl.lit(None, dtype=pl.Datetime("us")).alias(c) for c in ("sampled_at", "created_at") if c not in rows.columns
    ]
    return rows.with_columns(*named, said, *absent, platform=pl.lit("x"), uniform=pl.lit(value=True)), truth


def pools(sets: Sets, shipped: Classifier) -> Pools:
    """Every real set with a classifier that was trained on the others, and made-up sets with the shipped one."""
    real = {
        left: (pool, train([one for name, one in sets.items() if name != left], shipped, trained_on="bench"))
        for left, pool in sets.items()
    }
    made_up = labelled_sets(MADE_UP, 2000, seed=99)
    return real | {f"made-up {number}": (pool, shipped) for number, pool in enumerate(made_up)}


def shares(mixed: Pools, copies: int, slip: float, *, alone: bool) -> Iterator[tuple[str, float, float, float]]:
    """(set, MAE, coverage, mean width) of the shares of samples; `alone`: nobody else was ever sampled."""
    for name, (pool, model) in mixed.items():
        samples, truth = audiences(pool, np.random.default_rng(1), copies, slip)
        parts = samples.partition_by("account_id", maintain_order=True) if alone else [samples]
        told = pl.concat([estimate(part, model) for part in parts])
        low, high = told["low"].to_numpy(), told["high"].to_numpy()
        error = float(np.abs(told["share"].to_numpy() - truth).mean())
        yield name, error, float(((low <= truth) & (truth <= high)).mean()), float((high - low).mean())


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--copies", default=40, show_default=True, help="Audiences of each share.")
def main(folder: Path, copies: int) -> None:
    """Print AUC, calibration and the error of shares, each on a set that the classifier did not see."""
    sets, shipped = real_sets(folder), Classifier.load(DEFAULT)
    click.echo("trained on | left out | AUC | ECE after 100 labels | AUC then")
    for names, left, model in trained(sets, shipped):
        auc = roc_auc_score(labels(sets[left]), model.logits(sets[left]))
        error, then = after_labels(model, sets[left])
        click.echo(f"{names} | {left} | {auc:.3f} | {error:.3f} | {then:.3f}")
    mixed = pools(sets, shipped)
    click.echo(f"\nshares 2-60 %, {SAMPLE} followers, {LABELLED} of them labelled: MAE, coverage of 90 %, width")
    for words, slip, alone in (
        ("each audience alone", 0.0, True),
        ("audiences of one platform together", 0.0, False),
        (f"the same, {SLIPPING:.0%} of labels wrong", SLIPPING, False),
    ):
        for name, error, held, width in shares(mixed, copies, slip, alone=alone):
            click.echo(f"{words} | {name} | {error:.4f} | {held:.3f} | {width:.3f}")


if __name__ == "__main__":
    main()
