"""From a country's name as people write it to its ISO 3166 code of two letters."""

from __future__ import annotations

from functools import cache

from babel import Locale

NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
OTHER_NAMES = {
    "bosnia and herzegovina": "BA",
    "czech republic": "CZ",
    "great britain": "GB",
    "hong kong": "HK",
    "ivory coast": "CI",
    "macau": "MO",
    "russian federation": "RU",
    "turkey": "TR",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
}


def country_code(name: str) -> str | None:
    """`Spain` or `es` to `ES`; None where it is no country's English name or code."""
    return _codes().get(name.replace("\u2019", "'").casefold())


@cache
def _codes() -> dict[str, str]:
    english = {code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}  # noqa: PLR2004 - the rest are continents
    countries = {
        code: name.replace("\u2019", "'").casefold() for code, name in english.items() if code not in NO_COUNTRY
    }
    return (
        {name: code for code, name in countries.items()} | {code.casefold(): code for code in countries} | OTHER_NAMES
    )
