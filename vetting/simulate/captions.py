"""What stands under each post: caption, hashtags, mentions, and the platform's own label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.accounts import TIKTOK
from vetting.simulate.ads import CODES, OPEN, PITCH, TAGS, UNPAID, VAGUE_TAGS
from vetting.simulate.draw import Flags, Floats, Ints, happens, pick, texts
from vetting.simulate.names import BRANDS
from vetting.simulate.phrases import HARMLESS, LANGUAGES, LEADS, ROUGH, TAILS, options, say, topics

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.deals import Deals
    from vetting.simulate.scene import Scene

IN_ENGLISH = 0.06


def captions(scene: Scene, accounts: pl.DataFrame, calendar: Calendar, agreed: Deals) -> pl.DataFrame:
    """One row per post: `text`, `language`, `tags`, `mentions` and `paid_partnership`; and the truth of it, `sponsored`
    and `disclosed`.
    """  # noqa: D205 # the list of columns is one sentence
    dice = scene.dice("captions")
    who = calendar.account
    home = accounts["tongue"].to_numpy()[who]
    tongue = np.where(happens(dice, IN_ENGLISH, len(who)), 0, home)
    brand = pick(dice, BRANDS, len(who))
    parts = _sentences(dice, agreed, tongue, _roughness(dice, accounts)[who]).with_columns(
        *_marks(dice, agreed, tongue, brand),
        brand=brand,
        topic=topics(dice, tongue, accounts["subject"].to_numpy()[who]),
        code=_codes(dice, accounts).gather(pl.Series(who)),
        tag_category=_only(happens(dice, 0.7, len(who)), accounts["category"].gather(pl.Series(who))),
        friend=_only(happens(dice, 0.07, len(who)), _somebody(dice, accounts, len(who))),
        first=pl.Series(happens(dice, 0.3, len(who))),
    )
    silent = ~agreed.flagged & (accounts["on"].to_numpy()[who] == TIKTOK)
    return _assembled(parts).with_columns(
        language=texts(LANGUAGES, tongue),
        paid_partnership=pl.Series(agreed.flagged).set(pl.Series(silent), None),
        sponsored=pl.Series(agreed.paid),
        disclosed=pl.Series(agreed.disclosed),
    )


def _only(condition: Flags, said: pl.Series) -> pl.Series:
    return said.set(pl.Series(~condition), None)


def _sentences(dice: Generator, agreed: Deals, tongue: Ints, roughness: Floats) -> pl.DataFrame:
    """The sentences that a caption may have, null where it does not."""
    count = len(tongue)
    chosen = {
        "opening": (OPEN, agreed.opening),
        "lead": (LEADS, np.full(count, fill_value=True)),
        "rough": (ROUGH, happens(dice, roughness, count)),
        "harmless": (HARMLESS, happens(dice, 0.012, count)),
        "unpaid": (UNPAID, agreed.unpaid),
        "pitch": (PITCH, agreed.paid),
        "coded": (CODES, agreed.coded),
        "tail": (TAILS, np.full(count, fill_value=True)),
    }
    return pl.DataFrame(
        {name: _only(when, say(dice, options(phrases), tongue)) for name, (phrases, when) in chosen.items()}
    )


def _marks(dice: Generator, agreed: Deals, tongue: Ints, brand: pl.Series) -> list[pl.Series]:
    """Hashtags and mentions that a deal brings."""
    named = brand.str.to_lowercase()
    return [
        _only(agreed.tagged, say(dice, options(TAGS), tongue)).alias("tag_ad"),
        _only(agreed.vague, say(dice, options(VAGUE_TAGS), tongue)).alias("tag_vague"),
        _only(agreed.paid & happens(dice, 0.3, len(tongue)), named).alias("tag_brand"),
        _only(agreed.paid & happens(dice, 0.5, len(tongue)), named).alias("brand_named"),
    ]


def _roughness(dice: Generator, accounts: pl.DataFrame) -> Floats:
    """How often each account uses rough words."""
    often = 0.012 * np.exp(accounts["temper"].to_numpy() + dice.normal(0, 0.8, accounts.height))
    return np.minimum(often, 0.4)


def _codes(dice: Generator, accounts: pl.DataFrame) -> pl.Series:
    """Each account's discount code."""
    number = pick(dice, ("10", "15", "20"), accounts.height)
    return accounts["handle"].str.replace_all("[^a-z]", "").str.slice(0, 7).str.to_uppercase() + number


def _somebody(dice: Generator, accounts: pl.DataFrame, count: int) -> pl.Series:
    """Handles of others that a post may greet."""
    return accounts["handle"].gather(pl.Series(dice.integers(0, accounts.height, count)))


def _assembled(parts: pl.DataFrame) -> pl.DataFrame:
    """Sentences, mentions and hashtags put together; hashtags sometimes come first."""
    tags = pl.concat_list("tag_brand", "tag_vague", "tag_ad", "tag_category").list.drop_nulls()
    mentions = pl.concat_list("brand_named", "friend").list.drop_nulls()
    sentences = ("opening", "lead", "rough", "harmless", "unpaid", "pitch", "coded", "tail")
    said = pl.concat_str(*sentences, separator=" ", ignore_nulls=True)
    for hole in ("topic", "brand", "brand", "code"):
        said = said.str.replace("{" + hole + "}", pl.col(hole), literal=True)
    hashed = tags.list.eval("#" + pl.element()).list.join(" ")
    greeted = mentions.list.eval("@" + pl.element()).list.join(" ")
    before, after = pl.format("{} {} {}", hashed, said, greeted), pl.format("{} {} {}", said, greeted, hashed)
    whole = pl.when("first").then(before).otherwise(after)
    return parts.select(
        whole.str.replace_all(" +", " ").str.strip_chars().alias("text"), tags.alias("tags"), mentions.alias("mentions")
    )
