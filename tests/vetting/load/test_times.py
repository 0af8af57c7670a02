"""Times and days in foreign text become naive UTC, or nothing."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.load.times import EARLIEST, LATEST, day, instant, lacks_year

at = datetime.fromisoformat


def read(text: str, *formats: str, zone: str = "UTC", year: int | None = None) -> object:
    return instant(pl.Series([text]), formats, zone, year).item()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-01", at("2024-03-01")),
        ("2024-03-01 10:20", at("2024-03-01 10:20")),
        ("2024-03-01T10:20:30Z", at("2024-03-01 10:20:30")),
        ("2024-03-01T10:20:30.1234567Z", at("2024-03-01 10:20:30.123456")),
        ("2024-03-01 10:20:30,5 UTC", at("2024-03-01 10:20:30.500000")),
        ("2024-03-01T00:30:00+02:00", at("2024-02-29 22:30")),
        ("2024-03-01T23:30:00-0530", at("2024-03-02 05:00")),
        ("2024-02-30", None),
        ("2024-3-1", None),
        ("2024-03-01T24:00", None),
        ("2024-03-01T10:20:60", None),
        ("2024-03-01T10:20:30Z and more", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01", None),
        ("1989-12-31T23:59:59", None),
        ("1990-01-01", at("1990-01-01")),
        ("2100-01-01", None),
        ("soon", None),
    ],
)
def test_iso_times_become_naive_utc(text: str, expected: datetime | None) -> None:
    assert read(text) == expected


@given(st.datetimes(EARLIEST, LATEST.replace(year=2099)))
def test_every_iso_time_survives(moment: datetime) -> None:
    assert read(moment.isoformat()) == moment
    assert read(f"{moment:%Y-%m-%d %H:%M:%S.%f}Z", zone="Asia/Tokyo") == moment


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("10/16/17 22:59", "%m/%d/%y %H:%M", at("2017-10-16 22:59")),
        ("9/3/17 2:02", "%m/%d/%y %H:%M", at("2017-09-03 02:02")),
        ("Fri Apr 06 10:58:22 +0530 2007", "%a %b %d %H:%M:%S %z %Y", at("2007-04-06 05:28:22")),
        ("1709288400", "epoch_s", at("2024-03-01 10:20")),
        ("1709288400123", "epoch_ms", at("2024-03-01 10:20:00.123000")),
        ("1709288400", "epoch_ms", None),  # seconds taken for milliseconds would be January 1970
        ("1709288400123", "epoch_s", None),
        ("13/40/17 22:59", "%m/%d/%y %H:%M", None),
        ("2017-10-16", "%m/%d/%y %H:%M", None),
    ],
)
def test_a_format_reads_what_fits_it_and_nothing_else(text: str, form: str, expected: datetime | None) -> None:
    assert read(text, form) == expected


def test_the_first_format_that_fits_reads_the_text() -> None:
    assert read("2.3.2024", "%Y", "%d.%m.%Y", "%m.%d.%Y") == at("2024-03-02")


@pytest.mark.parametrize(("text", "expected"), [("13.09", at("2017-09-13")), ("29.02", None)])
def test_a_missing_year_comes_from_the_mapping(text: str, expected: datetime | None) -> None:
    assert read(text, "%d.%m", year=2017) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-07-01 12:00", at("2024-07-01 10:00")),
        ("2024-12-01 12:00", at("2024-12-01 11:00")),
        ("2024-07-01 12:00Z", at("2024-07-01 12:00")),
        ("2024-03-31 02:30", None),  # skipped
        ("2024-10-27 02:30", None),  # stood twice
    ],
)
def test_a_time_without_an_offset_is_of_the_zone(text: str, expected: datetime | None) -> None:
    assert read(text, zone="Europe/Paris") == expected


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("1987-06-05", (), date(1987, 6, 5)),
        ("1987-06-05T23:00:00-05:00", (), date(1987, 6, 5)),
        ("5.6.1987", ("%d.%m.%Y",), date(1987, 6, 5)),
        ("1899-06-05", (), None),
        ("1987-06-05garbage", (), None),
    ],
)
def test_a_day_stays_the_day_that_it_is(text: str, forms: tuple[str, ...], expected: date | None) -> None:
    assert day(pl.Series([text]), forms, None).item() == expected


def test_which_formats_need_a_year() -> None:
    assert lacks_year(("%Y-%m-%d", "%d.%m"))
    assert not lacks_year(("%d.%m.%y", "epoch_s", "iso", "%F"))
