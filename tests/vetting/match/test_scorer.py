"""Training, keeping and refusing scorers."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
import skops.io
from sklearn.tree import DecisionTreeClassifier

from vetting.errors import RefusalError
from vetting.match.features import DIRECTIONS, FEATURES
from vetting.match.scorer import Scorer, shipped
from vetting.match.train import FREE, labelled, train

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GIVEN = ("Ana", "Maria", "Zorvan", "Otto", "Lena", "Paulo", "Ines", "Karim")
FAMILY = ("Delmonte", "Petrulescu", "Martin", "Klein", "Okoro", "Haddad")


@pytest.fixture
def pairs(table: Callable[..., pl.DataFrame]) -> pl.DataFrame:
    """A small world of known truth: every creator has a record with the handle, and a namesake abroad."""
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    creators = table(
        "creators", *({"creator_id": f"c{i}", "name": name, "country": "FR"} for i, name in enumerate(names))
    )
    handles = ({"account_id": f"a{i}", "creator_id": f"c{i}", "handle": f"someone_{i}x"} for i in range(len(names)))
    own = [
        {"record_id": f"t{i}", "subject_names": [name], "subject_handles": [f"someone_{i}x"]}
        for i, name in enumerate(names)
    ]
    other = [{"record_id": f"f{i}", "subject_names": [name], "subject_country": "ES"} for i, name in enumerate(names)]
    told = [(f"t{i}", f"c{i}", True) for i in range(len(names))]
    truth = pl.DataFrame(told, ["record_id", "creator_id", "about"], orient="row")
    return labelled(creators, table("accounts", *handles), table("records", *own, *other), truth)


def test_training_twice_gives_the_same_bytes(pairs: pl.DataFrame, tmp_path: Path) -> None:
    one, two = tmp_path / "one.skops", tmp_path / "two.skops"
    train([pairs]).save(one)
    train([pairs]).save(two)
    assert one.read_bytes() == two.read_bytes()
    assert one.with_suffix(".json").read_bytes() == two.with_suffix(".json").read_bytes()


def test_it_learns_what_tells_bearers_apart(pairs: pl.DataFrame, tmp_path: Path) -> None:
    train([pairs]).save(tmp_path / "kept.skops")
    said = Scorer.load(tmp_path / "kept.skops").probability(pairs)
    about = pairs["about"].to_numpy()
    assert said[about].min() > said[~about].max()


def test_what_adds_up_is_the_probability(pairs: pl.DataFrame) -> None:
    scorer = shipped()
    added = scorer.contributions(pairs).group_by("row").agg(pl.col("adds").sum()).sort("row")["adds"].to_numpy()
    assert np.allclose(1 / (1 + np.exp(-(scorer.base + added))), scorer.probability(pairs), atol=1e-9)


def test_a_row_alone_scores_as_it_does_among_others(pairs: pl.DataFrame) -> None:
    together = shipped().probability(pairs)
    assert [float(shipped().probability(pairs[[at]])[0]) for at in range(5)] == together[:5].tolist()


@pytest.mark.parametrize("fact", [name for name, way in DIRECTIONS.items() if way and name not in FREE])
def test_a_fact_moves_the_answer_one_way_only(fact: str) -> None:
    dice = np.random.default_rng(7)
    rows = dice.random((400, len(FEATURES))).round(1)
    less, more = rows.copy(), rows.copy()
    less[:, FEATURES.index(fact)], more[:, FEATURES.index(fact)] = 0.0, 1.0
    moved = shipped().trees.total(more) - shipped().trees.total(less)
    assert (moved * DIRECTIONS[fact] >= -1e-9).all()


def test_what_nobody_could_tell_is_not_learnt_from(table: Callable[..., pl.DataFrame]) -> None:
    creators = table("creators", {"creator_id": "c", "name": "Zorvan Petrulescu"})
    records = table("records", *({"record_id": name, "subject_names": ["Zorvan Petrulescu"]} for name in "ab"))
    truth = pl.DataFrame({"record_id": ["a", "b"], "creator_id": ["c", "c"], "about": [True, None]})
    assert labelled(creators, table("accounts"), records, truth)["about"].to_list() == [True]


def test_a_truth_that_teaches_nothing_is_refused(pairs: pl.DataFrame) -> None:
    with pytest.raises(RefusalError, match="no pairs to learn from"):
        train([pairs.with_columns(about=pl.lit(value=False))])


def test_what_people_judged_weighs_more(pairs: pl.DataFrame) -> None:
    own = pairs.filter("about").head(3)
    turned = train([pairs], pl.concat([own] * 40).with_columns(about=pl.lit(value=False)))
    assert turned.probability(own).max() < train([pairs]).probability(own).min()


@pytest.mark.parametrize("harm", ["left", "roots", "feature"])
def test_trees_that_lead_anywhere_but_down_are_refused(tmp_path: Path, harm: str) -> None:
    trees = shipped().trees
    inner = int(np.flatnonzero(trees.feature >= 0)[0])
    array = getattr(trees, harm).copy()
    array[0 if harm == "roots" else inner] = {"left": inner, "roots": -5, "feature": 10_000}[harm]
    Scorer(replace(trees, **{harm: array})).save(tmp_path / "s.skops")
    with pytest.raises(RefusalError, match="broken"):
        Scorer.load(tmp_path / "s.skops")


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
