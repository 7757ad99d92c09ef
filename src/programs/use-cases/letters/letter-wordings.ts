import { Injectable } from '@nestjs/common';
import type { Fault } from '../../../kernel/domain-error.js';
import { LetterTemplates } from '../../../notices/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { LetterWord } from '../../domain/letters/letter-word.js';
import { LETTER_TABLES, lettersWords } from '../../domain/letters/letter-words.js';
import { LETTER_NAMES, letterOf, type LetterName } from '../../domain/letters/letter-form.js';
import type { ProgramDocument } from '../../domain/program-document.js';
import { letterVocabulary } from './letter-vocabulary.js';

/** What one needs to word a letter of an edition. */
export interface WordingDesk {
  /** The text of the town or the house, which holds where the edition has none of its own. */
  readonly standing: string;
  readonly words: readonly Pick<LetterWord, 'write' | 'meaning' | 'needed'>[];
}

/** The words of an edition's letters: where they begin, what may stand in them, what is wrong with them. */
@Injectable()
export class LetterWordings {
  constructor(private readonly templates: LetterTemplates) {}

  async desks(tx: Transaction, document: ProgramDocument): Promise<Readonly<Record<LetterName, WordingDesk>>> {
    const templateOf = (letter: LetterName): string => letterOf(document, letter).template;
    const standing = await this.templates.textsOf(tx, LETTER_NAMES.map(templateOf));
    const deskOf = (letter: LetterName): WordingDesk => ({
      standing: standing.get(templateOf(letter)) ?? '',
      words: [
        ...lettersWords(document, letter),
        ...LETTER_TABLES[letter].map(([name, meaning]) => ({ write: `[[${name}]]`, meaning })),
      ],
    });
    return Object.fromEntries(LETTER_NAMES.map((letter) => [letter, deskOf(letter)])) as Record<
      LetterName,
      WordingDesk
    >;
  }

  /** What keeps the town's own texts, by their templates, from being the letters of this edition. */
  faultsOfTexts(
    document: ProgramDocument,
    texts: ReadonlyMap<string, string>,
  ): readonly (Omit<Fault, 'pointer'> & { readonly template: string })[] {
    return LETTER_NAMES.flatMap((letter) => {
      const { template, wording } = letterOf(document, letter);
      const own = texts.get(template);
      if (own === undefined || wording !== null) return [];
      const body = this.templates.bodyOf(template, own);
      return this.templates.faultsIn(body, letterVocabulary(document, letter)).map((fault) => ({ ...fault, template }));
    });
  }

  /** Faults at `letters.decision.wording` and its like. */
  faultsOf(document: ProgramDocument): Fault[] {
    return LETTER_NAMES.flatMap((letter) => {
      const { wording } = letterOf(document, letter);
      if (wording === null) return [];
      const pointer = `letters.${letter}.wording`;
      return this.templates
        .faultsIn(wording, letterVocabulary(document, letter))
        .map((fault): Fault => ({ pointer, ...fault }));
    });
  }
}
