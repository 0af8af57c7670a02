"""The command line: the same rooms as the flows, without Prefect. A command imports only what it needs."""

from __future__ import annotations

import sys

import click

from vetting.cli import (
    alone,
    comments,
    data,
    decide,
    doctor,
    evaluate,
    explain,
    followers,
    inflation,
    likes,
    match,
    models,
    report,
    run,
    scoring,
    training,
)
from vetting.errors import RefusalError


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with `vet run DIR --out OUT`: from exchange files to reports. On a made-up world: `make demo`.",
)
@click.version_option(package_name="creator-vetting")
def vet() -> None:
    """Vet creators: is the audience real, what did they do, do they suit us, and how sure are we."""


for command in (run.run, data.load, data.sql, data.sources, data.pull, alone.measure, alone.screen, alone.simulate):
    vet.add_command(command)
vet.add_command(explain.explain_match)
vet.add_command(explain.judge_match)
vet.add_command(decide.decide)
vet.add_command(report.report)
vet.add_command(scoring.score)
vet.add_command(models.models)
vet.add_command(doctor.doctor)
vet.add_command(evaluate.evaluate)
vet.add_command(training.train)
vet.add_command(training.train_default)
vet.add_command(match.train_match)
vet.add_command(followers.train_followers)
vet.add_command(inflation.train_inflation)
vet.add_command(likes.train_likes)
vet.add_command(comments.train_comments)


def main() -> None:
    """Run a command. Bad input ends with one sentence and 2; a broken pipe or Ctrl-C ends quietly."""
    try:
        vet(standalone_mode=False)
    except RefusalError as refusal:
        click.echo(f"{click.style('Refused:', bold=True)} {refusal.what} {refusal.remedy}", err=True)
        sys.exit(2)
    except click.exceptions.Abort:
        click.echo("Stopped. Run it again: what was stored stays, and nothing is loaded twice.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
