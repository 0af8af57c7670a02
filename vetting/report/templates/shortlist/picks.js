/* Up to ten creators, chosen by tick boxes, and the section that shows them side by side. */
vet.picks = (data) => {
  const MOST = 10;
  const LEAST = 2;
  const chosen = new Set();
  const element = (id) => document.getElementById(id);
  const [bar, open, picked, refused, section] = ["picks", "open", "picked", "refused", "compare"].map(element);
  const named = (item) => data.get(item.facts, "name");
  const show = vet.compare(data, (item) => {
    drop(item);
    if (chosen.size) element("h-compare").focus();
    else back();
  });

  function tell(message = "") {
    bar.hidden = !chosen.size;
    document.documentElement.classList.toggle("picking", chosen.size > 0);
    open.textContent = data.say("compare", { n: chosen.size });
    open.disabled = chosen.size < LEAST;
    picked.textContent = chosen.size < LEAST ? data.words.compare_least : Array.from(chosen, named).join(", ");
    refused.textContent = message;
    if (section.hidden) return;
    show([...chosen]);
    document.querySelector('[data-of="compared"] span').textContent = data.say("export_compared", { n: chosen.size });
  }

  function drop(item) {
    item.box.checked = false;
    chosen.delete(item);
    tell();
  }

  function tick(item) {
    const full = item.box.checked && chosen.size >= MOST;
    if (full) item.box.checked = false;
    else if (item.box.checked) chosen.add(item);
    else chosen.delete(item);
    tell(full ? data.words.refused : "");
  }

  function compare() {
    if (chosen.size < LEAST) return;
    section.hidden = false;
    tell();
    section.scrollIntoView();
    element("h-compare").focus();
  }

  function back() {
    section.hidden = true;
    (open.disabled ? element("search") : open).focus();
  }

  function clear() {
    for (const item of chosen) item.box.checked = false;
    chosen.clear();
    section.hidden = true;
    tell();
    element("search").focus();
  }

  open.addEventListener("click", compare);
  element("back").addEventListener("click", back);
  element("clear").addEventListener("click", clear);
  return {
    chosen,
    /* A row gets its box when it is first shown: thousands at once would take time that nobody has. */
    box(item) {
      if (item.box) return;
      item.box = Object.assign(document.createElement("input"), { type: "checkbox", autocomplete: "off" });
      item.box.setAttribute("aria-label", data.say("compare_one", { name: named(item) }));
      item.box.addEventListener("change", () => tick(item));
      item.box.addEventListener("keydown", (event) => {
        if (event.key === "Enter") compare();
      });
      item.row.cells[0].prepend(item.box);
    },
  };
};
