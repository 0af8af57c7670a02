"""Every week: learn anew from the outcomes, and let the new model score only if it beats the one that does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.refusals import only_sentences
from flows.steps import step, tell, warn
from vetting.cli.training import train_own
from vetting.errors import InUseError, RefusalError
from vetting.settings import HOME

only_sentences()


@step
def learn(warehouse: Path, config: Path, by: str) -> tuple[str, str, str]:
    """Train the company's own model; its hash, the verdict on it, and why."""
    trained = train_own(warehouse, config, as_of=None, by=by, progress=partial(tell, "train"))
    tell("train", f"{trained.model.fingerprint} {trained.verdict}: {trained.because}")
    return trained.model.fingerprint, trained.verdict, trained.because


@flow(log_prints=True)
def train(
    warehouse: str = "warehouse.duckdb", config: str | None = None, by: str = "the flow train", *, strict: bool = False
) -> str:
    """Train the company's own risk model on its outcomes, as of the last observation.

    While there is too little to learn from, the default goes on scoring, and a warning says what is missing.

    Args:
        warehouse: The DuckDB file.
        config: A configuration folder in place of the shipped one.
        by: Who signs the decision that follows from the figures.
        strict: Fail where there is too little to learn from.

    Returns:
        The verdict on the new model: promoted, kept from scoring, the same as before; or refused.
    """
    try:
        model, verdict, because = learn(Path(warehouse), Path(config or HOME), by)
    except RefusalError as refusal:
        if strict or isinstance(refusal, InUseError) or not Path(warehouse).is_file():
            raise
        warn(str(refusal))
        model, verdict, because = "none", "refused", str(refusal)
    create_markdown_artifact(f"# Model: {model}, {verdict}\n\n{because}\n", key="training")
    return verdict
