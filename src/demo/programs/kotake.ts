import { laterLetters } from './later-letters.js';
import { municipalityId } from '../../kernel/actor.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { payable, type DemoProgram } from './program-references.js';
import { PLAIN, UNADJUSTED, WARDS } from './rule-parts.js';

/** 小竹町 令和8年度 地域活動運営交付金: a sample throughout; no figure of it is taken from the town. */
export const kotakeOperatingGrant: DemoProgram = {
  town: municipalityId('404012'),
  code: 'unei',
  budgetCode: '02-01-08-18',
  document: ({ budgetLineId, handledBy }) => ({
    name: '令和8年度 地域活動運営交付金（見本）',
    purpose: '地域の組織が住民とともにまちづくりを続けられるよう、組織の運営にかかる費用を支援します。（見本）',
    fiscalYear: fiscalYear(2026),
    legalBasis: { title: '小竹町地域活動運営交付金交付要綱（見本）', short: '交付要綱' },
    sample: ['制度のすべての項目'],
    rule: {
      ...UNADJUSTED,
      facts: [WARDS],
      terms: [
        { ...PLAIN, kind: 'flat', label: '均等割', article: '交付要綱第4条（見本）', yen: '200000' },
        {
          ...PLAIN,
          kind: 'per-unit',
          label: '行政区割',
          article: '交付要綱第4条（見本）',
          unit: 'wards',
          unitLabel: '行政区',
          less: null,
          yen: '20000',
        },
      ],
    },
    budgetLineId,
    payment: { method: 'ordinary', methodLabel: '通常払', settlement: false },
    eligibleStart: { kind: 'day', day: localDate('2026-04-01') },
    perYear: { most: 1, article: '交付要綱第5条（見本）' },
    withdrawalDays: 14,
    changes: {
      totalPercent: 20,
      categoryPercent: 20,
      article: '交付要綱第7条（見本）',
      discontinuationArticle: '交付要綱第7条第2項（見本）',
      revocationArticle: '交付要綱第11条（見本）',
      reportArticle: '交付要綱第9条（見本）',
      progressDue: null,
    },
    project: null,
    timetable: { opens: localDate('2026-04-01'), closes: localDate('2026-06-15'), decisionBy: localDate('2026-07-15') },
    panel: null,
    report: null,
    disclosure: { application: ['aim', 'activities'], report: [], field: null, photographs: false },
    checklist: [
      {
        id: 'registered',
        text: '地域の組織として登録されている',
        article: '交付要綱第3条（見本）',
        automatic: 'organization-registered',
      },
      {
        id: 'period',
        text: '受付期間のうちに提出されている',
        article: '交付要綱第5条（見本）',
        automatic: 'within-period',
      },
      {
        id: 'officers',
        text: '代表者の任期が提出の日に続いている',
        article: '交付要綱第5条（見本）',
        automatic: 'officer-term-valid',
      },
      {
        id: 'balance',
        text: '収支予算書の収入合計と支出合計が一致している',
        article: '交付要綱第5条（見本）',
        automatic: 'budget-balances',
      },
      {
        id: 'declared',
        text: '誓約事項のすべてに同意している',
        article: '交付要綱第5条（見本）',
        automatic: 'declarations-given',
      },
      { id: 'content', text: '計画の内容が交付の目的に合っている', article: '交付要綱第2条（見本）', automatic: null },
    ],
    form: [
      {
        id: 'plan',
        title: '年間の計画',
        lead: '今年度に何をするかを書きます。',
        questions: [
          {
            id: 'aim',
            kind: 'text',
            lines: 'many',
            label: '今年度に取り組むこと',
            hint: '住民、町、協働のどれで行うかも書いてください。',
            maxLength: 600,
            required: true,
            when: null,
          },
          {
            id: 'activities',
            kind: 'text',
            lines: 'many',
            label: '主な活動と時期',
            hint: '回数と時期がわかるように書いてください。',
            maxLength: 1000,
            required: true,
            when: null,
          },
        ],
      },
      {
        id: 'attachments',
        title: '添付書類',
        lead: '書類があれば添えます。',
        questions: [
          {
            id: 'assembly',
            kind: 'file',
            many: true,
            label: '総会の資料',
            hint: '事業計画と予算が承認されたことがわかるもの。',
            required: false,
            when: null,
          },
          {
            id: 'other',
            kind: 'file',
            many: true,
            label: 'そのほかの書類',
            hint: '必要に応じて添えてください。',
            required: false,
            when: null,
          },
        ],
      },
      {
        id: 'pledges',
        title: '誓約',
        lead: '一つずつ読み、同意するものに印を付けます。',
        questions: [
          {
            id: 'no-gangs',
            kind: 'declaration',
            label: '暴力団の排除',
            hint: '',
            required: true,
            when: null,
            text: '暴力団または暴力団員と関係がありません。（見本）',
          },
          {
            id: 'purpose',
            kind: 'declaration',
            label: '使いみち',
            hint: '',
            required: true,
            when: null,
            text: '交付金を目的のほかに使いません。（見本）',
          },
        ],
      },
    ],
    budget: {
      grantLabel: '地域活動運営交付金',
      income: [
        { id: 'dues', label: '会費', deducted: false },
        { id: 'carried', label: '前年度繰越金', deducted: false },
        { id: 'other-income', label: 'その他の収入', deducted: false },
      ],
      expenditure: [
        payable('meetings', '会議費'),
        payable('office', '事務費'),
        payable('activities', '活動費'),
        payable('other-expenditure', 'その他の支出'),
      ],
      basis: false,
      taxCredit: false,
    },
    letters: {
      decision: {
        template: 'grant-decision',
        formLabel: '様式第2号（第6条関係）（見本）',
        wording: null,
        seal: 'space',
      },
      receipt: { template: 'receipt', formLabel: null, wording: null },
      claim: { template: 'claim', formLabel: '様式第4号（第8条関係）（見本）', wording: null },
      ...laterLetters('第9条', '第13条'),
    },
    conditions: ['交付金を目的のほかに使用しないこと。（見本）', '帳簿と証拠書類を5年間保存すること。（見本）'],
    articles: {
      application: '交付要綱第5条（見本）',
      decision: '交付要綱第6条（見本）',
      claim: '交付要綱第8条（見本）',
    },
    handledBy,
  }),
};
