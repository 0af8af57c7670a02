"""What worlds differ in: how honest accounts behave, how inflation is done, and what a pull gets to see of either."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

CONFOUNDERS = {
    "viral": 0.20,
    "press": 0.16,
    "giveaway": 0.20,
    "paid_promotion": 0.16,
    "purge": 0.20,
    "dormant": 0.20,
    "clean_up": 0.08,
    "followers_removed": 0.05,
    "format_change": 0.10,
    "posting_break": 0.08,
    "miscount": 0.07,
}
"""How often each befalls an honest account of the typical world; rarer with one that is inflated."""

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Growing:
    """How real followers come and go. Rates are changes of log followers."""

    drift: Range = (0.15, 0.25)
    """Mean and SD between accounts, per year, at 30,000 followers."""
    slower: float = 0.25
    """How much calmer larger accounts are: their rates, noise and gains fall with this power of the size."""
    bend: float = 0.3
    """How far growth speeds up or slows down over the window, at most, against its mean."""
    rising: Range = (0.08, 0.7)
    """How many rise much faster, and by how much a year on average."""
    swing: Range = (0.12, 60.0)
    """SD of an account's yearly rate around its mean, and how many days a swing lasts."""
    restless: Range = (0.0010, 0.6)
    """Median of the daily noise's scale, and the SD of its log between accounts."""
    tail: float = 4.0
    """Degrees of freedom of the daily noise."""
    memory: float = 0.15
    """Correlation of one day's noise with the day before."""
    week: float = 0.2
    """How much of the daily growth the weekday moves."""
    per_post: float = 0.0003
    """What an ordinary post brings at the median account."""
    churn: float = 0.002
    """Share of the followers that comes or goes on a day: the noise of counting people."""
    together: float = 0.00008
    """SD of a day's change that all accounts of a platform share."""
    purges: int = 2
    purged_bots: Range = (0.05, 0.35)
    """Days on which a platform removes accounts, and the share of those who are not real that one removes."""
    by_hand: float = 0.1
    """How many follow and unfollow in waves without any automation."""


@dataclass(frozen=True, slots=True)
class Happening:
    """The innocent causes of suspicious traces."""

    odds: dict[str, float] = field(default_factory=lambda: dict(CONFOUNDERS))
    size: dict[str, float] = field(default_factory=dict)
    """How much larger than usual each is; 1 where not named."""
    among_inflated: float = 0.5
    """How often they befall an inflated account, against an honest one."""
    staying: Range = (0.75, 0.35)
    """How much of a gained audience goes on liking: of one that came by itself, and of one paid or tempted to come."""
    leavers: float = 0.35
    """The share of a giveaway's gain that leaves again."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What posts gather from real people."""

    slope: tuple[float, float, float] = (0.74, 0.74, 0.74)
    level: tuple[float, float, float] = (-2.9, -1.4, 0.2)
    """Of log likes on log followers on each platform."""
    trend: Range = (0.05, 0.15)
    """SD of the yearly change of log likes, of a whole platform and of an account."""
    appeal: float = 0.48
    """SD of the accounts' own levels. With bots, dormant audiences and luck it comes to a residual SD of .65."""
    freedom: float = 7.0
    scale: Range = (0.53, 0.33)
    """A post's luck is a Student t with this scale, whose log has this SD between accounts. Over all accounts that
    comes near the measured t(5.3) with scale .64."""
    memory: float = 0.88
    """Of the luck's normal part; .88 gives likes a lag-1 correlation of about .75."""
    comments: tuple[float, float, float] = (0.045, 0.024, 0.01)
    comments_spread: Range = (0.78, 0.35)
    """Comments per like on each platform, and the SD of their log between and within accounts."""
    likes_per_view: tuple[float, float, float] = (0.03, 0.045, 0.1)
    views: Range = (0.87, 0.23)
    """On each platform, and the SD of log likes per view between and within accounts."""
    ripening: tuple[float, float, float] = (2.5, 0.7, 0.7)
    """Days in which 63 % of a post's engagement comes in, by platform."""
    early: float = 0.75
    """How evenly it comes: below 1, most comes early and some very late."""


