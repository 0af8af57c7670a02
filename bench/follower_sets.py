"""The three real sets of labelled accounts, in exchange columns. Only figures leave this file, never a row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

WHEN = "%a %b %d %H:%M:%S %z %Y"
LENGTHS = range(4, 31)
USUAL_LENGTH = 11


def real_sets(folder: Path) -> dict[str, pl.DataFrame]:
    """Name -> labelled followers. A handle that a set only describes is written with as many digits."""
    return {"instafake": _instafake(folder), "insta_fake_spammer": _spammer(folder), "mib_users": _mib(folder)}


def _handle(length: int, digits: int) -> str:
    return "na" * ((length - digits + 1) // 2) + "4" * digits


def _of_share(share: float) -> str:
    """A handle of the length nearest to the usual that can have this share of digits, to two places."""
    found = (
        (abs(round(digits / length, 2) - share), abs(length - USUAL_LENGTH), length, digits)
        for length in LENGTHS
        for digits in range(length + 1)
    )
    *_, length, digits = min(found)
    return _handle(length, digits)


def _instafake(folder: Path) -> pl.DataFrame:
    files = [folder / "instafake" / f"{name}AccountData.json" for name in ("real", "fake")]
    rows = pl.DataFrame([row for file in files for row in json.loads(file.read_text(encoding="utf-8"))])
    digits = zip(rows["usernameLength"], rows["usernameDigitCount"], strict=True)
    return rows.select(
        has_avatar=pl.col("userHasProfilPic") == 1,
        bio_length="userBiographyLength",
        followers="userFollowerCount",
        following="userFollowingCount",
        posts_count="userMediaCount",
        handle=pl.Series([_handle(length, count) for length, count in digits]),
        label=_label(pl.col("isFake") == 1),
    )


def _spammer(folder: Path) -> pl.DataFrame:
    rows = pl.read_csv(folder / "insta_fake_spammer" / "train.csv")
    shares = rows["nums/length username"].cast(pl.Float64)
    return rows.select(
        has_avatar=pl.col("profile pic") == 1,
        bio_length="description length",
        followers="#followers",
        following="#follows",
        posts_count="#posts",
        handle=pl.Series([_of_share(share) for share in shares]),
        label=_label(pl.col("fake") == 1),
    )


def _mib(folder: Path) -> pl.DataFrame:
    return pl.concat([_mib_file(folder, name, fake=name == "fusers") for name in ("users", "fusers")])


def _mib_file(folder: Path, name: str, *, fake: bool) -> pl.DataFrame:
    rows = pl.read_csv(folder / "mib_users" / f"{name}.csv", infer_schema_length=0, null_values=["NULL", ""])
    return rows.select(
        has_avatar=pl.col("default_profile_image").is_null(),
        bio_length=pl.col("description").str.len_chars().fill_null(0).cast(pl.Int64),
        followers=pl.col("followers_count").cast(pl.Int64),
        following=pl.col("friends_count").cast(pl.Int64),
        posts_count=pl.col("statuses_count").cast(pl.Int64),
        handle="screen_name",
        created_at=pl.col("created_at").str.to_datetime(WHEN).dt.replace_time_zone(None),
        sampled_at=pl.col("updated").str.to_datetime("%Y-%m-%d %H:%M:%S"),
        label=_label(pl.lit(fake)),
    )


def _label(fake: pl.Expr) -> pl.Expr:
    return pl.when(fake).then(pl.lit("fake")).otherwise(pl.lit("real"))
