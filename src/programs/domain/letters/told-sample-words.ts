import { firstDayOf } from '../../../kernel/fiscal-year.js';
import { addDays } from '../../../kernel/local-date.js';
import type { ProgramDocument } from '../program-document.js';
import { citedInFull, inOnePiece, SAMPLE_ORGANIZATION } from './sample-words.js';
import type { ToldLetterName, ToldWords } from './told-letter-words.js';

/** An invented notice or report with something to say to it, and one without. */
export function sampleTold(document: ProgramDocument, letter: ToldLetterName): readonly ToldWords[] {
  const { name, fiscalYear, changes, legalBasis, project } = document;
  const first = firstDayOf(fiscalYear);
  const said: ToldWords = {
    ...{ program: inOnePiece(name), organization: SAMPLE_ORGANIZATION },
    ...{ project: project ? '校区防災訓練（見本）' : inOnePiece(name) },
    ...{ decidedOn: first, decisionNumber: '見本第2号', receivedNumber: '見本第1号', amount: '480000' },
    ...{ toldOn: addDays(first, 150), acceptedOn: addDays(first, 155), asOf: addDays(first, 148) },
    article: changes.article === '' ? legalBasis.title : citedInFull(document, changes.article),
    reply: '実施した日を、11月30日までに知らせてください（見本）。',
  };
  return letter === 'accidentReport' ? [said] : [said, { ...said, reply: '' }];
}
