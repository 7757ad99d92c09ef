import type { LetterName } from './letter-form.js';
import { needed, ORGANIZATION, PROGRAM, value, type LetterWord, type Names } from './letter-word.js';

/** What the letters of a change may say of it and of the decision that it changes. Amounts are digits, days `YYYY-MM-DD`. */
export type ChangeWords = Readonly<{
  program: string;
  organization: string;
  decidedOn: string;
  decisionNumber: string;
  decisionAmount: string;
  appliedOn: string;
  article: string;
  /** The amount in force until this letter, and from it on. */
  before: string;
  amount: string;
  /** 増額, 減額 or 変更なし. */
  moved: string;
  /** Of the organisation; of a revocation, of the town. */
  reason: string;
  /** Of a reduction or refusal, by the town; may be blank of a reduction. */
  decisionReason: string;
  reduced: boolean;
  conditions: readonly string[];
  effectiveOn: string;
  spent: string;
  whole: boolean;
  revoked: string;
  /** What was ordered beyond the new amount; `0` where nothing must come back. */
  over: string;
  /** In words: 令和8年10月1日. */
  heardOn: string;
}>;

/** What 額の確定通知書 may say. `rest` and `over` are blank where there is neither. */
export type DeterminationWords = Readonly<{
  program: string;
  /** null where the grant is for running the organisation. */
  project: string | null;
  reportedOn: string;
  decidedOn: string;
  decisionNumber: string;
  determinationArticle: string;
  claimArticle: string;
  decision: string;
  amount: string;
  paidBefore: string;
  rest: string;
  /** e.g. 令和8年度, where its books are closed; else blank. */
  closedYear: string;
  over: string;
  disallowed: readonly string[];
}>;

const CHANGE = {
  program: value('program', '補助制度の名称'),
  organization: ORGANIZATION,
  decidedOn: value('decidedOn', '交付決定通知書の日付', 'era'),
  decisionNumber: value('decisionNumber', '交付決定通知書の文書番号'),
  decisionAmount: value('decisionAmount', 'はじめの交付決定額', 'yen'),
  appliedOn: value('appliedOn', '申請書を受け付けた日', 'era'),
  article: value('article', '根拠となる条（規則の名称から）'),
  before: value('before', 'これまでの交付決定額', 'yen'),
  amount: needed(value('amount', 'これからの交付決定額', 'yen')),
  moved: value('moved', '「増額」「減額」「変更なし」のどれか'),
  reason: value('reason', '申請の理由（取消しのときは、取消しの理由）'),
  decisionReason: needed(value('decisionReason', '減額または不承認の理由（職員が書いた文）')),
  reduced: {
    ...{ name: 'reduced', write: '{% if reduced %}減額して{% endif %}' },
    meaning: '減額して承認するときだけ印字する言葉（2つの印の間）',
  },
  conditions: {
    ...{ name: 'conditions', meaning: '交付の条件（1件に1行）' },
    write: '{% for condition in conditions %}   1. {{ condition }}（改行）{% endfor %}',
  },
  effectiveOn: needed(value('effectiveOn', '中止（廃止）の日', 'era')),
  spent: value('spent', 'これまでに使った額（申請書による）', 'yen'),
  whole: {
    ...{ name: 'whole', write: '{% if whole %}全部{% else %}一部{% endif %}' },
    meaning: '全部取消しか一部取消しかで変わる言葉',
  },
  revoked: needed(value('revoked', '取り消す額', 'yen')),
  over: {
    ...{ name: 'over', meaning: '返還を求める額（ないときは印字しない）', needed: true },
    ...{
      write: "{% if over != '0' %}金{{ over | yen }}{% endif %}",
      printed: ["{% if over != '0' %}{{ over | yen }}{% endif %}"],
    },
  },
  heardOn: value('heardOn', '弁明を聴いた日'),
} as const satisfies Readonly<Record<Names<ChangeWords>, LetterWord>>;

const OF_THE_DECISION = [CHANGE.program, CHANGE.organization, CHANGE.decidedOn, CHANGE.decisionNumber, CHANGE.article];
const OF_A_REQUEST = [...OF_THE_DECISION, CHANGE.appliedOn, CHANGE.before, CHANGE.reason];

type ChangeLetter = Extract<LetterName, `amendment${string}` | `discontinuation${string}` | 'revocation'>;

/** Each letter offers what its case knows. */
export const CHANGE_LETTERS: Readonly<Record<ChangeLetter, readonly LetterWord[]>> = {
  amendment: [
    ...[...OF_A_REQUEST, CHANGE.decisionAmount, CHANGE.amount, CHANGE.moved, CHANGE.reduced],
    ...[CHANGE.decisionReason, CHANGE.conditions],
  ],
  amendmentRefusal: [...OF_A_REQUEST, CHANGE.decisionReason],
  discontinuation: [...OF_A_REQUEST, CHANGE.effectiveOn, CHANGE.spent],
  discontinuationRefusal: [...OF_A_REQUEST, CHANGE.decisionReason],
  revocation: [
    ...[...OF_THE_DECISION, CHANGE.before, CHANGE.whole, CHANGE.revoked, CHANGE.amount],
    ...[needed(CHANGE.reason), CHANGE.heardOn, CHANGE.over],
  ],
};

export const DETERMINATION: Readonly<Record<Names<DeterminationWords>, readonly LetterWord[]>> = {
  program: [PROGRAM],
  project: [value('project', '補助事業の名称（団体の運営への交付のときは空）')],
  reportedOn: [value('reportedOn', '実績報告書を受け付けた日', 'era')],
  decidedOn: [value('decidedOn', '交付決定通知書の日付', 'era')],
  decisionNumber: [value('decisionNumber', '交付決定通知書の文書番号')],
  determinationArticle: [value('determinationArticle', '額の確定の根拠となる条（規則の名称から）')],
  claimArticle: [value('claimArticle', '請求の根拠となる条')],
  decision: [value('decision', '交付決定額', 'yen')],
  amount: [needed(value('amount', '確定額', 'yen'))],
  paidBefore: [value('paidBefore', '既に支払った額（返還を差し引いた額）', 'yen')],
  rest: [
    {
      ...{ name: 'rest', meaning: 'これから支払う額（ないときは印字しない）', needed: true },
      ...{
        write: "{% if rest != '' %}金{{ rest | yen }}{% endif %}",
        printed: ["{% if rest != '' %}{{ rest | yen }}{% endif %}"],
      },
    },
  ],
  closedYear: [value('closedYear', '出納を閉鎖した年度（閉鎖していないときは空）')],
  over: [
    {
      ...{ name: 'over', meaning: '返還していただく額（ないときは印字しない）', needed: true },
      ...{
        write: "{% if over != '' %}金{{ over | yen }}{% endif %}",
        printed: ["{% if over != '' %}{{ over | yen }}{% endif %}"],
      },
    },
  ],
  disallowed: [
    {
      ...{ name: 'disallowed', meaning: '対象としなかった経費と理由（1件に1行）', needed: true },
      write: '{% for cost in disallowed %}   1. {{ cost }}（改行）{% endfor %}',
      printed: ['{% for cost in disallowed %}{{ cost }}{% break %}{% endfor %}'],
    },
  ],
};
