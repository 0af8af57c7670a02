"""Who a dossier is about: each account in one line, and the short name by which the rest of the page calls it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.safe import address, isolate

if TYPE_CHECKING:
    from vetting.report.words import Words


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
    return [_account(one, words) for one in dossier["accounts"]]


def names(listed: list[Account]) -> dict[str | None, str]:
    """Give the short name of each account by its id."""
    return {one.account_id: one.name for one in listed}


def _account(one: dict[str, Any], words: Words) -> Account:
    platform = words.known("platform", one["platform"])
    handle = one["handle"] or one["display_name"]
    name = f"{platform} {isolate(handle)}" if handle else platform
    link, facts = address(one["url"]), _facts(one, words)
    return Account(one["account_id"], platform, handle, name, link, facts, one["bio"], one["cohort"])


def _facts(one: dict[str, Any], words: Words) -> list[str]:
    followers = one["followers"]
    facts = [
        words.say("account.followers_unknown")
        if followers is None
        else words.count("account.followers", followers, short=words.compact(followers)),
        one["category"] and isolate(one["category"]),
        one["country"] and isolate(forms.country(words.lang, one["country"])),
        one["created_at"] and words.say("account.since", day=words.day(one["created_at"])),
        one["observed_at"] and words.say("account.observed", day=words.day(one["observed_at"])),
    ]
    return [fact for fact in facts if fact]
