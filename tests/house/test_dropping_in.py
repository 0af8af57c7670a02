"""A newcomer adds a signal by two files, a source by one module, a check by one file, and touches nothing else."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from vetting.errors import RefusalError
from vetting.load.load import load
from vetting.measure.measure import measure
from vetting.pull import sources
from vetting.pull.source import known_sources, source_named
from vetting.settings import Settings
from vetting.signals import read_signals
from vetting.simulate.world import simulate
from warehouse import Tree, Warehouse

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
SQL = """-- Posts.
SELECT account_id, count(*) AS reading, count(*) AS basis
FROM facts.post_engagement
GROUP BY account_id
"""
WORDS = """label = "Posts seen"
means = "How many posts were seen at all."
finding = "{reading} posts were seen."
innocent = ["Some accounts post little."]
ask = ["Do you post elsewhere?"]
decide = "Look at the posts yourself before you sign."
"""
CARD = f"""unit = "ratio"
polarity = "neutral"
area = "suitability"
platforms = ["youtube", "tiktok", "instagram"]
basis_unit = "posts"
minimum_basis = 1
lifecycle = "active"
[en]
{WORDS}
[fr]
{WORDS}"""
MODULE = """
from pathlib import Path


class Two:
    name = "two"
    about = "two creators out of thin air"

    def land(self, target, landing):
        landing.mkdir(parents=True)
        (landing / "creators.csv").write_text(f"creator_id,name\\n1,{target}\\n2,Other\\n")
        return landing


SOURCE = Two()
"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A copy of the warehouse's files, to add to."""
    root = tmp_path / "warehouse"
    shutil.copytree(Tree().root, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return Tree(root)


def measured(tree: Tree, tmp_path: Path) -> Warehouse:
    simulate(tmp_path / "world", creators=6, seed=2)
    house = Warehouse(tree=tree)
    load(house, tmp_path / "world", source="simulated", loaded_at=AS_OF)
    house.set(as_of=AS_OF)
    Settings.read().apply(house)
    measure(house)
    return house


def test_a_signal_is_two_files(tree: Tree, tmp_path: Path) -> None:
    (tree.root / "signals" / "activity" / "posts_seen.sql").write_text(SQL)
    (tree.root / "signals" / "activity" / "posts_seen.toml").write_text(CARD)
    with measured(tree, tmp_path) as house:
        (row,) = house.execute(
            "SELECT count(*), min(reading) FROM stored.readings WHERE signal = 'posts_seen' AND outcome = 'measured'"
        )
        assert row[0] > 0
        assert row[1] >= 1
        assert house.execute("SELECT count(*) FROM signals.posts_seen")[0][0] >= row[0]


def test_a_signal_that_fails_is_an_error_and_takes_no_other_with_it(tree: Tree, tmp_path: Path) -> None:
    broken = SQL.replace("count(*) AS reading", "sum(CAST(post_id AS INTEGER)) AS reading")
    (tree.root / "signals" / "activity" / "posts_seen.sql").write_text(broken)
    (tree.root / "signals" / "activity" / "posts_seen.toml").write_text(CARD)
    with measured(tree, tmp_path) as house:
        outcomes = dict(
            house.execute(
                "SELECT signal, list(DISTINCT outcome) FROM stored.readings WHERE reading IS NULL GROUP BY signal"
            )
        )
        assert outcomes["posts_seen"] == ["error"]
        assert all("error" not in said for name, said in outcomes.items() if name != "posts_seen")


@pytest.mark.parametrize("lost", ["sql", "toml"])
def test_half_a_signal_is_refused(lost: str, tree: Tree) -> None:
    next((tree.root / "signals").rglob(f"reply_rate.{lost}")).unlink()
    with pytest.raises(RefusalError, match="reply_rate"):
        read_signals(tree)


def test_a_card_without_a_polarity_is_refused(tree: Tree) -> None:
    card = next((tree.root / "signals").rglob("reply_rate.toml"))
    card.write_text("\n".join(line for line in card.read_text().splitlines() if not line.startswith("polarity")))
    with pytest.raises(RefusalError, match="polarity"):
        read_signals(tree)


def test_a_check_is_one_file(tree: Tree, tmp_path: Path) -> None:
    (tree.root / "checks" / "nobody_is_famous.sql").write_text("-- warn: famous\nSELECT * FROM marts.creators\n")
    with measured(tree, tmp_path) as house:
        house.build_views("marts")
        assert ("nobody_is_famous", "warn", 6) in house.check()


def test_a_source_is_one_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "two.py").write_text(MODULE)
    monkeypatch.setattr(sources, "__path__", [*sources.__path__, str(tmp_path / "more")])
    assert set(known_sources()) >= {"folder", "two"}
    landed = source_named("two").land("Somebody", tmp_path / "landing")
    with Warehouse() as house:
        load(house, landed, source="two", loaded_at=AS_OF)
        assert house.execute("SELECT name FROM stored.creators ORDER BY creator_id") == [("Somebody",), ("Other",)]


def test_a_source_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(RefusalError, match="folder"):
        source_named("nowhere")
