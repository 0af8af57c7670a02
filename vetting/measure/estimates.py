r"""Facts that SQL can't say: what Python computes from facts in SQL, before signals and other facts read it.

Register one by adding an `Estimate` to `ESTIMATES`; nothing else changes. Order in the list does not matter: each runs
after the facts that its queries read, and before the facts that read its tables.

    Estimate(
        tables={"follower_sample": "One row per account ...\naccount_id: the account\nshare: ..."},
        queries=("follower_rows",),        # warehouse/queries/follower_rows.sql; may read seen, facts, config
        function=estimate,                 # estimate(frame of the query) -> frame of the table
        scope="account",
    )

With several queries the function takes as many frames, with several tables it returns a tuple of as many, in order.
It reads no clock, keeps nothing between calls, and sorts what it returns, so that the same rows give the same bytes.
Columns keep their types when there are no rows.

`scope` is a promise that decides what happens when few accounts changed. "account": every row of every table has
`account_id`, and depends on the rows of that account alone; queries are then run over the changed accounts only, and
only their rows replaced. "all" (the careful choice): computed anew from everything, so keep its queries to few rows an
account, and put what is dear and depends on one account alone into a table of its own with scope "account".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vetting.measure.comments import accounts, read, words
from vetting.measure.followers.sample import SAMPLE
from vetting.measure.followers.sample import estimate as estimate_sample
from vetting.measure.inflation import INFLATION
from vetting.measure.inflation import estimate as estimate_inflation
from vetting.measure.next_post import NEXT_POST, expect
from vetting.measure.real.engagement import REAL_ENGAGEMENT, real_engagement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import polars as pl

    from warehouse import Builder, Source, Tree, Warehouse


@dataclass(frozen=True, slots=True)
class Estimate:
    """Tables of schema `facts` that a function makes of named reads."""

    tables: Mapping[str, str]
    """Table to its words: a line that says what one row is, then a line `column: words` for each column."""
    queries: tuple[str, ...]
    function: Callable[..., pl.DataFrame | tuple[pl.DataFrame, ...]]
    scope: Literal["account", "all"] = "all"


INFLATION_READS = ("inflation_evidence", "inflation_steps", "inflation_samples")

ESTIMATES: tuple[Estimate, ...] = (
    Estimate(tables={"follower_sample": SAMPLE}, queries=("follower_people",), function=estimate_sample),
    Estimate(
        tables={"comment_words": words.TABLE}, queries=("comment_said",), function=read.read_comments, scope="account"
    ),
    Estimate(
        tables={"comment_reading": read.TABLE, "comment_accounts": accounts.TABLE},
        queries=("comment_kin",),
        function=read.read_together,
    ),
    Estimate(tables={"audience_inflation": INFLATION}, queries=INFLATION_READS, function=estimate_inflation),
    Estimate(tables={"next_post": NEXT_POST}, queries=("next_post_evidence",), function=expect, scope="account"),
    Estimate(
        tables={"real_engagement": REAL_ENGAGEMENT}, queries=("real_engagement_evidence",), function=real_engagement
    ),
)


def in_order(tree: Tree, estimates: Sequence[Estimate] = ()) -> list[Source | Estimate]:
    """Facts in SQL and estimates, each after those that it reads. Raises RefusalError for a circle."""
    makers: dict[str, Source | Estimate] = {source.name: source for source in tree.sources("facts")}
    makers |= {table: estimate for estimate in estimates for table in estimate.tables}
    steps = {_name(maker): maker for maker in makers.values()}
    graph = {
        name: sorted({_name(makers[table]) for table in _read(tree, step) if table in makers} - {name})
        for name, step in sorted(steps.items())
    }
    return [steps[name] for name in tree.after_what_they_read("facts", graph)]


def sources_of(tree: Tree, step: Source | Estimate) -> list[Source]:
    """The SQL that a step runs."""
    return [tree.query(query) for query in step.queries] if isinstance(step, Estimate) else [step]


def _name(step: Source | Estimate) -> str:
    return next(iter(step.tables)) if isinstance(step, Estimate) else step.name


def _read(tree: Tree, step: Source | Estimate) -> list[str]:
    return [name for source in sources_of(tree, step) for schema, name in source.reads if schema == "facts"]


def run_estimate(warehouse: Warehouse, builder: Builder, estimate: Estimate) -> None:
    """Compute an estimate: its tables whole, or the rows of the accounts to do."""
    by_account = builder.part and estimate.scope == "account"
    queries = sources_of(warehouse.tree, estimate)
    frames = [warehouse.frame(builder.pointed(query.sql) if by_account else query.sql) for query in queries]
    made = estimate.function(*frames)
    tables = made if isinstance(made, tuple) else (made,)
    for (name, said), frame in zip(estimate.tables.items(), tables, strict=True):
        if by_account:
            with warehouse.view_of("made", frame) as view:
                builder.exchange(f"facts.{name}", view)
        else:
            warehouse.replace(f"facts.{name}", frame, said)
