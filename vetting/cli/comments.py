"""`vet train-comments`: what reads comments, from made-up worlds whose writers are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import say

if TYPE_CHECKING:
    import polars as pl

    from vetting.measure.comments.spam import SpamModel

SEED, WORLDS, CREATORS, FRAUD = 100, 8, 300, 0.45
NEEDED = ("accounts", "posts", "comments")
TEXTS, SPAM_TEXTS = 12_000, 6_000
HIRED, ARRANGED = ("bought", "pod"), ("spam", "bought", "pod")


@click.command("train-comments")
@click.option("--worlds", default=WORLDS, show_default=True, help="How many worlds to make up.")
@click.option("--creators", default=CREATORS, show_default=True, help="Creators in each.")
def train_comments(worlds: int, creators: int) -> None:
    """Train the readers of comments on made-up worlds. The same code gives the same weights."""
    import polars as pl

    from vetting.measure.comments.train import learn

    known = [known_comments(seed, creators) for seed in range(SEED, SEED + worlds)]
    reader = spam_reader(pl.concat(texts for _, texts in known))
    reader.save()
    weights = learn([kin for kin, _ in known])
    weights.save()
    say("train", f"{sum(kin.height for kin, _ in known):,} made-up comments of {worlds} worlds")
    click.echo("Wrote the weights of vetting/measure/comments")


def spam_reader(texts: pl.DataFrame) -> SpamModel:
    """The spam reader, from distinct made-up comments (`text`, `is_spam`)."""
    import polars as pl

    from vetting.measure.comments import spam
    from vetting.measure.comments.text import prepared

    distinct = texts.unique("text", maintain_order=True)
    chosen = [distinct.filter(is_spam=1).head(SPAM_TEXTS), distinct.filter(is_spam=0).gather_every(3).head(TEXTS)]
    table = pl.concat(chosen).with_columns(text=prepared(pl.col("text")))
    return spam.train(table["text"], table["is_spam"].to_numpy(), "simulated comments")


def known_comments(seed: int, creators: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A made-up world's comments (`comment_kin.sql`) with who wrote them, and the texts with whether they are spam."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    import polars as pl

    from vetting.cli.opening import made_up
    from vetting.measure.comments.read import read_comments
    from vetting.simulate.world import AS_OF, simulate

    with TemporaryDirectory(prefix="vetting-") as scratch:
        folder = Path(scratch) / "world"
        simulate(folder, creators=creators, seed=seed, fraud=FRAUD, style="drawn")
        for table in folder.glob("*.parquet"):
            if table.stem not in NEEDED:
                table.unlink()
        with made_up(folder, AS_OF) as house:
            house.build_facts(only=house.tree.needed("facts", ["accounts"]))
            words = read_comments(house.query("comment_said"))
            house.replace("facts.comment_words", words, "Comments, each by itself.")
            kin = house.query("comment_kin")
        roles = pl.read_parquet(Path(f"{folder}_truth") / "comments.parquet")
        texts = pl.read_parquet(folder / "comments.parquet", columns=["comment_id", "text"])
    told = roles.select(
        "comment_id",
        is_pod=pl.col("role") == "pod",
        is_arranged=pl.col("role").is_in(ARRANGED),
        is_hired=pl.col("role").is_in(HIRED),
    )
    written = texts.join(roles, on="comment_id", maintain_order="left")
    spam = written.select("text", is_spam=(pl.col("role") == "spam").cast(pl.Int64))
    return kin.join(told, on="comment_id", how="left", maintain_order="left"), spam
