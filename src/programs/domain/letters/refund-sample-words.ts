import { firstDayOf, lastDayOf } from '../../../kernel/fiscal-year.js';
import { addDays } from '../../../kernel/local-date.js';
import { keepingTermsOf, refundTermsOf, type ProgramDocument } from '../program-document.js';
import type { DisposalLetter, DisposalWords, FurtherWords, RefundWords } from './refund-letter-words.js';
import { citedInFull, inOnePiece, SAMPLE_ORGANIZATION } from './sample-words.js';

/** An invented demand with both charges and one without any; each act of an invented debt. */
export function sampleRefunds(document: ProgramDocument): readonly (RefundWords & FurtherWords)[] {
  const { fiscalYear, name } = document;
  const { article, addition, lateCharge, payAt } = refundTermsOf(document);
  const first = firstDayOf(fiscalYear);
  const dueOn = addDays(lastDayOf(fiscalYear), -40);
  const whole: RefundWords & FurtherWords = {
    ...{ program: inOnePiece(name), organization: SAMPLE_ORGANIZATION, number: '見本返還第1号' },
    ...{ cause: '交付決定の取消し（見本）', note: '見本の備品の売却の収入（見本）' },
    ...{ decidedOn: first, decisionNumber: '見本第2号', article, amount: '180000' },
    ...{ fault: true, additionArticle: addition?.article ?? '見本の条', additionPercent: addition?.percent ?? '0' },
    ...{ late: true, lateArticle: lateCharge?.article ?? '見本の条', latePercent: lateCharge?.percent ?? '0' },
    ...{ payAt: payAt === '' ? '見本の金融機関' : payAt, dueOn, firstDueOn: dueOn },
    ...{ replacedOn: addDays(dueOn, -30), replacedNumber: '見本第3号' },
    ...{ open: '120000', owed: '返還金', chargesLater: true, openOn: dueOn, actArticle: '見本の条' },
    parts: [{ dueOn: addDays(dueOn, 30), amount: '60000' }],
    reliefs: [{ label: '加算金', amount: '1200' }],
  };
  const plain = {
    ...whole,
    note: '',
    article: '',
    fault: false,
    late: false,
    payAt: '',
    owed: '加算金・延滞金',
    chargesLater: false,
  };
  return [whole, { ...plain, replacedOn: null, replacedNumber: null, reliefs: [{ label: '延滞金', amount: null }] }];
}

/** An invented sale, and a transfer for which nothing is asked. */
export function sampleDisposals(document: ProgramDocument, letter: DisposalLetter): readonly DisposalWords[] {
  const { fiscalYear, legalBasis, name } = document;
  const { propertyArticle } = keepingTermsOf(document);
  const applied = addDays(lastDayOf(fiscalYear), 20);
  const sale: DisposalWords = {
    ...{ program: inOnePiece(name), decidedOn: firstDayOf(fiscalYear), decisionNumber: '見本第2号' },
    ...{ appliedOn: applied, plannedOn: addDays(applied, 30) },
    article: propertyArticle === '' ? legalBasis.title : citedInFull(document, propertyArticle),
    ...{ item: '集会用テント（見本）', quantity: 2, price: '90000', kind: '売却', proceeds: '50000' },
    ...{ payBack: '33333', terms: '売却先を報告すること（見本）。' },
  };
  if (letter === 'disposalRefusal') return [{ ...sale, payBack: '', terms: '使い続けるべきため（見本）。' }];
  return [sale, { ...sale, kind: '譲渡', proceeds: '0', payBack: '', terms: '' }];
}
