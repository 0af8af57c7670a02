"""The creators' accounts: platform, size, cadence, handle, and the profile that a platform shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Floats, Ints, happens, lognormal, numbered, pick, ragged, texts, weighted
from vetting.simulate.names import STAGE
from vetting.simulate.phrases import BIOS, HOSTILE, say, topics

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.scene import Scene

PLATFORMS = ("youtube", "instagram", "tiktok")
YOUTUBE, INSTAGRAM, TIKTOK = range(3)
SECOND_ACCOUNT = 0.25
USUAL_SIZE, MOST_LIVELY = 30_000.0, 2.0
SIZES = (np.log(1_500), np.log(3_000_000))
MEDIAN_SIZE, SIZE_SPREAD, SIZE_SHARED = np.log(40_000), 1.7, 0.8
POSTS_PER_DAY, MOST_PER_DAY = np.array([0.16, 0.32, 0.5]), 2.0


def accounts(scene: Scene, creators: pl.DataFrame) -> pl.DataFrame:
    """One row per account, in the order of `account_id`: the profile and the account's hidden constants.

    Beyond the contract: `owner` (the creator's row), `on` (place in `PLATFORMS`), `size` (followers at `as_of`, bought
    ones included), `appeal` (log residual of likes), `cadence` (posts per day), and the creator's `temper`.
    """
    dice = scene.dice("accounts")
    owner, place = ragged(1 + happens(dice, SECOND_ACCOUNT, creators.height).astype(np.int64))
    on = _platforms(dice, creators.height)[owner, place]
    count = len(owner)
    usual = POSTS_PER_DAY[on] * scene.style.pulling.busy
    theirs = creators.drop("aliases", "languages", "birth_date", "note", "also_english", "short")[owner]
    return (
        theirs.with_columns(
            account_id=numbered("a", count),
            platform=texts(PLATFORMS, on),
            owner=pl.Series(owner),
            on=pl.Series(on),
            size=pl.Series(_sizes(dice, owner)),
            appeal=pl.Series(dice.normal(0, scene.style.gathering.appeal, count)),
            cadence=pl.Series(np.minimum(usual * lognormal(dice, 1.0, 0.7, count), MOST_PER_DAY)),
            handle=_handles(dice, theirs, owner, place),
        )
        .with_columns(_unlike_the_others())
        .with_columns(**_profile(scene, dice, theirs, on))
    )


def rounded(followers: Floats, cut: Flags) -> Floats:
    """Whole followers as a platform shows them: where it cuts them, three figures are left."""
    whole = np.floor(np.maximum(followers, 0.0))
    unit = 10.0 ** np.maximum(np.floor(np.log10(np.maximum(whole, 1.0))) - 2, 0)
    return np.where(cut, np.floor(whole / unit) * unit, whole)


def calmness(scene: Scene, accounts: pl.DataFrame) -> Floats:
    """The factor by which an account's changes are smaller than those of one of 30,000 followers."""
    calm: Floats = np.minimum((accounts["size"].to_numpy() / USUAL_SIZE) ** -scene.style.growing.slower, MOST_LIVELY)
    return calm


def _platforms(dice: Generator, creators: int) -> Ints:
    first = weighted(dice, (0.30, 0.42, 0.28), creators)
    second = (first + dice.integers(1, len(PLATFORMS), creators)) % len(PLATFORMS)
    return np.column_stack([first, second])


def _sizes(dice: Generator, owner: Ints) -> Floats:
    """Followers, heavy-tailed; two accounts of one creator resemble each other. What falls outside is reflected."""
    shared = dice.normal(size=int(owner.max()) + 1)[owner] * SIZE_SHARED
    own = dice.normal(size=len(owner)) * np.sqrt(1 - SIZE_SHARED**2)
    low, high = SIZES
    size = low + np.abs(MEDIAN_SIZE + SIZE_SPREAD * (shared + own) - low)
    followers: Floats = np.exp(np.clip(high - np.abs(high - size), low, high))
    return followers


def _handles(dice: Generator, theirs: pl.DataFrame, owner: Ints, place: Ints) -> pl.Series:
    """Handles from the name, from the stage name, or from nothing; a second account often keeps the first's."""
    creators = int(owner.max()) + 1
    same = happens(dice, 0.55, len(owner)) | (place == 0)
    style = np.where(same, dice.integers(0, 5, creators)[owner], dice.integers(0, 5, len(owner)))
    digits = pl.Series(dice.integers(1, 99, creators)[owner]).cast(pl.String)
    thing = pick(dice, STAGE[1], creators).gather(pl.Series(owner))
    stage = theirs["stage"].fill_null(theirs["given"] + "s " + theirs["category"])
    ways = pl.DataFrame(
        {
            "0": theirs["given"] + theirs["family"],
            "1": theirs["given"] + "." + theirs["family"],
            "2": stage,
            "3": theirs["given"] + "_" + digits,
            "4": thing + theirs["category"] + digits,
        }
    ).with_columns(style=pl.Series(style))
    chosen = pl.coalesce(pl.when(pl.col("style") == way).then(str(way)) for way in range(5))
    return ways.select(plain(chosen).str.replace_all(r"[^a-z0-9._]", "")).to_series()


def plain(text: pl.Expr) -> pl.Expr:
    """Lower case, without marks on the letters."""
    return text.str.normalize("NFD").str.replace_all(r"\p{M}", "").str.to_lowercase()


def _unlike_the_others() -> pl.Expr:
    """No two accounts of one platform share a handle: later ones get a number."""
    earlier = pl.int_range(pl.len()).over("platform", "handle")
    return (
        pl.when(earlier > 0).then(pl.col("handle") + "_" + earlier.cast(pl.String)).otherwise("handle").alias("handle")
    )


def _profile(scene: Scene, dice: Generator, theirs: pl.DataFrame, on: Ints) -> dict[str, pl.Series | pl.Expr]:
    count = len(on)
    born = -30 - dice.gamma(2.0, 500.0, count)
    return {
        "display_name": theirs["name"] + pick(dice, ("", "", "", " ✨", " 🎥", " | official"), count),
        "bio": _bios(dice, theirs),
        "url": pl.format("https://{}.example/@{}", "platform", "handle"),
        "country": theirs["country"].set(pl.Series(happens(dice, 0.15, count)), None),
        "created_at": scene.times(born),
        "verified": (pl.col("size").log10() - 4.5 + pl.Series(dice.normal(0, 0.8, count))) > 1,
        "observed_at": scene.times(scene.days - dice.uniform(0.02, 0.9, count)),
        "older_posts": pl.Series(lognormal(dice, 150.0, 1.0, count).astype(np.int64)),
        "hides_likes": pl.Series((on == INSTAGRAM) & happens(dice, scene.style.pulling.hides_likes, count)),
    }


def _bios(dice: Generator, theirs: pl.DataFrame) -> pl.Series:
    count = theirs.height
    tongue = theirs["tongue"].to_numpy()
    frame = pl.DataFrame({"bio": say(dice, BIOS, tongue), "topic": topics(dice, tongue, theirs["subject"].to_numpy())})
    contact = " hello@" + theirs.select(plain(pl.col("given"))).to_series().str.replace_all(" ", "") + ".example"
    bio = frame.select(pl.col("bio").str.replace("{topic}", pl.col("topic"), literal=True)).to_series()
    bio = bio + contact.set(pl.Series(happens(dice, 0.5, count)), "")
    hostile = pl.Series(happens(dice, 0.01, count))
    return bio.zip_with(~hostile, pick(dice, HOSTILE, count)).set(pl.Series(happens(dice, 0.06, count)), None)
