import type { LetterName } from './letter-form.js';
import { needed, PROGRAM, value, type LetterWord, type Names } from './letter-word.js';

/** What every letter of a 返還 may say. Amounts are digits, days `YYYY-MM-DD`; what there is not is blank. */
export type RefundWords = Readonly<{
  program: string;
  organization: string;
  number: string;
  cause: string;
  note: string;
  decidedOn: string;
  decisionNumber: string;
  article: string;
  amount: string;
  /** 加算金 is taken. */
  fault: boolean;
  additionArticle: string;
  additionPercent: string;
  /** 延滞金 may be taken. */
  late: boolean;
  lateArticle: string;
  latePercent: string;
  payAt: string;
}>;

/** What the letters say besides, each its own. */
export type FurtherWords = Readonly<{
  dueOn: string;
  /** null where no earlier letter is replaced. */
  replacedOn: string | null;
  replacedNumber: string | null;
  firstDueOn: string;
  open: string;
  /** 返還金, or 加算金 and 延滞金 that are left after it. */
  owed: string;
  /** 延滞金 will be asked for by a letter of its own. */
  chargesLater: boolean;
  openOn: string;
  actArticle: string;
  parts: readonly Readonly<{ dueOn: string; amount: string }>[];
  /** `amount` null: all that is still open. */
  reliefs: readonly Readonly<{ label: string; amount: string | null }>[];
}>;

/** What the answer to 財産処分承認申請 may say. */
export type DisposalWords = Readonly<{
  program: string;
  decidedOn: string;
  decisionNumber: string;
  appliedOn: string;
  article: string;
  item: string;
  quantity: number;
  price: string;
  kind: string;
  plannedOn: string;
  proceeds: string;
  /** Blank where nothing is asked for. */
  payBack: string;
  terms: string;
}>;

export type RefundLetter = Extract<LetterName, `repayment${string}` | 'chargeRelief'>;
export type DisposalLetter = Extract<LetterName, `disposal${string}`>;

const REFUND = {
  program: PROGRAM,
  organization: value('organization', '団体の名称'),
  number: value('number', '返還の番号'),
  cause: value('cause', '返還の理由'),
  note: value('note', '返還の理由の説明（ないときは空）'),
  decidedOn: value('decidedOn', '交付決定通知書の日付', 'era'),
  decisionNumber: value('decisionNumber', '交付決定通知書の文書番号'),
  article: value('article', '返還の根拠となる条（ないときは空）'),
  amount: needed(value('amount', '返還を求める額', 'yen')),
  fault: {
    ...{ name: 'fault', write: '{% if fault %}（加算金の文）{% endif %}' },
    meaning: '加算金をとるときだけ印字する文（2つの印の間）',
  },
  additionArticle: value('additionArticle', '加算金の条'),
  additionPercent: value('additionPercent', '加算金の年の割合（パーセント）'),
  late: {
    ...{ name: 'late', write: '{% if late %}（延滞金の文）{% endif %}' },
    meaning: '延滞金の定めがあるときだけ印字する文（2つの印の間）',
  },
  lateArticle: value('lateArticle', '延滞金の条'),
  latePercent: value('latePercent', '延滞金の年の割合（パーセント）'),
  payAt: value('payAt', '納める場所（ないときは空）'),
} as const satisfies Readonly<Record<Names<RefundWords>, LetterWord>>;

