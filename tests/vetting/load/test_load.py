"""From files to stored tables: every row loaded, already there, or in quarantine with file, line and reason."""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vetting.errors import RefusalError
from vetting.load.load import load
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.load.store import Account

NOW = datetime(2026, 7, 1)
SNAPSHOT = {"account_id": "a", "observed_at": "2026-01-01T00:00:00Z", "followers": 10}


def load_folder(house: Warehouse, folder: Path) -> list[Account]:
    return load(house, folder, source="folder", loaded_at=NOW)


def lines(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def quarantined(house: Warehouse) -> list[tuple[int, str]]:
    return [
        (line, reason)
        for line, reason in house.execute("SELECT line, reason FROM ops.quarantine ORDER BY line, reason")
    ]


def only(accounts: list[Account]) -> tuple[int, int, int, int]:
    (one,) = accounts
    return one.read, one.loaded, one.already_there, one.quarantined


def test_jsonl_rows_that_cannot_be_loaded_say_where_and_why(tmp_path: Path) -> None:
    rows = (
        SNAPSHOT,
        "",
        '{"account_id": "a", "obs',
        SNAPSHOT | {"account_id": "b", "followers": "many"},
        SNAPSHOT | {"account_id": "b", "followers": -1},
        SNAPSHOT | {"account_id": "b", "followers": 1.5},
        SNAPSHOT | {"account_id": "b", "observed_at": "0001-01-01T00:00:00Z"},
        {"account_id": "b", "observed_at": "2026-01-01"},
        [1, 2],
        SNAPSHOT,
        SNAPSHOT | {"followers": 11},
    )
    (tmp_path / "follower_snapshots.jsonl").write_text(lines(*rows))
    with Warehouse() as house:
        assert only(load_folder(house, tmp_path)) == (10, 1, 1, 8)
        assert quarantined(house) == [
            (3, "not a JSON object, or not UTF-8"),
            (4, "followers: many is not a whole number of at least 0"),
            (5, "followers: -1 is not a whole number of at least 0"),
            (6, "followers: 1.5 is not a whole number of at least 0"),
            (7, "observed_at: 0001-01-01T00:00:00Z is not a time between 1990 and 2100"),
            (8, "followers is missing"),
            (9, "not a JSON object, or not UTF-8"),
            (11, "contradicts line 1 of the same file"),
        ]


def test_csv_rows_that_cannot_be_taken_apart_are_counted_on_their_lines(tmp_path: Path) -> None:
    text = (
        b"account_id,observed_at,followers,following\r\n"
        b"a,2026-01-01,1,\r\n"
        b'"b\nb",2026-01-01,2,null\r\n'
        b"c,2026-01-01\r\n"
        b"d,2026-01-01,x,\r\n"
        b"caf\xe9,2026-01-01,3,\r\n"
        b"e,2026-01-01,4,5,6\r\n"
        b"f,2026-01-01,-7,\r\n"
    )
    (tmp_path / "follower_snapshots.csv").write_bytes(b"\xef\xbb\xbf" + text)
    with Warehouse() as house:
        assert only(load_folder(house, tmp_path)) == (7, 2, 0, 5)
        assert [line for line, _ in quarantined(house)] == [5, 6, 7, 8, 9]
        assert house.execute("SELECT following FROM stored.follower_snapshots") == [(None,), (None,)]


def test_a_heading_with_a_trailing_comma_is_read(tmp_path: Path) -> None:
    (tmp_path / "creators.csv").write_text("creator_id,name,\nc,N,\n")
    with Warehouse() as house:
        (account,) = load_folder(house, tmp_path)
        assert (account.loaded, account.ignored_columns) == (1, ("column 3",))


def test_bom_gzip_offsets_and_lists_are_read(tmp_path: Path) -> None:
    row = {"record_id": "r", "source": "s", "source_kind": "NEWS", "observed_at": "2026-01-01T01:00:00+02:00"}
    packed = gzip.compress(b"\xef\xbb\xbf" + lines(row | {"subject_names": ["A", "B|C"]}).encode())
    (tmp_path / "records.jsonl.gz").write_bytes(packed)
    (tmp_path / "creators.csv").write_text('creator_id,aliases\nc,x|y\nd,"[""p"", ""q""]"\n')
    with Warehouse() as house:
        load_folder(house, tmp_path)
        assert house.execute("SELECT source_kind, observed_at, subject_names FROM stored.records") == [
            ("news", datetime(2025, 12, 31, 23), ["A", "B|C"])
        ]
        assert house.execute("SELECT aliases FROM stored.creators ORDER BY 1") == [(["p", "q"],), (["x", "y"],)]


def test_loading_twice_changes_nothing_and_a_correction_is_taken(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for folder, row in ((first, SNAPSHOT), (second, SNAPSHOT | {"following": 5, "followers": 12})):
        folder.mkdir()
        (folder / "follower_snapshots.jsonl").write_text(lines(row))
    with Warehouse() as house:
        counts = [only(load_folder(house, folder)) for folder in (first, first, second, second)]
        assert counts == [(1, 1, 0, 0), (1, 0, 1, 0), (1, 1, 0, 0), (1, 0, 1, 0)]
        assert house.execute("SELECT followers, following FROM stored.follower_snapshots") == [(12, 5)]


def test_the_unknown_never_erases_the_known(tmp_path: Path) -> None:
    for name, row in (("one", {"creator_id": "c", "name": "N"}), ("two", {"creator_id": "c", "country": "FR"})):
        (tmp_path / name).mkdir()
        pl.DataFrame([row]).write_parquet(tmp_path / name / "creators.parquet")
    with Warehouse() as house:
        for name in ("one", "two"):
            load_folder(house, tmp_path / name)
        assert house.execute("SELECT name, country FROM stored.creators") == [("N", "FR")]


def test_a_column_outside_the_contract_is_named_and_left_out(tmp_path: Path) -> None:
    pl.DataFrame({"creator_id": ["c"], "shoe_size": [42]}).write_parquet(tmp_path / "creators.parquet")
    with Warehouse() as house:
        assert load_folder(house, tmp_path)[0].ignored_columns == ("shoe_size",)


def test_a_column_that_comes_late_in_a_file_is_not_lost(tmp_path: Path) -> None:
    early = [SNAPSHOT | {"account_id": f"a{n}"} for n in range(10_001)]
    (tmp_path / "follower_snapshots.jsonl").write_text(lines(*early, SNAPSHOT | {"following": 7}))
    with Warehouse() as house:
        load_folder(house, tmp_path)
        assert house.execute("SELECT count(*), sum(following) FROM stored.follower_snapshots") == [(10_002, 7)]


def test_a_comment_seen_again_later_leaves_its_past_as_it_was(tmp_path: Path) -> None:
    comment = {"comment_id": "c", "post_id": "p", "author_id": "x"}
    for day, text in (("2026-01-02", "first"), ("2026-06-02", "mended")):
        (tmp_path / day).mkdir()
        row = comment | {"observed_at": day, "text": text}
        (tmp_path / day / "comments.jsonl").write_text(lines(row, comment | {"comment_id": "timeless"}))
    with Warehouse() as house:
        for day in ("2026-06-02", "2026-01-02"):
            load_folder(house, tmp_path / day)
        seen = "SELECT text FROM seen.comments(?::TIMESTAMP) WHERE comment_id = 'c'"
        assert house.execute(seen, ["2026-01-03"]) == [("first",)]
        assert house.execute(seen, ["2026-06-03"]) == [("mended",)]
        assert house.execute("SELECT count(*) FROM stored.comments") == [(3,)]


def test_a_comment_without_a_time_stands_once(tmp_path: Path) -> None:
    comment = {"comment_id": "c", "post_id": "p", "author_id": "x", "text": "one"}
    (tmp_path / "comments.jsonl").write_text(lines(comment, comment, comment | {"text": "two"}))
    with Warehouse() as house:
        assert only(load_folder(house, tmp_path)) == (3, 1, 1, 1)
        assert only(load_folder(house, tmp_path)) == (3, 0, 2, 1)
        assert house.check() == []


def test_an_account_that_found_its_creator_leaves_no_ghost(tmp_path: Path) -> None:
    account = {"account_id": "a", "platform": "x", "display_name": "A"}
    rows = (account | {"observed_at": "2026-01-01"}, account | {"observed_at": "2026-01-05", "creator_id": "c"})
    (tmp_path / "accounts.jsonl").write_text(lines(*rows))
    with Warehouse() as house:
        load_folder(house, tmp_path)
        seen = "SELECT creator_id, name FROM seen.creators(?::TIMESTAMP)"
        assert house.execute(seen, ["2026-01-02"]) == [("a", "A")]
        assert house.execute(seen, ["2026-01-06"]) == [("c", "A")]


def test_arrival_in_any_order_ends_in_the_same_rows(tmp_path: Path) -> None:
    parts = [tmp_path / str(number) for number in range(3)]
    for number, part in enumerate(parts):
        part.mkdir()
        (part / "follower_snapshots.jsonl").write_text(lines(SNAPSHOT, SNAPSHOT | {"account_id": f"b{number}"}))
    said = []
    for order in (parts, parts[::-1]):
        with Warehouse() as house:
            for part in order:
                load_folder(house, part)
            said.append(house.execute("SELECT * EXCLUDE load_id FROM stored.follower_snapshots ORDER BY ALL"))
    assert said[0] == said[1]
    assert len(said[0]) == 4


CELL = st.one_of(
    st.none(),
    st.integers(-5, 2**70),
    st.floats(),
    st.booleans(),
    st.text(max_size=8),
    st.lists(st.integers(), max_size=2),
)
ROW = st.one_of(
    st.fixed_dictionaries({"account_id": CELL, "observed_at": CELL, "followers": CELL}),
    st.just(SNAPSHOT),
    st.builds(lambda n: SNAPSHOT | {"followers": n}, st.integers(0, 3)),
    st.text(alphabet="{}[]\"':,ab\\1 ", max_size=12),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, min_size=1, max_size=12))
def test_no_row_is_lost_whatever_it_holds(rows: list[object], tmp_path: Path) -> None:
    text = lines(SNAPSHOT, *rows)
    (tmp_path / "follower_snapshots.jsonl").write_bytes(text.encode("utf-8", errors="surrogatepass"))
    with Warehouse() as house:
        read, loaded, already, bad = only(load_folder(house, tmp_path))
        filled = sum(1 for line in text.split("\n") if line.strip())
        assert read == filled == loaded + already + bad
        assert house.execute("SELECT count(*) FROM stored.follower_snapshots") == [(loaded,)]
        assert house.execute("SELECT count(*) FROM ops.quarantine WHERE line IS NOT NULL") == [(bad,)]
        assert house.check() == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("accounts.csv", b"", "zero bytes"),
        ("accounts.parquet", b"PAR1 not really", "can't be read as Parquet"),
        ("accounts.csv", b"account_id,platform\na,youtube\n", "has no column observed_at"),
        ("accounts.jsonl", b'{"account_id": "a", "platform": "youtube"}\n', "has no column observed_at"),
        ("accounts.csv", b"account_id,account_id,platform,observed_at\n", "twice"),
        ("accounts.csv", b"account_id,Account_ID,platform,observed_at\n", "twice"),
        ("accounts.csv", "account_id,platform,observed_at\n".encode("utf-16"), "is UTF-16"),
        ("accounts.csv.gz", b"\x1f\x8b\x08\x00 no gzip at all", "can't be read"),
        ("accounts.jsonl", b'[{"account_id": "a"}]', "one JSON array"),
        ("creators.csv", b"creator_id\nc\n", "Keep one"),
        ("notes.txt", b"hello", "holds no exchange file"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_is_refused_and_changes_nothing(
    name: str, content: bytes, says: str, tmp_path: Path
) -> None:
    pl.DataFrame({"creator_id": ["c"]}).write_parquet(tmp_path / "creators.parquet") if "notes" not in name else None
    (tmp_path / name).write_bytes(content)
    with Warehouse() as house:
        with pytest.raises(RefusalError, match=says):
            load_folder(house, tmp_path)
        assert house.execute("SELECT count(*) FROM ops.loads") == [(0,)]
        assert house.execute("SELECT count(*) FROM stored.creators") == [(0,)]


def test_real_channels_are_all_accounted_for(shared: Path) -> None:
    with Warehouse() as house:
        accounts = load_folder(house, shared / "exchange" / "real_us_2017")
        assert {one.table: (one.read, one.loaded, one.quarantined) for one in accounts} == {
            "accounts": (1230, 1230, 0),
            "posts": (7991, 7991, 0),
            "records": (4782, 4782, 0),
        }
