type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A remark of whoever writes the file: `"//": "…"`. */
const isRemark = (key: string): boolean => key.startsWith('//');

/**
 * The places of a JSON file that nobody reads, as what was read of it (`read`) has nothing there: a misspelt name would be
 * passed over in silence. Rows of a list are alike, so what one of them has may stand in all.
 */
export function strayKeys(written: unknown, read: unknown, place = ''): string[] {
  if (Array.isArray(written)) {
    const rows = Array.isArray(read) ? read.filter(isRecord) : [];
    const like = rows.length > 0 ? together(rows) : undefined;
    return written.flatMap((row, index) => (like ? strayKeys(row, like, `${place}[${String(index)}]`) : []));
  }
  if (!isRecord(written) || !isRecord(read)) return [];
  return Object.entries(written).flatMap(([key, value]) => {
    const here = place === '' ? key : `${place}.${key}`;
    if (isRemark(key)) return [];
    return key in read ? strayKeys(value, read[key], here) : [here];
  });
}

function together(rows: readonly Loose[]): Loose {
  const all: Record<string, unknown> = {};
  for (const [key, value] of rows.flatMap((row) => Object.entries(row))) {
    const known = all[key];
    if (Array.isArray(known) && Array.isArray(value)) all[key] = [...(known as unknown[]), ...(value as unknown[])];
    else if (isRecord(known) && isRecord(value)) all[key] = together([known, value]);
    else if (!isRecord(known) && !Array.isArray(known)) all[key] = value;
  }
  return all;
}
