"""What a run leaves in Prefect's own pages: the rows that came in, what is proposed, and the way to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact

if TYPE_CHECKING:
    from flows.steps import Keys
    from vetting.load.store import Account
    from vetting.report.report import Reported

COUNTED = ("read", "loaded", "already_there", "quarantined")


def show_loads(accounts: list[Account]) -> None:
    """A table: what became of the rows of every file."""
    rows = [{"file": one.file} | {name: getattr(one, name) for name in COUNTED} for one in accounts]
    create_table_artifact(rows, key="loads", description="read = loaded + already there + quarantined")


def show_report(made: Reported, keys: Keys, accounts: list[Account], found: list[tuple[str, str, int]]) -> None:
    """A summary, and a link to the shortlist. The link opens where the file is: on the worker's machine."""
    create_markdown_artifact(summary(made, keys, accounts, found), key="vetting")
    create_link_artifact(made.index.resolve().as_uri(), link_text="The shortlist", key="shortlist")


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
