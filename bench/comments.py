"""`python -m bench.comments`: the readers of comments on made-up worlds that they were not trained on. Simulated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from sklearn.metrics import roc_auc_score

from vetting.cli.comments import CREATORS, known_comments
from vetting.measure.comments.read import read_together

if TYPE_CHECKING:
    from collections.abc import Sequence

JUDGE = range(112, 116)
MUCH = 0.10


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
    """Print how the readers fare on worlds that they were not trained on."""
    print(judge([known_comments(seed, CREATORS)[0] for seed in JUDGE]))  # noqa: T201 # what the command is for


if __name__ == "__main__":
    main()
