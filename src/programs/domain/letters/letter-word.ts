/** A word of a letter as one writes it, and what stands there in its place. */
export interface LetterWord {
  readonly name: string;
  readonly write: string;
  readonly meaning: string;
  /** The letter must say it. */
  readonly needed?: true;
  /** Where `write` is more than one value: what each of these comes to must stand in the letter. */
  readonly printed?: readonly string[];
}

export type Names<Words> = { [Name in keyof Words & string]: Name }[keyof Words & string];

/** `{{ amount | yen }}`. */
export const value = (name: string, meaning: string, filter = ''): LetterWord => ({
  ...{ name, meaning },
  write: filter === '' ? `{{ ${name} }}` : `{{ ${name} | ${filter} }}`,
});
export const needed = (word: LetterWord): LetterWord => ({ ...word, needed: true });

export const PROGRAM = value('program', '補助制度の名称', "remove: ' '");
export const ORGANIZATION = value('organization', '申請した団体の名称');
