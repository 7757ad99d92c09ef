import { formatFiscalYear, lastDayOf } from '../../../kernel/fiscal-year.js';
import { addDays } from '../../../kernel/local-date.js';
import type { ProgramDocument } from '../program-document.js';
import type { DirectionWords } from './direction-letter-words.js';
import { citedInFull, inOnePiece, SAMPLE_ORGANIZATION } from './sample-words.js';

/** An invented project that goes on, and one that ends. */
export function sampleDirections(document: ProgramDocument): readonly DirectionWords[] {
  const { fiscalYear, legalBasis, name, rule, verification } = document;
  const article = verification?.article ?? '';
  const [first, last] = [verification?.directions[0]?.label, verification?.directions.at(-1)?.label];
  const counted = rule.facts.find(({ source }) => source === 'support-year');
  const goesOn: DirectionWords = {
    ...{ program: inOnePiece(name), organization: SAMPLE_ORGANIZATION, project: '花いっぱい通学路（見本）' },
    ...{ year: formatFiscalYear(fiscalYear), supportYear: counted ? `1${counted.unitLabel}` : '' },
    ...{ decisionOn: addDays(lastDayOf(fiscalYear), -250), decisionNumber: '見本第2号' },
    article: article === '' ? legalBasis.title : citedInFull(document, article),
    ...{ direction: first ?? '継続', reason: '担い手が育っており、次の年度も続けるため（見本）。' },
    decidedOn: addDays(lastDayOf(fiscalYear), 40),
  };
  return [goesOn, { ...goesOn, supportYear: '', direction: last ?? '終了', reason: '目的を達したため（見本）。' }];
}
