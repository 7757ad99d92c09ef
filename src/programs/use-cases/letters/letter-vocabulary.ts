import { formatYen, yen } from '../../../kernel/yen.js';
import type { Inserts, LetterBlock, LetterVocabulary, TemplateData } from '../../../notices/index.js';
import { LETTER_TABLES, lettersWords } from '../../domain/letters/letter-words.js';
import type { LetterName } from '../../domain/letters/letter-form.js';
import { sampleDirections } from '../../domain/letters/direction-sample-words.js';
import { sampleDisposals, sampleRefunds } from '../../domain/letters/refund-sample-words.js';
import {
  sampleChanges,
  sampleClaim,
  sampleDecisions,
  sampleDeterminations,
  sampleReceipts,
  sampleRefusal,
} from '../../domain/letters/sample-words.js';
import { sampleTold } from '../../domain/letters/told-sample-words.js';
import type { ProgramDocument } from '../../domain/program-document.js';

/** What a letter may say under this edition, with invented data of each case in which it is written. */
export function letterVocabulary(document: ProgramDocument, letter: LetterName): LetterVocabulary {
  const words = lettersWords(document, letter);
  const samples = samplesOf(document, letter);
  return {
    words: words.map(({ name }) => name),
    samples,
    inserts: sampleInserts(letter, document, amountOf(samples[0])),
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
    case 'minorChange':
    case 'progressReport':
    case 'accidentReport':
      return sampleTold(document, letter);
    case 'disposal':
    case 'disposalRefusal':
      return sampleDisposals(document, letter);
    case 'repaymentNotice':
    case 'repaymentOrder':
    case 'repaymentShare':
    case 'repaymentDunning':
    case 'repaymentPlan':
    case 'chargeRelief':
    case 'repaymentRemission':
      return sampleRefunds(document);
    case 'direction':
      return sampleDirections(document);
  }
}

const sampleInserts = (letter: LetterName, document: ProgramDocument, amount: string): Inserts =>
  Object.fromEntries(
    LETTER_TABLES[letter].map(([name]): [string, LetterBlock] => [
      name,
      name === '算定内訳' ? sampleWorking(document, amount) : sampleTable(name),
    ]),
  );

const amountOf = (sample: TemplateData | undefined): string => {
  const amount = sample?.['amount'];
  return typeof amount === 'string' ? amount : '0';
};

/** One line that gives the amount of which the sample speaks. */
const sampleWorking = ({ rule }: ProgramDocument, amount: string): LetterBlock => {
  const [{ label, article } = { label: '見本', article: '' }] = rule.terms;
  const line = { label, article, formula: `${formatYen(yen(amount))}（見本）`, yen: amount };
  return { kind: 'working', working: { lines: [line], total: amount } };
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