@dataclass(frozen=True, slots=True)
class Inflating:
    """How audiences are inflated, by the places in `MECHANISMS`, and how faint or loud the traces are."""

    mechanisms: tuple[float, ...] = (0.0, 0.26, 0.20, 0.17, 0.15, 0.14, 0.08)
    dose: tuple[float, ...] = (0.0, 0.28, 0.22, 0.28, 0.15, 0.0, 0.0)
    dose_strength: float = 7.0
    dose_limit: float = 0.7
    likes_too: tuple[float, ...] = (0.0, 0.45, 0.4, 0.15, 1.0, 0.0, 0.1)
    likes: Range = (0.3, 1.6)
    """Bought likes against what a full audience of that size would give."""
    likes_even: float = 0.18
    """SD of the log of a portion of bought likes."""
    likes_posts: float = 0.85
    """The share of the posts that get some."""
    likes_always: float = 0.6
    """How many have bought likes ever since the window began; the others begin within it."""
    likes_late: float = 0.2
    """How many buyers' likes come days after the post."""
    comments_too: tuple[float, ...] = (0.0, 0.4, 0.35, 0.1, 0.6, 0.0, 1.0)
    steps: int = 3
    early: float = 0.35
    """How far before the window purchases begin, in windows."""
    arrival: Range = (0.5, 4.5)
    behind_viral: float = 0.5
    staying: Range = (0.6, 110.0)
    """Of a bought batch the share that stays for good, and how many days the rest takes to go."""
    refilled: float = 0.15
    """How many sellers replace what dropped off."""
    evenness: float = 4.0
    """Of a drip's daily portions: 1 / (relative SD squared)."""
    blend: float = 0.15
    """How many inflated audiences came by two ways."""
    polish: float = 0.43
    """How lifelike the accounts are that are sold, from 0 to 1."""
    background: Range = (0.06, 22.0)
    """Ordinary bots that follow everybody: their mean share, and how alike it is between accounts."""
    pod: float = 5.0
    """Comments that a pod adds to a post."""


@dataclass(frozen=True, slots=True)
class Pulling:
    """What is kept of it all."""

    cadences: tuple[float, ...] = (0.86, 0.03, 0.03, 0.01, 0.03, 0.01, 0.03)
    """Of the follower counts: daily, every few days, weekly, monthly, irregular, once, never."""
    whole: float = 0.8
    shorter: Range = (0.1, 0.7)
    """How many histories span the window, and how much of it the others do."""
    outage: float = 0.35
    lost: float = 0.06
    """How many histories have an outage, and at most how many other days are lost."""
    stale: float = 0.0
    """The share of the days on which the count of the day before is shown again."""
    rounded: tuple[bool, bool, bool] = (True, False, False)
    hides_likes: float = 0.12
    """On Instagram."""
    hides_following: bool = False
    hides_posts_count: bool = False
    busy: float = 1.0
    """How often accounts post, against the usual."""
    reach: Range = (1.0, 1e9)
    """How far back posts are read: the share of the window, and at most how many posts an account."""
    looks: Range = (0.5, 0.5)
    last_look: float = 3.0
    """How many posts are also looked at early and later, and how many days before `as_of` the last look may be."""


@dataclass(frozen=True, slots=True)
class Harming:
    """How partnerships come to harm: log-odds for each of `incidents.CAUSES`. Nobody has measured any of these."""

    inflation: float = 6.0
    arranged: float = 0.7
    hidden_ads: float = 2.4
    pushing: float = 3.0
    deeds: float = 1.0
    temper: float = 0.4
    unseen: float = 0.5
    base_rate: float = 0.17
    """SD of what shows nowhere, and how many a year after the window brings to harm."""


@dataclass(frozen=True, slots=True)
class Style:
    """One world's manners."""

    growing: Growing = field(default_factory=Growing)
    happening: Happening = field(default_factory=Happening)
    gathering: Gathering = field(default_factory=Gathering)
    inflating: Inflating = field(default_factory=Inflating)
    pulling: Pulling = field(default_factory=Pulling)
    harming: Harming = field(default_factory=Harming)


TYPICAL = Style()
"""The demo's manners: near the measured anchors."""


def told(style: Style) -> str:
    """The style as JSON, for whoever reads a world's truth."""
    return json.dumps(asdict(style), indent=1)
