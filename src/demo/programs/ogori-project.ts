import { laterLetters } from './later-letters.js';
import { municipalityId } from '../../kernel/actor.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { OGORI_PROJECT_FORM } from './ogori-project-form.js';
import { OGORI_KEEPING, OGORI_REFUND } from './ogori-refunds.js';
import { OGORI_PROJECT_REPORT } from './ogori-reports.js';
import { OGORI_RUBRIC } from './ogori-rubric.js';
import { payable, type DemoProgram } from './program-references.js';
import { PLAIN } from './rule-parts.js';

const CONSULT = '内容によっては対象になりません。理由を書いてください。（見本）';

/**
 * 小郡市 令和8年度 事業補助金. That the 支援金 has this second part is known from
 * 小郡市協働のまちづくり推進事業支援金交付規則（平成26年規則第24号）; its rate, cap, costs and dates are not published: 見本.
 */
export const ogoriProjectSubsidy: DemoProgram = {
  town: municipalityId('402168'),
  code: 'jigyo',
  budgetCode: '02-01-11-19',
  document: ({ budgetLineId, handledBy }) => ({
    name: '令和8年度 事業補助金',
    purpose: '校区のまちづくり組織が、地域の課題に取り組む事業にかかる費用の一部を支援します。',
    fiscalYear: fiscalYear(2026),
    legalBasis: { title: '小郡市協働のまちづくり推進事業支援金交付規則（平成26年規則第24号）', short: '交付規則' },
    sample: [
      '補助率（3分の2）、上限（30万円）、端数処理、差し引く収入',
      '対象となる経費の科目と単価の目安',
      '受付期間と交付決定の予定日、取下げの期限',
      '条番号と様式番号',
      '申請の質問、添付書類、誓約の文',
      '1年度に申請できる件数',
      '審査の確認項目と交付の条件、審査会の評価項目と基準',
      '支払方法、概算払の時期と割合、予算科目と予算額',
      '実績報告の期限と質問、検査の確認項目',
      '返還の期限、加算金と延滞金の率と端数',
    ],
    rule: {
      facts: [],
      terms: [
        { ...PLAIN, kind: 'rate', label: '事業補助金', article: '交付規則第5条（見本）', rate: [2, 3], of: 'all' },
      ],
      deductions: { otherIncome: true, taxCredit: true, article: '交付規則第5条第2項（見本）' },
      caps: [{ kind: 'yen', label: '上限', article: '交付規則別表（見本）', yen: '300000' }],
      rounding: { unit: 1000, mode: 'down', on: 'sum', article: '交付規則第5条第3項（見本）' },
      overSubscription: { method: 'pro-rata', unit: 1000, article: '交付規則第5条第4項（見本）' },
    },
    budgetLineId,
    payment: {
      method: 'estimate',
      methodLabel: '概算払',
      settlement: true,
      schedule: {
        unit: 1000,
        article: '交付規則第9条第2項（見本）',
        parts: [
          { month: null, share: [1, 2] },
          { month: 10, share: [3, 10] },
        ],
      },
    },
    eligibleStart: { kind: 'decision', priorStart: true },
    perYear: { most: 3, article: '交付規則第6条（見本）' },
    withdrawalDays: 14,
    changes: {
      totalPercent: 20,
      categoryPercent: 20,
      article: '交付規則第8条（見本）',
      discontinuationArticle: '交付規則第8条第2項（見本）',
      revocationArticle: '交付規則第12条（見本）',
      reportArticle: '交付規則第10条（見本）',
      progressDue: null,
    },
    project: { titleQuestion: 'title', periodQuestion: 'period' },
    timetable: { opens: localDate('2026-04-01'), closes: localDate('2026-05-29'), decisionBy: localDate('2026-06-30') },
    panel: OGORI_RUBRIC,
    checklist: [
      check('registered', 'まちづくり組織として登録されている', '第2条', 'organization-registered'),
      check('period', '受付期間のうちに提出されている', '第6条', 'within-period'),
      check('officers', '代表者の任期が提出の日に続いている', '第6条', 'officer-term-valid'),
      check('balance', '収支予算書の収入合計と支出合計が一致している', '第6条', 'budget-balances'),
      check('declared', '誓約事項のすべてに同意している', '第6条', 'declarations-given'),
      check('start', '事業の期間が対象となる期間に入っている', '第5条', 'start-allowed'),
      check('count', '1年度に申請できる件数のうちである', '第6条', 'over-yearly-count'),
      check('same-cost', '同じ経費に市のほかの補助を受けていない', '第5条', 'same-cost'),
      check('public', '校区の課題の解決につながり、住民に開かれている', '第3条', null),
      check('not-excluded', '営利・宗教・政治を目的とする活動を含まない', '第3条', null),
      check('costs', '対象とする経費が事業に直接必要で、単価が相当である', '第5条', null),
      check('able', '体制と日程から見て実施できる', '第4条', null),
    ],
    form: OGORI_PROJECT_FORM,
    budget: {
      grantLabel: '事業補助金',
      income: [
        { id: 'own', label: '自己資金（会費・繰越金）', deducted: false },
        { id: 'fees', label: '参加費', deducted: true },
        { id: 'donations', label: '寄附金・協賛金', deducted: true },
        { id: 'other-income', label: 'その他の収入', deducted: true },
      ],
      expenditure: [
        {
          ...payable('lecturer', '講師謝礼'),
          note: '会の構成員への謝礼は対象になりません。（見本）',
          article: '交付規則別表（見本）',
          limits: [{ label: '講師への謝礼', unit: '人', yen: '30000', article: '交付規則別表（見本）' }],
        },
        payable('supplies', '消耗品費'),
        payable('printing', '印刷製本費'),
        payable('postage', '通信運搬費'),
        payable('rent', '会場・機材の使用料'),
        payable('insurance', '保険料'),
        { ...payable('equipment', '備品費'), treatment: 'consult', note: CONSULT, article: '交付規則別表（見本）' },
        { ...payable('outsourcing', '委託料'), treatment: 'consult', note: CONSULT, article: '交付規則別表（見本）' },
        {
          ...payable('food', '食糧費・懇親会費'),
          treatment: 'ineligible',
          note: '茶菓、弁当、懇親会の費用。（見本）',
          article: '交付規則別表（見本）',
        },
        {
          ...payable('other-cost', 'その他（対象外の経費）'),
          treatment: 'ineligible',
          note: '記念品、構成員の人件費など。（見本）',
          article: '交付規則別表（見本）',
        },
      ],
      basis: true,
      taxCredit: true,
    },
    report: OGORI_PROJECT_REPORT,
    refund: OGORI_REFUND,
    keeping: OGORI_KEEPING,
    disclosure: {
      application: ['purpose', 'content', 'people'],
      report: ['done-people', 'done', 'achieved', 'lessons'],
      field: 'field',
      photographs: true,
    },
    letters: {
      decision: {
        template: 'project-decision',
        formLabel: '様式第2号（第7条関係）（見本）',
        wording: null,
        seal: 'space',
      },
      receipt: { template: 'receipt', formLabel: null, wording: null },
      claim: { template: 'claim', formLabel: '様式第3号（第9条関係）（見本）', wording: null },
      ...laterLetters('第8条', '第12条'),
    },
    conditions: [
      '補助金は、申請書に記載した事業に要する経費のほかに使用しないこと。（見本）',
      '事業の内容または経費の配分を変えるときは、あらかじめ市長の承認を受けること。（見本）',
      '事業が終わったときは、30日以内に実績報告書を提出すること。（見本）',
      '収入と支出を明らかにした帳簿を備え、証拠書類とともに5年間保存すること。（見本）',
    ],
    articles: {
      application: '交付規則第6条（見本）',
      decision: '交付規則第7条（見本）',
      claim: '交付規則第9条（見本）',
    },
    handledBy,
  }),
};

type Check = ReturnType<DemoProgram['document']>['checklist'][number];

function check(id: string, text: string, article: string, automatic: Check['automatic']): Check {
  return { id, text, article: `交付規則${article}（見本）`, automatic };
}
