"""PDF as Chromium prints it: the same bytes each time, sheets that say whose they are, a plain word where it fails."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from tests.hostile import CORPUS
from vetting.errors import RefusalError
from vetting.report import pdf
from vetting.report.pdf import chromium as found
from vetting.report.pdf import print_pages
from vetting.report.render import render_dossier, render_model, render_shortlist
from vetting.report.running import quoted
from vetting.report.words import words

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 6, 30, 12)
HALF = 420
"""Points from the head of a sheet of A4 to its middle."""


def printed(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    page = folder / f"{name}.html"
    page.write_text(text, encoding="utf-8")
    return print_pages([page], AS_OF)[0]


def sheets(pdftotext: str, file: Path, *how: str) -> list[str]:
    done = subprocess.run([pdftotext, *how, str(file), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def lines(sheet: str) -> list[str]:
    return [" ".join(line.split()) for line in sheet.splitlines() if line.strip()]


def browser(folder: Path, script: str) -> str:
    """What passes for a browser: a script that gets the arguments of one."""
    made = folder / "browser"
    made.write_text(
        f'#!/bin/sh\nfor one; do case "$one" in --print-to-pdf=*) to="${{one#*=}}";; esac; done\n{script}\n'
    )
    made.chmod(0o755)
    return str(made)


def test_the_same_page_gives_the_same_bytes_wherever_it_lies(
    dossier: dict[str, Any], tmp_path: Path, chromium: str
) -> None:
    text = render_dossier(dossier | {"model_page": "model.html"}, "fr")
    first, second = (printed(tmp_path / where, "c1", text).read_bytes() for where in ("a", "another_folder"))
    assert chromium
    assert first == second
    assert first.count(b"(D:20260630120000") == 2
    for part in (b"/MarkInfo", b"/Lang (fr", b"/Outlines", b"/StructTreeRoot", b"/Title"):
        assert part in first
    assert b"/URI (model.html)" in first
    assert b"file:" not in first
    assert not [file for file in tmp_path.rglob("*") if file.suffix == ".part"]


@pytest.mark.parametrize(("lang", "counted"), [("en", "Page {} of {}"), ("fr", "Page {} sur {}")])
def test_every_sheet_says_whose_it_is_and_which_of_how_many(
    dossier: dict[str, Any], tmp_path: Path, chromium: str, pdftotext: str, lang: str, counted: str
) -> None:
    assert chromium
    name = 'Zoë "}@page{} \\ </style> <b>\u202e'
    text = render_dossier(dossier | {"name": name, "run_id": "abc123"}, lang)
    every = [lines(sheet) for sheet in sheets(pdftotext, printed(tmp_path, "c1", text), "-layout")]
    assert len(every) > 2
    for number, sheet in enumerate(every, 1):
        assert sheet[-1].startswith(f"{words(lang).say('page.sheet_run', run='abc123')[:12]}")
        assert sheet[-1].endswith(counted.format(number, len(every)))
    assert not every[0][0].startswith("Zoë")
    assert all('Zoë "}@page{} \\ </style> <b>' in sheet[0] for sheet in every[1:])


def test_no_sheet_is_half_empty_and_none_ends_with_a_heading(
    dossier: dict[str, Any], tmp_path: Path, chromium: str, pdftotext: str
) -> None:
    assert chromium
    text = render_dossier(dossier, "en")
    file = printed(tmp_path, "c1", text)
    headings = {
        " ".join(unescape(re.sub(r"<[^>]+>", "", heading)).split())
        for heading in re.findall(r"<h[2-5][^>]*>(.*?)</h[2-5]>", text, re.DOTALL)
    }
    assert {"Findings"} < headings
    last = [lines(sheet)[-2] for sheet in sheets(pdftotext, file, "-layout")]
    assert not headings & set(last)
    boxes = subprocess.run([pdftotext, "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
    ends = [
        max(float(y) for y in re.findall(r'yMax="([\d.]+)"', page) if float(y) < 2 * HALF - 60)
        for page in boxes.split("<page ")[1:]
    ]
    assert [number for number, end in enumerate(ends[:-1], 1) if end < HALF] == []


def test_what_is_folded_on_the_screen_and_every_address_is_on_paper(
    dossier: dict[str, Any], tmp_path: Path, chromium: str, pdftotext: str
) -> None:
    assert chromium
    text = render_dossier(dossier, "en")
    assert "<details>" in text
    assert "<details open" not in text
    paper = re.sub(r"\s+", "", "".join(sheets(pdftotext, printed(tmp_path, "c1", text))))
    folded = [unescape(one) for one in re.findall(r"<code>(.*?)</code>|<pre>(.*?)</pre>", text) for one in one if one]
    assert folded
    assert not [one for one in folded if re.sub(r"\s+", "", one) not in paper]
    addresses = re.findall(r'<a [^>]*href="(https?://[^"]+/records/[^"]*)"', text)
    assert addresses
    assert not [address for address in addresses if unescape(address) not in paper]


def test_the_shortlist_and_the_model_s_card_print_as_well(
    dossier: dict[str, Any], summary: dict[str, Any], tmp_path: Path, chromium: str, pdftotext: str
) -> None:
    assert chromium
    pages = {"index": render_shortlist([dossier] * 90, summary=summary, lang="en"), "model": render_model({}, "en")}
    listed = sheets(pdftotext, printed(tmp_path, "index", pages["index"]), "-layout")
    rows = [sheet for sheet in listed if str(dossier["name"]) in sheet]
    assert len(rows) > 1
    assert all("Recommendation" in sheet for sheet in rows)
    assert "Page 2 of" in listed[1]
    assert "Page 1 of" in sheets(pdftotext, printed(tmp_path, "model", pages["model"]), "-layout")[0]


@pytest.mark.parametrize("text", [*CORPUS.values(), "", '"', "\\", "\n", "a\0b", "\ud800"])
def test_a_name_in_the_style_is_text_and_nothing_else(text: str) -> None:
    made = quoted(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9A-F]{6})*"', made)
    assert re.sub(r"\\([0-9A-F]{6})", lambda code: chr(int(code[1], 16)), made[1:-1]) == text


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv(pdf.SETTING, raising=False)
    monkeypatch.setattr(pdf, "MAC", ())
    with pytest.raises(RefusalError, match=r"none was found\. Install one .*VET_CHROMIUM"):
        found()
    monkeypatch.setenv(pdf.SETTING, "/nowhere/chromium")
    with pytest.raises(RefusalError, match="names /nowhere/chromium, which can't be run"):
        found()


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo 'dbus is not there' >&2; echo 'Trace/breakpoint trap' >&2; exit 133", "printed no c1.pdf: Trace/breakp"),
        ("echo 'FATAL: No usable sandbox! Update' >&2; exit 1", "can't start its sandbox .* --no-sandbox"),
        ("printf '%%PDF-1.4 half of it' > \"$to\"", "printed no c1.pdf: it gave no reason"),
        ("sleep 60 & wait", "not printed within 0.5 seconds"),
    ],
)
def test_what_went_wrong_is_said_and_an_older_pdf_stays(
    script: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pdf.SETTING, browser(tmp_path, script))
    monkeypatch.setattr(pdf, "SECONDS", 0.5)
    (tmp_path / "c1.html").write_text("<p>")
    (tmp_path / "c1.pdf").write_text("older")
    with pytest.raises(RefusalError, match=says):
        print_pages([tmp_path / "c1.html"], AS_OF)
    assert (tmp_path / "c1.pdf").read_text() == "older"
    assert {file.name for file in tmp_path.iterdir()} == {"browser", "c1.html", "c1.pdf"}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a user id is what POSIX knows")
@pytest.mark.parametrize(("user", "without"), [(0, True), (1000, False)])
def test_the_sandbox_is_left_out_for_root_alone(
    user: int,
    without: bool,  # noqa: FBT001 - a case, not a switch
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(pdf.SETTING, browser(tmp_path, f'echo "$*" > {tmp_path}/told; printf "%%PDF- %%%%EOF" > "$to"'))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    (tmp_path / "c1.html").write_text("<p>")
    print_pages([tmp_path / "c1.html"], AS_OF)
    told = (tmp_path / "told").read_text()
    assert ("--no-sandbox" in told) is without
    assert "MAP * ~NOTFOUND" in told
