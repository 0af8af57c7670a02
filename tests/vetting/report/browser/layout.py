"""What a reader's eye would catch, asked of the browser: pages that scroll sideways, labels that meet or are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDER = """
width => {
  const scrolls = e => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX);
  const inside = e => { for (let up = e.parentElement; up; up = up.parentElement) if (scrolls(up)) return true; };
  const told = [];
  for (const e of document.body.querySelectorAll("*:not(svg *)")) {
    const box = e.getBoundingClientRect();
    const hidden = !box.width || !box.height || e.closest(".skip") || getComputedStyle(e).clipPath !== "none";
    if (!hidden && (box.right > width + 1 || box.left < -1) && !inside(e))
      told.push(`${e.tagName.toLowerCase()}.${e.className} ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
  if (document.documentElement.scrollWidth > width) told.push(`the page: ${document.documentElement.scrollWidth}`);
  return told.slice(0, 3);
}
"""

LABELS = """
() => {
  const told = [], slack = 1;
  const box = (e) => e.getBoundingClientRect();
  const apart = (a, b) => a.right <= b.left + slack || b.right <= a.left + slack
    || a.bottom <= b.top + 2 * slack || b.bottom <= a.top + 2 * slack;
  for (const svg of document.querySelectorAll("svg")) {
    const frame = box(svg), own = svg.closest("figure")?.querySelector("figcaption strong");
    const name = own?.textContent ?? svg.getAttribute("class");
    const labels = [...svg.querySelectorAll("text")].map((e) => [e, box(e)]).filter(([, b]) => b.width && b.height);
    labels.forEach(([e, b], place) => {
      if (b.left < frame.left - slack || b.right > frame.right + slack
          || b.top < frame.top - 2 * slack || b.bottom > frame.bottom + 2 * slack)
        told.push(`${name}: "${e.textContent}" leaves the drawing`);
      for (const [other, c] of labels.slice(place + 1))
        if (!apart(b, c)) told.push(`${name}: "${e.textContent}" meets "${other.textContent}"`);
    });
  }
  return told;
}
"""

SMALL = """
least => {
  const told = new Set();
  for (const e of document.querySelectorAll("svg text")) {
    const svg = e.ownerSVGElement, size = svg.getScreenCTM().a * parseFloat(getComputedStyle(e).fontSize);
    if (e.getBoundingClientRect().width && size < least) told.add(`${svg.classList}: ${size.toFixed(1)} px`);
  }
  return [...told];
}
"""


def wider(page: Page, width: int) -> list[str]:
    """Elements that reach beyond a page of `width` pixels, unless a region of their own scrolls or hides them."""
    found: list[str] = page.evaluate(WIDER, width)
    return found


def labels_amiss(page: Page) -> list[str]:
    """Labels of drawings that meet another or leave their drawing."""
    found: list[str] = page.evaluate(LABELS)
    return found


def labels_small(page: Page, least: float) -> list[str]:
    """Drawings whose labels are smaller than `least` pixels of the screen."""
    found: list[str] = page.evaluate(SMALL, least)
    return found


def compare_first(page: Page, count: int) -> None:
    """In a shortlist, choose the first creators and lay them side by side."""
    for box in page.locator("#list tbody input[type=checkbox]:visible").all()[:count]:
        box.check()
    page.locator("#open").click()
    page.locator("#side").wait_for()


def open_all(page: Page) -> None:
    """Open every folded part."""
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
