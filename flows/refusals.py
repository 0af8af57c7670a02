"""A refusal in Prefect's log: its sentence, without the way there. Every other failure keeps its traceback."""

from __future__ import annotations

import logging

from vetting.errors import RefusalError

LOGS = ("prefect.flow_runs", "prefect.task_runs")


def only_the_sentence(record: logging.LogRecord) -> bool:
    """Take the traceback off a record that tells of a RefusalError; no record is held back."""
    if record.exc_info and isinstance(record.exc_info[1], RefusalError):
        record.exc_info = None
    return True


def only_sentences() -> None:
    """Hold it before the logs of flow runs and task runs."""
    for name in LOGS:
        logging.getLogger(name).addFilter(only_the_sentence)
