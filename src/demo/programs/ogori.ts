import { municipalityId } from '../../kernel/actor.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { payable, type DemoProgram } from './program-references.js';
import { PLAIN, UNADJUSTED, WARDS } from './rule-parts.js';

/**
 * 小郡市 令和8年度 運営交付金. The rule (均等割 570,000円 + 10,000円 × 行政区数) is that of
 * 小郡市協働のまちづくり推進事業支援金交付規則（平成26年規則第24号）第5条; whatever that text does not tell us is named in `sample`.
 */
export const ogoriOperatingGrant: DemoProgram = {
  town: municipalityId('402168'),
  code: 'unei',
  budgetCode: '02-01-11-18',
  document: ({ budgetLineId, handledBy }) => ({
    name: '令和8年度 運営交付金',
    purpose:
      '小学校区ごとのまちづくり組織が、話し合い、つながり、地域の課題に取り組み続けられるよう、組織の運営にかかる費用を支援します。',
    fiscalYear: fiscalYear(2026),
    legalBasis: { title: '小郡市協働のまちづくり推進事業支援金交付規則（平成26年規則第24号）', short: '交付規則' },
    sample: [
      '受付期間と交付決定の予定日、取下げの期限',
      '第5条のほかの条番号と様式番号',
      '計画の質問、添付書類、誓約の文',
      '収支予算書の科目',
      '審査の確認項目',
      '交付の条件',
      '支払方法（通常払、精算なし）',
      '予算科目と予算額',
    ],
    rule: {
      ...UNADJUSTED,
      facts: [WARDS],
      terms: [
        { ...PLAIN, kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '570000' },
        {
          ...PLAIN,
          kind: 'per-unit',
          label: '行政区割',
          article: '交付規則第5条',
          unit: 'wards',
          unitLabel: '行政区',
          less: null,
          yen: '10000',
        },
      ],
    },
    budgetLineId,
    payment: { method: 'ordinary', methodLabel: '通常払', settlement: false },
    eligibleFrom: localDate('2026-04-01'),
    withdrawalDays: 14,
    timetable: { opens: localDate('2026-04-01'), closes: localDate('2026-05-29'), decisionBy: localDate('2026-06-30') },
    checklist: [
      {
        id: 'registered',
        text: 'まちづくり組織として登録されている',
        article: '交付規則第2条（見本）',
        automatic: 'organization-registered',
      },
      {
        id: 'period',
        text: '受付期間のうちに提出されている',
        article: '交付規則第6条（見本）',
        automatic: 'within-period',
      },
      {
        id: 'officers',
        text: '代表者の任期が提出の日に続いている',
        article: '交付規則第6条（見本）',
        automatic: 'officer-term-valid',
      },
      {
        id: 'balance',
        text: '収支予算書の収入合計と支出合計が一致している',
        article: '交付規則第6条（見本）',
        automatic: 'budget-balances',
      },
      {
        id: 'declared',
        text: '誓約事項のすべてに同意している',
        article: '交付規則第6条（見本）',
        automatic: 'declarations-given',
      },
      {
        id: 'purpose',
        text: '営利・宗教・政治を目的とする活動を含まない',
        article: '交付規則第3条（見本）',
        automatic: null,
      },
      {
        id: 'plan',
        text: '年間の計画が組織の規約に沿い、校区の住民に開かれている',
        article: '交付規則第4条（見本）',
        automatic: null,
      },
      {
        id: 'expenses',
        text: '支出の科目が組織の運営に要する費用である',
        article: '交付規則第5条（見本）',
        automatic: null,
      },
    ],
    declarations: [
      { id: 'no-gangs', text: '暴力団または暴力団員と関係がなく、必要な照会が行われることに同意します。（見本）' },
      {
        id: 'purpose',
        text: '交付金を組織の運営のほかに使いません。営利・宗教・政治を目的とする活動に使いません。（見本）',
      },
      { id: 'books', text: '交付金の出入りを帳簿に記し、領収書とともに5年間保管します。（見本）' },
      { id: 'publish', text: '団体名、交付額、目的が公表されることに同意します。（見本）' },
    ],
    planQuestions: [
      {
        id: 'aim',
        label: '今年度に目ざすこと',
        hint: '校区の住民にどうなってほしいか、2〜3行で書いてください。',
        maxLength: 400,
        required: true,
      },
      {
        id: 'activities',
        label: '主な会議と活動',
        hint: '総会、役員会、部会、広報紙など。時期と回数がわかるように書いてください。',
        maxLength: 1000,
        required: true,
      },
      {
        id: 'together',
        label: 'いっしょに取り組む団体や人',
        hint: '自治会、PTA、子ども会、学校、事業所など。',
        maxLength: 400,
        required: false,
      },
      {
        id: 'next',
        label: '来年度へつなげること',
        hint: '担い手、役員の引き継ぎ、続けたい取り組みなど。',
        maxLength: 400,
        required: false,
      },
    ],
    files: [
      { id: 'assembly', label: '総会の資料', hint: '事業計画と予算が承認されたことがわかるもの。', required: false },
      { id: 'calendar', label: '年間の行事予定', hint: 'すでに作ったものがあれば添えてください。', required: false },
    ],
    budget: {
      grantLabel: '運営交付金',
      income: [
        { id: 'dues', label: '会費・負担金', deducted: false },
        { id: 'donations', label: '寄附金・協賛金', deducted: false },
        { id: 'carried', label: '前年度繰越金', deducted: false },
        { id: 'other-income', label: 'その他の収入', deducted: false },
      ],
      expenditure: [
        payable('meetings', '会議費'),
        payable('office', '事務費'),
        payable('publicity', '広報費'),
        payable('rewards', '役員・事務局の手当'),
        payable('training', '研修費'),
        payable('equipment', '備品費'),
        payable('insurance', '保険料'),
        payable('other-expenditure', 'その他の支出'),
      ],
      basis: false,
      taxCredit: false,
    },
    letters: {
      decision: { template: 'grant-decision', formLabel: '様式第2号（第7条関係）（見本）', seal: 'space' },
      receipt: { template: 'receipt', formLabel: null },
      claim: { template: 'claim', formLabel: '様式第3号（第9条関係）（見本）' },
    },
    conditions: [
      '交付金は、組織の運営に要する費用のほかに使用しないこと。（見本）',
      '交付金に係る収入と支出を明らかにした帳簿を備え、証拠書類とともに5年間保存すること。（見本）',
      '計画の内容を大きく変えるときは、あらかじめ市長に届け出ること。（見本）',
    ],
    articles: {
      application: '交付規則第6条（見本）',
      decision: '交付規則第7条（見本）',
      claim: '交付規則第9条（見本）',
    },
    handledBy,
  }),
};
