/* CSV after RFC 4180, in UTF-8 with a byte order mark, in which no text can become a formula. */
vet.csv = (data, rows) => {
  /* A spreadsheet that parts at semicolons, as in France, would see a new cell after each: there too. */
  const begins = /(^|[;\t\r\n|])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/g;
  const harmless = (text) => (/^[\t\r\n]/.test(text) ? `'${text}` : text.replace(begins, "$1'$2"));
  const cell = (value) => {
    if (value === null) return "";
    return typeof value === "number" ? String(value) : `"${harmless(String(value)).replaceAll('"', '""')}"`;
  };
  const lines = rows.map((row) => data.export.map(([field]) => cell(vet.value(data, row, field))));
  const header = data.export.map(([, name]) => cell(name));
  return ["\ufeff", [header, ...lines].map((line) => `${line.join(",")}\r\n`).join("")];
};
