"""One world with partnerships: years of history, decisions, outcomes and records, and beside them what is true."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.elsewhere.climate import Climate, Random, draw_climate, identities, spread
from bench.elsewhere.crowd import live
from bench.elsewhere.deeds import draw_deeds
from bench.elsewhere.partners.adverts import draw_adverts
from bench.elsewhere.partners.affairs import DID, Affairs, draw_affairs
from bench.elsewhere.partners.closely import draw_visits, read_comments, sample_rows, stirred
from bench.elsewhere.partners.decisions import decide, incidents_as_affairs, outcome_rows, outcome_truth
from bench.elsewhere.partners.era import draw_characters, draw_era
from bench.elsewhere.partners.feed import account_rows, post_rows, removals, snapshot_rows
from bench.elsewhere.partners.hazard import happen, probability
from bench.elsewhere.partners.persons import creator_rows, draw_persons
from bench.elsewhere.partners.press import fame_of, record_rows
from bench.elsewhere.partners.state import Past, past_of, state_of
from bench.elsewhere.people import HABITS, draw_cast
from bench.elsewhere.reception import receive
from bench.elsewhere.scene import Scene
from bench.elsewhere.schedule import Rhythm, draw_schedule

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bench.elsewhere.partners.era import Character, Era
    from bench.elsewhere.partners.hazard import Hazard
    from bench.elsewhere.people import Cast

DAYS = 1461
"""Four years: one before the first decision, two with decisions whose year is over, one with those whose is not."""


def partnerships(
    out: Path, *, creators: int, seed: int, as_of: datetime, days: int = DAYS, honest: bool = False
) -> dict[str, pl.DataFrame]:
    """Write a world to `out` and its truth to `<out>_truth`; gives back the truth. The same seed: the same bytes."""
    random = np.random.default_rng([seed, 5])
    climate = _climate(random, as_of, days, fraud=0.0 if honest else None)
    era = draw_era(random, clean=honest)
    scene, past = _live(random, climate, era, creators)
    fame = fame_of(past.reach.mean(axis=1))
    affairs = draw_affairs(random, past.character, era, fame + 0.3, days)
    made, hazard = decide(random, past, affairs, era)
    known = affairs.with_more(incidents_as_affairs(random, made, days))
    persons = draw_persons(random, scene.cast, fame, past.reach.mean(axis=1))
    visits = draw_visits(random, scene, made)
    scene = stirred(scene, known)
    snapshots, shown = snapshot_rows(random, scene, removals(random, scene, past.character))
    records, told = record_rows(random, climate, era, persons, known)
    tables = {
        "creators": creator_rows(random, persons),
        "accounts": account_rows(random, scene, visits, shown, persons),
        "follower_snapshots": snapshots,
        "posts": post_rows(random, scene, past.adverts, persons),
        "comments": read_comments(random, scene, visits, known, past.character)[0],
        "follower_samples": sample_rows(random, scene, visits),
        "records": records,
        "outcomes": outcome_rows(random, climate, era, made),
    }
    truth = {
        "creators": _truth(random, past, known, hazard, days),
        "outcomes": outcome_truth(climate, made),
        "records": told,
    }
    write(out, tables)
    home = out.with_name(f"{out.name}_truth")
    write(home, truth)
    facts = {"era": asdict(era), "steep": hazard.steep, "start": hazard.start, "luck": hazard.luck}
    (home / "world.json").write_text(json.dumps(facts, default=list, indent=1) + "\n", encoding="utf-8")
    return truth


def write(folder: Path, tables: dict[str, pl.DataFrame]) -> None:
    """One Parquet file for each table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        rows.write_parquet(folder / f"{name}.parquet")


def _climate(random: Random, as_of: datetime, days: int, fraud: float | None) -> Climate:
    """Fewer cheat, but order more; over years bought accounts leave more slowly than at first, and growth is slower."""
    fraud = random.uniform(0.2, 0.4) if fraud is None else fraud
    drawn = draw_climate(random, as_of=as_of, platforms=len(HABITS), fraud=fraud, days=days)
    return replace(drawn, leak=drawn.leak / 2, dose=1.3 * drawn.dose, boom=drawn.boom / 2, spam_grows=1e-4)


def _live(random: Random, climate: Climate, era: Era, creators: int) -> tuple[Scene, Past]:
    cast = draw_cast(random, creators)
    deeds = draw_deeds(random, cast, climate)
    character = draw_characters(random, cast, deeds, era)
    posts = draw_schedule(random, cast, deeds, _rhythm(random, cast, character, climate.days))
    crowd = live(random, cast, deeds, climate, posts.pull(len(cast)), remember=True)
    adverts = draw_adverts(random, cast, posts, character)
    got = receive(random, cast, deeds, crowd, posts)
    scene = Scene(climate, cast, deeds, posts, crowd, got, np.full(len(cast), climate.days - 0.1))
    return scene, past_of(cast, deeds, posts, crowd, adverts, character)


def _rhythm(random: Random, cast: Cast, character: Character, days: int) -> Rhythm:
    """A post every week or so; the sloppy post unevenly and now and then stop for weeks."""
    sloppy = character.sloppy[cast.creator]
    usual = np.clip(spread(random, 6.5, 0.6, len(cast)), 2.4, 40)
    shape = np.clip(2.2 * np.exp(-0.5 * sloppy + random.normal(0, 0.3, len(cast))), 0.4, 8)
    lapses = np.clip(0.01 * np.exp(0.9 * sloppy), 0.001, 0.08)
    return Rhythm(usual, shape, lapses, int((days + 20) / 2.4 * 1.1))


def _truth(random: Random, past: Past, affairs: Affairs, hazard: Hazard, days: int) -> pl.DataFrame:
    """What is true of each creator at the end, and what a partnership decided then would come to."""
    creator = np.arange(len(past.character))
    state = state_of(past, affairs, creator, np.full(len(creator), float(days)))
    rates = hazard.per_year(state)
    after, _ = happen(random, rates)
    guilty = np.bincount(affairs.creator[affairs.role == DID], minlength=len(creator))
    cheats = np.bincount(past.cast.creator, weights=~past.deeds.honest, minlength=len(creator)) > 0
    return pl.DataFrame(
        {
            "creator_id": identities("creator", creator),
            "honest": ~cheats & (past.character.hides < 0.1) & (guilty == 0),  # noqa: PLR2004 - now and then forgotten
            "incident": np.isfinite(after),
            "incident_probability": probability(rates),
            "hidden_ad_share": state.hidden / np.maximum(state.adverts, 1),
            "misdeeds": guilty,
            **state._asdict(),
        }
    )
