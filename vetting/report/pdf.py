"""PDF: a Chromium that is there already prints the page as it is. `docs/decisions/0024-pdf.md` says why."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

SETTING = "VET_CHROMIUM"
NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = (("Google", "Chrome", "Application", "chrome.exe"), ("Microsoft", "Edge", "Application", "msedge.exe"))
WINDOWS_HOMES = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
ROOT_ONLY = ("--no-sandbox",)
"""Chromium refuses to run its sandbox for root."""
FLAGS = (
    *("--headless", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-extensions", "--disable-breakpad", "--no-first-run", "--no-default-browser-check"),
    *("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf"),
)
SECONDS = 120
"""A page that takes so long is given up; one takes about two."""
AT_ONCE = 2
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*\))")
_BESIDE = re.compile(rb"/URI \((file:[^()\\]*/([^()\\/]+))\)")
_WHOLE = (b"%PDF-", b"%%EOF")


def chromium() -> str:
    """Where Chromium, Chrome or Edge is: as VET_CHROMIUM says, else where they usually are. RefusalError for none."""
    if told := os.environ.get(SETTING):
        if found := shutil.which(told):
            return found
        raise RefusalError(f"{SETTING} names {told}, which can't be run.", "Name a Chromium, or unset it.")
    usual = (shutil.which(place) for place in (*NAMES, *_mac(), *_windows()))
    if found := next(filter(None, usual), None):
        return found
    raise RefusalError(
        "A PDF needs Chromium, Chrome or Edge, and none was found.",
        f"Install one (Debian: apt install chromium fonts-dejavu-core), or name it in {SETTING}.",
    )


def print_pages(
    pages: Sequence[Path], as_of: datetime, progress: Callable[[Path], None] = lambda _: None
) -> list[Path]:
    """Print HTML pages of ours to PDF files beside them, two at a time, each whole or not at all.

    The same page gives the same bytes, with the same Chromium and the same fonts: the dates in a file are `as_of`.
    """
    browser = chromium()
    made = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for pdf in pool.map(partial(_print_page, browser, as_of), pages):
            made.append(pdf)
            progress(pdf)
    return made


def _print_page(browser: str, as_of: datetime, page: Path) -> Path:
    pdf = page.with_suffix(".pdf")
    with TemporaryDirectory(prefix="vetting-", ignore_cleanup_errors=True) as scratch:
        printed = _printed(browser, page, Path(scratch))
    part = pdf.with_name(f".{pdf.name}.part")
    part.write_bytes(_settled(printed, as_of))
    part.replace(pdf)
    return pdf


def _printed(browser: str, page: Path, scratch: Path) -> bytes:
    """Print a copy of the page, so that no file's place has a part in what comes of it."""
    copy, made = scratch / page.name, scratch / "page.pdf"
    shutil.copyfile(page, copy)
    root = ROOT_ONLY if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    where = (f"--user-data-dir={scratch / 'profile'}", f"--print-to-pdf={made}", copy.as_uri())
    said = _run([browser, *FLAGS, *root, *where], page)
    printed = made.read_bytes() if made.is_file() else b""
    if not (printed.startswith(_WHOLE[0]) and printed.rstrip().endswith(_WHOLE[1])):
        raise _refusal(browser, page, said)
    return printed


def _run(command: list[str], page: Path) -> str:
    """Run it to its end, or end it with all that it started; what it said."""
    with subprocess.Popen(  # noqa: S603 - the operator's own browser, and flags of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=os.environ | {"TZ": "UTC"},
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=SECONDS)[1].decode(errors="replace")
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise RefusalError(
                f"{page.name} was not printed within {SECONDS} seconds.", "Try again when the machine is less busy."
            ) from error
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _refusal(browser: str, page: Path, said: str) -> RefusalError:
    if "sandbox" in said.lower():
        return RefusalError(
            f"{browser} can't start its sandbox here, and printed nothing.",
            f"Let this user make namespaces, or name in {SETTING} a script that starts it with --no-sandbox.",
        )
    last = next((line for line in reversed(said.splitlines()) if line.strip()), "it gave no reason")
    return RefusalError(f"{browser} printed no {page.stem}.pdf: {last[:200]}.", "See whether it opens the page.")


def _settled(printed: bytes, as_of: datetime) -> bytes:
    """Put as_of in place of the clock, and an address beside the page in place of the copy's; not a byte moves."""
    dated = _DATE.sub(rf"\g<1>{as_of:%Y%m%d%H%M%S}\g<2>".encode(), printed)
    return _BESIDE.sub(lambda found: b"/URI (" + found[2] + b")" + b" " * (len(found[1]) - len(found[2])), dated)


def _mac() -> list[str]:
    return [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC]


def _windows() -> list[str]:
    homes = [os.environ[home] for home in WINDOWS_HOMES if home in os.environ]
    return [str(Path(home, *parts)) for home in homes for parts in WINDOWS]
