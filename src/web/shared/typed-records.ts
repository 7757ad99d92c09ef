/** Fields that the data of a town names (`plan[aim]`, `budget[line-1][amount]`) and no DTO can list. */
type Loose = Readonly<Record<string, unknown>>;

const recordAt = (body: unknown, field: string): Loose => {
  const value = typeof body === 'object' && body !== null ? (body as Loose)[field] : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
};

/** `field[key]=text` as a record; whatever is not a text is left out. */
export const typedTexts = (body: unknown, field: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(recordAt(body, field)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** `field[key][part]=text` as records under their keys, in the order of the form. */
export const typedRows = (body: unknown, field: string): [string, Readonly<Record<string, string>>][] =>
  Object.keys(recordAt(body, field)).map((key) => [key, typedTexts(recordAt(body, field), key)]);
