"""Training, keeping and refusing scorers."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
import skops.io
from sklearn.tree import DecisionTreeClassifier

from vetting.errors import RefusalError
from vetting.match.features import CUES, DIRECTIONS, FEATURES
from vetting.match.hands import rewritten
from vetting.match.scorer import HEAVIEST_CUE, Scorer, shipped, train

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GIVEN = ("Ana", "Maria", "Zorvan", "Otto", "Lena", "Paulo", "Ines", "Karim")
FAMILY = ("Delmonte", "Petrulescu", "Martin", "Klein", "Okoro", "Haddad")


@pytest.fixture
def world(tmp_path: Path, table: Callable[..., pl.DataFrame]) -> tuple[Path, Path]:
    """A small world of known truth: every creator has a record with the handle, and a namesake abroad."""
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    people = [{"creator_id": f"c{i}", "name": name, "country": "FR"} for i, name in enumerate(names)]
    handles = [{"account_id": f"a{i}", "creator_id": f"c{i}", "handle": f"someone_{i}x"} for i in range(len(names))]
    own = [
        {"record_id": f"t{i}", "subject_names": [name], "subject_handles": [f"someone_{i}x"]}
        for i, name in enumerate(names)
    ]
    other = [{"record_id": f"f{i}", "subject_names": [name], "subject_country": "ES"} for i, name in enumerate(names)]
    rows: dict[str, list[dict[str, Any]]] = {"creators": [*people], "accounts": [*handles], "records": [*own, *other]}
    for name, listed in rows.items():
        table(name, *listed).write_parquet(tmp_path / f"{name}.parquet")
    told = [(f"t{i}", f"c{i}") for i in range(len(names))] + [(f"f{i}", None) for i in range(len(names))]
    truth = tmp_path / "truth"
    truth.mkdir()
    pl.DataFrame(told, ["record_id", "creator_id"], orient="row").write_parquet(truth / "records.parquet")
    return tmp_path, truth


def test_training_twice_gives_the_same_bytes(world: tuple[Path, Path], tmp_path: Path) -> None:
    one, two = tmp_path / "one.skops", tmp_path / "two.skops"
    train([world]).save(one)
    train([world]).save(two)
    assert one.read_bytes() == two.read_bytes()
    assert one.with_suffix(".json").read_bytes() == two.with_suffix(".json").read_bytes()


def test_it_learns_what_tells_bearers_apart(world: tuple[Path, Path], tmp_path: Path) -> None:
    train([world]).save(tmp_path / "kept.skops")
    weights = Scorer.load(tmp_path / "kept.skops").weights
    assert weights["handle_equal"] > 0.5
    assert weights["country_differs"] < -0.5


def test_no_weight_points_the_wrong_way() -> None:
    weights = shipped().weights
    assert all(weights[name] * way >= 0 for name, way in DIRECTIONS.items())
    assert all(weights[name] >= -HEAVIEST_CUE for name in CUES)
    assert tuple(weights) == FEATURES


def test_a_truth_that_teaches_nothing_is_refused(world: tuple[Path, Path]) -> None:
    folder, truth = world
    path = truth / "records.parquet"
    pl.read_parquet(path).with_columns(creator_id=pl.lit(None, pl.String)).write_parquet(path)
    with pytest.raises(RefusalError, match="no pairs to learn from"):
        train([(folder, path)])


def test_a_scorer_of_other_features_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.skops"
    shipped().save(path)
    path.with_suffix(".json").write_text(json.dumps({"features": [*FEATURES[1:], FEATURES[0]]}))
    with pytest.raises(RefusalError, match="other features"):
        Scorer.load(path)


def test_a_missing_scorer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="There is no scorer"):
        Scorer.load(tmp_path / "none.skops")


@pytest.mark.parametrize("data", [b"", b"not a zip", skops.io.dumps(DecisionTreeClassifier()), skops.io.dumps([1, 2])])
def test_a_file_of_anything_else_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "s.skops"
    shipped().save(path)
    path.write_bytes(data)
    with pytest.raises(RefusalError, match="scorer's file"):
        Scorer.load(path)


def test_a_type_smuggled_into_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.skops"
    shipped().save(path)
    with zipfile.ZipFile(path) as kept:
        parts = {name: kept.read(name) for name in kept.namelist()}
    parts["schema.json"] = parts["schema.json"].replace(b'"__class__": "dict"', b'"__class__": "Popen"', 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    path.write_bytes(out.getvalue())
    with pytest.raises(RefusalError, match=r"types that it may not hold: builtins\.Popen"):
        Scorer.load(path)


def test_other_hands_write_the_same_each_time(table: Callable[..., pl.DataFrame]) -> None:
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    creators = table("creators", *({"creator_id": name, "name": name, "aliases": [name, "Otter"]} for name in names))
    once, _ = rewritten(creators, table("accounts"))
    again, _ = rewritten(creators, table("accounts"))
    assert once.equals(again)
    assert (once["name"] != creators["name"]).mean() > 0.6  # type: ignore[operator] # a mean of flags is a number
    assert once["aliases"].list.get(1).unique().to_list() == ["Otter"]
