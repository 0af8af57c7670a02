"""A model's file holds arrays and words; any other is refused before anything of it runs."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import skops.io
from sklearn.linear_model import LogisticRegression

from tests.vetting.score.conftest import made_up
from vetting.errors import RefusalError
from vetting.score.model import Model

if TYPE_CHECKING:
    from pathlib import Path


def held(model: Model) -> dict[str, Any]:
    told: dict[str, Any] = skops.io.loads(model.dumps(), trusted=[])
    return told


def test_a_saved_model_scores_as_before(model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "m.skops")
    again, readings = Model.load(tmp_path / "m.skops"), made_up(50, seed=9).readings
    np.testing.assert_array_equal(again.contributions(readings), model.contributions(readings))
    assert again.fingerprint == model.fingerprint
    assert again.dumps() == model.dumps()
    assert [path.name for path in tmp_path.iterdir()] == ["m.skops"]


def test_the_fingerprint_is_of_everything_it_holds(model: Model) -> None:
    for field in fields(Model):
        value = getattr(model, field.name)
        other = value + 1.0 if isinstance(value, np.ndarray | float) else type(value)()
        assert Model(
            **{one.name: getattr(model, one.name) for one in fields(Model)} | {field.name: other}
        ).fingerprint != (model.fingerprint), field.name


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(print),
        b"",
        b"PK\x03\x04junk",
        skops.io.dumps({"format": 2, "x": np.random.default_rng(1)}),
        skops.io.dumps(LogisticRegression()),
        skops.io.dumps([1, 2, 3]),
    ],
)
def test_a_strangers_file_is_refused(content: bytes) -> None:
    with pytest.raises(
        RefusalError, match=r"stranger\.skops is (no model of ours|a model of another version|a broken model)"
    ):
        Model.loads(content, "stranger.skops")


def test_a_file_of_another_version_is_refused(model: Model) -> None:
    with pytest.raises(RefusalError, match=r"another version.*vet train"):
        Model.loads(skops.io.dumps(held(model) | {"format": 2}), "old.skops")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("weights", np.full((3, 5), -1.0)),
        ("weights", np.full((3, 4), 1.0)),
        ("weights", np.full((2, 5), 1.0)),
        ("weights", np.full((3, 5), np.nan)),
        ("weights", np.full((3, 5), 1)),
        ("silent", np.full(3, 0.5)),
        ("held_incident", np.zeros(2)),
        ("held_incident", np.full(240, 7.0)),
        ("worse", np.zeros(3)),
        ("drawn_silent", np.full((40, 3), 0.1)),
        ("knots", np.tile(np.arange(6.0)[::-1], (3, 1))),
        ("reference", np.linspace(1, 0, 101)),
        ("words", None),
        ("words", "no json"),
        ("words", "[1]"),
    ],
)
def test_a_model_that_breaks_a_law_is_refused(name: str, value: object, model: Model) -> None:
    with pytest.raises(RefusalError, match="broken model"):
        Model.loads(skops.io.dumps(held(model) | {name: value}), "broken.skops")


@pytest.mark.parametrize(
    "other",
    [
        {"base": float("inf")},
        {"base": None},
        {"about": [1]},
        {"about": {"method": 3}},
        {"about": {"metrics": None}},
        {"features": ["alpha", "alpha", "gamma"]},
        {"features": ["alpha", "beta"]},
        {"features": "alp"},
        {"declarations": [1, 2, 3]},
        {"more": 1},
    ],
)
def test_words_that_are_none_are_refused(other: dict[str, object], model: Model) -> None:
    told = held(model)
    words = json.dumps(json.loads(told["words"]) | other)
    with pytest.raises(RefusalError, match="broken model"):
        Model.loads(skops.io.dumps(told | {"words": words}), "broken.skops")


def test_half_a_file_is_refused(model: Model) -> None:
    whole = model.dumps()
    with pytest.raises(RefusalError, match="no model of ours"):
        Model.loads(whole[: len(whole) // 2], "half.skops")
    assert zipfile.is_zipfile(io.BytesIO(whole))


def test_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RefusalError, match="no model at"):
        Model.load(tmp_path / "file" / "m.skops")
    with pytest.raises(RefusalError, match="no model at"):
        Model.load(tmp_path / "none.skops")
    with pytest.raises(RefusalError, match="no model at"):
        Model.load(tmp_path)
