"""Every week: is the warehouse sound, and are creators still like those that the model learnt from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.refusals import only_sentences
from flows.steps import step, tell, warn
from vetting.cli.doctor import as_facts
from vetting.cli.explain import there
from vetting.cli.health import examine
from vetting.cli.options import now
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from typing import Any

only_sentences()
DIGITS = 3


@step
def look(warehouse: Path) -> dict[str, Any]:
    """Look at a warehouse; plain facts, see `vet doctor --json`."""
    with there(warehouse) as house:
        facts = as_facts(examine(house, now()))
    for item in facts["items"]:
        tell(item["what"], f"{item['state']}: {item['says']}")
    return facts


@flow(log_prints=True)
def monitor(warehouse: str = "warehouse.duckdb", *, strict: bool = False) -> str:
    """Look at a warehouse and leave what was found as artifacts.

    Args:
        warehouse: The DuckDB file.
        strict: Fail where something must be done. Otherwise a warning stands in the log.

    Returns:
        ok, watch or act.
    """
    facts = look(Path(warehouse))
    create_markdown_artifact(summary(facts), key="health")
    create_table_artifact(rounded(facts["drift"]), key="drift", description="Population stability index, worst first")
    wrong = [item for item in facts["items"] if item["state"] == "act"]
    for item in wrong:
        warn(f"{item['what']}: {item['says']}")
    if wrong and strict:
        raise RefusalError(f"{wrong[0]['what']}: {wrong[0]['says']}.", f"{len(wrong)} such in all: vet doctor.")
    return str(facts["state"])


def summary(facts: dict[str, Any]) -> str:
    """Markdown: what was looked at. Counts and our own words only, nothing that a creator wrote."""
    rows = "\n".join(f"| {item['state']} | {item['what']} | {item['says']} |" for item in facts["items"])
    return f"# The warehouse: {facts['state']}\n\n| | | |\n| --- | --- | --- |\n{rows}\n"


def rounded(drift: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with figures that can be read."""
    return [{key: round(v, DIGITS) if isinstance(v, float) else v for key, v in row.items()} for row in drift]