const FURTHER = {
  dueOn: needed(value('dueOn', '納める期限', 'era')),
  replacedOn: {
    ...{ name: 'replacedOn', write: '{% if replacedOn %}{{ replacedOn | era }}{% endif %}' },
    meaning: '取り消す先の通知の日付（あるときだけ印字する）',
  },
  replacedNumber: value('replacedNumber', '取り消す先の通知の文書番号'),
  firstDueOn: value('firstDueOn', 'はじめの期限', 'era'),
  open: needed(value('open', '対象の額（納められていない額）', 'yen')),
  owed: value('owed', '納めるものの名称（返還金、又は加算金・延滞金）'),
  chargesLater: {
    ...{ name: 'chargesLater', write: '{% if chargesLater %}（延滞金をあとで通知する文）{% endif %}' },
    meaning: '返還金が未納で、延滞金の定めがあるときだけ印字する文（2つの印の間）',
  },
  openOn: value('openOn', '残りの額を計算した日', 'era'),
  actArticle: value('actArticle', '手続の根拠となる条'),
  parts: {
    ...{ name: 'parts', meaning: '納める日と額（1回に1行）', needed: true },
    write: '{% for part in parts %}   1. {{ part.dueOn | era }}　{{ part.amount | yen }}（改行）{% endfor %}',
    printed: ['{% for part in parts %}{{ part.amount | yen }}{% break %}{% endfor %}'],
  },
  reliefs: {
    ...{ name: 'reliefs', meaning: '減免する加算金・延滞金（1つに1行）', needed: true },
    write:
      '{% for relief in reliefs %}1. **{{ relief.label }}** {% if relief.amount %}{{ relief.amount | yen }}{% else %}全部{% endif %}（改行）{% endfor %}',
    printed: ['{% for relief in reliefs %}{{ relief.label }}{% break %}{% endfor %}'],
  },
} as const satisfies Readonly<Record<Names<FurtherWords>, LetterWord>>;

const ALL_OF_REFUND: readonly LetterWord[] = Object.values(REFUND);
const ASKING: readonly LetterWord[] = [...ALL_OF_REFUND, FURTHER.dueOn, FURTHER.replacedOn, FURTHER.replacedNumber];
/** An act speaks of what is still open, not of the whole amount. */
const OF_AN_ACT: readonly LetterWord[] = [
  ...ALL_OF_REFUND.filter(({ name }) => name !== 'amount'),
  value('amount', '返還を求めた額', 'yen'),
  FURTHER.actArticle,
];

export const REFUND_LETTERS: Readonly<Record<RefundLetter, readonly LetterWord[]>> = {
  repaymentNotice: ASKING,
  repaymentOrder: ASKING,
  repaymentShare: ASKING,
  repaymentDunning: [...OF_AN_ACT, FURTHER.firstDueOn, FURTHER.dueOn, FURTHER.open, FURTHER.owed, FURTHER.chargesLater],
  repaymentPlan: [...OF_AN_ACT, FURTHER.open, FURTHER.parts],
  chargeRelief: [...OF_AN_ACT, FURTHER.reliefs, value('open', 'ほかに納める額', 'yen'), FURTHER.openOn],
  repaymentRemission: [...OF_AN_ACT, FURTHER.open],
};

const DISPOSAL = {
  program: PROGRAM,
  decidedOn: value('decidedOn', '交付決定通知書の日付', 'era'),
  decisionNumber: value('decisionNumber', '交付決定通知書の文書番号'),
  appliedOn: value('appliedOn', '申請書を受け付けた日', 'era'),
  article: value('article', '根拠となる条（規則の名称から）'),
  item: needed(value('item', '財産の名称')),
  quantity: value('quantity', '数量'),
  price: value('price', '取得価格', 'yen'),
  kind: needed(value('kind', '処分の方法')),
  plannedOn: value('plannedOn', '処分の予定日', 'era'),
  proceeds: value('proceeds', '収入の見込み', 'yen'),
  payBack: {
    ...{ name: 'payBack', meaning: '納付を求める額（ないときは印字しない）', needed: true },
    write: "{% if payBack != '' %}金{{ payBack | yen }}{% endif %}",
    printed: ["{% if payBack != '' %}{{ payBack | yen }}{% endif %}"],
  },
  terms: needed(value('terms', '承認の条件、または承認しない理由（職員が書いた文）')),
} as const satisfies Readonly<Record<Names<DisposalWords>, LetterWord>>;

export const DISPOSAL_LETTERS: Readonly<Record<DisposalLetter, readonly LetterWord[]>> = {
  disposal: Object.values(DISPOSAL),
  disposalRefusal: Object.values(DISPOSAL).filter(({ name }) => name !== 'payBack'),
};
