"""The sections of a case, in the order in which a lawyer asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.cli.case import Told, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vetting.match.words import Language

WHO = ("names", "handles", "countries", "birth_date", "trades", "platforms", "languages", "begun")
NOTHING = "nothing_beyond_name"
MARKS = {"for": "+", "against": "-", "neither": "="}


def as_text(case: dict[str, Any], lang: Language, limits: dict[str, float]) -> str:
    """The whole case; `limits` holds `match_at` and `review_at`."""
    told = Told(case, lang, limits)
    ids = {"creator": case["creator"]["creator_id"], "record": case["record"]["record_id"]}
    lines = [told.say("heads", "title", as_of=told.day(case["as_of"]), **ids)]
    for head, section in SECTIONS.items():
        lines += ["", told.say("heads", head), *section(told)]
    return "\n".join(lines)


def _creator(told: Told) -> Iterator[str]:
    for name in WHO:
        yield from told.named(name, told.case["creator"][name])


def _record(told: Told) -> Iterator[str]:
    record = told.case["record"]
    kind = told.say("kinds", record["source_kind"])
    standing = told.number(record["standing"]) if record["standing"] is not None else told.say("fields", "unknown")
    source = told.say("fields", "standing", source=record["source"], kind=kind, standing=standing)
    yield from told.named("source", source)
    for name in ("published_at", "observed_at", "title", "url"):
        yield from told.named(name, record[name])
    yield from told.named("subject", _subject(told, record))
    yield from told.named("passage", record["passage"])


def _subject(told: Told, record: dict[str, Any]) -> list[str]:
    """What the source itself says of the one it is about."""
    listed = [*(record[f"subject_{part}"] or [] for part in ("names", "aliases", "handles"))]
    said = [name for names in listed for name in names]
    born = record["subject_birth_date"]
    return said + [record["subject_country"]] * bool(record["subject_country"]) + [told.day(born)] * bool(born)


def _names(told: Told) -> Iterator[str]:
    names = told.case["names"]
    if names is None:
        yield from told.sentence(told.say("rules", told.case["rule"][-1]))
        return
    kind = told.say("name_kinds", names["kind"])
    where = "text" if names["in_text"] else "subject"
    both = {"ours": told.quote(names["written"]), "theirs": told.quote(names["met_words"])}
    yield from told.sentence(told.say("met", where, kind=kind, **both))
    for word in names["words"]:
        how = told.say("how", word["how"])
        share = word["per_million"]
        told_so = told.say("met", "word", how=how, share=told.people(share)) if share else how
        yield from told.field(plain(word["ours"] or word["theirs"]), f"{_beside(told, word)}{told_so}")
    yield from told.sentence(told.say("met", "whole", share=told.people(names["per_million"])))


def _beside(told: Told, word: dict[str, Any]) -> str:
    """The record's word where it is written in another way."""
    return f"{told.quote(word['theirs'])}, " if word["ours"] and word["theirs"] not in {None, word["ours"]} else ""


def _evidence(told: Told) -> Iterator[str]:
    case = told.case
    if not case["score"]:
        yield from told.sentence(told.say("weight", "neither"), "=")
        return
    yield _sum(told, " ", "start", told.chance(case["start"]["probability"]), case["start"]["log_odds"])
    for piece in case["evidence"]:
        yield _sum(told, MARKS[piece["side"]], piece["piece"], told.weight(piece), piece["adds"])
        said = [told.evidence_words(code) for code in piece["says"]]
        unsaid = [told.say("weight", "unsaid")] if piece["piece"] == "bearers" and not said else []
        yield from (f"{'':<8}{line}" for line in said + unsaid)
    yield _sum(told, "=", "score", told.chance(case["score"]["probability"]), case["score"]["log_odds"])
    if case["tied"] > 1:
        shared = told.say("weight", "shared", number=case["tied"], probability=told.chance(case["probability"]))
        yield from told.sentence(shared)
    yield from told.sentence(told.say("weight", "note"))


def _sum(told: Told, mark: str, piece: str, text: str, adds: float) -> str:
    """A line of the sum: what it is, what it does, and its log odds."""
    return f"  {mark} {told.say('pieces', piece):<21}{text:<62} {told.signed(adds):>8}"


def _judged(told: Told) -> Iterator[str]:
    if not told.case["judged"]:
        yield from told.sentence(told.say("verdicts", "none"))
    for one in told.case["judged"]:
        why = one["reason"] or told.say("verdicts", "no_reason")
        said = {"who": one["judged_by"], "when": told.day(one["judged_at"]), "why": why}
        yield from told.sentence(told.say("verdicts", one["verdict"], **said))


def _decision(told: Told) -> Iterator[str]:
    case = told.case
    chance = f", {told.chance(case['probability'])}" if case["probability"] is not None else ""
    yield from told.sentence(f"{told.say('decisions', case['decision'])}{chance}")
    machine = f"{told.say('decisions', case['machine'])}{chance}"
    if NOTHING in case["against"]:
        yield from told.sentence(told.evidence_words(NOTHING), "·")
    limits = {name: told.chance(value) for name, value in told.limits.items()}
    for code in case["rule"]:
        yield from told.sentence(told.say("rules", code, machine=machine, **limits), "·")
    who = [f"{one['creator_id']} ({told.chance(one['probability'])})" for one in case["others"]]
    if who:
        yield from told.sentence(told.say("rules", "others", who=", ".join(who)), "·")


def _would_change(told: Told) -> Iterator[str]:
    case = told.case
    if case["judged"] or not case["score"]:
        yield from told.sentence(told.say("learnt", "judged" if case["judged"] else "name"))
        return
    changing = [one for one in case["would_change"] if one["decision"] != case["machine"]]
    if {one["learnt"] for one in changing} >= {"birth_equal", "birth_differs"} and case["creator"]["birth_date"]:
        yield from told.sentence(told.say("learnt", "settles"))
    for one in changing:
        answer = {"decision": told.say("decisions", one["decision"]), "probability": told.chance(one["probability"])}
        yield from told.sentence(told.say("learnt", "answer", learnt=told.say("learnt", one["learnt"]), **answer), "·")
    if not changing:
        yield from told.sentence(told.say("learnt", "nothing"))


def _says(told: Told) -> Iterator[str]:
    says, own = told.case["says"], told.case["record"]["status"]
    if not says["category"]:
        yield from told.sentence(told.say("says", "nothing"))
        return
    label = {"label": says[f"label_{told.lang}"], "severity": says["severity"], "words": ", ".join(says["words"])}
    yield from told.named("category", told.say("says", "category" if says["words"] else "source", **label))
    role, words = told.say("roles", says["role"]), "; ".join(says["role_words"])
    yield from told.named("role", told.say("says", "role", role=role, words=words) if words else role)
    status = {"own": own} if own else {"said": says["status_said"]}
    for by, state in status.items():
        yield from told.named("status", state and told.say("status", by, status=told.say("status", state)))
    if not says["adverse"]:
        yield from told.sentence(told.say("says", "called_false" if says["called_false"] else "cleared"))


SECTIONS: dict[str, Callable[[Told], Iterator[str]]] = {
    "creator": _creator, "record": _record, "names": _names, "evidence": _evidence, "judged": _judged,
    "decision": _decision, "would_change": _would_change, "says": _says,
}  # fmt: skip
