"""`python -m bench.likes`: the estimate of bought likes on made-up worlds that it was not trained on. Simulated."""

from __future__ import annotations

import click
import numpy as np
from sklearn.metrics import roc_auc_score

from vetting.cli.likes import known_likes
from vetting.measure.real.likes import Likes, signs

SEEDS = (7101, 7102, 7103)
SOME = 0.02


@click.command()
@click.option("--creators", default=400, show_default=True, help="Creators in each world.")
def main(creators: int) -> None:
    """Say how well it ranks, how far it errs and how often its interval holds the truth."""
    click.echo(
        f"{'world':<8}{'accounts':>9}{'bought':>8}{'AUC':>7}{'MAE':>7}{'of none':>9}{'inside':>8}{'if bought':>11}"
        f"{'high':>7}"
    )
    for seed in SEEDS:
        seen = known_likes(seed, creators)
        truth = seen["bought_likes"].to_numpy()
        told = Likes.read().bought(signs(seen))
        some = truth > SOME
        inside = (told["low"] <= truth) & (truth <= told["high"])
        auc = roc_auc_score(some, told["high"])
        error = np.abs(told["share"] - truth).mean()
        row = f"{seed:<8}{len(truth):>9}{some.mean():>8.2f}{auc:>7.3f}{error:>7.3f}{truth.mean():>9.3f}"
        click.echo(f"{row}{inside.mean():>8.3f}{inside[some].mean():>11.3f}{told['high'].mean():>7.3f}")


if __name__ == "__main__":
    main()
