import { firstDayOf, lastDayOf } from '../../../kernel/fiscal-year.js';
import { addDays, formatEra } from '../../../kernel/local-date.js';
import type { ProgramDocument } from '../program-document.js';
import type { LetterName } from './letter-form.js';
import type { ChangeWords, DeterminationWords } from './later-letter-words.js';
import type { ClaimWords, DecisionWords, ReceiptWords } from './letter-words.js';

/** A name is written in one piece within a sentence. */
export const inOnePiece = (name: string): string => name.replace(/\s+/g, '');

/** The rule in full with the article: 小郡市…交付規則（平成26年規則第24号）第7条. */
export const citedInFull = ({ legalBasis }: ProgramDocument, article: string): string =>
  `${legalBasis.title}${article.startsWith(legalBasis.short) ? article.slice(legalBasis.short.length) : article}`;

export const SAMPLE_ORGANIZATION = '見本校区協働のまちづくり協議会';

/** An invented decision, granted whole and granted in part. Whatever the edition says itself is said as it says it. */
export function sampleDecisions(document: ProgramDocument): readonly [whole: DecisionWords, reduced: DecisionWords] {
  const { articles, payment, conditions, project, timetable, name } = document;
  const whole: DecisionWords = {
    program: inOnePiece(name),
    organization: SAMPLE_ORGANIZATION,
    appliedOn: timetable.opens,
    amount: '480000',
    appliedAmount: '480000',
    reduced: false,
    reductions: [],
    reason: '',
    decisionArticle: citedInFull(document, articles.decision),
    claimArticle: articles.claim,
    paymentMethod: payment.methodLabel,
    conditions: conditions.length > 0 ? conditions : ['交付の条件（見本）'],
    project: project && { title: '校区防災訓練（見本）', period: '事業の期間（見本）' },
  };
  const reductions = [{ cost: '備品費（見本）48,000円', judged: '対象外', reason: '事業の後も使うため（見本）。' }];
  const reason = '予算の範囲内とするため（見本）。';
  return [whole, { ...whole, amount: '432000', reduced: true, reductions, reason }];
}

/** An invented receipt, with files and without. */
export function sampleReceipts({ name, timetable }: ProgramDocument): readonly [ReceiptWords, ReceiptWords] {
  const withFiles: ReceiptWords = {
    program: name,
    receivedNumber: '見本第1号',
    receivedOn: timetable.opens,
    submittedAt: '午前9時（見本）',
    organization: SAMPLE_ORGANIZATION,
    submittedBy: '会長　見本花子',
    amount: '480000',
    fileCount: 1,
    decisionBy: timetable.decisionBy,
  };
  return [withFiles, { ...withFiles, fileCount: 0 }];
}

/** An invented claim of half of what was granted. */
export const sampleClaim = ({ name, articles, payment, fiscalYear }: ProgramDocument): ClaimWords => ({
  program: name,
  claimArticle: articles.claim,
  decidedOn: firstDayOf(fiscalYear),
  decisionNumber: '見本第2号',
  amount: '240000',
  grantAmount: '480000',
  claimedBefore: '120000',
  unclaimed: '120000',
  paymentMethod: payment.methodLabel,
  account: { bank: '見本銀行', branch: '見本支店', kind: '普通', number: '0000001', holder: 'ﾐﾎﾝｷﾖｳｷﾞｶｲ' },
  responsible: { name: '会長　見本花子', phone: '0000-00-0001' },
  inCharge: { name: '会計　見本一郎', phone: '0000-00-0002' },
});

/** An invented refusal of what the sample decision grants. */
export const sampleRefusal = (document: ProgramDocument): DecisionWords => ({
  ...sampleDecisions(document)[0],
  ...{ amount: '0', reason: '交付の対象となる事業に当たらないため（見本）。' },
});

type Kind = Extract<LetterName, `amendment${string}` | `discontinuation${string}` | 'revocation'>;

/** Invented changes of the sample decision: an amendment up and one cut down, an end with money spent, a revocation whole and in part. */
export function sampleChanges(document: ProgramDocument, kind: Kind): readonly ChangeWords[] {
  const { changes, conditions, fiscalYear, name, legalBasis } = document;
  const articles: Readonly<Record<Kind, string>> = {
    amendment: changes.article,
    amendmentRefusal: changes.article,
    discontinuation: changes.discontinuationArticle,
    discontinuationRefusal: changes.discontinuationArticle,
    revocation: changes.revocationArticle,
  };
  const first = firstDayOf(fiscalYear);
  const up: ChangeWords = {
    ...{ program: inOnePiece(name), organization: SAMPLE_ORGANIZATION },
    ...{ decidedOn: first, decisionNumber: '見本第2号', decisionAmount: '480000' },
    ...{
      appliedOn: addDays(first, 150),
      article: articles[kind] === '' ? legalBasis.title : citedInFull(document, articles[kind]),
    },
    ...{ before: '480000', amount: '500000', moved: '増額', revoked: '0', over: '0' },
    ...{ reason: '雨の備えが要ることが分かったため（見本）。', decisionReason: '', reduced: false },
    ...{ conditions: conditions.length > 0 ? conditions : ['交付の条件（見本）'] },
    ...{ effectiveOn: addDays(first, 180), spent: '120000', whole: false, heardOn: formatEra(addDays(first, 170)) },
  };
  const decisionReason = '予算の範囲内とするため（見本）。';
  if (kind === 'amendment') return [up, { ...up, amount: '400000', moved: '減額', reduced: true, decisionReason }];
  if (kind !== 'revocation') return [{ ...up, decisionReason }];
  const reason = '補助金の一部を、申請と異なる目的に使ったため（見本）。';
  const part = { ...up, reason, amount: '300000', moved: '減額', revoked: '180000', over: '60000' };
  return [part, { ...part, amount: '0', revoked: '480000', whole: true, over: '0' }];
}

/** An invented determination with money to come, with money to come back, and as it was paid. */
export function sampleDeterminations(document: ProgramDocument): readonly DeterminationWords[] {
  const { articles, fiscalYear, name, project, report } = document;
  const rest: DeterminationWords = {
    ...{ program: inOnePiece(name), project: project && '校区防災訓練（見本）' },
    ...{
      reportedOn: addDays(lastDayOf(fiscalYear), -10),
      decidedOn: firstDayOf(fiscalYear),
      decisionNumber: '見本第2号',
    },
    ...{
      determinationArticle: citedInFull(document, report?.articles.determination ?? ''),
      claimArticle: articles.claim,
    },
    ...{ decision: '480000', amount: '450000', paidBefore: '240000', rest: '210000', over: '', closedYear: '' },
    disallowed: ['食糧費（見本）30,000円　補助の対象となる経費ではないため'],
  };
  return [
    rest,
    { ...rest, paidBefore: '480000', rest: '', over: '30000' },
    { ...rest, amount: '480000', paidBefore: '480000', rest: '', disallowed: [] },
  ];
}
