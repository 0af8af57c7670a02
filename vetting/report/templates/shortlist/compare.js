/* Creators side by side: one a column, one question a row. Everything is put in as text. */
vet.compare = (data, remove) => {
  const SVG = "http://www.w3.org/2000/svg";
  const table = document.getElementById("side");

  function made(tag, text, more = {}) {
    const element = Object.assign(document.createElement(tag), more);
    if (text) element.textContent = text;
    return element;
  }

  /* The same drawing as in the list: a bar from low to high, and a mark at the best estimate. */
  function strip([value, low, high], top) {
    const known = [low, value, high].filter((edge) => edge !== null);
    if (!known.length || !top) return [];
    const place = (edge) => Math.round(Math.min(1, Math.max(0, edge / top)) * 98);
    const start = place(Math.min(...known));
    const width = Math.max(place(Math.max(...known)) - start, 1);
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 100 10");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const mark = value === null ? "" : `M${place(value)} 0h2v10h-2z`;
    path.setAttribute("d", `M${start} 3h${width}v4h-${width}z${mark}`);
    svg.append(path);
    return [svg];
  }

  function head(item) {
    const cell = made("th", "", { scope: "col" });
    const name = made("bdi", data.get(item.facts, "name"));
    const link = data.get(item.facts, "link");
    const title = link ? made("a", "", { href: link }) : made("span");
    title.append(name);
    const button = made("button", table.dataset.remove, { type: "button" });
    button.setAttribute("aria-label", data.say("remove", { name: name.textContent }));
    button.addEventListener("click", () => remove(item));
    cell.append(title, button);
    return cell;
  }

  function opened(item, text) {
    const [link, anchor] = ["link", "anchor"].map((field) => data.get(item.facts, field));
    return link && anchor ? made("a", text, { href: `${link}#${anchor}` }) : made("span", text);
  }

  function lines(item, place, key) {
    const [first, ...others] = data.get(item.facts, "told")[place].map((number) => data.texts[number]);
    const decision = key === "decision" ? `mark ${data.get(item.facts, "decision")}` : "";
    const main = key === "reason" ? opened(item, first) : made("span", first, { className: decision });
    return [main, ...others.map((text) => made("small", text))];
  }

  function line([key, label, note, fields], place, chosen) {
    const row = made("tr", "", { className: key });
    const name = made("th", label, { scope: "row" });
    if (note) name.append(made("small", note));
    const values = fields && chosen.map((item) => fields.slice(0, 3).map((field) => data.get(item.facts, field)));
    const top = fields && (fields[3] ?? Math.max(...values.flat()));
    const cells = chosen.map((item, column) => {
      const cell = made("td");
      cell.append(...(fields ? strip(values[column], top) : []), ...lines(item, place, key));
      return cell;
    });
    row.append(name, ...cells);
    return row;
  }

  return (chosen) => {
    const first = table.tHead.rows[0].cells[0];
    table.tHead.rows[0].replaceChildren(first, ...chosen.map(head));
    table.tBodies[0].replaceChildren(...data.compared.map((told, place) => line(told, place, chosen)));
    table.dataset.n = chosen.length > 5 ? "many" : "few";
  };
};
