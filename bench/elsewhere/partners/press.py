"""Who writes about what: records about creators, about people who share a name, and about nobody of this world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from bench.elsewhere.climate import Climate, Floats, Random, identities, moments, often
from bench.elsewhere.partners.affairs import DID, NAMES, ROLES, SLANDERED, SUFFERED, Affairs
from bench.elsewhere.partners.words import MATTERS, OUTLETS, PRESS, one, polished, put

if TYPE_CHECKING:
    from bench.elsewhere.partners.era import Era
    from bench.elsewhere.partners.persons import Persons

LAWFUL = ("brawl", "scam", "driving", "leak", "hate")
"""What may come before a court."""
TRIED = ("convicted", "condamné", "verurteilt", "tribunal")
LAG = {"court": 150.0, "regulator": 90.0, "news": 1.5, "blog": 4.0, "forum": 0.6, "fact_check": 6.0, "list": 60.0}
"""Days, in the mean, until each kind of source writes."""
WORDS = ("record_id", "source", "source_kind", "url", "title", "text", "language", "status", "role", "subject_country")
SCHEMA: dict[str, pl.DataType] = {
    **dict.fromkeys(WORDS, pl.String()),
    **dict.fromkeys(("subject_names", "subject_handles"), pl.List(pl.String)),
    **dict.fromkeys(("published", "seen"), pl.Float64()),
    "creator": pl.Int64(),
    "adverse": pl.Boolean(),
}


def record_rows(
    random: Random, climate: Climate, era: Era, persons: Persons, affairs: Affairs
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table `records` (some rows are later looks at the same record) and the truth about each record."""
    told = [*_about(random, era, persons, affairs), *_others(random, persons, climate.days)]
    rows = [row for row in told if row["seen"] < climate.days]
    frame = pl.DataFrame(_looked_at_again(random, rows, climate.days), schema=SCHEMA)
    times = {"published_at": "published", "observed_at": "seen"}
    dated = frame.with_columns(
        pl.Series(name, moments(climate, frame[day].to_numpy())) for name, day in times.items()
    ).sort("observed_at", "record_id")
    truth = dated.unique("record_id", keep="first", maintain_order=True)
    whose = truth["creator"].to_numpy()
    ids = pl.Series(identities("creator", np.maximum(whose, 0)), dtype=pl.String)
    truth = truth.with_columns(pl.when(pl.Series(whose >= 0)).then(ids).alias("creator_id"))
    return dated.drop("creator", "role", "adverse", *times.values()), truth.select(
        "record_id", "creator_id", "role", "adverse"
    )


def _about(random: Random, era: Era, persons: Persons, affairs: Affairs) -> list[dict[str, Any]]:
    """Reports of affairs: the famous and the grave get more; what was false is often taken back."""
    fame = persons.fame[affairs.creator]
    count = 1 + random.poisson(era.zeal * np.clip(0.15 * affairs.severity + 0.5 * fame, 0.1, 4))
    count *= often(random, 0.88, len(affairs))
    rows = []
    for place in range(len(affairs)):
        facts = (int(affairs.creator[place]), float(affairs.day[place]), int(affairs.matter[place]))
        role = int(affairs.role[place])
        rows += [_report(random, persons, facts, role, nth) for nth in range(int(count[place]))]
        if role == SLANDERED and count[place] and random.random() < 0.65:  # noqa: PLR2004 - two of three
            rows.append(_cleared(random, persons, facts))
    return rows


def _report(random: Random, persons: Persons, facts: tuple[int, float, int], role: int, nth: int) -> dict[str, Any]:
    creator, day, matter = facts
    kind = _source_kind(random, NAMES[matter], role, nth)
    language = persons.language[creator] if random.random() < 0.9 else "en"  # noqa: PLR2004 - most at home
    tale = MATTERS[NAMES[matter]]
    lawful = kind in ("court", "regulator")
    phrases = PRESS[kind][language] if lawful else tale[f"suffered_{language}" if role == SUFFERED else language]
    words = persons.words(random, creator, language) | {"charge": tale["charge"][language] if lawful else ""}
    pattern = one(random, phrases)
    ruled = pattern.startswith("§")
    title, lead = put(pattern.removeprefix("§"), **words).split(" | ")
    if kind == "forum":
        title, lead = put(one(random, PRESS["gossip"][language]), lead=lead, **words).split(" | ")
    status, ends = _ending(random, kind, role, ruled=ruled)
    extra = [put(one(random, PRESS[part][language]), **words) for part in ("context", ends) if part]
    text = " ".join([lead, *extra[: 0 if lawful else 1 if kind == "forum" else 2]])
    row = _row(random, kind, language, (title, text), day + random.exponential(LAG[kind]), status)
    share = persons.named(random, creator) if kind != "forum" else {}
    return row | share | {"creator": creator, "role": ROLES[role], "adverse": role != SUFFERED}


