import type { Inserts, LetterBlock, LetterVocabulary, TemplateData } from '../../../notices/index.js';
import { LETTER_TABLES, lettersWords } from '../../domain/letters/letter-words.js';
import type { LetterName } from '../../domain/letters/letter-form.js';
import {
  sampleChanges,
  sampleClaim,
  sampleDecisions,
  sampleDeterminations,
  sampleReceipts,
  sampleRefusal,
} from '../../domain/letters/sample-words.js';
import type { ProgramDocument } from '../../domain/program-document.js';

/** What a letter may say under this edition, with invented data of each case in which it is written. */
export function letterVocabulary(document: ProgramDocument, letter: LetterName): LetterVocabulary {
  const words = lettersWords(document, letter);
  return {
    words: words.map(({ name }) => name),
    samples: samplesOf(document, letter),
    inserts: sampleInserts(letter, document),
    needed: words
      .filter(({ needed }) => needed)
      .map(({ meaning, write, printed }) => ({ label: meaning, write, ...(printed && { printed }) })),
  };
}

function samplesOf(document: ProgramDocument, letter: LetterName): readonly TemplateData[] {
  switch (letter) {
    case 'decision':
      return sampleDecisions(document);
    case 'receipt':
      return sampleReceipts(document);
    case 'refusal':
      return [sampleRefusal(document)];
    case 'claim':
      return [sampleClaim(document)];
    case 'determination':
      return sampleDeterminations(document);
    case 'amendment':
    case 'amendmentRefusal':
    case 'discontinuation':
    case 'discontinuationRefusal':
    case 'revocation':
      return sampleChanges(document, letter);
  }
}

const sampleInserts = (letter: LetterName, document: ProgramDocument): Inserts =>
  Object.fromEntries(
    LETTER_TABLES[letter].map(([name]): [string, LetterBlock] => [
      name,
      name === '算定内訳' ? sampleWorking(document) : sampleTable(name),
    ]),
  );

const sampleWorking = ({ rule }: ProgramDocument): LetterBlock => {
  const [{ label, article } = { label: '見本', article: '' }] = rule.terms;
  const line = { label, article, formula: '480,000円（見本）', yen: '480000' };
  return { kind: 'working', working: { lines: [line], total: line.yen } };
};

const sampleTable = (caption: string): LetterBlock => ({
  kind: 'table',
  caption,
  columns: [
    { label: '内容', align: 'start' },
    { label: '', align: 'end' },
  ],
  rows: [['見本', '見本']],
});
