/* The list: it narrows, sorts, grows by a hundred rows at a time, and exports what it shows. */
(() => {
  const BATCH = 100;
  const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  function start() {
    const data = vet.read();
    const find = vet.find(data);
    const picks = vet.picks(data);
    const element = (id) => document.getElementById(id);
    const [search, shown, more, reset] = ["search", "shown", "more", "reset"].map(element);
    const table = element("list");
    const body = table.tBodies[0];
    const selects = [...document.querySelectorAll("#controls select")];
    const ranks = ["proceed", "review", "decline", "none"];
    const rows = [...table.tBodies].flatMap((part) => [...part.rows]);
    const items = data.rows.map((facts, place) => {
      const rank = ranks.indexOf(data.get(facts, "decision"));
      return { facts, place, rank, row: rows[place], text: find.text(facts), box: null };
    });
    let fitting = items;
    let limit = BATCH;

    /* What narrows the list, in words: paper shows no controls. */
    function narrowed() {
      const chosen = selects.filter((one) => one.value);
      const told = chosen.map((one) => `${one.parentNode.firstChild.textContent.trim()} ${one.selectedOptions[0].text}`);
      if (search.value.trim()) told.push(`\u201c${search.value.trim()}\u201d`);
      return told.length ? ` (${told.join(", ")})` : "";
    }

    /* Only what is shown stands in the table: so a list of thousands sorts at once. */
    function draw(many) {
      const drawn = fitting.slice(0, many);
      drawn.forEach(picks.box);
      body.replaceChildren(...drawn.map((item) => item.row));
    }

    function show() {
      const fits = find.asked(search, selects);
      fitting = items.filter(fits);
      draw(limit);
      const later = Math.max(0, fitting.length - limit);
      shown.textContent = `${data.say("shown", { shown: fitting.length, total: items.length })}${narrowed()}`;
      more.textContent = data.say("more", { more: Math.min(later, BATCH), later });
      more.hidden = later === 0;
      element("none").hidden = fitting.length > 0;
      reset.disabled = !search.value && selects.every((one) => !one.value);
      document.querySelector('[data-of="shown"] span').textContent = data.say("export_shown", { n: fitting.length });
    }

    function sort(by, direction) {
      find.sort(items, by, direction);
      limit = BATCH;
      show();
    }

    function header(cell) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const direction = cell.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of cell.parentNode.cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        sort(cell.dataset.by, direction);
      });
    }

    function narrow() {
      limit = BATCH;
      show();
    }

    function restore() {
      search.value = "";
      for (const one of selects) one.value = "";
      narrow();
      search.focus();
    }

    function save(of, as) {
      const rows = of === "shown" ? fitting : [...picks.chosen];
      const given = rows.map((item) => item.facts);
      if (as === "csv") vet.save(`${data.about.file}.csv`, "text/csv;charset=utf-8", vet.csv(data, given));
      else vet.save(`${data.about.file}.xlsx`, WORKBOOK, vet.xlsx(data, given));
    }

    if (!items.length) return;
    [...table.tHead.rows[0].cells].forEach(header);
    search.addEventListener("input", narrow);
    for (const one of selects) one.addEventListener("change", narrow);
    reset.addEventListener("click", restore);
    more.addEventListener("click", () => {
      const next = fitting[limit];
      limit += BATCH;
      show();
      next.box.focus();
    });
    for (const button of document.querySelectorAll("[data-as]"))
      button.addEventListener("click", () => save(button.parentNode.dataset.of, button.dataset.as));
    addEventListener("beforeprint", () => draw(Infinity));
    addEventListener("afterprint", () => draw(limit));
    matchMedia("print").addEventListener("change", ({ matches }) => draw(matches ? Infinity : limit));
    for (const rest of document.querySelectorAll(".rest")) rest.remove();
    for (const id of ["controls", "outcome"]) element(id).hidden = false;
    document.documentElement.classList.add("ready");
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    try {
      start();
    } finally {
      document.documentElement.classList.remove("starting"); // or rows would stay hidden in a browser that is too old
    }
  });
})();
