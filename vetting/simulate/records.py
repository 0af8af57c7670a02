"""The exchange table `records`, and what each record is really about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Floats, Ints, choose, happens, numbered, ragged, texts, weighted
from vetting.simulate.headlines import CONTEXT, PLACES, SITUATIONS, SOURCES, cases
from vetting.simulate.lookups import any_days, dated, filled_in
from vetting.simulate.subjects import CREATOR, anybody, subjects

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.scene import Scene

PER_CREATOR = 4 / 3
STRUCTURED = 0.4
PARTS = (0.42, 0.22, 0.18, 0.08, 0.10)
TEMPERED = 0.6
"""How often each of `SITUATIONS` is the case, where a source has it; a hot temper tilts it towards the first."""
REPORTED, REPORTED_LATE = (0.3, 0.58, 0.12), 0.1
"""How many records an incident leaves, none, one or two, and how many of them come out only months later."""
TAKEN_BACK = ("denied", "retracted")
KINDS = ("regulator", "court", "list", "news", "blog", "forum", "fact_check")
REGISTERS, OWN_LINES = 3, (0, 1, 2, 6)
"""How many of them are registers, and which ones have lines of their own."""


def records(scene: Scene, creators: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """One row per record and look at it. Beyond the contract: `about`, `named_after`, `adverse`, `role`, `creator_id`
    (null unless it is about a creator of the world), and `day`, when it came out. A few are seen only after `as_of`.
    """  # noqa: D205 # the list of columns is one sentence
    dice = scene.dice("records")
    count = round(PER_CREATOR * creators.height)
    people = subjects(scene, dice, creators, accounts, *anybody(dice, creators, accounts, count))
    tilt = np.exp(TEMPERED * people["temper"].to_numpy() * (people["about"] == CREATOR).to_numpy())
    wanted = tilt[:, None] ** np.array([1, 0, 0, 0, 0])
    return _told(scene, dice, creators, people, wanted, any_days(scene, dice, count), "r")


def reports(scene: Scene, creators: pl.DataFrame, accounts: pl.DataFrame, outcomes: pl.DataFrame) -> pl.DataFrame:
    """The records that incidents of past decisions left behind, as `records`: most one, some none, some two."""
    dice = scene.dice("reports")
    happened = outcomes.filter(pl.col("incident_day").is_not_nan()).unique("incident_day", maintain_order=True)
    row, day = happened["creator"].to_numpy(), happened["incident_day"].to_numpy()
    number, _ = ragged(weighted(dice, REPORTED, len(row)))
    slow = happens(dice, REPORTED_LATE, len(number))
    published = day[number] + np.where(slow, dice.uniform(30, 200, len(number)), dice.uniform(0, 12, len(number)))
    out = published < scene.days - 2
    row, published = row[number][out], published[out]
    people = subjects(scene, dice, creators, accounts, np.full(len(row), CREATOR), row)
    return _told(scene, dice, creators, people, np.tile([1.0, 0, 0, 0, 0], (len(row), 1)), published, "i")


def deeds(records: pl.DataFrame) -> tuple[Ints, Floats]:
    """What creators did that is held against them and was not taken back: whose (row), and on which day."""
    once = records.unique("record_id", keep="last", maintain_order=True)
    standing = ~pl.col("status").fill_null("").is_in(TAKEN_BACK)
    did = once.filter("adverse", pl.col("role") == "did", pl.col("about") == CREATOR, standing)
    return did["named_after"].to_numpy(), did["day"].to_numpy()


def _told(  # noqa: PLR0913, PLR0917 # each is a part of what a record says
    scene: Scene,
    dice: Generator,
    creators: pl.DataFrame,
    people: pl.DataFrame,
    wanted: Floats,
    published: Floats,
    prefix: str,
) -> pl.DataFrame:
    """Records about these people; `wanted` (records x situations) is how much likelier each situation is than usual."""
    count = people.height
    structured = happens(dice, STRUCTURED, count)
    french = happens(dice, np.where(_speaks_french(creators, people), 0.8, 0.25), count).astype(np.int64)
    kind = _kinds(dice, structured)
    told = people.hstack(_cases(dice, people, kind, french, wanted)).hstack(_sources(kind, french))
    mine = pl.col("about") == CREATOR
    told = told.with_columns(
        record_id=numbered(prefix, count),
        creator_id=pl.when(mine).then(creators["creator_id"].gather(people["named_after"])),
        language=texts(("en", "fr"), french),
    ).with_columns(url=pl.format("https://{}.example/{}", "host", "record_id"))
    told = _worded(scene, dice, told, structured).with_columns(**filled_in(dice, told, structured))
    return dated(scene, dice, told, published)


def _speaks_french(creators: pl.DataFrame, people: pl.DataFrame) -> Flags:
    return (creators["language"].gather(people["named_after"]) == "fr").to_numpy()


def _cases(dice: Generator, people: pl.DataFrame, kind: Ints, french: Ints, wanted: Floats) -> pl.DataFrame:
    """A case for each record that fits its source and its person: what happened, and in what words."""
    count = people.height
    mine = (people["about"] == CREATOR).to_numpy()
    other = ~mine & happens(dice, 0.7, count)
    fits = np.where(np.isin(kind, OWN_LINES), np.array(KINDS)[kind], np.where(other, "other", "creator"))
    catalogue = cases()
    place = np.zeros(count, dtype=np.int64)
    for (tongue, group), lines in catalogue.with_row_index("line").group_by("tongue", "fits", maintain_order=True):
        chosen = np.flatnonzero((french == tongue) & (fits == group))
        place[chosen] = _lines(dice, lines, wanted[chosen])
    return (
        catalogue[place]
        .drop("tongue")
        .with_columns(
            adverse=pl.col("situation").replace_strict({name: bad for name, (bad, _) in SITUATIONS.items()}),
            role=pl.col("situation").replace_strict({name: role for name, (_, role) in SITUATIONS.items()}),
        )
    )


def _lines(dice: Generator, lines: pl.DataFrame, wanted: Floats) -> Ints:
    """Draw lines of one group, each situation as often as `PARTS` says and shared evenly by its lines."""
    names = list(SITUATIONS)
    situation = np.array([names.index(name) for name in lines["situation"]])
    common = np.array(PARTS) / np.maximum(np.bincount(situation, minlength=len(names)), 1)
    chosen = choose(dice, common[situation] * wanted[:, situation])
    return lines["line"].gather(pl.Series(chosen)).cast(pl.Int64).to_numpy()


def _kinds(dice: Generator, structured: Flags) -> Ints:
    count = len(structured)
    register = weighted(dice, (0.45, 0.25, 0.3), count)
    return np.where(structured, register, REGISTERS + weighted(dice, (0.6, 0.12, 0.15, 0.13), count))


def _sources(kind: Ints, french: Ints) -> pl.DataFrame:
    place = kind * 2 + french
    return pl.DataFrame(
        {
            "source_kind": texts(KINDS, kind),
            "source": texts([name for each in KINDS for name, _ in SOURCES[each]], place),
            "host": texts([host for each in KINDS for _, host in SOURCES[each]], place),
        }
    )


def _worded(scene: Scene, dice: Generator, told: pl.DataFrame, structured: Flags) -> pl.DataFrame:
    """Put the name into title and text, and sometimes what tells the person from others of that name."""
    name = pl.when(pl.lit(pl.Series(structured))).then("entered").otherwise("shown")
    said = pl.lit(pl.Series(happens(dice, 0.65, told.height) & ~structured))
    context = pl.when(said).then(_context(scene, dice, told))
    return told.with_columns(
        pl.col("title").str.replace("{name}", name, literal=True),
        pl.concat_str(
            pl.col("text").str.replace("{name}", name, literal=True), context, separator=" ", ignore_nulls=True
        ),
    )


def _context(scene: Scene, dice: Generator, told: pl.DataFrame) -> pl.Expr:
    """A sentence of context, null where what it would say is not known or not true of a stranger."""
    french = (told["language"] == "fr").cast(pl.Int64).to_numpy()
    lines = [line for each in CONTEXT.values() for line in each]
    context = pl.lit(texts(lines, french * len(CONTEXT["en"]) + weighted(dice, (0.4, 0.35, 0.25), told.height)))
    english, other = ({code: names[tongue] for code, names in PLACES.items()} for tongue in (0, 1))
    place = pl.when(pl.col("language") == "fr").then(pl.col("country").replace(other))
    fillings = {
        "handle": pl.col("handle"),
        "platform": pl.col("platform"),
        "category": pl.when(pl.col("about") == CREATOR).then("beat"),
        "name": pl.col("shown"),
        "age": (scene.as_of.date().year - pl.col("birth_date").dt.year()).cast(pl.String),
        "place": place.otherwise(pl.col("country").replace(english)),
    }
    for hole, filling in fillings.items():
        needed = context.str.contains("{" + hole + "}", literal=True)
        filled = context.str.replace("{" + hole + "}", filling, literal=True)
        context = pl.when(needed.not_()).then(context).when(filling.is_not_null()).then(filled)
    return context
