import type { LetterName, ProgramDocument } from '../program-document.js';

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
  grantAmount: string;
  paymentMethod: string;
  account: Readonly<{ bank: string; branch: string; kind: string; number: string; holder: string }>;
  responsible: Readonly<{ name: string; phone: string }>;
  inCharge: Readonly<{ name: string; phone: string }>;
}>;

export interface LetterWords {
  readonly decision: DecisionWords;
  readonly receipt: ReceiptWords;
  readonly claim: ClaimWords;
}

/** A word of a letter as one writes it, and what stands there in its place. */
export interface LetterWord {
  readonly name: string;
  readonly write: string;
  readonly meaning: string;
  /** The letter must say it. */
  readonly needed?: true;
  /** Where `write` is more than one value: what each of these comes to must stand in the letter. */
  readonly printed?: readonly string[];
}

type Names<Words> = { [Name in keyof Words & string]: Name }[keyof Words & string];

const value = (name: string, meaning: string, filter = ''): LetterWord => ({
  ...{ name, meaning },
  write: filter === '' ? `{{ ${name} }}` : `{{ ${name} | ${filter} }}`,
});
const needed = (word: LetterWord): LetterWord => ({ ...word, needed: true });

const PROGRAM = value('program', '補助制度の名称', "remove: ' '");
const ORGANIZATION = value('organization', '申請した団体の名称');

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

/** The tables that the house draws itself, by the letter in which they may stand as `[[name]]`. */
export const LETTER_TABLES: Readonly<Record<LetterName, readonly (readonly [name: string, meaning: string])[]>> = {
  decision: [['算定内訳', '算定の内訳の表']],
  receipt: [
    ['算定内訳', '算定の内訳の表'],
    ['添付書類', '提出した書類の表'],
    ['収入の部', '収支予算書の収入の表'],
    ['支出の部', '収支予算書の支出の表'],
    ['別紙', '書類ごとの照合コードの表'],
  ],
  claim: [],
};

/** The words of a letter under this edition, in the order of their explanation. */
export function lettersWords({ project }: Pick<ProgramDocument, 'project'>, letter: LetterName): LetterWord[] {
  const words = Object.values<readonly LetterWord[]>({ decision: DECISION, receipt: RECEIPT, claim: CLAIM }[letter]);
  return words.flat().filter(({ name }) => project !== null || !name.startsWith('project.'));
}
