import type { ProgramDocument } from '../program-document.js';
import { CHANGE_LETTERS, DETERMINATION } from './later-letter-words.js';
import type { LetterName } from './letter-form.js';
import { DIRECTION_LETTER } from './direction-letter-words.js';
import { DISPOSAL_LETTERS, REFUND_LETTERS } from './refund-letter-words.js';
import { needed, ORGANIZATION, PROGRAM, value, type LetterWord, type Names } from './letter-word.js';
import { TOLD_LETTERS } from './told-letter-words.js';

/** What 交付決定通知書 may say of a decision. Amounts are digits, days `YYYY-MM-DD`. */
export type DecisionWords = Readonly<{
  program: string;
  organization: string;
  appliedOn: string;
  amount: string;
  appliedAmount: string;
  reduced: boolean;
  reductions: readonly Readonly<{ cost: string; judged: string; reason: string }>[];
  /** Of a reduction by hand; blank where the costs say why. */
  reason: string;
  decisionArticle: string;
  claimArticle: string;
  paymentMethod: string;
  conditions: readonly string[];
  /** null where the grant is for running the organisation. */
  project: Readonly<{ title: string; period: string }> | null;
}>;

/** What 受付票 may say of an application that was sent. */
export type ReceiptWords = Readonly<{
  program: string;
  receivedNumber: string;
  receivedOn: string;
  submittedAt: string;
  organization: string;
  submittedBy: string;
  amount: string;
  fileCount: number;
  decisionBy: string;
}>;

/** What 請求書 may say of a claim. */
export type ClaimWords = Readonly<{
  program: string;
  claimArticle: string;
  decidedOn: string;
  decisionNumber: string;
  amount: string;
  /** In force on the day of the claim. */
  grantAmount: string;
  /** By earlier claims that stand. */
  claimedBefore: string;
  /** What is left to claim after this one. */
  unclaimed: string;
  paymentMethod: string;
  account: Readonly<{ bank: string; branch: string; kind: string; number: string; holder: string }>;
  responsible: Readonly<{ name: string; phone: string }>;
  inCharge: Readonly<{ name: string; phone: string }>;
}>;

const DECISION: Readonly<Record<Names<DecisionWords>, readonly LetterWord[]>> = {
  program: [PROGRAM],
  organization: [ORGANIZATION],
  appliedOn: [value('appliedOn', '申請書を受け付けた日', 'era')],
  amount: [needed(value('amount', '交付決定額', 'yen'))],
  appliedAmount: [value('appliedAmount', '交付申請額', 'yen')],
  reduced: [
    {
      ...{ name: 'reduced', write: '{% if reduced %}減額して{% endif %}' },
      meaning: '減額の交付のときだけ印字する言葉（2つの印の間）',
    },
  ],
  reductions: [
    {
      ...{ name: 'reductions', meaning: '減額の理由（経費ごとに1行）', needed: true },
      write:
        '{% for line in reductions %}   1. {{ line.cost }}を{{ line.judged }}とする。{{ line.reason }}（改行）{% endfor %}',
      printed: ['{% for line in reductions %}{{ line.reason }}{% break %}{% endfor %}'],
    },
  ],
  reason: [needed(value('reason', '減額の理由（職員が書いた文。ないときは空）'))],
  decisionArticle: [value('decisionArticle', '決定の根拠となる条（規則の名称から）')],
  claimArticle: [value('claimArticle', '請求の根拠となる条')],
  paymentMethod: [value('paymentMethod', '支払方法')],
  conditions: [
    {
      ...{ name: 'conditions', meaning: '交付の条件（1件に1行）', needed: true },
      write: '{% for condition in conditions %}   1. {{ condition }}（改行）{% endfor %}',
      printed: ['{{ conditions.first }}', '{{ conditions.last }}'],
    },
  ],
  project: [value('project.title', '補助事業の名称'), value('project.period', '補助事業の期間')],
};

const RECEIPT: Readonly<Record<Names<ReceiptWords>, readonly LetterWord[]>> = {
  program: [PROGRAM],
  receivedNumber: [needed(value('receivedNumber', '受付番号'))],
  receivedOn: [needed(value('receivedOn', '受付日', 'era'))],
  submittedAt: [value('submittedAt', '提出した日時')],
  organization: [ORGANIZATION],
  submittedBy: [value('submittedBy', '提出した人')],
  amount: [value('amount', '申請額', 'yen')],
  fileCount: [value('fileCount', '添付した書類の数')],
  decisionBy: [value('decisionBy', '交付決定の予定日', 'era')],
};

