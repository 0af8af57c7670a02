"""`vet train-followers`: the account classifier, from made-up followers and from labelled ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, say
from vetting.errors import RefusalError
from vetting.records import COMPRESSED, SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

SETS, SIZE, SEED = 200, 400, 1
ENDINGS = tuple(f"{suffix}{pressed}" for suffix in SUFFIXES for pressed in COMPRESSED)


@click.command("train-followers")
@click.argument("labels", type=PATH, nargs=-1)
@click.option("--out", type=PATH, help="The model file.  [default: the shipped one]")
def train_followers(labels: tuple[Path, ...], out: Path | None) -> None:
    """Train the account classifier on LABELS: folders with follower_samples that hold labels, or such files.

    Name each platform's labels apart, as every set weighs the same. Without LABELS it learns from made-up followers
    alone, as the shipped one did. The same labels give the same file, byte for byte.
    """
    from vetting.measure.followers.sample import DEFAULT
    from vetting.measure.followers.train import left_out, train
    from vetting.simulate.follower_sets import labelled_sets

    given = [_labelled(path) for path in labels]
    model = train(labelled_sets(SETS, SIZE, SEED), trained_on="simulated")
    if given:
        aucs = left_out(given, model) if len(given) > 1 else []
        for path, auc in zip(labels, aucs, strict=False):
            say("train", f"{path}: AUC {auc} when it is left out")
        model = train(given, model, trained_on="labels")
    about = model.about
    say("train", f"{about['fakes']:,} fake and {about['reals']:,} real followers in {about['sets']:,} sets")
    for form, weight in sorted(zip(model.forms, model.weights, strict=True), key=lambda pair: -pair[1]):
        say("train", f"{weight:6.3f}  {form}")
    model.save(out or DEFAULT)
    click.echo(f"Wrote {out or DEFAULT}")


def _labelled(path: Path) -> pl.DataFrame:
    """The labelled followers of a folder or file, checked like any other load."""
    from pathlib import Path as AnyPath
    from tempfile import TemporaryDirectory

    from vetting.cli.opening import load_folder
    from warehouse import Warehouse

    files = [path] if path.is_file() else sorted(path.glob("follower_samples.*"))
    if not any(file.name.endswith(ENDINGS) for file in files):
        raise RefusalError(f"{path} holds no follower_samples.", "Name a folder or a file of them, with labels.")
    with TemporaryDirectory(prefix="vetting-") as scratch, Warehouse() as house:
        for file in files:
            ending = max((ending for ending in ENDINGS if file.name.endswith(ending)), key=len, default="")
            (AnyPath(scratch) / f"follower_samples{ending}").symlink_to(file.resolve())
        load_folder(house, AnyPath(scratch))
        return house.query("follower_labels")
