/* A zip file of parts that are stored as they are. Their date is the first that a zip knows: same rows, same bytes. */
vet.zip = (() => {
  const FIRST_DAY = 0x21;
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });

  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255];
    return (sum ^ 0xffffffff) >>> 0;
  }

  /* Little-endian numbers, each with its width in bytes. */
  function packed(...pairs) {
    const view = new DataView(new ArrayBuffer(pairs.reduce((sum, [, width]) => sum + width, 0)));
    let at = 0;
    for (const [value, width] of pairs) {
      if (width === 4) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += width;
    }
    return new Uint8Array(view.buffer);
  }

  return (parts) => {
    const encoder = new TextEncoder();
    const files = [];
    const directory = [];
    let offset = 0;
    let listed = 0;
    for (const [path, text] of Object.entries(parts)) {
      const name = encoder.encode(path);
      const bytes = encoder.encode(text);
      const facts = [[20, 2], [0, 2], [0, 2], [0, 2], [FIRST_DAY, 2], [checksum(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      const head = packed([0x04034b50, 4], ...facts);
      const entry = packed([0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
      files.push(head, name, bytes);
      directory.push(entry, name);
      offset += head.length + name.length + bytes.length;
      listed += entry.length + name.length;
    }
    const count = directory.length / 2;
    const end = packed([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [listed, 4], [offset, 4], [0, 2]);
    return [...files, ...directory, end];
  };
})();
