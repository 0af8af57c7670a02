"use strict";
(() => {
  const table = document.getElementById("list");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows).filter((row) => row.dataset.d !== undefined);
  const search = document.getElementById("search");
  const decision = document.getElementById("decision");
  const platform = document.getElementById("platform");
  const shown = document.getElementById("shown");
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = rows.map((row) => folded(row.cells[0].textContent));

  const value = (row, column) => (column ? row.cells[column].dataset.v : row.cells[0].textContent);
  const number = (text) => (text === undefined || text === "" ? NaN : Number(text));
  const compare = (a, b, numeric) => (numeric ? a - b : order.compare(a, b));

  function sort(column, direction) {
    const raw = rows.map((row) => value(row, column));
    const known = raw.filter((text) => text !== undefined && text !== "");
    const numeric = known.every((text) => !Number.isNaN(Number(text)));
    const keyed = rows.map((row, place) => ({ row, place, key: numeric ? number(raw[place]) : raw[place] }));
    const missing = (item) => (numeric ? Number.isNaN(item.key) : item.key === undefined || item.key === "");
    keyed.sort((a, b) => {
      if (missing(a) || missing(b)) return missing(a) - missing(b) || a.place - b.place;
      return direction * compare(a.key, b.key, numeric) || a.place - b.place;
    });
    const fresh = document.createDocumentFragment();
    keyed.forEach((item) => fresh.append(item.row));
    body.append(fresh);
  }

  function filter() {
    const wanted = folded(search.value.trim());
    let count = 0;
    rows.forEach((row, place) => {
      const fits =
        (!wanted || texts[place].includes(wanted)) &&
        (!decision.value || row.dataset.d === decision.value) &&
        (!platform.value || row.dataset.p.split(" ").includes(platform.value));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    const words = { shown: count, total: rows.length };
    const format = new Intl.NumberFormat(document.documentElement.lang);
    shown.textContent = shown.dataset.words.replace(/\[(\w+)\]/g, (_, name) => format.format(words[name]));
  }

  function header(cell, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => {
      const direction = cell.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      Array.from(cell.parentNode.cells).forEach((other) => other.removeAttribute("aria-sort"));
      cell.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      sort(column, direction);
    });
  }

  Array.from(table.tHead.rows[0].cells).forEach(header);
  search.addEventListener("input", filter);
  decision.addEventListener("change", filter);
  platform.addEventListener("change", filter);
  document.getElementById("controls").hidden = false;
  filter();
})();
