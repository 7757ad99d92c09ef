import { Injectable } from '@nestjs/common';
import type { Letter } from '../domain/letter.js';
import { type Inserts, markdownBlocks } from './markdown-blocks.js';
import { examineWording, type LetterVocabulary } from './examine-wording.js';
import { standingWordings } from './standing-wordings.js';
import type { TemplateData } from './wording.js';
import type { Fault } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { TownWordingStore } from '../store/town-wording.store.js';

/** What the wording gives to a letter; who sends it to whom is the stage's. */
export type WordedLetter = Pick<Letter, 'title' | 'titleNote' | 'blocks'>;

/** A template, and the text that stands in the place of its body where a programme has its own. */
export interface LetterSource {
  readonly template: string;
  readonly wording: string | null;
}

const SEALS = ['space', 'omitted', 'none'] as const;

/** The same, with the form number and the seal. */
export interface WholeLetter extends WordedLetter {
  readonly formLabel: string | null;
  readonly seal: (typeof SEALS)[number];
}

/**
 * A letter in the words of its programme, else of its town (`own`, null where it has none), else of the house. `data` are
 * plain values (never markup); `inserts` are the blocks that stand where the text says `[[name]]`. Throws on a missing
 * template, variable or insert.
 */
export function wordLetter(
  source: LetterSource,
  own: string | null,
  data: TemplateData,
  inserts: Inserts = {},
): WordedLetter {
  const { title, titleNote, blocks } = wordWholeLetter(source, own, data, inserts);
  return { title, titleNote, blocks };
}

/** With what the head says of form and seal: of a letter that no programme words, the town says so there. */
function wordWholeLetter(
  { template: kind, wording }: LetterSource,
  own: string | null,
  data: TemplateData,
  inserts: Inserts,
): WholeLetter {
  const { head, body } = standingWordings.letters.render(kind, own, data, wording);
  const { title, titleNote, formLabel, seal = 'omitted', ...unknown } = head;
  if (!title) throw new Error(`the template ${kind} has no title`);
  const [stray] = Object.keys(unknown);
  if (stray !== undefined) throw new Error(`the template ${kind} has an unknown entry ${stray}`);
  const known = SEALS.find((each) => each === seal);
  if (!known) throw new Error(`the template ${kind} has an unknown seal ${seal}`);
  const form = { formLabel: formLabel ? formLabel : null, seal: known };
  return { title, titleNote: titleNote ? titleNote : null, blocks: markdownBlocks(body, inserts), ...form };
}

/** The wording of letters, which a town may override one by one. */
@Injectable()
export class LetterTemplates {
  constructor(private readonly towns: TownWordingStore) {}

  /** `wordLetter` in the words of the town of this transaction. */
  async render(tx: Transaction, source: LetterSource, data: TemplateData, inserts?: Inserts): Promise<WordedLetter> {
    return wordLetter(source, await this.towns.find(tx, 'letters', source.template), data, inserts);
  }

  /** A letter of the town itself, whose form number and seal stand in the head of its template. */
  async renderWhole(tx: Transaction, source: LetterSource, data: TemplateData): Promise<WholeLetter> {
    return wordWholeLetter(source, await this.towns.find(tx, 'letters', source.template), data, {});
  }

  /** What town or house says in each of these letters: where a programme's own wording begins. */
  async textsOf(tx: Transaction, templates: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const own = await this.towns.all(tx, 'letters');
    return new Map(
      templates.map((template) => [template, standingWordings.letters.bodyOf(template, own.get(template) ?? null)]),
    );
  }

  /** The body of a town's own text. */
  bodyOf(template: string, own: string): string {
    return standingWordings.letters.bodyOf(template, own);
  }

  /** What keeps a text from being the wording of a letter; its faults have no place. */
  faultsIn(text: string, vocabulary: LetterVocabulary): Omit<Fault, 'pointer'>[] {
    return examineWording(text, vocabulary);
  }
}
