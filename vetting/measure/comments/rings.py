"""Rings: creators who comment under each other's posts, and authors who turn up together more often than by chance.

Two kinds of ties, since sources differ in how they name authors:
- the author is an account that we know: a tie between creators, judged by whether it is returned, shared with the same
  others, prompt, and kept up from post to post (`ties`);
- the author is a pseudonym: pairs of creators who share more commenters than their numbers of comments let expect
  (`lockstep`; a Poisson null that keeps every author's and every creator's number of partners).
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array  # type: ignore[import-untyped] # scipy ships no types
from scipy.stats import poisson  # type: ignore[import-untyped] # the same

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
PROMPT_SECONDS = 3_600
BUSIEST = 60
"""An author under more creators than this is everywhere, and says nothing of a ring."""
LEAST_SHARED, RARE = 3, 1e-4


def ties(rows: pl.DataFrame) -> pl.DataFrame:
    """Comments by other creators -> one row per pair: `returned`, `common`, `prompt`, `regular`, `times`.

    They have `creator_id`, `author_creator`, `post_id`, `lag`, and `posts`, how many of the creator's have comments.
    """
    pairs = rows.group_by("creator_id", "author_creator").agg(
        times=pl.len().log1p(),
        prompt=(pl.col("lag") <= PROMPT_SECONDS).fill_null(value=False).mean(),
        regular=pl.col("post_id").n_unique() / pl.col("posts").first(),
    )
    names = pl.concat([pairs["creator_id"], pairs["author_creator"]]).unique().sort()
    target = names.search_sorted(pairs["creator_id"]).cast(pl.Int64).to_numpy()
    author = names.search_sorted(pairs["author_creator"]).cast(pl.Int64).to_numpy()
    returned, common = _known_to_each_other(author, target, len(names))
    told = pairs.with_columns(returned=pl.Series(returned), common=pl.Series(np.log1p(common)))
    return told.sort("creator_id", "author_creator")


def _known_to_each_other(author: Ints, target: Ints, count: int) -> tuple[Floats, Floats]:
    """Whether each tie is returned, and how many others are tied to both its ends."""
    if not len(author):
        return np.empty(0), np.empty(0)
    one = np.ones(len(author), dtype=np.float64)
    directed = csr_array((one, (author, target)), shape=(count, count))
    either = ((directed + directed.T) > 0).astype(np.float64)
    quiet = np.asarray(either.sum(axis=1)).ravel() <= BUSIEST * 4
    middle = either.multiply(quiet[None, :]).tocsr()
    through = (middle @ middle.T).tocsr()
    return np.asarray(directed[target, author]).ravel(), np.asarray(through[author, target]).ravel()


def lockstep(rows: pl.DataFrame) -> pl.DataFrame:
    """Comments (`creator_id`, `author`) -> (`creator_id`, `author`, `shared`): with how many other creators of the
    author's this creator shares more commenters than chance. Only who is under two creators and more.
    """  # noqa: D205 # one sentence
    edges = rows.select("creator_id", "author").unique()
    partners = pl.len().over("author")
    edges = edges.filter(partners.is_between(2, BUSIEST)).sort("creator_id", "author")
    author = edges["author"].rank("dense").to_numpy().astype(np.int64) - 1
    creator = edges["creator_id"].rank("dense").to_numpy().astype(np.int64) - 1
    if not edges.height:
        return edges.with_columns(shared=pl.lit(0, dtype=pl.Int64))
    shape = (int(author.max()) + 1, int(creator.max()) + 1)
    under = csr_array((np.ones(len(author)), (author, creator)), shape=shape)
    close = _beyond_chance(under)
    shared = np.asarray((under @ close).tocsr()[author, creator]).ravel()
    return edges.with_columns(shared=pl.Series(shared).cast(pl.Int64)).filter(pl.col("shared") > 0)


def _beyond_chance(under: csr_array) -> csr_array:
    """Pairs of creators (creators x creators, 1 or nothing) who share more authors than chance."""
    met = coo_array(under.T @ under)
    apart = met.row != met.col
    first, second, shared = met.row[apart], met.col[apart], met.data[apart]
    of_author = np.asarray(under.sum(axis=1)).ravel()
    of_creator = np.asarray(under.sum(axis=0)).ravel()
    density = (of_author * (of_author - 1)).sum() / of_author.sum() ** 2
    expected = of_creator[first] * of_creator[second] * density
    rare = (shared >= LEAST_SHARED) & (poisson.sf(shared - 1, expected) < RARE)
    return csr_array((np.ones(int(rare.sum())), (first[rare], second[rare])), shape=(under.shape[1], under.shape[1]))
