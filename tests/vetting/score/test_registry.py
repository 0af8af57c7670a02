"""Which model scores: promoted, passed over, taken back, and never by itself."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.vetting.score.small import small_model
from vetting.errors import RefusalError
from vetting.score import registry
from vetting.score.registry import champion, decide, decision_on, find, recall, register, standing, take_back
from vetting.score.score import declared
from vetting.signals import read_signals
from warehouse import Tree, Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vetting.score.registry import Verdict

NOW = datetime(2026, 6, 30, 12)
SIGNED: dict[str, Any] = {"by": "A. Reader", "reason": "better by .02 (.01 to .03)", "at": NOW}
KNOWN = declared(read_signals())
OLD, NEW = small_model(as_of="2026-03-01", seed=2), small_model(as_of="2026-05-01")
SHIPPED = small_model("simulated", seed=3)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warehouse]:
    """An empty warehouse as of the middle of 2026 in which two own models are registered, beside a shipped one."""
    SHIPPED.save(tmp_path / "default.skops")
    monkeypatch.setattr(registry, "DEFAULT", tmp_path / "default.skops")
    with Warehouse() as opened:
        opened.set(as_of=NOW)
        for model in (OLD, NEW):
            register(opened, model, "own", NOW)
        yield opened


def scoring(house: Warehouse) -> str:
    return champion(house, KNOWN).model.fingerprint


def test_a_model_is_written_down_once_with_its_bytes(house: Warehouse) -> None:
    register(house, NEW, "own", datetime(2027, 1, 1))
    rows = house.execute(
        "SELECT model, kind, as_of, trained_at, decisions, rows_hash FROM stored.models ORDER BY as_of"
    )
    assert rows[1] == (NEW.fingerprint, "own", datetime(2026, 5, 1), NOW, 300, "r")
    assert len(rows) == 2
    assert recall(house, NEW.fingerprint).fingerprint == NEW.fingerprint


def test_a_model_does_not_score_before_somebody_says_so(house: Warehouse) -> None:
    one = champion(house, KNOWN)
    assert (one.model.fingerprint, one.kind, one.decision, one.because) == (SHIPPED.fingerprint, "default", None, None)
    decide(house, NEW.fingerprint, "kept", against=SHIPPED.fingerprint, **SIGNED)
    assert scoring(house) == SHIPPED.fingerprint


def test_the_last_one_promoted_scores_and_can_be_taken_back(house: Warehouse) -> None:
    for model in (OLD, NEW):
        decide(house, model.fingerprint, "promoted", against=SHIPPED.fingerprint, **SIGNED)
    one = champion(house, KNOWN)
    assert (one.model.fingerprint, one.kind, one.because) == (NEW.fingerprint, "own", None)
    assert one.decision == decision_on(house, NEW.fingerprint)
    assert one.decision
    assert (one.decision.by, one.decision.against) == ("A. Reader", SHIPPED.fingerprint)
    assert take_back(house, **SIGNED) == NEW.fingerprint
    assert scoring(house) == OLD.fingerprint
    assert take_back(house, **SIGNED) == OLD.fingerprint
    assert scoring(house) == SHIPPED.fingerprint
    with pytest.raises(RefusalError, match="no promotion to take back"):
        take_back(house, **SIGNED)
    assert house.execute("SELECT verdict FROM stored.model_decisions ORDER BY number") == [
        ("promoted",), ("promoted",), ("withdrawn",), ("withdrawn",),
    ]  # fmt: skip


def test_a_decision_said_twice_stands_once(house: Warehouse) -> None:
    for _ in range(2):
        decide(house, NEW.fingerprint, "promoted", **SIGNED)
    assert [row["number"] for row in standing(house)] == [1]
    assert house.execute("SELECT count(*) FROM stored.model_decisions") == [(1,)]


def test_a_model_that_knows_what_came_later_is_passed_over(house: Warehouse) -> None:
    decide(house, NEW.fingerprint, "promoted", **SIGNED)
    house.set(as_of=datetime(2026, 4, 1))
    one = champion(house, KNOWN)
    assert one.model.fingerprint == SHIPPED.fingerprint
    assert "by 2026-05-01, later than as_of" in str(one.because)
    decide(house, OLD.fingerprint, "promoted", **SIGNED)
    decide(house, NEW.fingerprint, "promoted", **SIGNED | {"reason": "again"})
    one = champion(house, KNOWN)
    assert one.model.fingerprint == OLD.fingerprint
    assert NEW.fingerprint in str(one.because)


@pytest.mark.parametrize(("change", "words"), [(None, "is not declared any more"), ("x", "is declared otherwise now")])
def test_a_signal_retired_or_changed_brings_the_default_back_with_a_sentence(
    change: str | None, words: str, house: Warehouse
) -> None:
    decide(house, NEW.fingerprint, "promoted", **SIGNED)
    now = {name: print_ for name, print_ in KNOWN.items() if name != "pod_engagement"}
    one = champion(house, now | ({"pod_engagement": change} if change else {}))
    assert one.model.fingerprint == SHIPPED.fingerprint
    assert f"{NEW.fingerprint}: the model was trained on the signal pod_engagement, which {words}." in str(one.because)


def tree_of(root: Path, change: Callable[[str], str], suffix: str) -> Tree:
    """The warehouse's signals, of which pod_engagement was changed in one of its files."""
    shutil.copytree(Tree().root / "signals", root / "signals")
    (file,) = (root / "signals").rglob(f"pod_engagement.{suffix}")
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    return Tree(root)


