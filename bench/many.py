"""Ten million made-up posts for timing: no world, only rows of the right size and shape, in the exchange format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from pathlib import Path

ACCOUNTS, POSTS, DAYS = 20_000, 10_000_000, 250
FEW = 100
"""One account of so many changes."""
ACCOUNT = "printf('account-%06d', {})"
POST = f"""
WITH drawn AS (
    SELECT
        i, (pow(hash(i, 1) % 1000000 / 1e6, 2.5) * {{accounts}})::INTEGER AS owner,
        TIMESTAMP '2023-07-01' + INTERVAL 1 SECOND * (hash(i, 2) % (3 * 365 * 86400)) AS posted_at,
        exp(5 + (hash(i, 3) % 2000)::INTEGER / 600 - 1.7) AS size,
        list_transform([4, 5, 6], lambda n: words[1 + (hash(i, n) % 8)::INTEGER]) AS drawn_words
    FROM range({{posts}}) AS t(i),
        (SELECT ['morning', 'recipe', 'workout', 'journey', 'merci', 'look', 'coffee', 'stream'] AS words)
)
SELECT
    'post-' || i AS post_id, {ACCOUNT.format("owner")} AS account_id, posted_at,
    ['video', 'short', 'image'][1 + i % 3] AS kind,
    concat_ws(' ', array_to_string(drawn_words, ' of this or another '), 'and more of the same, part ' || i,
        CASE WHEN hash(i, 8) % 8 = 0 THEN '#ad with code SAVE' ELSE '#nothing' END) AS text,
    CASE WHEN i % 3 > 0 THEN hash(i, 9) % 25 = 0 END AS paid_partnership,
    size::BIGINT AS likes, (size / 30)::BIGINT AS comments, (size / 60)::BIGINT AS shares, (size * 20)::BIGINT AS views,
    least(posted_at + INTERVAL 1 HOUR * (20 + hash(i, 10) % 60), TIMESTAMP '2026-06-30') AS observed_at
FROM drawn"""


def write(folder: Path, *, posts: int = POSTS, accounts: int = ACCOUNTS, days: int = DAYS) -> None:
    """Write `many/` (everything) and `few/` (ten new posts of every hundredth account, and a day of its followers)."""
    for name in ("many", "few"):
        (folder / name).mkdir()
    one = ACCOUNT.format("i")
    tables = {
        "many/accounts": f"SELECT {one} AS account_id, ['youtube', 'tiktok', 'instagram'][1 + i % 3] AS platform, "
        f"'topic-' || i % 10 AS category, TIMESTAMP '2026-06-30' AS observed_at FROM range({accounts + 1}) AS t(i)",
        "many/follower_snapshots": f"SELECT {one} AS account_id, "
        f"TIMESTAMP '2026-06-30' - INTERVAL 1 DAY * d AS observed_at, "
        f"(exp(6 + i % 80 / 10.0) * (1 - d / 2000.0 + (hash(i, d) % 100)::INTEGER / 1e5))::BIGINT AS followers "
        f"FROM range({accounts}) AS t(i), range({days}) AS u(d)",
        "many/posts": f"{POST.format(accounts=accounts, posts=posts)} ORDER BY account_id, posted_at",
        "few/posts": f"SELECT 'late-' || i || '-' || n AS post_id, {one} AS account_id, "
        f"TIMESTAMP '2026-06-20' + INTERVAL 1 HOUR * n AS posted_at, 'late' AS text, 900 + n AS likes, 40 AS comments, "
        f"TIMESTAMP '2026-06-29' AS observed_at FROM range(0, {accounts}, {FEW}) AS t(i), range(10) AS u(n)",
        "few/follower_snapshots": f"SELECT {one} AS account_id, TIMESTAMP '2026-06-29 12:00' AS observed_at, "
        f"9000 + i AS followers FROM range(0, {accounts}, {FEW}) AS t(i)",
    }
    with duckdb.connect() as connection:
        connection.execute("SET memory_limit = '2GB'")
        connection.execute(f"SET temp_directory = '{folder / 'spill'}'")
        for name, sql in tables.items():
            connection.execute(f"COPY ({sql}) TO '{folder / name}.parquet' (COMPRESSION zstd)")
