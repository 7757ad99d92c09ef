import type { WrittenSection } from './grant-change.js';

/** The part of a change that is not of the application: its reason, and what belongs to it. */
export const REASON = 'reason';

type Fields = ReadonlyMap<string, string>;

/** As kept in JSON, in the order in which rows and lines stand. */
export const writtenFields = (fields: Fields): WrittenSection['fields'] => [...fields];

export const sameFields = (before: WrittenSection['fields'], after: Fields): boolean => {
  const texts = new Map(before);
  return texts.size === after.size && [...after].every(([field, text]) => texts.get(field) === text);
};

/** The text of a field of the reason's part; blank while nothing was typed. */
export function typedIn(
  { sections }: { readonly sections: Readonly<Record<string, WrittenSection>> },
  field: string,
): string {
  return new Map(sections[REASON]?.fields ?? []).get(field) ?? '';
}
