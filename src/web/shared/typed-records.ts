/** Fields that the data of a town names (`form[aim]`, `budget[line-1][amount]`) and no DTO can list. */
type Loose = Readonly<Record<string, unknown>>;

/** `field[key]=…` as a record, whatever its values are. */
export const recordAt = (body: unknown, field: string): Loose => {
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

/** `field[]=text` as a list; parsers turn a long one into a record with numbers for keys. */
export function typedList(body: unknown, field: string): string[] {
  const value = typeof body === 'object' && body !== null ? (body as Loose)[field] : undefined;
  const items = Array.isArray(value) ? value : Object.values(recordAt(body, field));
  return items.filter((item) => typeof item === 'string');
}

/** Every text below `field`, however deep, with its place: `points[form][dates][r1]=x` is `['form.dates.r1', 'x']`. */
export function typedPlaces(body: unknown, field: string): [string, string][] {
  const record = recordAt(body, field);
  return Object.entries(record).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : typedPlaces(record, key).map(([place, text]) => [`${key}.${place}`, text]),
  );
}
