import { typedTexts } from './typed-records.js';
import type { Compared } from './stale-comparison.js';

/** What was typed into these fields, to be shown again whatever else was wrong with the form. */
export const typedFields = <Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> => {
  const texts = typedTexts({ form: body }, 'form');
  return Object.fromEntries(names.map((name) => [name, texts[name] ?? ''])) as Record<Name, string>;
};

/** The fields of a form as they are kept and as they were typed, for two people who worked on the same one. */
export const compared = <Name extends string>(
  labels: Readonly<Record<Name, string>>,
  kept: Readonly<Record<Name, string>>,
  typed: Readonly<Record<Name, string>>,
): Compared[] =>
  (Object.keys(labels) as Name[]).map((name) => ({ label: labels[name], kept: kept[name], typed: typed[name] }));
