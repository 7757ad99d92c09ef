import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYear, firstDayOf, lastDayOf } from '../../kernel/fiscal-year.js';
import { readRule, type RuleSurroundings } from './amount-rule/read-rule.js';
import { readBudgetForm } from './budget-form.js';
import { DocumentReader } from './document-reader.js';
import { AUTOMATIC_CHECKS, PAYMENT_METHOD_LABELS, PAYMENT_METHODS, type ProgramDocument } from './program-document.js';

/**
 * Turns a form or a JSON file into a programme document that can be evaluated, or throws DomainError
 * with every fault at its place (`rule.terms[0].yen`).
 */
export function readProgramDocument(input: unknown): ProgramDocument {
  const reader = new DocumentReader(input);
  const document: ProgramDocument = {
    name: reader.text('name', '補助制度の名称', 60),
    purpose: reader.text('purpose', '目的', 500),
    fiscalYear: fiscalYear(reader.whole('fiscalYear', '年度（西暦）', 2019, 2200)),
    legalBasis: readLegalBasis(reader.within('legalBasis')),
    sample: reader.sentences('sample', '見本の項目'),
    rule: readRule(reader.structure('rule', '算定の決まり'), surroundingsOf(new DocumentReader(input))),
    budgetLineId: reader.text('budgetLineId', '予算科目'),
    payment: readPayment(reader.within('payment')),
    eligibleFrom: reader.day('eligibleFrom', '対象となる経費の始まりの日'),
    withdrawalDays: reader.whole('withdrawalDays', '決定のあとに取り下げられる日数', 0, 365),
    timetable: readTimetable(reader.within('timetable')),
    checklist: reader.list('checklist', (item) => ({
      id: item.id('check'),
      text: item.text('text', '確認項目'),
      article: item.optionalText('article', '確認項目の根拠', 60),
      automatic: AUTOMATIC_CHECKS.find((name) => name === item.optionalText('automatic', '自動確認')) ?? null,
    })),
    declarations: reader.list('declarations', (item) => ({
      id: item.id('declaration'),
      text: item.text('text', '誓約の文', 300),
    })),
    planQuestions: reader.list('planQuestions', (item) => ({
      id: item.id('question'),
      label: item.text('label', '計画の質問', 60),
      hint: item.optionalText('hint', '質問の説明', 300),
      maxLength: item.whole('maxLength', '文字数の上限', 1, 4000),
      required: item.flag('required'),
    })),
    files: reader.list('files', (item) => ({
      id: item.id('file'),
      label: item.text('label', '添付書類の名称', 60),
      hint: item.optionalText('hint', '添付書類の説明', 300),
      required: item.flag('required'),
    })),
    budget: readBudgetForm(reader.within('budget')),
    letters: readLetters(reader.within('letters')),
    conditions: reader.sentences('conditions', '交付の条件'),
    articles: readArticles(reader.within('articles')),
    handledBy: reader.text('handledBy', '担当課'),
  };
  checkWhole(document, reader);
  refuseWhenFaulty(reader.faults);
  return document;
}

/** What a rule may refer to, read ahead by a reader of its own: faults in there are told in their turn, once. */
const surroundingsOf = (ahead: DocumentReader): RuleSurroundings => ({
  categories: readBudgetForm(ahead.within('budget')).expenditure.map(({ id }) => id),
  questions: ahead.list('planQuestions', (item) => item.id('question')),
});

function checkWhole(document: ProgramDocument, reader: DocumentReader): void {
  const { timetable, budget } = document;
  if (timetable.closes < timetable.opens) reader.fault('timetable.closes', 'programs.closes-before-opening');
  if (timetable.decisionBy < timetable.opens) reader.fault('timetable.decisionBy', 'programs.decision-before-opening');
  const year = document.fiscalYear;
  if (document.eligibleFrom < firstDayOf(year) || document.eligibleFrom > lastDayOf(year)) {
    reader.fault('eligibleFrom', 'programs.eligible-outside-year');
  }
  if (document.planQuestions.length === 0) reader.fault('planQuestions[0].label', 'programs.no-questions');
  const groups = {
    checklist: document.checklist,
    declarations: document.declarations,
    planQuestions: document.planQuestions,
    files: document.files,
    'budget.income': budget.income,
    'budget.expenditure': budget.expenditure,
  };
  for (const [field, items] of Object.entries(groups)) {
    const ids = items.map((item) => item.id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (twice >= 0) reader.fault(`${field}[${String(twice)}].id`, 'programs.same-id-twice', { id: ids[twice] ?? '' });
  }
}

const readLegalBasis = (reader: DocumentReader): ProgramDocument['legalBasis'] => ({
  title: reader.text('title', '根拠となる規則', 120),
  short: reader.text('short', '規則の略称', 40),
});

function readPayment(reader: DocumentReader): ProgramDocument['payment'] {
  const method = reader.choice('method', '支払方法', PAYMENT_METHODS);
  return { method, methodLabel: PAYMENT_METHOD_LABELS[method], settlement: reader.flag('settlement') };
}

const readTimetable = (reader: DocumentReader): ProgramDocument['timetable'] => ({
  opens: reader.day('opens', '受付開始日'),
  closes: reader.day('closes', '受付終了日'),
  decisionBy: reader.day('decisionBy', '交付決定の予定日'),
});

function readLetters(reader: DocumentReader): ProgramDocument['letters'] {
  const common = (name: 'decision' | 'receipt' | 'claim', template: string) => {
    const letter = reader.within(name);
    return {
      template: letter.optionalText('template', '通知書のひな形', 60) || template,
      formLabel: letter.optionalText('formLabel', '様式番号', 60) || null,
    };
  };
  return {
    decision: {
      ...common('decision', 'grant-decision'),
      seal: reader.within('decision').choice('seal', '公印', ['space', 'omitted', 'none'] as const),
    },
    receipt: common('receipt', 'receipt'),
    claim: common('claim', 'claim'),
  };
}

const readArticles = (reader: DocumentReader): ProgramDocument['articles'] => ({
  application: reader.text('application', '申請の条', 60),
  decision: reader.text('decision', '決定の条', 60),
  claim: reader.text('claim', '請求の条', 60),
});
