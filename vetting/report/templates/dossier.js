/* What the charts' marks say, beside them: on hover, tap, and by keyboard. The page is whole without it. */
(() => {
  "use strict";

  const NEAR = 44; // pixels from a mark within which the pointer means it
  const GAP = 12;
  const SVG = "http://www.w3.org/2000/svg";
  const tip = document.createElement("div");
  let shown = null; // {chart, ring, at} of the mark whose words stand there

  /** Marks of a drawing from left to right: {x, y, text}, in its own units. */
  function marksOf(svg) {
    const marks = [];
    for (const path of svg.querySelectorAll("[data-tips]")) {
      const steps = (path.getAttribute("d").match(/-?[\d.]+/g) || []).map(Number); // each from the one before
      let [x, y] = [0, 0];
      path.dataset.tips.split("|").forEach((text, at) => {
        [x, y] = [x + steps[2 * at], y + steps[2 * at + 1]];
        marks.push({ x, y, text });
      });
    }
    for (const title of svg.querySelectorAll("g > title")) {
      const box = title.parentNode.getBBox();
      marks.push({ x: box.x + box.width / 2, y: box.y + box.height / 2, box, text: title.textContent });
      title.remove(); // or the browser would show it a second time
    }
    return marks.sort((one, other) => one.x - other.x || one.y - other.y);
  }

  function hide() {
    if (shown) shown.ring.remove();
    shown = null;
    tip.textContent = "";
  }

  /** Put the tip above the mark, else below it, never outside the window. */
  function place(chart, mark) {
    const point = new DOMPoint(mark.x, mark.y).matrixTransform(chart.svg.getScreenCTM());
    tip.style.left = "0";
    tip.style.top = "0";
    const { width, height } = tip.getBoundingClientRect();
    const most = document.documentElement.clientWidth - width - 4;
    const left = Math.max(4, Math.min(point.x - width / 2, most));
    const top = point.y - height - GAP < 4 ? point.y + GAP : point.y - height - GAP;
    const lowest = Math.max(4, document.documentElement.clientHeight - height - 4);
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${Math.min(top, lowest) + window.scrollY}px`;
  }

  function show(chart, at) {
    const mark = chart.marks[at];
    if (!mark || (shown && shown.chart === chart && shown.at === at)) return;
    hide();
    const ring = document.createElementNS(SVG, "circle");
    for (const [name, value] of [["class", "here"], ["cx", mark.x], ["cy", mark.y], ["r", 6]]) ring.setAttribute(name, value);
    if (!mark.box) chart.svg.append(ring);
    shown = { chart, ring, at };
    tip.textContent = mark.text;
    place(chart, mark);
  }

  /** How far the pointer is from a mark, in the drawing's units; inside a mark that has a size it is 0. */
  function far(mark, x, y) {
    const box = mark.box || { x: mark.x, y: mark.y, width: 0, height: 0 };
    const aside = Math.max(box.x - x, 0, x - box.x - box.width);
    const above = Math.max(box.y - y, 0, y - box.y - box.height);
    return Math.hypot(aside, above);
  }

  function point(chart, event) {
    tip.setAttribute("aria-live", "off");
    const matrix = chart.svg.getScreenCTM();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    let best = -1;
    let least = NEAR / matrix.a;
    chart.marks.forEach((mark, at) => {
      const distance = far(mark, x, y);
      if (distance < least || (distance === least && mark.box)) [best, least] = [at, distance];
    });
    if (best >= 0) show(chart, best);
    else hide();
  }

  function step(chart, event) {
    const last = chart.marks.length - 1;
    const at = shown && shown.chart === chart ? shown.at : -1;
    const to = { ArrowRight: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    tip.setAttribute("aria-live", "polite"); // the keyboard's reader hears what the pointer's sees
    show(chart, to);
  }

  function leave(event) {
    if (event.relatedTarget === tip || (shown && shown.chart.svg === document.activeElement)) return;
    hide();
  }

  function listen(svg) {
    const marks = marksOf(svg);
    if (!marks.length) return;
    const chart = { svg, marks };
    const title = svg.querySelector("title");
    svg.setAttribute("aria-label", title.textContent);
    svg.setAttribute("aria-describedby", svg.querySelector("desc").id);
    svg.removeAttribute("aria-labelledby");
    title.remove();
    svg.setAttribute("tabindex", "0");
    svg.addEventListener("pointermove", (event) => event.pointerType === "mouse" && point(chart, event));
    svg.addEventListener("click", (event) => point(chart, event));
    svg.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave(event));
    svg.addEventListener("keydown", (event) => step(chart, event));
    svg.addEventListener("focus", () => svg.matches(":focus-visible") && show(chart, 0));
    svg.addEventListener("blur", hide);
  }

  document.addEventListener("DOMContentLoaded", () => {
    tip.className = "tip";
    tip.setAttribute("role", "status");
    tip.setAttribute("aria-live", "off");
    document.body.append(tip);
    tip.addEventListener("pointerleave", leave);
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    document.addEventListener("pointerdown", (event) => shown && !shown.chart.svg.contains(event.target) && event.target !== tip && hide());
    document.querySelectorAll("svg.chart").forEach(listen);
  });
})();
