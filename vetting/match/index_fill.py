"""Bringing what is kept up to what is seen: words of new records, then pairs of whatever they and others concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.match.counting import borne, counted, vocabulary
from vetting.match.evidence import LEAST_COVER, meet
from vetting.match.index import again, digests, forget_records, new_records, prepare, unmet_records
from vetting.match.index_reach import ends, hooks_of
from vetting.match.reading import Ours, Theirs, brought_together, read_creators, read_records

if TYPE_CHECKING:
    from collections.abc import Callable

    from warehouse import Warehouse

    Progress = Callable[[str], None]

CHUNK = 100_000
"""Records that are read at a time."""
HELD = "SELECT record FROM matching.hooks WHERE hook IN (SELECT hash(token) FROM concerned)"
PAIRED = """SELECT record FROM matching.records SEMI JOIN (
    SELECT record_id FROM matching.pairs SEMI JOIN bearers USING (creator_id)) USING (record_id)"""


def refresh(warehouse: Warehouse, progress: Progress) -> pl.DataFrame:
    """Bring what is kept up to what is seen at as_of; the pairs that are worth a look, sorted by both ids."""
    prepare(warehouse)
    ours = read_creators(warehouse.query("creators_seen"), warehouse.query("accounts_seen"))
    forget_records(warehouse)
    last = _read_words(warehouse, progress)
    _exchange_creators(warehouse, ours)
    known = _weigh(warehouse, ours)
    _make_pairs(warehouse, ours, known, last, progress)
    return warehouse.query("pairs_kept", least=LEAST_COVER)


class _Last:
    """The records that were read last, in case that they are asked for again: in most runs they are all."""

    def __init__(self) -> None:
        self.records: pl.Series | None = None
        self.theirs: Theirs | None = None

    def read(self, warehouse: Warehouse) -> tuple[pl.DataFrame, Theirs]:
        """Those of `temp.chunk`, with their numbers."""
        chunk = warehouse.frame("FROM temp.chunk ORDER BY record_id")
        if self.theirs is None or self.records is None or not self.records.equals(chunk["record"]):
            self.records, self.theirs = chunk["record"], None
            self.theirs = read_records(warehouse.query("records_of_chunk"))
        return chunk, self.theirs


def _read_words(warehouse: Warehouse, progress: Progress) -> _Last:
    """Take in the words of new records."""
    last, done = _Last(), 0
    for _ in new_records(warehouse, CHUNK):
        chunk, theirs = last.read(warehouse)
        numbers = chunk.select("record").with_row_index("row")
        words = counted(theirs).join(numbers, left_on="record", right_on="row").select(
            "token", "running", "small", record="record_right"
        )  # fmt: skip
        heads = ends(theirs).join(numbers, left_on="record", right_on="row").select("hook", record="record_right")
        with warehouse.transaction(), warehouse.view_of("words_read", words), warehouse.view_of("ends_read", heads):
            warehouse.execute("INSERT INTO matching.hooks SELECT record, hash(token), running, small FROM words_read")
            warehouse.execute("INSERT INTO matching.hooks SELECT record, hash(hook), NULL, NULL FROM ends_read")
            warehouse.execute("INSERT INTO matching.records SELECT record, record_id, row_hash, false FROM temp.chunk")
            _take_in(warehouse, words.select("token").unique())
        done += chunk.height
        progress(f"{done:,} new records read")
    return last


def _take_in(warehouse: Warehouse, tokens: pl.DataFrame) -> None:
    """Know these words, whatever they are worth."""
    with warehouse.view_of("tokens", tokens):
        warehouse.execute(
            "INSERT INTO matching.words SELECT hash(token), token, NULL, NULL FROM tokens "
            "ANTI JOIN matching.words USING (token) ORDER BY token"
        )


def _exchange_creators(warehouse: Warehouse, ours: Ours) -> None:
    """Hold the creators that are seen, and have the pairs of all records made again that the changes concern."""
    with warehouse.view_of("now", digests(warehouse, ours)), warehouse.view_of("called", ours.names):
        same = "SELECT creator_id FROM now JOIN matching.creators AS c USING (creator_id, digest)"
        gone = f"FROM matching.creators SELECT creator_id WHERE creator_id NOT IN ({same})"
        moved = warehouse.frame(
            f"SELECT text FROM matching.names WHERE creator_id IN ({gone}) "
            f"UNION SELECT text FROM called WHERE creator_id NOT IN ({same}) ORDER BY text"
        )
        changed = warehouse.execute(f"SELECT ({gone} LIMIT 1) IS NOT NULL")[0][0]
        if moved.is_empty() and not changed:
            return
        concerned = _concerned(warehouse, moved)
        with warehouse.transaction(), warehouse.view_of("concerned", concerned):
            again(warehouse, HELD)
            warehouse.execute(f"DELETE FROM matching.pairs WHERE creator_id IN ({gone})")
            warehouse.execute("DELETE FROM matching.creators")
            warehouse.execute("INSERT INTO matching.creators SELECT creator_id, digest FROM now")
            warehouse.execute("DELETE FROM matching.names")
            warehouse.execute("INSERT INTO matching.names SELECT creator_id, kind, written, text FROM called")
            _take_in(warehouse, ours.name_tokens.select("token").unique())


def _concerned(warehouse: Warehouse, moved: pl.DataFrame) -> pl.DataFrame:
    """The hooks of names that came, went or changed, as `token`; none where no record waits for them."""
    if moved.is_empty() or not warehouse.execute("SELECT 1 FROM matching.records WHERE met LIMIT 1"):
        return pl.DataFrame(schema={"token": pl.String})
    words = warehouse.frame("SELECT token FROM matching.words ORDER BY token")["token"]
    return hooks_of(moved, words).to_frame("token")


def _weigh(warehouse: Warehouse, ours: Ours) -> pl.DataFrame:
    """The vocabulary; where it changed, the pairs of all records that hold such a word are made again."""
    before = warehouse.query("word_counts")
    (records,) = warehouse.execute("SELECT count(*) FROM matching.records")[0]
    every = before.join(borne(ours), on="token", how="left").with_columns(pl.col("ours").fill_null(0))
    used = every.filter((pl.col("ours") > 0) | (pl.col("theirs") > 0))
    known = vocabulary(used, ours.people.height, records)
    both = before.select("token", "info_before", "ordinary_before").join(known, on="token", how="left")
    moved = (pl.col("info") != pl.col("info_before")) | (pl.col("ordinary") != pl.col("ordinary_before"))
    other = both.filter(moved.fill_null(value=True)).select("token", "info", "ordinary", "info_before")
    weighed = other.drop_nulls("info_before").select("token")
    bearers = ours.name_tokens.join(weighed, on="token", how="semi")
    owners = ours.names.join(bearers, on="passage", how="semi").select("creator_id").unique()
    held = warehouse.view_of("concerned", weighed), warehouse.view_of("bearers", owners)
    with warehouse.transaction(), warehouse.view_of("other", other), held[0], held[1]:
        again(warehouse, f"{HELD} UNION {PAIRED}")
        warehouse.execute("DELETE FROM matching.words WHERE token IN (SELECT token FROM other)")
        warehouse.execute(
            "INSERT INTO matching.words SELECT hash(token), token, info, ordinary FROM other WHERE info IS NOT NULL"
        )
    return known


def _make_pairs(warehouse: Warehouse, ours: Ours, known: pl.DataFrame, last: _Last, progress: Progress) -> None:
    """Make the pairs of every record that is not met."""
    done, (many,) = 0, warehouse.execute("SELECT count(*) FROM matching.records WHERE NOT met")[0]
    for _ in unmet_records(warehouse, CHUNK):
        chunk, theirs = last.read(warehouse)
        here = pl.concat([ours.name_tokens["token"], theirs.tokens["token"]]).unique().to_frame("token")
        words = known.join(here, on="token", how="semi").sort("token").drop("word").with_row_index("word")
        pairs = meet(brought_together(ours, theirs, words))
        with warehouse.transaction(), warehouse.view_of("made", pairs):
            warehouse.execute("INSERT INTO matching.pairs BY NAME FROM made")
            warehouse.execute("UPDATE matching.records SET met = true WHERE record IN (SELECT record FROM temp.chunk)")
        done += chunk.height
        progress(f"{done:,} of {many:,} records held against {ours.people.height:,} creators")
