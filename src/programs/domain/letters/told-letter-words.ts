import type { LetterName } from './letter-form.js';
import { needed, ORGANIZATION, value, type LetterWord, type Names } from './letter-word.js';

/** What the answers to 軽微な変更の届, 状況報告 and 事故報告 may say. Amounts are digits, days `YYYY-MM-DD`. */
export type ToldWords = Readonly<{
  program: string;
  organization: string;
  /** As its applicant calls it; the programme's name where the grant is for running the organisation. */
  project: string;
  decidedOn: string;
  decisionNumber: string;
  /** Of changes; from the name of the rule. */
  article: string;
  /** The day on which it came. */
  toldOn: string;
  /** 収受番号; blank of a report. */
  receivedNumber: string;
  /** 決裁日 of the answer. */
  acceptedOn: string;
  /** The day of which a report speaks; blank of a notice. */
  asOf: string;
  /** What the town says to it; of an accident its instruction. */
  reply: string;
  /** In force, and unmoved by it. */
  amount: string;
}>;

const TOLD: Readonly<Record<Names<ToldWords>, LetterWord>> = {
  program: value('program', '補助制度の名称'),
  organization: ORGANIZATION,
  project: value('project', '補助事業の名称（団体の運営への交付のときは、補助制度の名称）'),
  decidedOn: value('decidedOn', '交付決定通知書の日付', 'era'),
  decisionNumber: value('decisionNumber', '交付決定通知書の文書番号'),
  article: value('article', '変更の届の根拠となる条（規則の名称から）'),
  toldOn: value('toldOn', '届または報告を受け付けた日', 'era'),
  receivedNumber: value('receivedNumber', '届の収受番号'),
  acceptedOn: value('acceptedOn', '受理または確認を決めた日', 'era'),
  asOf: value('asOf', 'いつの状況か（事故報告のときは、わかった日）', 'era'),
  reply: needed(value('reply', '団体への連絡（事故報告のときは、団体への指示）')),
  amount: value('amount', 'いまの交付決定額', 'yen'),
};

export type ToldLetterName = Extract<LetterName, 'minorChange' | 'progressReport' | 'accidentReport'>;

const OF_EACH = [
  ...[TOLD.program, TOLD.organization, TOLD.project, TOLD.decidedOn, TOLD.decisionNumber],
  ...[TOLD.toldOn, TOLD.acceptedOn, TOLD.amount, TOLD.reply],
];

export const TOLD_LETTERS: Readonly<Record<ToldLetterName, readonly LetterWord[]>> = {
  minorChange: [...OF_EACH, TOLD.receivedNumber, TOLD.article],
  progressReport: [...OF_EACH, TOLD.asOf],
  accidentReport: [...OF_EACH, TOLD.asOf],
};
