/** The letters of which a programme decides the form and the words, in the order in which a grant meets them. */
export const LETTER_TITLES = {
  receipt: '受付票',
  decision: '交付決定通知書',
  refusal: '不交付決定通知書',
  claim: '請求書',
  amendment: '変更承認通知書',
  amendmentRefusal: '変更不承認通知書',
  discontinuation: '中止（廃止）承認通知書',
  discontinuationRefusal: '中止（廃止）不承認通知書',
  revocation: '交付決定取消通知書',
  minorChange: '軽微変更届受理通知書',
  progressReport: '状況報告確認通知書',
  accidentReport: '事故報告に対する指示通知書',
  determination: '額の確定通知書',
  repaymentNotice: '返還通知書',
  repaymentOrder: '返還命令書',
  repaymentDunning: '督促状',
  repaymentPlan: '履行延期承認通知書',
  chargeRelief: '加算金・延滞金減免通知書',
  repaymentRemission: '返還金免除通知書',
  disposal: '財産処分承認通知書',
  disposalRefusal: '財産処分不承認通知書',
  repaymentShare: '財産処分に伴う納付通知書',
  direction: '検証結果通知書',
} as const satisfies Readonly<Record<string, string>>;

export type LetterName = keyof typeof LETTER_TITLES;
export const LETTER_NAMES = Object.keys(LETTER_TITLES) as readonly LetterName[];

export interface LetterForm {
  readonly template: string;
  readonly formLabel: string | null;
  /** The programme's own text in the place of the template's; null: the template of the town or the house holds. */
  readonly wording: string | null;
}

/** The template where an edition names none. */
export const LETTER_TEMPLATES: Readonly<Record<LetterName, string>> = {
  receipt: 'receipt',
  decision: 'grant-decision',
  refusal: 'grant-refusal',
  claim: 'claim',
  amendment: 'grant-amendment',
  amendmentRefusal: 'grant-amendment-refusal',
  discontinuation: 'grant-discontinuation',
  discontinuationRefusal: 'grant-discontinuation-refusal',
  revocation: 'grant-revocation',
  minorChange: 'minor-change',
  progressReport: 'progress-report',
  accidentReport: 'accident-report',
  determination: 'amount-determination',
  repaymentNotice: 'repayment-notice',
  repaymentOrder: 'repayment-order',
  repaymentDunning: 'repayment-dunning',
  repaymentPlan: 'repayment-plan',
  chargeRelief: 'repayment-charge-relief',
  repaymentRemission: 'repayment-remission',
  disposal: 'property-disposal',
  disposalRefusal: 'property-disposal-refusal',
  repaymentShare: 'repayment-share',
  direction: 'project-direction',
};

/** What every edition says of its letters; those that it leaves out have neither number nor words of their own. */
export type ProgramLetters = Readonly<
  Record<'receipt' | 'claim', LetterForm> & { decision: LetterForm & { readonly seal: Seal } } & Partial<
      Record<LetterName, LetterForm>
    >
>;

export type Seal = 'space' | 'omitted' | 'none';

/**
 * What an edition says of its letters: the number of 額の確定通知書 stands with the report that it answers, those of 返還 and
 * 財産処分 with their terms.
 */
interface SaysOfLetters {
  readonly letters: ProgramLetters;
  readonly report: Labelled | null;
  readonly refund?: Labelled;
  readonly keeping?: Labelled;
}

interface Labelled {
  readonly formLabel: string | null;
}

/** A letter under this edition. */
export function letterOf({ letters, report, refund, keeping }: SaysOfLetters, name: LetterName): LetterForm {
  const said = letters[name] ?? { template: LETTER_TEMPLATES[name], formLabel: null, wording: null };
  if (name === 'determination') return { ...said, formLabel: report?.formLabel ?? null };
  if (DEMANDS.includes(name)) return { ...said, formLabel: refund?.formLabel ?? null };
  return DISPOSALS.includes(name) ? { ...said, formLabel: keeping?.formLabel ?? null } : said;
}

const DEMANDS: readonly LetterName[] = ['repaymentNotice', 'repaymentOrder', 'repaymentShare'];
const DISPOSALS: readonly LetterName[] = ['disposal', 'disposalRefusal'];
