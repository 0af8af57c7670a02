"""The sets of rows that findings stand on: where they lie, which rows, and in which order the first are shown.

What a set gives here is what the dossier prints as its SELECT and what is read for all accounts at once: one text.
"""

from __future__ import annotations

from dataclasses import dataclass

_POSTS = "marts.posts AS p JOIN facts.post_words AS w USING (post_id, account_id)"
_POST = "posted_at, post_id, url, text, likes, comments, views"
_COMMENTS = "facts.comment_reading AS r JOIN seen.comments((SELECT as_of FROM facts.now)) AS c USING (comment_id)"
_COMMENT = "c.posted_at, comment_id, c.text"
_FOLLOWER = "sampled_at, follower_id, followers, following, posts_count, created_at"
_NEWEST = "posted_at DESC"
_SETTLED = "(account_id, post_id) IN (SELECT (account_id, post_id) FROM facts.recent_posts WHERE settled)"


@dataclass(frozen=True, slots=True)
class Basis:
    """A set of rows: its columns, where they come from, which they are, and how they are ordered.

    `table` and `key` name the row, `mark` is the column of the rows that are worth the first look.
    """

    table: str
    key: str
    columns: str
    source: str
    order: str
    where: str | None = None
    mark: str | None = None


def _posts(order: str = _NEWEST, where: str | None = None, mark: str | None = None, extra: str = "") -> Basis:
    return Basis("marts.posts", "post_id", _POST + extra, _POSTS, order, where, mark)


def _comments(mark: str, *, rises: bool = False) -> Basis:
    order = f"r.{mark}" if rises else f"r.{mark} DESC NULLS LAST"
    return Basis("facts.comment_reading", "comment_id", f"{_COMMENT}, r.{mark}", _COMMENTS, order)


def _followers(mark: str, *, rises: bool = False) -> Basis:
    order = mark if rises else f"{mark} DESC NULLS LAST"
    return Basis("facts.sampled_followers", "follower_id", f"{_FOLLOWER}, {mark}", "facts.sampled_followers", order)


def _days(columns: str, order: str, where: str | None, table: str = "facts.account_days") -> Basis:
    return Basis(table, "day", f"day, {columns}", table, order, where)


_JUMP = "gained, cause, shared_by, lost_later"
BASES = {
    "posts": _posts(),
    "weak": _posts("likes"),
    "watched": _posts("views", f"views IS NOT NULL AND followers_then > 0 AND {_SETTLED}"),
    "paid": _posts(f"w.sponsored DESC NULLS LAST, {_NEWEST}", mark="sponsored", extra=", w.sponsored"),
    "giveaways": _posts(f"giveaway DESC, {_NEWEST}", "giveaway IS NOT NULL", "giveaway", ", giveaway"),
    "selling": _posts(f"undisclosed DESC, {_NEWEST}", "(promotes OR w.sponsored)", "undisclosed", ", undisclosed"),
    "hinted": _posts(
        f"vague DESC, {_NEWEST}", "(hinted OR w.sponsored)", "vague", ", hinted AND w.sponsored IS NOT TRUE AS vague"
    ),
    "buried": _posts(f"buried DESC, {_NEWEST}", "buried IS NOT NULL", "buried", ", buried"),
    "labels": _posts(f"labelled, {_NEWEST}", "w.sponsored AND labelled IS NOT NULL", "labelled", ", labelled"),
    "reused": _posts(f"repeated DESC, {_NEWEST}", "repeated IS NOT NULL", "repeated", ", repeated"),
    "pauses": _days("post_id, gap_days", "gap_days DESC", "gap_days IS NOT NULL", "facts.recent_posts"),
    "days": _days("followers, new_followers AS gained", "abs(log_change) DESC", "in_window AND log_change IS NOT NULL"),
    "following": _days("following, following_change", "following_change", "in_window AND following_change IS NOT NULL"),
    "removals": _days(
        "posts_count, posts_count_change", "posts_count_change", "in_window AND posts_count_change IS NOT NULL"
    ),
    "losses": _days("followers, gained", "gained", "gained IS NOT NULL", "facts.growth_days"),
    "jumps": _days(_JUMP, "abs(gained) DESC", "kind = 'jump'", "facts.growth_jumps"),
    "purges": _days(_JUMP, "gained", "kind = 'purge'", "facts.growth_jumps"),
    "weeks": Basis("facts.growth_weeks", "week", "week, gained, posts", "facts.growth_weeks", "week DESC"),
    "brands": Basis(
        "facts.account_brands", "brand", "brand, posts, days", "facts.account_brands", "days DESC", "brand IS NOT NULL"
    ),
    "profile": Basis(
        "marts.accounts", "account_id", "observed_at, account_id, created_at", "marts.accounts", "account_id"
    ),
    "comments": _comments("arranged"),
    "alike": _comments("near_duplicates"),
    "burst": _comments("burst"),
    "elsewhere": _comments("elsewhere"),
    "foreign": _comments("in_language", rises=True),
    "generic": _comments("generic"),
    "ordered": _comments("same_order"),
    "questions": _comments("question"),
    "returned": _comments("came_back"),
    "spam": _comments("spam"),
    "substantive": _comments("substantive"),
    "followers": _followers("label", rises=True),  # fake, real, then who was not judged
    "bunched": _followers("bunched"),
    "empty": _followers("empty_profile"),
    "generated": _followers("generated_handle"),
    "mutual": _followers("mutual_mass"),
    "young": _followers("age_days", rises=True),
}
USUAL = {"observations": "days"} | {basis: basis for basis in ("posts", "days", "comments", "followers")}
"""The set of rows for what a card says that its signal stands on, where `OWN` names none."""
OWN = {
    "account_age": "profile", "ad_streak": "paid", "brand_repeat_share": "brands", "buried_disclosure_share": "buried",
    "comment_burst_share": "burst", "creation_bunching": "bunched", "creator_language_share": "foreign",
    "empty_profile_share": "empty", "flop_share": "weak", "follow_back_share": "mutual", "follow_churn": "following",
    "generated_handle_share": "generated", "generic_praise_share": "generic", "giveaway_growth_share": "weeks",
    "giveaway_share": "giveaways", "growth_at_posts": "jumps", "growth_break_without_engagement": "jumps",
    "growth_without_posts": "weeks", "jump_loss": "jumps", "likes_growth_gap": "weeks", "longest_silence": "pauses",
    "losing_days_share": "losses", "mass_unfollow_days": "following", "near_duplicate_share": "alike",
    "platform_label_share": "labels", "purge_loss": "purges", "question_share": "questions",
    "reach_floor": "watched", "views_per_follower": "watched",
    "removed_posts_share": "removals", "returning_commenter_share": "returned", "reused_ad_text_share": "reused",
    "same_order_share": "ordered", "shared_wording_share": "elsewhere", "spam_comment_share": "spam",
    "sponsored_share": "paid", "sponsored_vs_organic_engagement": "paid", "sponsored_vs_organic_views": "paid",
    "substantive_comment_share": "substantive", "undisclosed_promotion_share": "selling",
    "vague_disclosure_share": "hinted", "young_account_share": "young",
}  # fmt: skip
"""Signals whose rows are other than what their card says that they stand on."""
