import { needed, ORGANIZATION, PROGRAM, value, type LetterWord, type Names } from './letter-word.js';

/** What 検証結果通知書 may say. Days are `YYYY-MM-DD`; what there is not is blank. */
export type DirectionWords = Readonly<{
  program: string;
  organization: string;
  project: string;
  /** In words: 令和8年度. */
  year: string;
  /** 2年目; blank where the amount does not depend on it. */
  supportYear: string;
  decisionOn: string;
  decisionNumber: string;
  article: string;
  /** 継続, 拡充, 見直し, 終了, as the edition calls it. */
  direction: string;
  reason: string;
  decidedOn: string;
}>;

const DIRECTION = {
  program: PROGRAM,
  organization: ORGANIZATION,
  project: needed(value('project', '事業の名称')),
  year: needed(value('year', '検証した年度')),
  supportYear: {
    ...{ name: 'supportYear', write: "{% if supportYear != '' %}（支援の{{ supportYear }}）{% endif %}" },
    meaning: '支援の年次（年次で額が変わる制度だけ印字する）',
  },
  decisionOn: value('decisionOn', '交付決定通知書の日付', 'era'),
  decisionNumber: value('decisionNumber', '交付決定通知書の文書番号'),
  article: value('article', '検証の根拠となる条（規則の名称から）'),
  direction: needed(value('direction', '今後の方向性')),
  reason: needed(value('reason', '今後の方向性の理由（職員が書いた文）')),
  decidedOn: value('decidedOn', '今後の方向性を決定した日', 'era'),
} as const satisfies Readonly<Record<Names<DirectionWords>, LetterWord>>;

export const DIRECTION_LETTER: readonly LetterWord[] = Object.values(DIRECTION);
