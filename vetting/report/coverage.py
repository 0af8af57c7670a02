"""What was looked at for a creator, and what was not, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vetting.report.context import Context

Row = dict[str, Any]
HISTORY_DAYS = 60


def coverage(cid: str, signals: list[Row], context: Context) -> Row:
    """Counts of what was seen, and a sentence for each thing that was not, what matters most first."""
    empty: Row = {"platforms": [], "first_post": None, "last_post": None}
    empty |= dict.fromkeys(("posts", "comments", "follower_days", "followers_sampled"), 0)
    seen = empty | (context.gathered.of("coverage", cid) or [{}])[0] | {"records": context.gathered.records}
    measured = {row["signal"] for row in signals if row["outcome"] == "measured"}
    says = {
        "gap_inflation": "audience_inflation" not in measured,
        "gap_records": not context.gathered.records,
        "gap_posts": not context.gathered.of("posts", cid),
        "gap_followers": all(a["followers"] is None for a in context.gathered.of("accounts", cid)),
        "gap_history": seen["follower_days"] < HISTORY_DAYS,
        "gap_samples": not seen["followers_sampled"],
        "gap_comments": not seen["comments"],
    }
    facts, brief = {"days": context.settings.measure.window_days}, context.brief
    said = context.words.say("assemble.brief_rules", brief=brief.name) if brief else None
    each: Row = {"accounts": context.gathered.of("seen", cid), "searched": context.gathered.searched}
    told = [context.words.say(f"assemble.{key}", **facts) for key, gap in says.items() if gap]
    each["brief"] = said or context.words.say("assemble.brief_none")
    return seen | each | {"not_seen": told}
