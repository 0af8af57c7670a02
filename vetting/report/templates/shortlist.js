"use strict";
(() => {
  const BATCH = 100;
  document.documentElement.classList.add("starting");

  function start() {
    const table = document.getElementById("list");
    const body = table.tBodies[0];
    const search = document.getElementById("search");
    const decision = document.getElementById("decision");
    const platform = document.getElementById("platform");
    const shown = document.getElementById("shown");
    const more = document.getElementById("more");
    const lang = document.documentElement.lang;
    const collator = new Intl.Collator(lang, { numeric: true });
    const format = new Intl.NumberFormat(lang);
    const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const filled = (words, values) => words.replace(/\[(\w+)\]/g, (_, name) => format.format(values[name]));
    const items = Array.from(body.rows)
      .filter((row) => row.dataset.d !== undefined)
      .map((row, place) => ({ row, place, text: folded(row.cells[0].textContent) }));
    let limit = BATCH;

    function fits({ row, text }, wanted) {
      return (
        (!wanted || text.includes(wanted)) &&
        (!decision.value || row.dataset.d === decision.value) &&
        (!platform.value || row.dataset.p.split(" ").includes(platform.value))
      );
    }

    function show() {
      const wanted = folded(search.value.trim());
      let found = 0;
      for (const item of items) {
        const fit = fits(item, wanted);
        found += fit ? 1 : 0;
        item.row.hidden = !fit;
        item.row.classList.toggle("later", fit && found > limit);
      }
      const later = Math.max(0, found - limit);
      shown.textContent = filled(shown.dataset.words, { shown: found, total: items.length });
      more.textContent = filled(more.dataset.words, { more: Math.min(later, BATCH), later });
      more.hidden = later === 0;
    }

    function key(row, column) {
      const text = column ? row.cells[column].dataset.v : row.cells[0].textContent;
      const number = Number(text);
      return text === undefined || text === "" ? null : Number.isNaN(number) ? text : number;
    }

    function compare(a, b) {
      return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b);
    }

    function sort(column, direction) {
      for (const item of items) item.key = key(item.row, column);
      items.sort((a, b) => {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.place - b.place;
        return direction * compare(a.key, b.key) || a.place - b.place;
      });
      limit = BATCH;
      show();
      const ordered = document.createDocumentFragment();
      for (const item of items) ordered.append(item.row);
      body.append(ordered);
    }

    function header(cell, column) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const direction = cell.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of cell.parentNode.cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        sort(column, direction);
      });
    }

    function narrow() {
      limit = BATCH;
      show();
    }

    Array.from(table.tHead.rows[0].cells).forEach(header);
    search.addEventListener("input", narrow);
    decision.addEventListener("change", narrow);
    platform.addEventListener("change", narrow);
    more.addEventListener("click", () => {
      limit += BATCH;
      show();
    });
    document.getElementById("controls").hidden = false;
    show();
    document.documentElement.classList.remove("starting");
  }

  document.addEventListener("DOMContentLoaded", start);
})();
