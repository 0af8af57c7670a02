"""The weights of the comment readers, from made-up worlds: `python -m bench.comments` measures, with `--train` learns.

Learns on eight worlds of drawn style and measures on four others. All of it is simulated: the figures say that the
readers do what they were built for, and nothing of how they fare elsewhere.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
import polars as pl
from sklearn.metrics import roc_auc_score

from vetting.load.load import load
from vetting.measure.comments import spam
from vetting.measure.comments.read import read_comments, read_together
from vetting.measure.comments.text import prepared
from vetting.measure.comments.train import learn
from vetting.settings import Settings
from vetting.simulate import world as worlds
from vetting.simulate.comments import comments as draw_comments
from vetting.simulate.crowd import BOUGHT, POD, SPAM
from vetting.simulate.world import AS_OF, simulate
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Sequence

LEARN, JUDGE = range(100, 108), range(112, 116)
CREATORS, FRAUD = 300, 0.45
NEEDED = ("accounts", "posts", "comments")
TEXTS, SPAM_TEXTS = 12_000, 6_000
MUCH = 0.10


def drawn(seed: int, creators: int = CREATORS) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A made-up world's comments with who wrote them: `comment_kin.sql` with the truth, and the texts."""
    kept: list[pl.DataFrame] = []
    draw = draw_comments

    def keeping(*arguments: Any) -> pl.DataFrame:  # noqa: ANN401 # handed on as they come
        kept.append(draw(*arguments))
        return kept[0]

    with TemporaryDirectory(prefix="vetting-") as scratch, Warehouse() as house:
        folder = Path(scratch) / "world"
        with patch.object(worlds, "draw_comments", keeping):
            simulate(folder, creators=creators, seed=seed, fraud=FRAUD, style="drawn")
        for table in folder.glob("*.parquet"):
            if table.stem not in NEEDED:
                table.unlink()
        load(house, folder, source="simulated", loaded_at=AS_OF)
        return _read(house, kept[0].select("comment_id", "role", "text"))


def _read(house: Warehouse, writers: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    house.set(as_of=AS_OF)
    Settings.read().apply(house)
    needed, todo = set[str](), ["accounts"]
    sources = {source.name: source for source in house.tree.in_order("facts")}
    while todo:
        name = todo.pop()
        needed.add(name)
        todo += [other for schema, other in sources[name].reads if schema == "facts" and other in sources]
    house.build_facts(only=tuple(needed))
    house.replace("facts.comment_words", read_comments(house.query("comment_said")), "Comments, each by itself.")
    told = writers.select(
        "comment_id",
        is_pod=pl.col("role") == POD,
        is_arranged=pl.col("role").is_in([SPAM, BOUGHT, POD]),
        is_hired=pl.col("role").is_in([BOUGHT, POD]),
    )
    kin = house.query("comment_kin").join(told, on="comment_id", how="left", maintain_order="left")
    return kin, writers.select("text", is_spam=(pl.col("role") == SPAM).cast(pl.Int64))


def spam_reader(texts: pl.DataFrame) -> spam.SpamModel:
    """The spam reader, from distinct made-up comments."""
    distinct = texts.unique("text", maintain_order=True)
    chosen = [distinct.filter(is_spam=1).head(SPAM_TEXTS), distinct.filter(is_spam=0).gather_every(3).head(TEXTS)]
    table = pl.concat(chosen).with_columns(text=prepared(pl.col("text")))
    return spam.train(table["text"], table["is_spam"].to_numpy(), "simulated comments")


def judge(kins: Sequence[pl.DataFrame]) -> str:
    """AUC of both account readings over worlds that nothing was learnt on."""
    rows = []
    for kin in kins:
        _, accounts = read_together(kin)
        truth = kin.group_by("account_id").agg(
            pl.col("is_hired").mean(), pl.col("is_arranged").mean(), pl.col("is_pod").any()
        )
        rows.append(accounts.join(truth, on="account_id").drop_nulls("arranged"))
    table = pl.concat(rows)
    much, share = (table["is_hired"] > MUCH).to_numpy(), table["is_arranged"].to_numpy()
    inside = (table["arranged_low"].to_numpy() <= share) & (share <= table["arranged_high"].to_numpy())
    return (
        f"{table.height:,} accounts (simulated), {much.mean():.0%} with more than {MUCH:.0%} arranged comments\n"
        f"comment_authenticity  AUC {roc_auc_score(much, table['arranged'].to_numpy()):.3f}  "
        f"MAE {np.abs(table['arranged'].to_numpy() - share).mean():.3f}  in the 90 % interval {inside.mean():.0%}\n"
        f"pod_engagement        AUC {roc_auc_score(table['is_pod'].to_numpy(), table['ring'].to_numpy()):.3f}"
    )


def main() -> None:
    """Learn where asked to, and print how the readers fare on the worlds kept apart."""
    if "--train" in sys.argv:
        spam_reader(pl.concat(drawn(seed)[1] for seed in LEARN)).save()
        learn([drawn(seed)[0] for seed in LEARN]).save()
    print(judge([drawn(seed)[0] for seed in JUDGE]))  # noqa: T201 # what the command is for


if __name__ == "__main__":
    main()
