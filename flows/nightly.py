"""Every night: take in what lies in the inbox and vet everybody anew. `prefect.yaml` says when and where."""

from __future__ import annotations

from typing import Literal

from prefect import flow

from flows.vet import vet


@flow(log_prints=True)
def nightly(
    source: str = "inbox",
    out: str = "reports",
    warehouse: str = "warehouse.duckdb",
    lang: Literal["en", "fr"] = "en",
    config: str | None = None,
    brief: str | None = None,
) -> str:
    """Vet the creators of a folder of exchange files, as of its last observation.

    Args:
        source: The folder.
        out: Where the reports go; made if absent.
        warehouse: The DuckDB file, which grows from night to night.
        lang: Language of the reports, en or fr.
        config: A configuration folder in place of the shipped one.
        brief: A file that says what this partnership rules out, see config/briefs/.

    Returns:
        The path of the shortlist.
    """
    return vet(source, out, warehouse=warehouse, lang=lang, config=config, brief=brief)
