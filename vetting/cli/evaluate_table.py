"""The measures of a model as a table for a terminal."""

from __future__ import annotations

from typing import Any

Facts = dict[str, Any]
METRICS = {
    "auc": "AUC",
    "brier_skill": "Brier skill",
    "ece": "calibration error (ECE, 10 bins)",
    "log_loss": "log-loss",
}
PARTS = {"fraud": "AUC among those who cheat", "honest": "AUC among honest creators"}
HONEST = {"high": "honest, in the high band", "medium": "honest, in the review band"}
PROPOSED = {"decline": "honest, proposed to decline", "review": "honest, proposed to review"}
RATES = {"flag_rate": "wrongly in the high band", "look_rate": "wrongly in the high or review band"}
KIND = {"simulated": "trained on made-up worlds", "outcomes": "the company's own", "unknown": "of unknown origin"}
Line = tuple[str, str, str, str]
"""What, its value, its 90 % interval, what else is known."""


def as_text(facts: Facts) -> str:
    """The whole of it: what was judged by, the table, and the curve if there is one."""
    head = f"{facts['model']}, {KIND.get(facts['trained_on'], KIND['unknown'])}, as of {facts['as_of']}"
    counts = f"{facts['decisions']:,} decisions, {facts['creators']:,} creators, {facts['incidents']:,} incidents"
    lines = [head, counts, *([facts["note"]] if "note" in facts else []), ""]
    lines += _aligned([("measure", "value", "90 % interval", "known"), *_rows(facts)])
    if facts.get("curve"):
        lines += [
            "",
            *_aligned([("log-loss by decisions learnt from", "mean", "+- error", "behind the best"), *_curve(facts)]),
        ]
    return "\n".join(line.rstrip() for line in lines)


def _rows(facts: Facts) -> list[Line]:
    limit = facts.get("limit", {})
    rows = [
        _metric(name, facts["metrics"][name], limit.get(name)) for name in METRICS if name in facts.get("metrics", {})
    ]
    rows += [_recentred(facts["recentred"])] if facts.get("recentred") else []
    rows += [_part(name, one) for name, one in facts.get("parts", {}).items()]
    rows += [_share(HONEST[one["name"]], one) for one in facts.get("honest", []) if one["name"] in HONEST]
    rows += [_share(PROPOSED[one["name"]], one) for one in facts.get("proposed", []) if one["name"] in PROPOSED]
    return rows + [_apart(one) for one in facts.get("flags", []) if one["ratio"] is not None]


def _metric(name: str, one: Facts, limit: float | None) -> Line:
    known = f"limit {limit:.3f}" if limit is not None else ""
    if name == "ece" and one.get("by_chance") is not None:
        known = f"{one['by_chance']:.3f} by chance alone"
    return METRICS[name], _number(one["value"]), _between(one), known


def _recentred(one: Facts) -> Line:
    """Between worlds and companies the base rate differs; this says what is wrong beyond that."""
    known = f"log-odds moved by {one['shift']:+.2f}; Brier skill {one['brier_skill']:.3f}"
    return "calibration error, base rate known", _number(one["ece"]), "", known


def _part(name: str, one: Facts) -> Line:
    known = f"{one['decisions']:,} decisions, {one['incidents']:,} incidents"
    return (
        PARTS[name],
        _number(one["auc"]),
        "",
        known + (f", limit {one['limit']:.3f}" if one["limit"] is not None else ""),
    )


def _share(what: str, one: Facts) -> Line:
    if one["share"] is None:
        return what, "unknown", "", ""
    return what, f"{one['share']:.1%}", f"{one['low']:.1%} to {one['high']:.1%}", f"{one['count']:,} of {one['of']:,}"


def _apart(one: Facts) -> Line:
    what = f"{RATES[one['rate']]}, by {one['by']}: worst ratio"
    known = f"{one['highest']} to {one['lowest']}; up to {one['by_chance']:.2f} by chance"
    return what, f"{one['ratio']:.2f}", f"{one['low']:.2f} to {one['high']:.2f}", known


def _curve(facts: Facts) -> list[Line]:
    return [
        (f"{one['size']:>4} {one['learner']}", f"{one['log_loss']:.3f}", f"{one['error']:.3f}", _behind(one))
        for one in facts["curve"]
    ]


def _behind(one: Facts) -> str:
    return f"{one['behind']:.3f} +- {one['behind_error']:.3f}" if one["behind"] else "first"


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.3f}"


def _between(one: Facts) -> str:
    return "" if one["low"] is None else f"{one['low']:.3f} to {one['high']:.3f}"


def _aligned(lines: list[Line]) -> list[str]:
    wide = [max(len(line[at]) for line in lines) for at in range(3)]
    return [f"{a:<{wide[0]}}  {b:>{wide[1]}}  {c:<{wide[2]}}  {d}" for a, b, c, d in lines]
