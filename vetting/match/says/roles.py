"""Who did it, who answers for it, who suffered it, and who is only named: sentence patterns around a name."""

from __future__ import annotations

import polars as pl

from vetting.match.names import ELISION, POSSESSIVE
from vetting.match.people import complete
from vetting.match.says.phrases import listed, patterns
from vetting.match.says.plain import EDGE, plain, story

NAME, OWN = "qzqz", "qzqzs"
"""What stands for the name and its possessive; no word of any language."""
LAST = "qzqy"
"""What stands for the surname alone until it is clear whose it is."""
LEAST_SURNAME = 3
COMMA = " zc "
LONGEST = 6_000
"""Characters of a record that are read for roles."""
SUFFERED = ("suffered", "wronged", "taken", "endured")
READ = ("others", "wronged", "named", "replied", "blamed", "taken", "endured", "suffered", "answered", "did")
"""What one met, the next doesn't see; but `replied` and `answered` hide nothing."""
OPEN = ("replied", "answered")
SUBJECTS = ("subject_names", "subject_aliases", "subject_handles")
LISTING = ("regulator", "court", "list")
"""Kinds of sources whose structured subject is the one that it was done by."""
SHAPE = {"creator_id": pl.String, "record_id": pl.String, "met": pl.String, "also": pl.String}


