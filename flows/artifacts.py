"""What a run leaves in Prefect's own pages: the rows that came in, what is proposed, and the way to the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact

from vetting.report.safe import clean

if TYPE_CHECKING:
    from flows.steps import Keys
    from vetting.load.store import Account
    from vetting.report.lines import Line
    from vetting.report.report import Reported

COUNTED = ("read", "loaded", "already_there", "quarantined")
SHOWN = 200
"""So many creators stand in Prefect's table: the first of the shortlist."""
NAME = 60
_MARKUP = re.compile(r"""[<>\[\]{}|`*~#!&:/@"=$^\\]|(?<=\b[Ww]{3})\.""")
"""What Markdown, HTML or an address is made of; a name of any script stays."""


def show_loads(accounts: list[Account]) -> None:
    """A table: what became of the rows of every file."""
    rows = [{"file": one.file} | {name: getattr(one, name) for name in COUNTED} for one in accounts]
    create_table_artifact(rows, key="loads", description="read = loaded + already there + quarantined")


def show_report(made: Reported, keys: Keys, accounts: list[Account], found: list[tuple[str, str, int]]) -> None:
    """A summary, the first of the shortlist, and links to it and to the model's card.

    A link opens where the file is: on the worker's machine.
    """
    create_markdown_artifact(summary(made, keys, accounts, found), key="vetting")
    rows = [row(line) for line in made.lines[:SHOWN]]
    about = f"{len(rows):,} of {made.creators:,} creators, in the order of the shortlist; proposed, a person decides"
    create_table_artifact(rows, key="proposed", description=about)
    create_link_artifact(made.index.resolve().as_uri(), link_text="The shortlist", key="shortlist")
    card = made.index.with_name("model.html").resolve().as_uri()
    create_link_artifact(card, link_text="The card of the model that scored", key="model")


def summary(made: Reported, keys: Keys, accounts: list[Account], found: list[tuple[str, str, int]]) -> str:
    """Markdown. It holds counts and our own words only, nothing that a creator wrote."""
    proposed = "\n".join(f"| {decision} | {count:,} |" for decision, count in made.decisions.items())
    read, loaded, there, bad = (sum(getattr(one, name) for one in accounts) for name in COUNTED)
    checks = "\n".join(f"- {level}: `{name}` returned {rows:,} rows" for name, level, rows in found)
    return (
        f"# {made.creators:,} creators as of {keys.run.as_of:%Y-%m-%d %H:%M} UTC\n\n"
        f"| Proposed | Creators |\n| --- | --: |\n{proposed}\n\nA person decides.\n\n"
        f"Rows: {read:,} read = {loaded:,} loaded + {there:,} already there + {bad:,} quarantined.\n\n"
        f"Checks of the warehouse: {'all hold.' if not found else ''}\n{checks}\n\n"
        f"Run `{keys.run.run_id}`, model `{keys.run.model}`, configuration `{keys.run.config}`.\n"
    )


def row(line: Line) -> dict[str, object]:
    """A line of the shortlist, its id and its name made harmless. What is unknown is said to be."""
    unreal = f"{line.unreal[0]:.0%} to {line.unreal[1]:.0%}" if line.unreal else "unknown"
    return {
        "creator_id": harmless(line.creator_id),
        "name": harmless(line.name),
        "proposed": line.proposed,
        "decided": line.decided or "nobody yet",
        "audience not real (90 %)": unreal,
        "records, theirs": "unknown" if line.theirs is None else line.theirs,
        "records, to review": "unknown" if line.to_review is None else line.to_review,
        "risk band": line.band or "unknown",
    }


def harmless(text: str) -> str:
    """A stranger's text in which a page of Prefect finds no markup and no address: what makes them is a dot."""
    return _MARKUP.sub("\N{MIDDLE DOT}", clean(text, NAME))
