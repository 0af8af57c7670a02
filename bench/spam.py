"""How well spam is told from other comments: `python -m bench.spam FOLDER`, a folder with youtube_spam/ in it.

Each video in turn is the test: the reader learns from the others. Beside it stand the shipped weights, learnt from
simulated comments. Nothing of these files is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import polars as pl
from sklearn.metrics import f1_score

from vetting.errors import RefusalError
from vetting.measure.comments.spam import SpamModel, train
from vetting.measure.comments.text import prepared

HALF = 0.5


def videos(folder: Path) -> list[tuple[str, pl.DataFrame]]:
    """Name, and comments as `text` and `label` (1: spam), of each labelled file."""
    files = sorted((folder / "youtube_spam").glob("*.csv"))
    if not files:
        raise RefusalError(f"{folder} holds no youtube_spam/*.csv.", "Name the folder with the labelled comments.")
    return [(file.stem, pl.read_csv(file).select(text=prepared(pl.col("CONTENT")), label="label")) for file in files]


def scores(folder: Path) -> pl.DataFrame:
    """Per video: its comments, F1 of a reader that learnt from the others, and F1 of the shipped one."""
    told = videos(folder)
    shipped = SpamModel.read()
    rows = []
    for name, video in told:
        rest = pl.concat(other for title, other in told if title != name)
        model = train(rest["text"], rest["label"].to_numpy(), "the other videos")
        rows.append(
            {"video": name, "comments": video.height}
            | {
                "learnt": _f1(model, video),
                "shipped": _f1(shipped, video),
            }
        )
    return pl.DataFrame(rows)


def _f1(model: SpamModel, video: pl.DataFrame) -> float:
    return float(f1_score(video["label"].to_numpy(), model.probability(video["text"]) >= HALF))


def main() -> None:
    """Print the table."""
    table = scores(Path(sys.argv[1]))
    lines = [f"{'video':<22}{'comments':>9}{'learnt':>9}{'shipped':>9}"]
    lines += [f"{v:<22}{n:>9,}{learnt:>9.3f}{shipped:>9.3f}" for v, n, learnt, shipped in table.iter_rows()]
    for name, of in (("mean", np.mean), ("worst", np.min)):
        lines.append(f"{name:<31}{of(table['learnt'].to_numpy()):>9.3f}{of(table['shipped'].to_numpy()):>9.3f}")
    print("\n".join(lines))  # noqa: T201 # what the command is for


if __name__ == "__main__":
    main()
