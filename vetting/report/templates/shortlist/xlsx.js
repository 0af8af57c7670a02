/* A workbook of one sheet: texts as inline strings in cells formatted as text, numbers as numbers, no formula. */
vet.xlsx = (() => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const HEADER_STYLE = 1;
  const STYLES = { text: 2, number: 3, share: 4 };
  const WIDE = { reason: 60, unseen: 60, name: 28, handles: 28 };
  const LONGEST = 32767;

  const escaped = (text) =>
    text
      .slice(0, LONGEST)
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
      .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
      .replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  function letters(column) {
    const last = String.fromCharCode(65 + (column % 26));
    return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
  }

  function cell(value, place, style) {
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
    const text = `<is><t xml:space="preserve">${escaped(String(value))}</t></is>`;
    return `<c r="${place}" s="${style}" t="inlineStr">${text}</c>`;
  }

  function sheet(data, rows) {
    const line = (cells, number) => `<row r="${number}">${cells.join("")}</row>`;
    const head = data.export.map(([, name], column) => cell(name, `${letters(column)}1`, HEADER_STYLE));
    const body = rows.map((row, place) =>
      line(
        data.export.map(([field, , kind], column) => {
          const value = vet.value(data, row, field);
          return cell(value, `${letters(column)}${place + 2}`, typeof value === "string" ? STYLES.text : STYLES[kind]);
        }),
        place + 2,
      ),
    );
    const width = ([field, , kind], column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${WIDE[field] ?? (kind === "text" ? 20 : 13)}" customWidth="1"/>`;
    const last = letters(data.export.length - 1);
    return (
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${data.export.map(width).join("")}</cols><sheetData>${line(head, 1)}${body.join("")}</sheetData>` +
      `<autoFilter ref="A1:${last}${rows.length + 1}"/></worksheet>`
    );
  }

  const styles = () => {
    const font = (bold) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
    const format = (number, more = "", inner = "") =>
      `<xf numFmtId="${number}" fontId="${inner ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}>${inner}</xf>`;
    const wrapped = '<alignment wrapText="1" vertical="top"/>';
    return (
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2">${font("")}${font("<b/>")}</fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
      format(0) + format(49, ' applyAlignment="1" applyFont="1"', wrapped) + format(49, ' quotePrefix="1"') +
      `${format(0)}${format(10)}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  };

  const parts = (data, rows) => ({
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels":
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${escaped(document.querySelector("h1").textContent).slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles(),
    "xl/worksheets/sheet1.xml": sheet(data, rows),
  });

  return (data, rows) => vet.zip(parts(data, rows));
})();
