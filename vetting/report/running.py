"""What stands at the edges of every sheet of paper: whose page it is, as of when, and which sheet of how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vetting.report.safe import clean, isolate

if TYPE_CHECKING:
    from vetting.report.words import Words

NAME = 60
"""So many characters of a name stand at the head of a sheet."""
_SPECIAL = re.compile(r"[^A-Za-z0-9]")
_PLACES = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
_BOXES = """@page {{
  @top-left {{ content: {left}; }}
  @top-right {{ content: {right}; }}
  @bottom-left {{ content: {foot}; }}
  @bottom-right {{ content: {sheet}; }}
}}
@page :first {{ @top-left {{ content: none; }} @top-right {{ content: none; }} }}
"""


def running(title: str, as_of: str | None, run_id: str | None, words: Words) -> str:
    """Give the style that prints `title` and the day at the head, the run (if any) and the sheet's number at the foot.

    The first sheet has its own head, the page's. Whatever `title` holds is text in the style, and nothing else.
    """
    run = words.say("page.sheet_run", run=run_id) if run_id else ""
    return _BOXES.format(
        left=quoted(title),
        right=quoted(words.say("page.as_of", day=words.day(as_of))),
        foot=quoted(run),
        sheet=_counted(words.texts["page.sheet"]),
    )


def dossier_title(name: str, words: Words) -> str:
    """Give whose dossier it is, in few characters; a name of another script does not turn the line."""
    return words.say("page.sheet_dossier", name=isolate(clean(name, NAME)))


def quoted(text: str) -> str:
    """Give a CSS string that reads as `text`: all but plain letters and digits is escaped, so that nothing ends it."""
    return '"' + _SPECIAL.sub(_escaped, text) + '"'


def _escaped(found: re.Match[str]) -> str:
    return f"\\{ord(found[0]):06X}"


def _counted(text: str) -> str:
    """Give CSS content in which the places of `text` are counters: `Page {page} of {pages}`."""
    parts = re.split(r"(\{pages?\})", text)
    return " ".join(_PLACES.get(part) or quoted(part) for part in parts if part)
