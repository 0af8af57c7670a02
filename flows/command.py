"""A flow on the command line: progress on stderr, one line on stdout, and a refusal in one sentence."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

import click

from flows.runs import refuse_early
from flows.server import start_where_none_is_configured
from vetting.cli.options import PATH, reports_options
from vetting.errors import RefusalError
from vetting.settings import HOME

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

HUSHED = ("PREFECT_LOGGING_LEVEL", "PREFECT_LOGGING_ROOT_LEVEL", "PREFECT_SERVER_LOGGING_LEVEL")
"""Read by the temporary server, which shuts down with words that look like failure."""


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("source", type=PATH, metavar="DIR")
@reports_options
@click.pass_obj
def run(
    flow: Callable[..., str],
    /,
    source: Path,
    out: Path,
    as_of: datetime | None,
    config: Path | None,
    brief: Path | None,
    **others: object,
) -> None:
    """Vet the creators of DIR, a folder of exchange files, as a Prefect flow: `vet run` with retries and a record."""
    refuse_early(source, out, config or HOME, as_of, brief)
    click.echo("Starting Prefect, with a server for this run unless one is configured ...", err=True)
    start_where_none_is_configured()
    given = {"source": source, "out": out, "config": config, "brief": brief} | others
    shortlist = flow(as_of=as_of, **{name: str(value) if value else None for name, value in given.items()})
    click.echo(f"Open {shortlist}")


def command(flow: Callable[..., str], name: str) -> None:
    """Run a flow by its options. Exits with 2 and a sentence where it refuses, with 1 and a line where it fails."""
    hush()
    try:
        run.main(prog_name=name, obj=flow, standalone_mode=False)
    except RefusalError as refusal:
        end(f"{click.style('Refused:', bold=True)} {refusal}", 2)
    except click.exceptions.Abort:
        end("Stopped. Run it again: what was stored stays, and nothing is loaded twice.", 130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the user gets one line and the way to more
        first, *_ = str(error).splitlines() or [""]
        end(f"Failed: {type(error).__name__}: {first} (PREFECT_LOGGING_LEVEL=INFO shows more)", 1)


def hush() -> None:
    """Keep Prefect's own log off the screen, unless the operator has asked for it."""
    if "PREFECT_LOGGING_LEVEL" not in os.environ:
        logging.disable()
        os.environ.update(dict.fromkeys(HUSHED, "CRITICAL"))


def end(words: str, code: int) -> None:
    """Say why, and leave."""
    click.echo(words, err=True)
    sys.exit(code)
