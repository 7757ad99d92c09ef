import type { FormSection } from '../../forms/index.js';

/** A day of every year, such as 4月20日. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** Until when 実績報告書 is asked for. */
export interface ReportDue {
  /** Days from the day after the end of the project (民法140条). */
  readonly days: number;
  /** A day after the end of the programme's year that holds where it comes earlier; null: the days alone. */
  readonly latest: DayOfYear | null;
  /** Days from the day after 中止 or 廃止. */
  readonly discontinuedDays: number;
  readonly article: string;
}

/** What a programme asks for when the money was spent: 実績報告, its inspection 検査 and 額の確定. */
export interface ReportForm {
  readonly due: ReportDue;
  /** The results, page by page. The first period that is asked is the one in which the project was carried out. */
  readonly form: readonly FormSection[];
  /** 領収書の写し is asked for every expenditure. */
  readonly receipts: boolean;
  /** 次年度繰越 as a line of the account; null where nothing may be carried over. */
  readonly carryOver: { readonly label: string; readonly article: string } | null;
  /** A grant whose amount does not depend on the costs is still never more than what was spent on eligible ones. */
  readonly withinCost: boolean;
  /** What staff check of every report. */
  readonly checklist: readonly { readonly id: string; readonly text: string; readonly article: string }[];
  readonly articles: { readonly report: string; readonly determination: string };
  /** 様式番号 of 額の確定通知書. */
  readonly formLabel: string | null;
}

/** What is asked where an edition says nothing of its own. */
export const RESULT_QUESTIONS: readonly FormSection[] = [
  {
    id: 'results',
    title: '事業の実績',
    lead: '計画と比べながら、実際に行ったことを書きます。',
    questions: [
      {
        ...{ id: 'done-period', kind: 'period', label: '実際に行った期間', hint: '準備から片づけまで。' },
        ...{ required: true, when: null },
      },
      {
        ...{ id: 'done-people', kind: 'number', label: '参加した人の数', hint: 'のべ人数でかまいません。', unit: '人' },
        ...{ least: 0, most: 1_000_000, required: true, when: null },
      },
      {
        ...{ id: 'done', kind: 'text', lines: 'many', label: '行ったこと', maxLength: 1000 },
        ...{ hint: 'いつ、どこで、何をしたかを書いてください。', required: true, when: null },
      },
    ],
  },
  {
    id: 'evaluation',
    title: 'ふりかえり',
    lead: 'よかったことも、うまくいかなかったことも、来年の役に立ちます。',
    questions: [
      {
        ...{ id: 'achieved', kind: 'choice', many: false, label: '計画とくらべて', hint: '' },
        ...{ required: true, when: null },
        options: [
          { id: 'as-planned', label: '計画どおりにできた' },
          { id: 'mostly', label: 'おおむね計画どおりにできた' },
          { id: 'partly', label: '一部しかできなかった' },
          { id: 'not', label: 'できなかった' },
        ],
      },
      {
        ...{ id: 'lessons', kind: 'text', lines: 'many', label: '成果と、これからの課題', maxLength: 600 },
        ...{ hint: '地域がどう変わったか、次に生かしたいことを書いてください。', required: true, when: null },
      },
    ],
  },
];

/** 30 days is what towns ask most often; a town that knows better says so in its edition. */
export const USUAL_REPORT: ReportForm = {
  due: { days: 30, latest: null, discontinuedDays: 30, article: '' },
  form: RESULT_QUESTIONS,
  receipts: true,
  carryOver: null,
  withinCost: true,
  checklist: [
    { id: 'report-done', text: '交付決定の内容と条件のとおりに事業が行われている', article: '' },
    { id: 'report-costs', text: '支出が事業に直接必要なもので、対象となる期間のうちにある', article: '' },
    { id: 'report-receipts', text: '領収書の宛名・日付・金額が収支決算書と合っている', article: '' },
  ],
  articles: { report: '', determination: '' },
  formLabel: null,
};

/** Editions older than the reports ask for one where the money is settled. */
export const reportOf = (said: ReportForm | null | undefined, { settlement }: { readonly settlement: boolean }) =>
  said ?? (settlement ? USUAL_REPORT : null);
