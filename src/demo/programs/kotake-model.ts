import { municipalityId } from '../../kernel/actor.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import type { AmountRule, RuleTerm } from '../../programs/index.js';
import { KOTAKE_MODEL_FORM } from './kotake-model-form.js';
import { KOTAKE_KEEPING, KOTAKE_MODEL_REPORT, KOTAKE_REFUND } from './kotake-model-report.js';
import { KOTAKE_VERIFICATION } from './kotake-model-verification.js';
import { payable, type DemoProgram } from './program-references.js';
import { PLAIN } from './rule-parts.js';

const YEARS_ARTICLE = '交付要綱別表（見本）';

/** Declining support: 9/10, 7/10 and 5/10 of the eligible cost in the first, second and third year, then nothing; 見本. */
const RULE: AmountRule = {
  facts: [{ id: 'support-year', label: '支援の年次', unitLabel: '年目', source: 'support-year' }],
  terms: [year(1, [9, 10], '200000'), year(2, [7, 10], '150000'), year(3, [5, 10], '100000')],
  deductions: { otherIncome: true, taxCredit: false, article: '交付要綱第5条第2項（見本）' },
  caps: [],
  rounding: { unit: 1000, mode: 'down', on: 'sum', article: '交付要綱第5条第3項（見本）' },
  overSubscription: { method: 'pro-rata', unit: 1000, article: '交付要綱第5条第4項（見本）' },
};

/**
 * 小竹町 令和8年度 協働のまちづくりモデル事業補助金: that the town has had such projects since 平成21年度 is known; every figure, article and
 * question here is a sample.
 */
