import type { KeepingTerms } from '../../kernel/keeping-terms.js';
import { REFUND_PARTS, type RefundTerms } from '../../kernel/refund-terms.js';
import type { ReportForm } from '../../programs/index.js';
import { essay } from './form-parts.js';

const check = (id: string, text: string, article: string) => ({ id, text, article: `交付要綱${article}（見本）` });

/** What is asked after a year of a model project; days, questions and articles are 見本. */
export const KOTAKE_MODEL_REPORT: ReportForm = {
  due: { days: 30, latest: { month: 4, day: 10 }, discontinuedDays: 30, article: '交付要綱第10条（見本）' },
  form: [
    {
      id: 'results',
      title: 'モデル事業の実績',
      lead: '計画とくらべながら、今年度に実際に行ったことを書きます。',
      questions: [
        {
          ...{ id: 'done-period', kind: 'period', label: '実際に行った期間', hint: '準備から片づけまで。' },
          ...{ required: true, when: null },
        },
        essay({ id: 'done', label: '行ったこと', hint: 'いつ、どこで、何をしたかを書いてください。' }, 1000),
        {
          ...{
            id: 'done-people',
            kind: 'number',
            label: '参加した人の数',
            hint: 'のべ人数でかまいません。',
            unit: '人',
          },
          ...{ least: 0, most: 100_000, required: true, when: null },
        },
        {
          ...{
            id: 'new-helpers',
            kind: 'number',
            label: '新しくたずさわった人の数',
            hint: 'いなければ0。',
            unit: '人',
          },
          ...{ least: 0, most: 10_000, required: true, when: null },
        },
      ],
    },
    {
      id: 'evaluation',
      title: 'ふりかえり',
      lead: 'よかったことも、うまくいかなかったことも、次の年の役に立ちます。',
      questions: [
        {
          ...{ id: 'achieved', kind: 'choice', many: false, label: '目標とくらべて', hint: '' },
          ...{ required: true, when: null },
          options: [
            { id: 'as-planned', label: '計画どおりにできた' },
            { id: 'mostly', label: 'おおむね計画どおりにできた' },
            { id: 'partly', label: '一部しかできなかった' },
            { id: 'not', label: 'できなかった' },
          ],
        },
        essay({ id: 'raised', label: '人材育成・組織づくりの成果', hint: '担い手や組織がどう変わったか。' }, 600),
        essay(
          { id: 'lessons', label: '成果と、これからの課題', hint: '地域がどう変わったか、次に生かしたいこと。' },
          600,
        ),
      ],
    },
  ],
  receipts: true,
  carryOver: null,
  withinCost: true,
  checklist: [
    check('as-decided', '交付決定の内容と条件のとおりに事業が行われている', '第8条'),
    check('in-period', '支出の日が事業の期間のうちにある', '第4条'),
    check('receipts', '領収書の宛名・日付・金額・品名が収支決算書と合っている', '第10条'),
    check('no-other-grant', '同じ経費にほかの補助金が使われていない', '第4条'),
  ],
  articles: { report: '交付要綱第10条（見本）', determination: '交付要綱第11条（見本）' },
  formLabel: '様式第7号（第11条関係）（見本）',
};

/** How money is taken back; days, articles and places are 見本. */
export const KOTAKE_REFUND: RefundTerms = {
  article: '交付要綱第14条（見本）',
  days: 20,
  claimClass: 'private',
  addition: {
    ...{ article: '交付要綱第15条第1項（見本）', percent: '10.95', yearCount: 'always-365' },
    ...{ baseUnit: 1, unit: 100, least: 0 },
  },
  lateCharge: {
    ...{ article: '交付要綱第15条第2項（見本）', percent: '10.95', yearCount: 'always-365' },
    ...{ baseUnit: 1, unit: 100, least: 0 },
  },
  allocation: REFUND_PARTS,
  payAt: '小竹町の指定金融機関の窓口（見本）',
  formLabel: '様式第9号（第14条関係）（見本）',
};

/** What is kept after a grant; years, amounts and articles are 見本. */
export const KOTAKE_KEEPING: KeepingTerms = {
  years: 5,
  article: '交付要綱第17条（見本）',
  propertyArticle: '交付要綱第16条（見本）',
  propertyFrom: 30_000,
  propertyYears: 5,
  formLabel: '様式第10号（第16条関係）（見本）',
};
