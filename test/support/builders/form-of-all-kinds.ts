import type { FormSection, Question } from '../../../src/forms/index.js';

const asked = (id: string, label: string, more: Partial<Question> = {}) =>
  ({ id, label, hint: '', required: true, when: null, ...more }) as const;
const option = (id: string, label: string) => ({ id, label });

/** A form that asks in every way there is, with questions that come only after a choice. */
export const FORM_OF_ALL_KINDS: readonly FormSection[] = [
  {
    id: 'project',
    title: '事業の内容',
    lead: '何を、いつ、どこでするかを書きます。',
    questions: [
      { ...asked('title', '事業の名称'), kind: 'text', maxLength: 30, lines: 'one' },
      {
        ...asked('aim', '目的', { hint: 'だれのために、何を変えたいか。' }),
        kind: 'text',
        maxLength: 100,
        lines: 'many',
      },
      { ...asked('span', '実施期間'), kind: 'period' },
      { ...asked('hall', '会場', { required: false }), kind: 'place' },
      { ...asked('people', '参加する人の数'), kind: 'number', unit: '人', least: 1, most: 5000 },
      { ...asked('fee', '一人あたりの参加費', { required: false }), kind: 'yen', most: '10000' },
      { ...asked('meeting', '総会の日'), kind: 'date' },
      {
        ...asked('how', '進め方'),
        kind: 'choice',
        many: false,
        options: [option('own', '自分たちで行う'), option('hire', '一部を委託する')],
      },
      {
        ...asked('why', '委託する理由', { required: false, when: { question: 'how', is: 'hire' } }),
        kind: 'text',
        maxLength: 100,
        lines: 'many',
      },
      {
        ...asked('whom', '対象になる人', { required: false }),
        kind: 'choice',
        many: true,
        options: [option('young', '子ども・若者'), option('old', '高齢の人'), option('all', '住民のみんな')],
      },
      {
        ...asked('steps', '日程'),
        kind: 'table',
        mostRows: 10,
        columns: [
          { ...option('day', '日'), kind: 'date' },
          { ...option('what', 'すること'), kind: 'text' },
          { ...option('hands', '人手'), kind: 'number' },
          { ...option('cost', '費用'), kind: 'yen' },
        ],
      },
    ],
  },
  {
    id: 'papers',
    title: '書類と誓約',
    lead: '書類を添え、誓約を読みます。',
    questions: [
      { ...asked('plan', '計画書'), kind: 'file', many: false },
      { ...asked('photos', '写真', { required: false }), kind: 'file', many: true },
      { ...asked('contract', '委託の見積書', { when: { question: 'how', is: 'hire' } }), kind: 'file', many: false },
      { ...asked('books', '帳簿'), kind: 'declaration', text: '帳簿と領収書を5年間保管します。（見本）' },
    ],
  },
];
