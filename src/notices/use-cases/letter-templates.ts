import { Injectable } from '@nestjs/common';
import type { Letter } from '../domain/letter.js';
import { type Inserts, markdownBlocks } from './markdown-blocks.js';
import { type TemplateData, Wordings } from './wording.js';

/** What the wording gives to a letter; who sends it to whom is the stage's. */
export type WordedLetter = Pick<Letter, 'title' | 'titleNote' | 'blocks'>;

/** The wording of letters, which a town may override file by file in `templates/letters/<town>/`. */
@Injectable()
export class LetterTemplates {
  private readonly wordings = new Wordings('letters');

  /**
   * `data` are plain values (never markup); `inserts` are the blocks that stand where the template says `[[name]]`.
   * Throws on a missing template, variable or insert.
   */
  render(kind: string, townSlug: string, data: TemplateData, inserts: Inserts = {}): WordedLetter {
    const { head, body } = this.wordings.render(kind, townSlug, data);
    const { title, titleNote, ...unknown } = head;
    if (!title) throw new Error(`the template ${kind} has no title`);
    const [stray] = Object.keys(unknown);
    if (stray !== undefined) throw new Error(`the template ${kind} has an unknown entry ${stray}`);
    return { title, titleNote: titleNote ? titleNote : null, blocks: markdownBlocks(body, inserts) };
  }
}
