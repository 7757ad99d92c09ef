import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { fiscalYear, firstDayOf, lastDayOf } from '../../kernel/fiscal-year.js';
import { readRule, type RuleSurroundings } from './amount-rule/read-rule.js';
import { readBudgetForm } from './budget-form.js';
import { readChangeRules } from './change-rules.js';
import { DocumentReader, refuseTwice, countableQuestions, readForm } from '../../forms/index.js';
import {
  AUTOMATIC_CHECKS,
  PAYMENT_METHOD_LABELS,
  PAYMENT_METHODS,
  type EligibleStart,
  type ProgramDocument,
} from './program-document.js';
import {
  LETTER_NAMES,
  LETTER_TEMPLATES,
  type LetterForm,
  type LetterName,
  type ProgramLetters,
} from './letters/letter-form.js';
import { withPriorStart } from './prior-start.js';
import { readSchedule } from './payment-schedule.js';
import { readDisclosure } from './read-disclosure.js';
import { readKeeping } from './read-keeping.js';
import { readRefund } from './read-refund.js';
import { readReport } from './read-report.js';
import { readRubric, withPanelCheck } from './read-rubric.js';
import { readVerification } from './read-verification.js';
import { reportOf } from './report-form.js';

/** Two pages of A4 and a little: the text of the letter beside what is put into it. */
const LONGEST_WORDING = 4000;

/**
 * Turns a form or a JSON file into a programme document that can be evaluated, or throws DomainError
 * with every fault at its place (`rule.terms[0].yen`).
 */
export function readProgramDocument(input: unknown): ProgramDocument {
  const { document, faults } = examineProgramDocument(input);
  refuseWhenFaulty(faults);
  return document;
}

/** The same with its faults beside it instead of thrown; what is faulty holds whatever could be read of it. */
export function examineProgramDocument(input: unknown): {
  readonly document: ProgramDocument;
  readonly faults: readonly Fault[];
} {
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
    eligibleStart: readEligibleStart(reader.within('eligibleStart')),
    perYear: readPerYear(reader.within('perYear')),
    withdrawalDays: reader.whole('withdrawalDays', '決定のあとに取り下げられる日数', 0, 365),
    changes: readChangeRules(reader),
    project: readProject(reader.within('project')),
    timetable: readTimetable(reader.within('timetable')),
    panel: reader.given('panel') ? readRubric(reader.structure('panel', '審査会の採点基準')) : null,
    checklist: reader.list('checklist', (item) => ({
      id: item.id('check'),
      text: item.text('text', '確認項目'),
      article: item.optionalText('article', '確認項目の根拠', 60),
      automatic: AUTOMATIC_CHECKS.find((name) => name === item.optionalText('automatic', '自動確認')) ?? null,
    })),
    form: readForm(reader),
    budget: readBudgetForm(reader.within('budget')),
    ...(reader.flag('fromProposals') && { fromProposals: true }),
    ...(reader.given('verification') && { verification: readVerification(reader.within('verification')) }),
    ...(reader.given('refund') && { refund: readRefund(reader.within('refund')) }),
    ...(reader.given('keeping') && { keeping: readKeeping(reader.within('keeping')) }),
    report: reportOf(
      reader.given('report') ? readReport(reader.within('report')) : null,
      readPayment(new DocumentReader(input).within('payment')),
    ),
    letters: readLetters(reader.within('letters')),
    conditions: reader.sentences('conditions', '交付の条件'),
    articles: readArticles(reader.within('articles')),
    handledBy: reader.text('handledBy', '担当課'),
  };
  checkWhole(document, reader);
  const { form, report } = document;
  const disclosed = {
    ...document,
    ...(reader.given('disclosure') && {
      disclosure: readDisclosure(reader.within('disclosure'), form, report?.form ?? []),
    }),
  };
  return { document: withPanelCheck(withPriorStart(disclosed)), faults: reader.faults };
}

/** What a rule may refer to, read ahead by a reader of its own: faults in there are told in their turn, once. */
const surroundingsOf = (ahead: DocumentReader): RuleSurroundings => ({
  categories: readBudgetForm(ahead.within('budget')).expenditure.map(({ id }) => id),
  questions: countableQuestions(readForm(ahead)),
});

