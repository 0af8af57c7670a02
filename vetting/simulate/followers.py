"""The exchange table `follower_samples`: a few hundred followers of some accounts, and what a person said of some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.accounts import INSTAGRAM
from vetting.simulate.draw import Flags, Floats, Ints, happens, lognormal, pick, pseudonyms, ragged, texts, weighted
from vetting.simulate.names import STAGE
from vetting.simulate.schemes import FOLLOW_BACK

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.growth import Growth
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

SAMPLED = 1 / 3
SAMPLE_SIZE = (100, 301)
LABELED_ACCOUNTS, LABELED_FOLLOWERS, MISJUDGED = 0.45, 60, 0.05
DRAWN = ("uniform", "newest_first", "unknown")
RECENT_DAYS = 45
FOLLOWER_NUMBERS = 2**60


def follower_samples(scene: Scene, accounts: pl.DataFrame, schemes: Schemes, growth: Growth) -> pl.DataFrame:
    """One row per sampled follower. Samples of the newest hold what came in lately, not what the audience is."""
    dice = scene.dice("followers")
    chosen = happens(dice, SAMPLED, accounts.height)
    sizes = np.where(chosen, dice.integers(*SAMPLE_SIZE, accounts.height), 0)
    sizes = np.minimum(sizes, growth.shown[:, -1].astype(np.int64) // 2)
    drawn = weighted(dice, (0.55, 0.3, 0.15), accounts.height)
    account, place = ragged(sizes)
    share = np.where(drawn == 1, _recent_share(schemes, growth), schemes.inflation)
    fake = happens(dice, share[account], len(account))
    machine = fake & happens(dice, schemes.dose[account] / np.maximum(schemes.inflation[account], 1e-9), len(account))
    mutual = machine & (schemes.mechanism[account] == FOLLOW_BACK)
    polish = dice.beta(1.2, 1.6, accounts.height)[account]
    good = fake & happens(dice, polish, len(account))
    age = np.where(
        fake & ~good & ~mutual, dice.gamma(1.1, 200.0, len(account)), 60 + dice.gamma(2.0, 650.0, len(account))
    )
    hides_age = accounts["on"].to_numpy()[account] == INSTAGRAM
    return _counts(dice, fake & ~good & ~mutual, mutual).with_columns(
        account_id=accounts["account_id"].gather(pl.Series(account)),
        follower_id=pseudonyms("f", FOLLOWER_NUMBERS + account * 1024 + place),
        sampled_at=scene.times(scene.days - dice.uniform(0.5, 12.0, accounts.height)[account]),
        drawn=texts(DRAWN, drawn[account]),
        handle=_handles(dice, fake & ~good),
        created_at=scene.times(np.where(hides_age, np.nan, scene.days - 13 - age)),
        label=_labels(dice, fake, account, place),
    )


def _recent_share(schemes: Schemes, growth: Growth) -> Floats:
    """The share of the last weeks' arrivals that is not real; a shrinking audience still gains some real ones."""
    arrived = np.maximum(growth.fake[:, -1] - growth.fake[:, -RECENT_DAYS], 0.0)
    real = np.maximum(growth.real[:, -1] - growth.real[:, -RECENT_DAYS], 0.004 * growth.real[:, -1])
    share: Floats = np.clip(arrived / (arrived + real), schemes.background, 0.95)
    return share


def _counts(dice: Generator, crude: Flags, mutual: Flags) -> pl.DataFrame:
    """What their profiles show; crude fakes follow many and have little, dormant real people have little too."""
    count = len(crude)
    idle = ~crude & ~mutual & happens(dice, 0.35, count)

    def by_kind(crude_value: Floats, mutual_value: Floats, idle_value: Floats, lively: Floats) -> Floats:
        return np.select([crude, mutual, idle], [crude_value, mutual_value, idle_value], lively)

    def drawn(median: float, spread: float) -> Floats:
        return lognormal(dice, median, spread, count)

    avatar = by_kind(*(np.full(count, share) for share in (0.55, 0.95, 0.72, 0.96)))
    private = by_kind(*(np.full(count, share) for share in (0.15, 0.04, 0.45, 0.35)))
    written = dice.random(count) < by_kind(*(np.full(count, share) for share in (0.3, 0.9, 0.3, 0.75)))
    return pl.DataFrame(
        {
            "has_avatar": dice.random(count) < avatar,
            "bio_length": np.where(written, np.minimum(drawn(45.0, 0.7), 150), 0).astype(np.int64),
            "followers": by_kind(drawn(25, 1.2), drawn(1_800, 0.9), drawn(60, 1.0), drawn(260, 1.1)).astype(np.int64),
            "following": by_kind(drawn(1_300, 0.9), drawn(2_600, 0.6), drawn(240, 0.9), drawn(420, 0.8)).astype(
                np.int64
            ),
            "posts_count": by_kind(drawn(2, 1.2), drawn(120, 1.0), drawn(1.2, 1.0), drawn(55, 1.3)).astype(np.int64),
            "is_private": dice.random(count) < private,
        }
    )


def _handles(dice: Generator, crude: Flags) -> pl.Series:
    count = len(crude)
    word = (pick(dice, STAGE[0], count) + "_" + pick(dice, STAGE[1], count)).str.to_lowercase()
    many = dice.integers(10_000, 10_000_000, count)
    few = dice.integers(1, 100, count)
    digits = np.where(happens(dice, np.where(crude, 0.6, 0.12), count), many, few)
    return word + pl.Series(digits).cast(pl.String)


def _labels(dice: Generator, fake: Flags, account: Ints, place: Ints) -> pl.Series:
    """The hand labels: of the first followers of some samples, now and then wrong."""
    judged = happens(dice, LABELED_ACCOUNTS, int(account.max(initial=0)) + 1)[account] & (place < LABELED_FOLLOWERS)
    wrong = happens(dice, MISJUDGED, len(fake))
    return texts(("real", "fake"), (fake ^ wrong).astype(np.int64)).set(pl.Series(~judged), None)
