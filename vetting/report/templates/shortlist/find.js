/* Which creators are shown, and in which order. */
vet.find = (data) => {
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const folded = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]);

  const found = {
    theirs: (row) => data.get(row, "theirs") > 0,
    unsure: (row) => data.get(row, "unsure") > 0,
    none: (row) => data.get(row, "theirs") === 0 && data.get(row, "unsure") === 0,
    decided: (row) => data.get(row, "person") === 1,
    undecided: (row) => data.get(row, "person") === 0,
  };

  function has(row, field, wanted) {
    if (field === "affairs" || field === "person") return found[wanted](row);
    const own = data.get(row, field);
    return Array.isArray(own) ? own.includes(wanted) : own === wanted;
  }

  const keys = {
    name: (row) => data.get(row, "name"),
    decision: (_, item) => item.rank,
    share: (row) => data.get(row, "share") ?? data.get(row, "share_low"),
    rate: (row) => data.get(row, "rate") ?? data.get(row, "rate_low"),
    affairs: (row) => {
      const theirs = data.get(row, "theirs");
      return theirs === null ? null : theirs + data.get(row, "unsure") / 1000;
    },
  };

  return {
    text: (row) => folded([data.get(row, "name"), ...data.get(row, "handles"), data.get(row, "creator_id") ?? ""].join(" ")),
    asked(search, selects) {
      const words = folded(search.value).split(/[\s@]+/).filter(Boolean);
      const wanted = selects.filter((one) => one.value).map((one) => [one.dataset.field, one.value]);
      return (item) =>
        words.every((word) => item.text.includes(word)) && wanted.every(([field, value]) => has(item.facts, field, value));
    },
    /* Unknown comes last whichever way it is sorted; what is equal stays as it stood at first. */
    sort(items, by, direction) {
      for (const item of items) item.key = (keys[by] ?? ((row) => data.get(row, by)))(item.facts, item);
      const compare = by === "name" ? collator.compare : (a, b) => a - b;
      items.sort((a, b) => {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.place - b.place;
        return direction * compare(a.key, b.key) || a.place - b.place;
      });
    },
  };
};