function checkWhole(document: ProgramDocument, reader: DocumentReader): void {
  const { timetable, budget } = document;
  if (timetable.closes < timetable.opens) reader.fault('timetable.closes', 'programs.closes-before-opening');
  if (timetable.decisionBy < timetable.opens) reader.fault('timetable.decisionBy', 'programs.decision-before-opening');
  const year = document.fiscalYear;
  const { eligibleStart } = document;
  if (eligibleStart.kind === 'day' && (eligibleStart.day < firstDayOf(year) || eligibleStart.day > lastDayOf(year))) {
    reader.fault('eligibleStart.day', 'programs.eligible-outside-year');
  }
  checkProject(document, reader);
  refuseTwice(document.checklist, reader, 'checklist');
  refuseTwice(budget.income, reader, 'budget.income');
  refuseTwice(budget.expenditure, reader, 'budget.expenditure');
}

/** The title is one line of text and the period a period, or lists and letters could not name the project. */
function checkProject({ project, form }: ProgramDocument, reader: DocumentReader): void {
  if (!project) return;
  const questions = form.flatMap((section) => section.questions);
  const title = questions.find(({ id }) => id === project.titleQuestion);
  const period = questions.find(({ id }) => id === project.periodQuestion);
  if (title?.kind !== 'text' || title.lines !== 'one') {
    reader.fault('project.titleQuestion', 'programs.no-title-question');
  }
  if (period?.kind !== 'period') reader.fault('project.periodQuestion', 'programs.no-period-question');
}

const readLegalBasis = (reader: DocumentReader): ProgramDocument['legalBasis'] => ({
  title: reader.text('title', '根拠となる規則', 120),
  short: reader.text('short', '規則の略称', 40),
});

function readPayment(reader: DocumentReader): ProgramDocument['payment'] {
  const method = reader.choice('method', '支払方法', PAYMENT_METHODS);
  const settlement = reader.flag('settlement');
  const schedule = readSchedule(reader, { method, settlement });
  return { method, methodLabel: PAYMENT_METHOD_LABELS[method], settlement, ...(schedule && { schedule }) };
}

function readEligibleStart(reader: DocumentReader): EligibleStart {
  const kind = reader.choice('kind', '対象となる経費の始まり', ['day', 'decision'] as const);
  return kind === 'day'
    ? { kind, day: reader.day('day', '対象となる経費の始まりの日') }
    : { kind, priorStart: reader.flag('priorStart') };
}

function readPerYear(reader: DocumentReader): ProgramDocument['perYear'] {
  if (reader.optionalText('most', '1年度に申請できる件数') === '') return null;
  return {
    most: reader.whole('most', '1年度に申請できる件数', 1, 99),
    article: reader.optionalText('article', '件数の根拠', 60),
  };
}

function readProject(reader: DocumentReader): ProgramDocument['project'] {
  const titleQuestion = reader.optionalText('titleQuestion', '事業の名称の質問');
  const periodQuestion = reader.optionalText('periodQuestion', '事業の期間の質問');
  return titleQuestion === '' && periodQuestion === '' ? null : { titleQuestion, periodQuestion };
}

const readTimetable = (reader: DocumentReader): ProgramDocument['timetable'] => ({
  opens: reader.day('opens', '受付開始日'),
  closes: reader.day('closes', '受付終了日'),
  decisionBy: reader.day('decisionBy', '交付決定の予定日'),
});

function readLetters(reader: DocumentReader): ProgramLetters {
  const common = (name: LetterName): LetterForm => {
    const letter = reader.within(name);
    return {
      template: letter.optionalText('template', '通知書のひな形', 60) || LETTER_TEMPLATES[name],
      formLabel: letter.optionalText('formLabel', '様式番号', 60) || null,
      wording: letter.optionalText('wording', '通知書の文', LONGEST_WORDING).replace(/\r\n?/g, '\n') || null,
    };
  };
  const seal = reader.within('decision').choice('seal', '公印', ['space', 'omitted', 'none'] as const);
  const later = LETTER_NAMES.filter((name) => reader.given(name)).map((name) => [name, common(name)] as const);
  return {
    ...Object.fromEntries(later),
    decision: { ...common('decision'), seal },
    receipt: common('receipt'),
    claim: common('claim'),
  };
}

const readArticles = (reader: DocumentReader): ProgramDocument['articles'] => ({
  application: reader.text('application', '申請の条', 60),
  decision: reader.text('decision', '決定の条', 60),
  claim: reader.text('claim', '請求の条', 60),
});