def roles(pairs: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """The role of each of the pairs `creator_id`, `record_id`, `met` (the record's own words that met the name).

    `also`, where it is there, is another name of the creator as the record writes it, beside a handle that met.
    Columns: both ids, `role` (`did`, `answered`, `suffered`, `named`) and `role_words`, what was read around the name.
    The title decides where it tells; where done and suffered stand equal, and where nothing is told, it is `named`. The
    structured subject of a regulator, court or list did it, unless its text makes them victim or complainant.
    """
    columns = ("record_id", "source_kind", "title", "text", *SUBJECTS)
    kept = complete(records, "records").select(columns)
    filled = pairs if "also" in pairs.columns else pairs.with_columns(also=None)
    rows = filled.select(pl.col(name).cast(kind) for name, kind in SHAPE.items())
    told = rows.join(kept, on="record_id", how="left", maintain_order="left")
    marked = told.select("creator_id", "record_id", "source_kind", _structured(), **_marked())
    read = marked.with_columns(_heard("title"), _heard("text"))
    role = pl.coalesce(_role("title"), _role("text"))
    listed = pl.when(
        pl.col("structured") & (pl.sum_horizontal(_count("text", key) for key in (*SUFFERED, "named")) == 0)
    )
    chosen = read.with_columns(role=pl.coalesce(role, listed.then(pl.lit("did")), pl.lit("named")))
    return chosen.select("creator_id", "record_id", "role", role_words=_words())


def _structured() -> pl.Expr:
    inside = pl.any_horizontal(pl.col(name).list.contains(pl.col("met")).fill_null(value=False) for name in SUBJECTS)
    return (inside & pl.col("source_kind").is_in(LISTING)).fill_null(value=False).alias("structured")


def _marked() -> dict[str, pl.Expr]:
    """Plain title, and plain title and text, with `NAME` for the name: as it is written, else as it sounds."""
    whole = story()
    return {"title": _mark(pl.col("title"), whole), "text": _mark(whole, whole)}


def _mark(text: pl.Expr, whole: pl.Expr) -> pl.Expr:
    met = pl.col("met").str.replace(ELISION, "$1").str.replace(POSSESSIVE, "").str.strip_chars(" .,;:!?")
    short = text.str.slice(0, LONGEST).str.replace_all("qzq[zy]", "")
    named = short.str.split(met).list.join(NAME)
    both = pl.when(pl.col("also").str.len_chars() > 0).then(named.str.split(pl.col("also")).list.join(NAME))
    exact = _followed(both.otherwise(named), pl.coalesce("also", met), whole)
    owned = exact.str.replace_all(rf"{NAME}['’]s\b", OWN).str.replace_all(",", COMMA)  # noqa: RUF001 - apostrophes
    folded = plain(owned)
    loose = folded.str.split(plain(met)).list.join(f" {NAME} ").str.replace_all(rf"{NAME} s ", f"{OWN} ")
    known = (met.str.len_chars() > 0).fill_null(value=False)
    found = folded.str.contains(rf"{EDGE}{NAME}s?{EDGE}")
    return pl.when(known & found).then(folded).when(known).then(loose).otherwise(pl.lit("")).fill_null("")


def _followed(exact: pl.Expr, met: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """The surname alone for the name as well, where the record writes the whole name and nobody else bears it."""
    last = met.str.extract(r"\s(\p{Lu}\S*)$")
    alone = exact.str.split(last).list.join(LAST)
    titles, leads = ("|".join(listed("slots", key)) for key in ("titles", "leads"))
    called = alone.str.replace_all(rf"\b(?:{titles})\.? {LAST}\b", NAME)
    led = called.str.replace_all(rf"\b({leads}) {LAST}\b", f"$1 {NAME}")
    longer = led.str.replace_all(rf"{LAST}([ -]\p{{Lu}})", "~$1")
    clear = ~led.str.contains(rf"\p{{Lu}}(?:\.|[\p{{L}}'’-]*)[ -]{LAST}|\p{{L}}{LAST}|{LAST}\p{{L}}")  # noqa: RUF001 - apostrophes
    written = (last.str.len_chars() >= LEAST_SURNAME) & whole.str.contains(met, literal=True)
    return pl.when(written & clear).then(longer.str.replace_all(LAST, NAME)).otherwise(exact)


def _heard(column: str) -> pl.Expr:
    """What each of `READ` meets: a struct of lists."""
    rest, heard = pl.col(column), []
    for key in READ:
        pattern = rf"{EDGE}{patterns('roles', key)}(?:{EDGE}|$)"
        marked = rest.str.replace_all(pattern, "<${0}>")  # one pass of a heavy pattern, two of a light one
        found = marked.str.extract_all("<[^>]+>").list.eval(pl.element().str.slice(1).str.head(-1))
        heard.append(found.list.unique(maintain_order=True).alias(key))
        rest = rest if key in OPEN else marked.str.replace_all("<[^>]+>", " ~ ")
    return pl.struct(heard).alias(column)


def _count(column: str, key: str) -> pl.Expr:
    return pl.col(column).struct.field(key).list.len().cast(pl.Int64)


def _role(column: str) -> pl.Expr:
    """The role that a part tells, null where it tells none; done and suffered as often: `named`."""
    groups = (("did", "blamed"), SUFFERED, ("answered", "replied"))
    did, suffered, answered = (pl.sum_horizontal(_count(column, key) for key in keys) for keys in groups)
    return (
        pl.when((suffered > 0) & (suffered == did + answered)).then(pl.lit("named"))
        .when(suffered > did + answered).then(pl.lit("suffered"))
        .when(answered > 0).then(pl.lit("answered"))
        .when(did > 0).then(pl.lit("did"))
    )  # fmt: skip


def _words() -> pl.Expr:
    """What was read for the role, the name as `…`."""
    keys = {
        "did": ("blamed", "did"),
        "answered": ("answered", "replied"),
        "suffered": SUFFERED,
        "named": ("named", "others"),
    }
    lists = [
        pl.when(pl.col("role") == role).then(
            pl.concat_list(pl.col(part).struct.field(key) for part in ("title", "text") for key in parts)
        )
        for role, parts in keys.items()
    ]
    shown = (
        pl.element()
        .str.replace_all(r"qzqzs?", "…")
        .str.replace_all(" zc", ",")
        .str.replace_all(" |", ".", literal=True)
        .str.strip_chars()
    )
    return pl.coalesce(lists).list.eval(shown.str.slice(0, 120)).list.unique(maintain_order=True).list.head(5)
