"""`vet train-likes`: how much of an account's likes is bought, from made-up worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, say

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

WORLDS, CREATORS, SEED, FRAUD = 8, 400, 7000, 0.8
"""Fraud is made far more common than anybody thinks it is: an interval must hold also where likes were bought."""


@click.command("train-likes")
@click.option("--out", type=PATH, help="The model file.  [default: the shipped one]")
@click.option("--worlds", default=WORLDS, show_default=True, help="How many worlds to make up.")
@click.option("--creators", default=CREATORS, show_default=True, help="Creators in each.")
def train_likes(out: Path | None, worlds: int, creators: int) -> None:
    """Train the estimate of bought likes on made-up worlds. The same code gives the same model."""
    import polars as pl

    from vetting.measure.real.likes import DEFAULT, signs
    from vetting.measure.real.train import train

    seen = pl.concat([known_likes(seed, creators, FRAUD) for seed in range(SEED, SEED + worlds)])
    bought = seen["bought_likes"].to_numpy()
    model = train(signs(seen), bought)
    about = {"trained_on": "simulated", "worlds": worlds, "accounts": seen.height, "seed": SEED}
    model.save(out or DEFAULT, about)
    say("train", f"{seen.height:,} made-up accounts, {(bought > 0).mean():.0%} with bought likes")
    click.echo(f"Wrote {out or DEFAULT}")


def known_likes(seed: int, creators: int, fraud: float = 0.35) -> pl.DataFrame:
    """The evidence of a made-up world's accounts, and the true share of their likes that is bought."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    import polars as pl

    from vetting.cli.opening import made_up
    from vetting.measure.measure import measure
    from vetting.simulate.world import AS_OF, simulate

    with TemporaryDirectory(prefix="vetting-") as scratch:
        world = Path(scratch) / "world"
        simulate(world, creators=creators, seed=seed, fraud=fraud, style="drawn")
        truth = pl.read_parquet(Path(f"{world}_truth") / "accounts.parquet").select("account_id", "bought_likes")
        with made_up(world, AS_OF) as house:
            measure(house)
            evidence = house.query("real_engagement_evidence")
    # The platform is the peers' group: those of two worlds are not each other's peers.
    told = evidence.with_columns(platform=pl.format("{} {}", "platform", pl.lit(seed)))
    return told.join(truth, on="account_id").sort("account_id")
