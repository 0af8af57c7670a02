"""Words in titles and texts that say what somebody does, where they are from, or whose relative they are."""

from __future__ import annotations

from functools import cache

import polars as pl

from vetting.lexicon import phrases
from vetting.lexicon import places as place_words
from vetting.match.apposition import appositions

SECTIONS = ("trades", "platforms", "creators", "outsiders", "kin", "unrelated")
MAKING = ("videos", "channel", "chaine", "canal", "kanal", "content", "contenu", "contenido", "blog")
"""Words beside which a trade is what somebody makes, and not what an article is about."""
BESIDE = 3
"""Words between the two."""
PLACE, KIN = "places", "kin"


@cache
def listed() -> pl.DataFrame:
    """Every telling word and phrase: `phrase`, `words`, `section`, `kind`."""
    lists = [phrases(name).with_columns(section=pl.lit(name)) for name in SECTIONS]
    sure = place_words().filter(~pl.col("unsure"))
    lands = sure.select("phrase", "words", kind="country", section=pl.lit(PLACE))
    columns = [pl.col("phrase", "kind", "section"), pl.col("words").cast(pl.Int64)]
    return pl.concat([table.select(columns) for table in (*lists, lands)]).unique().sort("phrase", "section", "kind")


def cues(tokens: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Telling words in titles and texts: `record`, `at`, `words`, `section`, `kind`, `firm`, `bearer`, `beside`.

    `firm`: the word says what somebody is, not what the article is about: no trade beside which nobody makes anything.

    `bearer` is where the name stands to which the word belongs by its place, as in `lawyer Ana Diaz` or `Ana Diaz, a
    lawyer`, and `beside` its word there; null where no name stands beside it. Words that no list knows and that stand
    in such a place are of the section `apposed`.
    """
    places_read = places.filter(pl.col("where") == "text").select("passage", "record")
    running = tokens.join(places_read, on="passage", maintain_order="left").with_row_index("row")
    sizes = sorted(listed()["words"].unique())
    found = pl.concat([*[_found(running, size) for size in sizes], _apposed(running)])
    # a place belongs to the name that follows, as in `Canadian Ana Diaz`: before it stands a town as often
    beside = _bearer(found, running)
    bearer = pl.select(pl.when((found["section"] != PLACE) | (beside > found["at"])).then(beside)).to_series()
    told = found.with_columns(bearer=bearer, making=_making(found, running), beside=_beside(found, running, bearer))
    firm = (pl.col("section") != "trades") | pl.col("making") | pl.col("bearer").is_not_null()
    part = (pl.col("section") == PLACE) & _goes_on(found, running)  # `Ostrava Sport` is no place
    return told.with_columns(firm=firm).filter(~part).drop("row", "making")


def _apposed(running: pl.DataFrame) -> pl.DataFrame:
    found = appositions(running, _makers())
    rows = running.select("row", "record", "pos").join(found, on="row", maintain_order="right")
    return rows.select(
        "record", "row", section=pl.lit("apposed"), kind=pl.lit(""), words="size", at=pl.col("pos").cast(pl.Int64)
    )


def _beside(found: pl.DataFrame, running: pl.DataFrame, bearer: pl.Series) -> pl.Series:
    row = (found["row"].cast(pl.Int64) + bearer - found["at"]).fill_null(0)
    word = running["token"].gather(row.clip(0, max(running.height - 1, 0)))
    return pl.select(pl.when(bearer.is_not_null()).then(word)).to_series()


def _goes_on(found: pl.DataFrame, running: pl.DataFrame) -> pl.Series:
    """Whether a word with a capital follows, and no pause before it, in a line where capitals tell something."""
    row, record = found["row"].cast(pl.Int64) + found["words"], found["record"]
    inside = _at(running, row, 0, "record") == record
    return inside & _at(running, row, 0, "capital") & ~_at(running, row, 0, "pause") & ~_at(running, row, 0, "shouting")


@cache
def _makers() -> pl.Series:
    """Words for creators, platforms and what they make."""
    known = listed().filter(pl.col("section").is_in(["creators", "platforms"]), words=1)["phrase"].unique()
    return pl.concat([known, pl.Series(MAKING)]).sort()


def _making(found: pl.DataFrame, running: pl.DataFrame) -> pl.Series:
    """Whether a word for a creator, a platform or what they make stands beside each cue."""
    made = running.select("record", made=pl.col("token").is_in(_makers().implode()))
    steps = [step for step in range(-BESIDE, BESIDE + 1) if step]
    sides = [
        _at(made, found["row"], step, "made") & (_at(made, found["row"], step, "record") == found["record"])
        for step in steps
    ]
    return pl.DataFrame(dict(zip(map(str, steps), sides, strict=True))).select(pl.any_horizontal(pl.all())).to_series()


def _found(running: pl.DataFrame, size: int) -> pl.DataFrame:
    """Cues of `size` words."""
    known = listed().filter(words=size)
    begin = known["phrase"].str.split(" ").list.first().unique()
    started = running.filter(pl.col("token").is_in(begin.implode())).select("record", "row", "pos")
    words = [_at(running, started["row"], step, "token").alias(f"t{step}") for step in range(size)]
    spelled = started.with_columns(words).with_columns(
        phrase=pl.concat_str([f"t{step}" for step in range(size)], separator=" ")
    )
    met = spelled.filter(_at(running, started["row"], size - 1, "record") == started["record"]).join(known, on="phrase")
    return met.select("record", "row", "section", "kind", "words", at=pl.col("pos").cast(pl.Int64))


def _at(running: pl.DataFrame, row: pl.Series, step: int, column: str) -> pl.Series:
    """What stands `step` words on; at either end, the first or last word."""
    at = (row.cast(pl.Int64) + step).clip(0, max(running.height - 1, 0))
    return running[column].gather(at)


def _bearer(found: pl.DataFrame, running: pl.DataFrame) -> pl.Series:
    """The place of the name beside each cue: the next word, or the one before, with or without an article."""
    single = listed().filter(words=1)["phrase"].unique()
    letters = pl.col("token").str.contains("[a-z]")
    name = (
        pl.col("capital")
        & letters
        & ~pl.col("shouting")
        & ~pl.col("token").is_in(single.implode())
        & (pl.col("pos") > 0)
    )
    named = running.select("record", "pos", "pause", named=name)
    after = (found["row"].cast(pl.Int64) + found["words"]).rename("row")
    sides = {"next": (after, 0), "before": (found["row"], -1), "two_before": (found["row"], -2)}
    seen = {side: _named(named, row, step, found["record"]) for side, (row, step) in sides.items()}
    apart = _at(named, after, 0, "pause")
    pauses = {"pause": _at(named, found["row"], 0, "pause"), "article_pause": _at(named, found["row"], -1, "pause")}
    article = ~_at(named, found["row"], -1, "named")
    rows = found.select("at", "words").with_columns(**seen, **pauses, apart=apart, article=article)
    return rows.select(
        pl.when(pl.col("next") & ~pl.col("apart")).then(pl.col("at") + pl.col("words"))
        .when(pl.col("before") & pl.col("pause")).then(pl.col("at") - 1)
        .when(pl.col("two_before") & pl.col("article") & pl.col("article_pause")).then(pl.col("at") - 2)
    ).to_series()  # fmt: skip


def _named(named: pl.DataFrame, row: pl.Series, step: int, record: pl.Series) -> pl.Series:
    inside = _at(named, row, step, "record") == record
    return _at(named, row, step, "named") & inside
