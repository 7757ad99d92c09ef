import { Injectable } from '@nestjs/common';
import type { Letter } from '../domain/letter.js';
import { type Inserts, markdownBlocks } from './markdown-blocks.js';
import { examineWording, type LetterVocabulary } from './examine-wording.js';
import { type TemplateData, Wordings } from './wording.js';
import type { Fault } from '../../kernel/domain-error.js';

/** What the wording gives to a letter; who sends it to whom is the stage's. */
export type WordedLetter = Pick<Letter, 'title' | 'titleNote' | 'blocks'>;

/** A template, and the text that stands in the place of its body where a programme has its own. */
export interface LetterSource {
  readonly template: string;
  readonly wording: string | null;
}

/** The wording of letters, which a town may override file by file in `templates/letters/<town>/`. */
@Injectable()
export class LetterTemplates {
  private readonly wordings = new Wordings('letters');

  /**
   * `data` are plain values (never markup); `inserts` are the blocks that stand where the template says `[[name]]`.
   * Throws on a missing template, variable or insert.
   */
  render(
    { template: kind, wording }: LetterSource,
    townSlug: string,
    data: TemplateData,
    inserts: Inserts = {},
  ): WordedLetter {
    const { head, body } = this.wordings.render(kind, townSlug, data, wording);
    const { title, titleNote, ...unknown } = head;
    if (!title) throw new Error(`the template ${kind} has no title`);
    const [stray] = Object.keys(unknown);
    if (stray !== undefined) throw new Error(`the template ${kind} has an unknown entry ${stray}`);
    return { title, titleNote: titleNote ? titleNote : null, blocks: markdownBlocks(body, inserts) };
  }

  /** What the house itself says in a letter: where a programme's own wording begins. */
  textOf(template: string, townSlug: string): string {
    return this.wordings.bodyOf(template, townSlug);
  }

  /** What keeps a text from being the wording of a letter; its faults have no place. */
  faultsIn(text: string, vocabulary: LetterVocabulary): Omit<Fault, 'pointer'>[] {
    return examineWording(text, vocabulary);
  }
}
