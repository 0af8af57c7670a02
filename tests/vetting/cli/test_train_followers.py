"""`vet train-followers`: from made-up followers, from labelled ones, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vetting.cli import followers
from vetting.measure.followers.model import Classifier
from vetting.simulate.follower_sets import labelled_sets

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Vet


@pytest.fixture(autouse=True)
def few_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less to learn from, so that a test is quick."""
    monkeypatch.setattr(followers, "SETS", 8)


def platform(folder: Path, seed: int) -> Path:
    folder.mkdir()
    labelled_sets(1, 200, seed)[0].write_csv(folder / "follower_samples.csv")
    return folder


def test_without_labels_it_learns_from_made_up_followers(tmp_path: Path, vet: Vet) -> None:
    for name in ("one.json", "other.json"):
        assert vet("train-followers", "--out", tmp_path / name).code == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()
    assert Classifier.load(tmp_path / "one.json").about["trained_on"] == "simulated"


def test_labels_of_two_platforms_say_what_to_expect_of_a_third(tmp_path: Path, vet: Vet) -> None:
    one, other = platform(tmp_path / "one", 1), platform(tmp_path / "other", 2)
    said = vet("train-followers", one, other / "follower_samples.csv", "--out", tmp_path / "model.json")
    assert said.code == 0
    assert said.err.count("when it is left out") == 2
    about = Classifier.load(tmp_path / "model.json").about
    assert (about["trained_on"], about["sets"], about["fakes"] + about["reals"]) == ("labels", 2, 400)


def test_a_folder_without_samples_is_refused(tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "posts.csv").write_text("post_id\n")
    said = vet("train-followers", tmp_path, "--out", tmp_path / "model.json")
    assert (said.code, (tmp_path / "model.json").exists()) == (2, False)
    assert "follower_samples" in said.err


def test_samples_without_labels_are_refused(tmp_path: Path, vet: Vet) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    labelled_sets(1, 200, 1)[0].drop("label").write_parquet(folder / "follower_samples.parquet")
    said = vet("train-followers", folder, "--out", tmp_path / "model.json")
    assert said.code == 2
    assert "too few" in said.err
