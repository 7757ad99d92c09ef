import { Injectable } from '@nestjs/common';
import type { Fault } from '../../../kernel/domain-error.js';
import { Municipalities } from '../../../municipalities/index.js';
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
  constructor(
    private readonly municipalities: Municipalities,
    private readonly templates: LetterTemplates,
  ) {}

  async desks(tx: Transaction, document: ProgramDocument): Promise<Readonly<Record<LetterName, WordingDesk>>> {
    const { slug } = await this.municipalities.of(tx);
    const deskOf = (letter: LetterName): WordingDesk => ({
      standing: this.templates.textOf(letterOf(document, letter).template, slug),
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
