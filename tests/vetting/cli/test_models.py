"""`vet models`, `vet score`, `vet doctor` and `vet decide` on a small measured warehouse."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.vetting.score.small import small_model
from vetting.cli.opening import stand
from vetting.cli.scoring import champion_of, chosen, of_run
from vetting.load.load import load
from vetting.match.match import match
from vetting.measure.measure import measure
from vetting.score import registry, score
from warehouse import Warehouse, ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Said, Vet

AS_OF = datetime(2026, 6, 30)
SIGNED = ("--by", "A. Reader", "--reason", "it ranks better")
DEFAULT, OWN = small_model("simulated"), small_model(as_of="2026-06-01")


@pytest.fixture(scope="module")
def measured(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse in which the small world was measured and matched, and not scored yet."""
    path = tmp_path_factory.mktemp("measured") / "w.duckdb"
    with Warehouse(path) as house:
        load(house, world, source="simulated", loaded_at=AS_OF)
        stand(house, AS_OF)
        measure(house)
        match(house)
    return path


@pytest.fixture
def house(measured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it; the shipped model is a small one, and an own one lies beside."""
    DEFAULT.save(tmp_path / "default.skops")
    OWN.save(tmp_path / "own.skops")
    for module in (registry, score):
        monkeypatch.setattr(module, "DEFAULT", tmp_path / "default.skops")
    shutil.copy(measured, tmp_path / "w.duckdb")
    return tmp_path / "w.duckdb"


def refused(said: Said, *words: str) -> None:
    assert said.code == 2
    assert said.err.startswith("Refused: ")
    assert len(said.err.splitlines()) == 1
    for word in words:
        assert word in said.err


def test_the_champion_scores_what_was_measured(house: Path, tmp_path: Path, vet: Vet) -> None:
    out = tmp_path / "scores.parquet"
    said = vet("score", "--warehouse", house, "--out", out)
    assert (said.code, said.out) == (0, f"Wrote {out}\n")
    assert f"the default {DEFAULT.fingerprint}, trained on made-up worlds: its score is a ranking" in said.err
    scores = pl.read_parquet(out)
    assert scores.columns == ["creator_id", "outcome", "score", "low", "high", "probability", "band", "model"]
    assert scores.height == 12
    assert set(scores["model"]) == {DEFAULT.fingerprint}
    assert "measured" in set(scores["outcome"])
    assert ask(house, "SELECT model, kind, trained_at FROM stored.models").rows() == [
        (DEFAULT.fingerprint, "default", None)
    ]


def test_a_promotion_changes_who_scores_and_can_be_taken_back(house: Path, tmp_path: Path, vet: Vet) -> None:
    said = vet("models", "add", tmp_path / "own.skops", "--warehouse", house)
    assert f"{OWN.fingerprint} is registered" in said.out
    assert f"the default {DEFAULT.fingerprint}" in vet("score", "--warehouse", house).err
    said = vet("models", "use", OWN.fingerprint[:5], *SIGNED, "--warehouse", house)
    assert said.out == f"{OWN.fingerprint} scores from now on, in place of {DEFAULT.fingerprint}; signed A. Reader.\n"
    assert f"the own {OWN.fingerprint}, trained on 300 decisions with 90" in vet("score", "--warehouse", house).err
    listed = vet("models", "--warehouse", house).out
    assert "0.700 (0.600 to 0.800)" in listed
    assert "by A. Reader: it ranks better" in listed
    states = [json.loads(line) for line in vet("models", "--json", "--warehouse", house).out.splitlines()]
    assert {row["model"]: row["state"] for row in states} == {
        OWN.fingerprint: "champion",
        DEFAULT.fingerprint: "default",
    }
    refused(vet("models", "use", OWN.fingerprint, *SIGNED, "--warehouse", house), "scores already")
    said = vet("models", "--warehouse", house, "back", *SIGNED)
    assert f"{OWN.fingerprint} is withdrawn, signed A. Reader. It scores: the default" in said.out
    refused(vet("models", "back", *SIGNED, "--warehouse", house), "no promotion to take back")
    assert ask(house, "SELECT verdict FROM stored.model_decisions ORDER BY number")["verdict"].to_list() == [
        "promoted", "withdrawn",
    ]  # fmt: skip


def test_a_run_keeps_the_model_that_it_began_with(house: Path) -> None:
    with Warehouse(house) as opened:
        stand(opened, AS_OF)
        began = chosen(opened, lambda *_: None).model.fingerprint
        registry.register(opened, OWN, "own", None)
        registry.decide(opened, OWN.fingerprint, "promoted", by="A", reason="B", at=AS_OF)
        assert champion_of(opened).model.fingerprint == OWN.fingerprint
        assert of_run(opened, began).model.fingerprint == began == DEFAULT.fingerprint
        ours = of_run(opened, OWN.fingerprint).decision
        assert ours
        assert ours.by == "A"


def test_the_default_may_be_chosen_by_name_and_exported(house: Path, tmp_path: Path, vet: Vet) -> None:
    vet("models", "add", tmp_path / "own.skops", "--warehouse", house)
    vet("models", "use", OWN.fingerprint, *SIGNED, "--warehouse", house)
    assert vet("models", "use", "default", *SIGNED, "--warehouse", house).code == 0
    assert f"It scores: the default {DEFAULT.fingerprint}" in vet("models", "--warehouse", house).out
    assert "own" in vet("models", "back", *SIGNED, "--warehouse", house).out
    out = tmp_path / "exported.skops"
    assert vet("models", "export", OWN.fingerprint, out, "--warehouse", house).out == f"Wrote {out}\n"
    assert out.read_bytes() == OWN.dumps()
    refused(vet("models", "export", "default", tmp_path, "--warehouse", house), "can't be written")


def test_a_strangers_model_is_refused_and_nothing_is_changed(house: Path, tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "bad.skops").write_bytes(b"PK\x03\x04no")
    for words in (("models", "add", tmp_path / "bad.skops"), ("score", "--model", tmp_path / "bad.skops")):
        refused(vet(*words, "--warehouse", house), "bad.skops")
    refused(vet("models", "use", "0123456789", *SIGNED, "--warehouse", house), "is no model of this warehouse")
    assert ask(house, "FROM stored.models").is_empty()


def test_scoring_needs_a_measuring_of_that_time(house: Path, tmp_path: Path, vet: Vet) -> None:
    refused(vet("score", "--warehouse", house, "--as-of", "2026-03-01"), "last measured as of 2026-06-30")
    with Warehouse(tmp_path / "empty.duckdb"):
        pass
    refused(vet("score", "--warehouse", tmp_path / "empty.duckdb"), "Nothing was measured")
    refused(vet("score", "--warehouse", tmp_path / "none.duckdb"), "no warehouse")
    with Warehouse(house) as opened:
        opened.execute("DELETE FROM stored.readings WHERE signal = 'pod_engagement'")
    refused(vet("score", "--warehouse", house), "reads the signal pod_engagement", "not measured as of 2026-06-30")
    assert ask(house, "SELECT model FROM stored.scores UNION FROM (SELECT model FROM stored.models)").is_empty()


def test_the_doctor_finds_a_sound_warehouse_sound(house: Path, vet: Vet) -> None:
    vet("score", "--warehouse", house)
    said = vet("doctor", "--warehouse", house)
    assert said.code == 0
    assert "checks       all hold" in said.out
    assert "against made-up worlds" in said.out
    facts = json.loads(vet("doctor", "--json", "--warehouse", house).out)
    assert {item["what"] for item in facts["items"]} >= {"version", "checks", "data", "model", "drift", "last run"}
    assert {row["what"] for row in facts["drift"]} == {*DEFAULT.features, "score"}


def test_the_doctor_ends_with_1_where_something_must_be_done(house: Path, tmp_path: Path, vet: Vet) -> None:
    vet("models", "add", tmp_path / "own.skops", "--warehouse", house)
    vet("models", "use", OWN.fingerprint, *SIGNED, "--warehouse", house)
    vet("score", "--warehouse", house)
    with Warehouse(house) as opened:
        opened.execute("UPDATE ops.loads SET read = read + 1 WHERE load_id = 1")
        opened.execute("UPDATE stored.models SET file = 'x'::BLOB WHERE kind = 'own'")
    said = vet("doctor", "--json", "--warehouse", house)
    wrong = {item["what"]: item["says"] for item in json.loads(said.out)["items"] if item["state"] == "act"}
    assert said.code == 1
    assert set(wrong) == {"every_row_is_accounted_for", "model"}
    assert "is no model of ours" in wrong["model"]


def test_the_doctor_tells_of_a_warehouse_that_holds_nothing(tmp_path: Path, vet: Vet) -> None:
    with Warehouse(tmp_path / "w.duckdb"):
        pass
    said = vet("doctor", "--warehouse", tmp_path / "w.duckdb")
    assert said.code == 1
    assert "no observation yet" in said.out
    assert "nothing measured yet" in said.out


def features(path: Path) -> pl.DataFrame:
    """What a model may read of the warehouse."""
    with Warehouse(path) as opened:
        stand(opened, AS_OF)
        return opened.query("features")


def test_what_a_person_decides_is_kept_and_no_model_reads_it(house: Path, vet: Vet) -> None:
    before = features(house)
    creator = ask(house, "SELECT creator_id FROM stored.creators ORDER BY 1 LIMIT 1")["creator_id"][0]
    for _ in range(2):
        said = vet("decide", creator, "decline", *SIGNED, "--date", "2026-06-29", "--warehouse", house)
        assert said.out.startswith("decline, signed A. Reader, 2026-06-29 00:00 UTC")
    kept = ask(house, "SELECT subject, creator_id, verdict, reason FROM stored.judgements").rows()
    assert kept == [("recommendation", creator, "decline", "it ranks better")]
    assert features(house).equals(before)
    refused(vet("decide", "nobody", "decline", *SIGNED, "--warehouse", house), "knows no creator nobody")
    tomorrow = (datetime.now() + timedelta(days=2)).date()  # noqa: DTZ005 - any day to come
    refused(vet("decide", creator, "proceed", *SIGNED, "--date", tomorrow, "--warehouse", house), "future")