@pytest.mark.parametrize(
    ("suffix", "was", "becomes", "words"),
    [
        ("toml", 'lifecycle = "active"', 'lifecycle = "retired"', "is not declared any more"),
        ("sql", "SELECT", "SELECT DISTINCT", "is declared otherwise now"),
        ("toml", 'label = "', 'label = "Re: ', None),
    ],
)
def test_a_signal_s_own_files_decide_whether_a_model_may_read_it(
    suffix: str, was: str, becomes: str, words: str | None, house: Warehouse, tmp_path: Path
) -> None:
    decide(house, NEW.fingerprint, "promoted", **SIGNED)
    tree = tree_of(tmp_path / "tree", lambda text: text.replace(was, becomes), suffix)
    one = champion(house, declared(read_signals(tree)))
    assert one.kind == ("default" if words else "own")
    assert (words in str(one.because)) if words else one.because is None


def test_a_signal_added_since_is_ignored(house: Warehouse) -> None:
    decide(house, NEW.fingerprint, "promoted", **SIGNED)
    assert champion(house, KNOWN | {"newcomer": "declared today"}).model.fingerprint == NEW.fingerprint


def test_bytes_that_are_no_model_any_more_bring_the_default_back(house: Warehouse) -> None:
    decide(house, NEW.fingerprint, "promoted", **SIGNED)
    house.execute("UPDATE stored.models SET file = 'x'::BLOB")
    one = champion(house, KNOWN)
    assert one.kind == "default"
    assert "is no model of ours" in str(one.because)


@pytest.mark.parametrize(
    ("model", "verdict", "signed", "words"),
    [
        (NEW.fingerprint, "perhaps", SIGNED, "no verdict"),
        (NEW.fingerprint, "promoted", SIGNED | {"by": " "}, "needs a name"),
        (NEW.fingerprint, "promoted", SIGNED | {"reason": ""}, "needs a name"),
        ("0123456789abcdef", "promoted", SIGNED, "is no model of this warehouse"),
    ],
)
def test_what_is_not_signed_or_not_known_is_refused(
    model: str, verdict: Verdict, signed: dict[str, Any], words: str, house: Warehouse
) -> None:
    with pytest.raises(RefusalError, match=words):
        decide(house, model, verdict, **signed)
    assert house.execute("FROM stored.model_decisions") == []


def test_a_model_is_found_by_its_first_letters(house: Warehouse) -> None:
    assert find(house, NEW.fingerprint[:6]) == NEW.fingerprint
    for vague in ("", NEW.fingerprint[:3], "zzzz"):
        with pytest.raises(RefusalError):
            find(house, vague)


def test_a_card_that_names_no_time_is_refused(house: Warehouse) -> None:
    with pytest.raises(RefusalError, match="no sound card: as_of"):
        register(house, small_model(as_of="lately", seed=4), "own", None)
