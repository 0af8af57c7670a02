"""The templates, compiled once per language, and the policy by which a page forbids itself everything external."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from vetting.report.words import Words, words

TEMPLATES = Path(__file__).parent / "templates"


def write(
    template: str,
    lang: str,
    style: tuple[str, ...],
    script: tuple[str, ...] | None,
    view: dict[str, Any],
    *,
    running: str = "",
) -> str:
    """Fill a template: its style sheets and its scripts stand in the page and are named there by their hash.

    `running` is the style that is this page's alone: what stands at the edges of its sheets of paper.
    """
    css = "".join(_asset(name) for name in style) + running
    js = "".join(_asset(name) for name in script) if script else None
    filled = _templates(lang).get_template(template)
    return filled.render(view, lang=lang, style=Markup(css), script=Markup(js) if js else None, policy=_policy(css, js))  # noqa: S704 # our own files, no data in them


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def _policy(css: str, js: str | None) -> str:
    """Give the Content-Security-Policy: nothing but this very style, this very script, and images inside the page."""
    rules = [
        "default-src 'none'",
        f"style-src '{_hash(css)}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join([*rules, f"script-src '{_hash(js)}'"] if js else rules)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _templates(lang: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= _vocabulary(words(lang))
    return made


def _vocabulary(own: Words) -> dict[str, Any]:
    """What a template may call: the catalog, and numbers and dates in the language's form."""
    return {
        "say": own.say,
        "known": own.known,
        "count": own.count,
        "number": own.number,
        "day": own.day,
    }
