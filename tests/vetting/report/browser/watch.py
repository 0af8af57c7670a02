"""A page opened in Chromium under watch: whatever it asks for, complains of or tries to run fails the test."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
FORMS = {"desktop": DESKTOP, "phone": PHONE}

ALARM = """
addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));
Object.defineProperty(window, "__pwned", { set() { console.error("a stranger's script ran"); } });
"""
"""Runs before anything of the page: a breach of the policy and a stranger's script are heard in the console."""


@dataclass
class Watch:
    """What a page did that it must not."""

    own: str
    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Hear requests, the console, errors, dialogs and windows."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda said: self._if(said.type in {"error", "warning"}, f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("popup", lambda other: self.heard.append(f"window: {other.url}"))
        page.on("dialog", self._dismissed)

    def _dismissed(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, url: str) -> None:
        self._if(url.partition("#")[0] != self.own and not url.startswith(("data:", "blob:")), f"request: {url}")

    def _if(self, wrong: bool, what: str) -> None:  # noqa: FBT001 # says it where it is wrong
        if wrong:
            self.heard.append(what)


@contextmanager
def watched(context: BrowserContext, path: Path) -> Iterator[Page]:
    """Open a file in `context`; when it is left, nothing may have been heard."""
    watch = Watch(path.as_uri())
    page = context.new_page()
    try:
        page.add_init_script(ALARM)
        watch.listen(page)
        page.goto(path.as_uri(), wait_until="load")
        yield page
        page.evaluate("() => new Promise(requestAnimationFrame)")  # so that what was said last is heard
    finally:
        page.close()
    assert not watch.heard, "\n".join([path.name, *watch.heard])


@dataclass
class Visitor:
    """Opens pages in a browser, each form of it (desktop, phone) in a context of its own, cut off from the network."""

    browser: Browser
    contexts: dict[str, BrowserContext] = field(default_factory=dict)

    def __call__(self, path: Path, form: str = "desktop", **more: Any) -> Any:  # noqa: ANN401 # a context manager of a page, and any option of a context
        """Open a page: `with visit(path, "phone") as page`."""
        name = f"{form} {sorted(more.items())}"
        if name not in self.contexts:
            self.contexts[name] = self.browser.new_context(**{"offline": True} | FORMS[form] | more)
        return watched(self.contexts[name], path)

    def leave(self) -> None:
        """Close every context."""
        for context in self.contexts.values():
            context.close()
