"use strict";
document.documentElement.classList.add("starting");

/* What the page knows of each creator, and the values that leave it in an export. */
const vet = {
  read() {
    const whole = JSON.parse(document.getElementById("data").textContent);
    const at = Object.fromEntries(whole.fields.map((field, place) => [field, place]));
    const format = new Intl.NumberFormat(document.documentElement.lang);
    const written = (value) => (typeof value === "number" ? format.format(value) : value);
    return {
      ...whole,
      get: (row, field) => row[at[field]],
      say: (key, values) => whole.words[key].replace(/\[(\w+)\]/g, (_, name) => written(values[name])),
    };
  },

  /* A field as an export writes it: codes as words, lists as one text, unknown as null. */
  value(data, row, field) {
    if (field in data.about) return data.about[field];
    const known = data.get(row, field);
    const words = field === "unseen" ? data.texts : data.names[field];
    const spoken = (one) => (words ? (words[one] ?? one) : one);
    if (Array.isArray(known)) return known.map(spoken).join("; ") || null;
    return known === null || known === "" ? null : spoken(known);
  },

  save(name, type, parts) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  },
};