def _source_kind(random: Random, name: str, role: int, nth: int) -> str:
    if role == DID and nth and name in LAWFUL and random.random() < 0.3:  # noqa: PLR2004 - some go to court
        return "court"
    if role == DID and name in ("hidden_ads", "quackery") and random.random() < 0.35:  # noqa: PLR2004 - the same
        return "regulator"
    return str(random.choice(["news", "blog", "forum"], p=(0.62, 0.18, 0.2)))


def _ending(random: Random, kind: str, role: int, *, ruled: bool) -> tuple[str | None, str]:
    """The status that the source gives, and which sentence goes with it."""
    if role == SUFFERED:
        return None, "pending" if random.random() < 0.5 else ""  # noqa: PLR2004 - a coin
    if kind in ("court", "regulator"):
        return "confirmed", "settled"
    if ruled and role == DID:
        return ("confirmed" if random.random() < 0.5 else None), "settled"  # noqa: PLR2004 - half say it
    likely = {"denied": 0.25, "settled": 0.3, "pending": 0.45} if role == DID else {"denied": 0.7, "pending": 0.3}
    ends = str(random.choice(list(likely), p=list(likely.values())))
    said = {"denied": "denied", "settled": "confirmed", "pending": "alleged"}[ends]
    return (said if random.random() < 0.5 else None), ends  # noqa: PLR2004 - half say it


def _cleared(random: Random, persons: Persons, facts: tuple[int, float, int]) -> dict[str, Any]:
    """A correction or a fact check, some weeks later."""
    creator, day, _ = facts
    language = persons.language[creator]
    words = persons.words(random, creator, language)
    title, text = put(one(random, PRESS["cleared"][language]), **words).split(" | ")
    kind = str(random.choice(["fact_check", "news"]))
    row = _row(random, kind, language, (title, text), day + 4 + random.exponential(25), "retracted")
    return row | persons.named(random, creator) | {"creator": creator, "role": "cleared", "adverse": False}


def _others(random: Random, persons: Persons, days: int) -> list[dict[str, Any]]:
    """Namesakes of some, friendly mentions of some, and affairs of people whom nobody here is called after."""
    namesakes = random.poisson(0.15 * len(persons.names))
    mentions, strangers = random.poisson(0.25 * len(persons.names)), random.poisson(0.25 * len(persons.names))
    rows = []
    for part, count in (("namesakes", namesakes), ("mentions", mentions), ("strangers", strangers)):
        for _ in range(count):
            creator = int(random.integers(0, len(persons.names)))
            rows.append(_other(random, persons, part, creator, random.uniform(-300, days)))
    return rows


def _other(random: Random, persons: Persons, part: str, creator: int, day: float) -> dict[str, Any]:
    language = persons.language[creator]
    words = persons.words(random, creator, language)
    if part != "mentions":
        words["name"] = persons.names[creator] if part == "namesakes" else persons.stranger(random)
    pattern = one(random, PRESS["mentions" if part == "mentions" else "namesakes"][language])
    title, text = put(pattern, age=str(random.integers(24, 80)), **words).split(" | ")
    tried = any(word in pattern for word in TRIED) and random.random() < 0.5  # noqa: PLR2004 - half from the court
    kind = "blog" if part == "mentions" else "court" if tried else "news"
    row = _row(random, kind, language, (title, text), day, None)
    mentioned = part == "mentions"
    return row | {"creator": creator if mentioned else -1, "role": part.rstrip("s"), "adverse": False}


def _row(
    random: Random, kind: str, language: str, said: tuple[str, str], published: float, status: str | None
) -> dict[str, Any]:
    """What every record has. It is found within days; a few are found much later."""
    found = random.uniform(20, 200) if random.random() < 0.06 else 0.05 + random.exponential(1.5)  # noqa: PLR2004 - few
    number = identities("record", np.array([random.integers(0, 1 << 60)]))[0]
    title, text = (polished(part, language) for part in said)
    return {
        **dict.fromkeys(SCHEMA),
        "record_id": number,
        "source": one(random, OUTLETS) if kind == "news" else kind,
        "source_kind": kind,
        "url": f"https://example.org/{kind}/{number}",
        "title": title,
        "text": text,
        "language": language,
        "status": status,
        "published": published,
        "seen": max(published, 0.0) + found,
    }


def _looked_at_again(random: Random, rows: list[dict[str, Any]], days: int) -> list[dict[str, Any]]:
    """A few allegations were looked at again, and are confirmed, denied or resolved by then."""
    later = []
    for row in rows:
        if row["status"] == "alleged" and random.random() < 0.4:  # noqa: PLR2004 - some
            seen = row["seen"] + random.uniform(20, 300)
            status = one(random, ["confirmed", "denied", "resolved"])
            later += [row | {"seen": seen, "status": status}] * (seen < days)
    return rows + later


def fame_of(reach: Floats) -> Floats:
    """How much the press cares: by followers, from about 10,000 on."""
    return np.asarray(np.clip(np.log10(np.maximum(reach, 1)) - 3.7, 0, 3), np.float64)