export const kotakeModelSubsidy: DemoProgram = {
  town: municipalityId('404012'),
  code: 'model',
  budgetCode: '02-01-08-19',
  decidedAtOnce: true,
  document: ({ budgetLineId, handledBy }) => ({
    name: '令和8年度 協働のまちづくりモデル事業補助金（見本）',
    purpose:
      '採択された企画提案などをもとに、地域の組織が住民と町の協働で取り組むモデル事業を、3年のあいだ支援します。（見本）',
    fiscalYear: fiscalYear(2026),
    legalBasis: { title: '小竹町協働のまちづくりモデル事業補助金交付要綱（見本）', short: '交付要綱' },
    sample: ['制度のすべての項目'],
    rule: RULE,
    budgetLineId,
    payment: { method: 'estimate', methodLabel: '概算払', settlement: true },
    eligibleStart: { kind: 'decision', priorStart: false },
    perYear: { most: 3, article: '交付要綱第6条（見本）' },
    withdrawalDays: 14,
    changes: {
      totalPercent: 20,
      categoryPercent: 20,
      article: '交付要綱第8条（見本）',
      discontinuationArticle: '交付要綱第8条第2項（見本）',
      revocationArticle: '交付要綱第13条（見本）',
      reportArticle: '交付要綱第9条第2項（見本）',
      progressDue: null,
    },
    fromProposals: true,
    disclosure: {
      application: ['aim', 'activities', 'people'],
      report: ['done', 'done-people', 'achieved', 'raised', 'lessons'],
      field: null,
      photographs: true,
    },
    project: { titleQuestion: 'title', periodQuestion: 'period' },
    timetable: { opens: localDate('2026-07-15'), closes: localDate('2026-08-31'), decisionBy: localDate('2026-09-30') },
    panel: null,
    checklist: [
      check('registered', '地域の組織として登録されている', '第3条', 'organization-registered'),
      check('period', '受付期間のうちに提出されている', '第6条', 'within-period'),
      check('officers', '代表者の任期が提出の日に続いている', '第6条', 'officer-term-valid'),
      check('balance', '収支予算書の収入合計と支出合計が一致している', '第6条', 'budget-balances'),
      check('declared', '誓約事項のすべてに同意している', '第6条', 'declarations-given'),
      check('start', '事業の期間が対象となる期間に入っている', '第4条', 'start-allowed'),
      check('count', '1年度に申請できる件数のうちである', '第6条', 'over-yearly-count'),
      check('same-cost', '同じ経費に町のほかの補助を受けていない', '第4条', 'same-cost'),
      check('aim', '目的が地域の課題に合い、結果を検証できる', '第2条', null),
      check('together', '住民・町・協働の分担がはっきりしている', '第2条', null),
      check('raising', '人材育成・組織づくりの計画がある', '第2条', null),
      check('lasting', '補助が終わったあとも続ける見通しがある', '第2条', null),
    ],
    form: KOTAKE_MODEL_FORM,
    budget: {
      grantLabel: 'モデル事業補助金',
      income: [
        { id: 'own', label: '自己資金（会費・繰越金）', deducted: false },
        { id: 'fees', label: '参加費', deducted: true },
        { id: 'donations', label: '寄附金・協賛金', deducted: true },
        { id: 'other-income', label: 'その他の収入', deducted: true },
      ],
      expenditure: [
        payable('lecturer', '講師謝礼'),
        payable('training', '研修・視察費'),
        payable('supplies', '消耗品費'),
        payable('printing', '印刷製本費'),
        payable('rent', '会場・機材の使用料'),
        payable('insurance', '保険料'),
        {
          ...payable('equipment', '備品費'),
          ...{ treatment: 'consult', note: '内容によっては対象になりません。理由を書いてください。（見本）' },
          article: YEARS_ARTICLE,
        },
        {
          ...payable('food', '食糧費・懇親会費'),
          ...{ treatment: 'ineligible', note: '茶菓、弁当、懇親会の費用。（見本）' },
          article: YEARS_ARTICLE,
        },
      ],
      basis: true,
      taxCredit: false,
    },
    report: KOTAKE_MODEL_REPORT,
    verification: KOTAKE_VERIFICATION,
    refund: KOTAKE_REFUND,
    keeping: KOTAKE_KEEPING,
    letters: {
      decision: {
        ...{ template: 'project-decision', formLabel: '様式第2号（第7条関係）（見本）', wording: null },
        seal: 'space',
      },
      receipt: { template: 'receipt', formLabel: null, wording: null },
      claim: { template: 'claim', formLabel: '様式第4号（第9条関係）（見本）', wording: null },
      refusal: { template: 'grant-refusal', formLabel: '様式第3号（第7条関係）（見本）', wording: null },
      amendment: { template: 'grant-amendment', formLabel: '様式第5号（第8条関係）（見本）', wording: null },
      discontinuation: {
        template: 'grant-discontinuation',
        formLabel: '様式第6号（第8条関係）（見本）',
        wording: null,
      },
      revocation: { template: 'grant-revocation', formLabel: '様式第8号（第13条関係）（見本）', wording: null },
    },
    conditions: [
      '補助金は、申請書に記載したモデル事業に要する経費のほかに使用しないこと。（見本）',
      '事業の内容または経費の配分を変えるときは、あらかじめ町長の承認を受けること。（見本）',
      '事業が終わったときは、30日以内に実績報告書を提出し、町とともに検証を行うこと。（見本）',
      '収入と支出を明らかにした帳簿を備え、証拠書類とともに5年間保存すること。（見本）',
    ],
    articles: {
      application: '交付要綱第6条（見本）',
      decision: '交付要綱第7条（見本）',
      claim: '交付要綱第9条（見本）',
    },
    handledBy,
  }),
};

function year(is: number, rate: readonly [number, number], cap: string): RuleTerm {
  const label = `${String(is)}年目の補助`;
  return {
    ...PLAIN,
    kind: 'rate',
    label,
    article: YEARS_ARTICLE,
    rate,
    of: 'all',
    cap,
    when: { fact: 'support-year', is },
  };
}

type Check = ReturnType<DemoProgram['document']>['checklist'][number];

function check(id: string, text: string, article: string, automatic: Check['automatic']): Check {
  return { id, text, article: `交付要綱${article}（見本）`, automatic };
}
