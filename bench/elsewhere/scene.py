"""One world while it is made: who there is, what they did, what came of it, and when it was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bench.elsewhere.climate import Climate, Floats
    from bench.elsewhere.crowd import Crowd
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.people import Cast
    from bench.elsewhere.reception import Reception
    from bench.elsewhere.schedule import Schedule


class Scene(NamedTuple):
    """All that is true of a world; the tables show some of it."""

    climate: Climate
    cast: Cast
    deeds: Deeds
    posts: Schedule
    crowd: Crowd
    got: Reception
    visit: Floats
    """When each account was last looked at, in days since the first one."""
