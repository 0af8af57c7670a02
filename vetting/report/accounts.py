"""Who a dossier is about: each account in one line, and the short name by which the rest of the page calls it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.safe import address, isolate

if TYPE_CHECKING:
    from datetime import datetime

    from vetting.report.words import Words

FRESH = timedelta(days=7)
"""Within so many days of the report, the day on which an account was looked up is of no use to the reader."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account as the page shows it; `name` is plain text with its direction isolated."""

    account_id: str | None
    platform: str
    handle: str | None
    name: str
    link: str | None
    facts: list[str]
    bio: str | None
    cohort: str | None


def accounts(dossier: dict[str, Any], words: Words) -> list[Account]:
    """Give the accounts in the dossier's order."""
    newest = {one["account_id"]: one["last_post"] for one in dossier["coverage"]["accounts"]}
    until = forms.moment(dossier["as_of"])
    return [_account(one, newest.get(one["account_id"]), until, words) for one in dossier["accounts"]]


def names(listed: list[Account]) -> dict[str | None, str]:
    """Give the short name of each account by its id."""
    return {one.account_id: one.name for one in listed}


def short_names(listed: list[Account]) -> dict[str | None, str]:
    """Give each account's platform where it is the creator's only one there, else its short name."""
    platforms = [one.platform for one in listed]
    return {one.account_id: one.platform if platforms.count(one.platform) == 1 else one.name for one in listed}


def _account(one: dict[str, Any], newest: str | None, until: datetime | None, words: Words) -> Account:
    platform = words.known("platform", one["platform"])
    handle = one["handle"] or one["display_name"]
    name = f"{platform} {isolate(handle)}" if handle else platform
    link, facts = address(one["url"]), _facts(one, newest, until, words)
    return Account(one["account_id"], platform, handle, name, link, facts, one["bio"], one["cohort"])


def _facts(one: dict[str, Any], newest: str | None, until: datetime | None, words: Words) -> list[str]:
    followers = one["followers"]
    facts = [
        words.say("account.followers_unknown")
        if followers is None
        else words.count("account.followers", followers, short=words.compact(followers)),
        one["category"] and isolate(words.known("field", one["category"])),
        one["country"] and isolate(forms.country(words.lang, one["country"])),
        one["created_at"] and words.say("account.since", day=words.day(one["created_at"])),
        newest and words.say("account.last_post", day=words.day(newest)),
        _stale(one["observed_at"], until) and words.say("account.observed", day=words.day(one["observed_at"])),
    ]
    return [fact for fact in facts if fact]


def _stale(observed: str | None, until: datetime | None) -> bool:
    """Whether the account was last looked up so long before the day of the report that a reader must know."""
    seen = forms.moment(observed)
    return bool(seen and (until is None or until - seen > FRESH))
