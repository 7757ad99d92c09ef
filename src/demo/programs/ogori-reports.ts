import type { FormSection } from '../../forms/index.js';
import type { ReportForm } from '../../programs/index.js';
import { essay } from './form-parts.js';

const REPORT_ARTICLE = '交付規則第10条（見本）';
const DETERMINATION_ARTICLE = '交付規則第11条（見本）';

const check = (id: string, text: string, article: string) => ({ id, text, article: `交付規則${article}（見本）` });

const RESULTS: readonly FormSection[] = [
  {
    id: 'results',
    title: '事業の実績',
    lead: '計画とくらべながら、実際に行ったことを書きます。',
    questions: [
      {
        ...{ id: 'done-period', kind: 'period', label: '実際に行った期間', hint: '準備から片づけまで。' },
        ...{ required: true, when: null },
      },
      {
        ...{ id: 'done-people', kind: 'number', label: '参加した人の数', hint: 'のべ人数でかまいません。', unit: '人' },
        ...{ least: 0, most: 100_000, required: true, when: null },
      },
      essay({ id: 'done', label: '行ったこと', hint: 'いつ、どこで、何をしたかを書いてください。' }, 1000),
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
      essay(
        { id: 'lessons', label: '成果と、これからの課題', hint: '地域がどう変わったか、次に生かしたいこと。' },
        600,
      ),
    ],
  },
];

/** What is asked after a project; days, questions and articles are 見本. */
export const OGORI_PROJECT_REPORT: ReportForm = {
  due: { days: 30, latest: { month: 4, day: 20 }, discontinuedDays: 30, article: REPORT_ARTICLE },
  form: RESULTS,
  receipts: true,
  carryOver: null,
  withinCost: true,
  checklist: [
    check('as-decided', '交付決定の内容と条件のとおりに事業が行われている', '第8条'),
    check('in-period', '支出の日が事業の期間のうちにある', '第5条'),
    check('receipts', '領収書の宛名・日付・金額・品名が収支決算書と合っている', '第10条'),
    check('no-other-grant', '同じ経費にほかの補助金が使われていない', '第5条'),
  ],
  articles: { report: REPORT_ARTICLE, determination: DETERMINATION_ARTICLE },
  formLabel: '様式第6号（第11条関係）（見本）',
};

/** A grant for running the organisation is not settled: a report and an account at the end of the year; 見本. */
export const OGORI_OPERATING_REPORT: ReportForm = {
  due: { days: 30, latest: { month: 4, day: 20 }, discontinuedDays: 30, article: REPORT_ARTICLE },
  form: [
    {
      id: 'results',
      title: '一年間の実績',
      lead: '年間の計画とくらべながら、この一年にしたことを書きます。',
      questions: [
        essay({ id: 'done', label: 'この一年にしたこと', hint: 'おもな行事と会議を書いてください。' }, 1000),
        essay({ id: 'lessons', label: '成果と、これからの課題', hint: '来年度に生かしたいこと。' }, 600),
      ],
    },
  ],
  receipts: false,
  carryOver: { label: '次年度への繰越金', article: '交付規則第10条第2項（見本）' },
  withinCost: false,
  checklist: [
    check('for-running', '支出が組織の運営に要する費用である', '第5条'),
    check('balance', '収支決算書の収入合計と支出合計が一致している', '第10条'),
  ],
  articles: { report: REPORT_ARTICLE, determination: DETERMINATION_ARTICLE },
  formLabel: null,
};