const CLAIM: Readonly<Record<Names<ClaimWords>, readonly LetterWord[]>> = {
  program: [PROGRAM],
  claimArticle: [value('claimArticle', '請求の根拠となる条')],
  decidedOn: [value('decidedOn', '交付決定通知書の日付', 'era')],
  decisionNumber: [value('decisionNumber', '交付決定通知書の文書番号')],
  amount: [needed(value('amount', '請求金額', 'yen'))],
  grantAmount: [value('grantAmount', '交付決定額', 'yen')],
  claimedBefore: [value('claimedBefore', '既に請求した額', 'yen')],
  unclaimed: [value('unclaimed', '残額（交付決定額から既請求額と今回請求額を引いた額）', 'yen')],
  paymentMethod: [value('paymentMethod', '支払方法')],
  account: [
    needed(value('account.bank', '振込先の金融機関')),
    needed(value('account.branch', '振込先の店')),
    needed(value('account.kind', '預金の種目')),
    needed(value('account.number', '口座番号')),
    needed(value('account.holder', '口座名義（カナ）')),
  ],
  responsible: [
    needed(value('responsible.name', '発行責任者の職と氏名')),
    needed(value('responsible.phone', '発行責任者の電話')),
  ],
  inCharge: [
    needed(value('inCharge.name', '発行担当者の職と氏名')),
    needed(value('inCharge.phone', '発行担当者の電話')),
  ],
};

/** 不交付決定通知書 says what it is about and why; it has neither amount nor conditions. */
const REFUSAL: readonly LetterWord[] = [
  ...[...DECISION.program, ...DECISION.organization, ...DECISION.appliedOn, ...DECISION.appliedAmount],
  ...DECISION.decisionArticle,
  {
    ...{ name: 'project', write: '{% if project %}（改行）{% else %}（改行）{% endif %}' },
    meaning: '補助事業への交付か、団体の運営への交付かで変わる言葉',
  },
  ...DECISION.project,
  needed(value('reason', '不交付の理由')),
];

const WORDS: Readonly<Record<LetterName, readonly LetterWord[]>> = {
  receipt: Object.values(RECEIPT).flat(),
  decision: Object.values(DECISION).flat(),
  refusal: REFUSAL,
  claim: Object.values(CLAIM).flat(),
  ...CHANGE_LETTERS,
  ...TOLD_LETTERS,
  determination: Object.values(DETERMINATION).flat(),
  ...REFUND_LETTERS,
  ...DISPOSAL_LETTERS,
  direction: DIRECTION_LETTER,
};

const WORKING = ['算定内訳', '算定の内訳の表'] as const;

/** The tables that the house draws itself, by the letter in which they may stand as `[[name]]`. */
export const LETTER_TABLES: Readonly<Record<LetterName, readonly (readonly [name: string, meaning: string])[]>> = {
  receipt: [
    WORKING,
    ['添付書類', '提出した書類の表'],
    ['収入の部', '収支予算書の収入の表'],
    ['支出の部', '収支予算書の支出の表'],
    ['別紙', '書類ごとの照合コードの表'],
  ],
  decision: [WORKING],
  refusal: [],
  claim: [],
  amendment: [WORKING],
  amendmentRefusal: [],
  discontinuation: [],
  discontinuationRefusal: [],
  revocation: [],
  minorChange: [],
  progressReport: [],
  accidentReport: [],
  determination: [WORKING],
  repaymentNotice: [],
  repaymentOrder: [],
  repaymentDunning: [],
  repaymentPlan: [],
  chargeRelief: [],
  repaymentRemission: [],
  disposal: [['納付額の内訳', '納付を求める額の内訳の表']],
  disposalRefusal: [],
  repaymentShare: [],
  direction: [],
};

/** The words of a letter under this edition, in the order of their explanation. */
export const lettersWords = ({ project }: Pick<ProgramDocument, 'project'>, letter: LetterName): LetterWord[] =>
  WORDS[letter].filter(({ name }) => project !== null || letter !== 'decision' || !name.startsWith('project.'));
