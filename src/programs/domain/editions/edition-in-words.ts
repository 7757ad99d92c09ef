import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import { formatYen, groupDigits, yen } from '../../../kernel/yen.js';
import { ruleInWords } from '../amount-rule/rule-in-words.js';
import { TREATMENT_LABELS, type ExpenditureCategory, type IncomeCategory } from '../budget-form.js';
import { thresholdsInWords } from '../change-rules.js';
import { LETTER_NAMES, LETTER_TITLES, letterOf } from '../letters/letter-form.js';
import { AUTOMATIC_CHECK_LABELS, type ChecklistItem, type ProgramDocument } from '../program-document.js';
import { scheduleInWords } from '../payment-schedule.js';
import { criterionInWords, rubricRules } from './rubric-in-words.js';
import { questionInWords } from '../../../forms/index.js';
import { disclosureInWords } from './disclosure-in-words.js';
import { keepingInWords } from './keeping-in-words.js';
import { refundInWords } from './refund-in-words.js';
import { reportInWords } from './report-in-words.js';
import { verificationInWords } from './verification-in-words.js';

/** The parts of an edition in the order in which they are read. Those of `APPLICANT_PARTS` concern who applies. */
export const EDITION_PARTS = [
  'basics',
  'dates',
  'amount',
  'form',
  'budget',
  'checklist',
  'panel',
  'report',
  'verification',
  'refund',
  'keeping',
  'disclosure',
  'letters',
  'conditions',
] as const;
export type EditionPart = (typeof EDITION_PARTS)[number];
export const APPLICANT_PARTS: readonly EditionPart[] = ['dates', 'amount', 'form', 'budget'];

export const EDITION_PART_LABELS: Readonly<Record<EditionPart, string>> = {
  basics: '名称と根拠',
  dates: '日程と件数',
  amount: '交付額の算定',
  form: '申請書',
  budget: '収支予算書',
  checklist: '審査の確認項目',
  panel: '審査会',
  report: '実績報告と額の確定',
  verification: '検証',
  refund: '返還',
  keeping: '書類の保存と備品',
  disclosure: '公表',
  letters: '通知書',
  conditions: '交付の条件',
};

/** An edition with the words of what it refers to outside itself. */
export interface NamedEdition {
  readonly document: ProgramDocument;
  /** Code and name of its 予算科目. */
  readonly budgetLine: string;
  /** 担当課. */
  readonly handledBy: string;
}

/** One thing that an edition says. */
export interface Statement {
  /** The same in two editions where both speak of the same thing; unique within its part. */
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

/** Everything that an edition says, in the words of its readers; nothing of it as a code. */
export const editionInWords = (edition: NamedEdition): Readonly<Record<EditionPart, readonly Statement[]>> => ({
  basics: basicsOf(edition),
  dates: datesOf(edition.document),
  amount: amountOf(edition.document),
  form: formOf(edition.document),
  budget: budgetOf(edition.document),
  checklist: edition.document.checklist.map(checkOf),
  panel: panelOf(edition.document),
  report: reportInWords(edition.document),
  verification: verificationInWords(edition.document),
  refund: refundInWords(edition.document),
  keeping: keepingInWords(edition.document),
  disclosure: disclosureInWords(edition.document),
  letters: lettersOf(edition.document),
  conditions: conditionsOf(edition.document),
});

const said = (key: string, label: string, words: string): Statement => ({ key, label, words });

function basicsOf({ document, budgetLine, handledBy }: NamedEdition): Statement[] {
  const { name, purpose, fiscalYear, legalBasis, articles, payment, sample } = document;
  return [
    said('name', '名称', name),
    said('purpose', '目的', purpose),
    said('fiscalYear', '年度', formatFiscalYear(fiscalYear)),
    said('legalBasis', '根拠', `${legalBasis.title}（${legalBasis.short}）`),
    said('articles', '条文', `申請：${articles.application}、決定：${articles.decision}、請求：${articles.claim}`),
    said('budgetLine', '予算科目', budgetLine),
    said('payment', '支払', `${payment.methodLabel}、${payment.settlement ? '精算あり' : '精算なし'}`),
    ...(payment.schedule ? [said('schedule', '分けて支払う時期と割合', scheduleInWords(payment.schedule))] : []),
    said('handledBy', '担当課', handledBy),
    said('sample', '見本の値', sample.join('、')),
  ];
}

function datesOf({
  timetable,
  eligibleStart,
  perYear,
  withdrawalDays,
  changes,
  fromProposals,
}: ProgramDocument): Statement[] {
  const start =
    eligibleStart.kind === 'day'
      ? formatEra(eligibleStart.day)
      : `交付決定の日${eligibleStart.priorStart ? '（事前着手の申出を受け付ける）' : ''}`;
  return [
    said('opens', '受付の始まり', formatEra(timetable.opens)),
    said('closes', '受付の終わり', formatEra(timetable.closes)),
    said('decisionBy', '交付決定の予定', formatEra(timetable.decisionBy)),
    said('eligibleStart', '対象となる経費の始まり', start),
    said(
      'perYear',
      '1年度に申請できる件数',
      perYear ? withArticle(`${groupDigits(perYear.most)}件まで`, perYear.article) : '限りなし',
    ),
    said(
      'withdrawalDays',
      '決定のあとの取下げ',
      withdrawalDays === 0 ? '認めない' : `通知書の施行の日の翌日から${groupDigits(withdrawalDays)}日まで`,
    ),
    said(
      'changes',
      '承認の要る変更',
      withArticle(thresholdsInWords(changes).join('、') || '割合を問わない', changes.article),
    ),
    said(
      'changeArticles',
      '中止・取消し・状況報告の条',
      [changes.discontinuationArticle, changes.revocationArticle, changes.reportArticle]
        .filter((article) => article !== '')
        .join('、') || '定めなし',
    ),
    ...(fromProposals ? [said('fromProposals', '企画提案', '採択された企画提案から申請を始められる')] : []),
    said('progressDue', '状況報告の期限', changes.progressDue ? formatEra(changes.progressDue) : '担当課が求めたとき'),
  ];
}

/** Terms have no code: those of one name are told apart by their order. */
function amountOf({ rule, budget }: ProgramDocument): Statement[] {
  const lines = ruleInWords(rule, budget.expenditure);
  const facts = rule.facts.map(({ id, label, unitLabel, options = [] }) => {
    const classes = options.length === 0 ? unitLabel : options.map((option) => option.label).join('、');
    return said(`fact.${id}`, '数えるもの', `${label}（${classes}）`);
  });
  return [
    ...lines.map(({ label, words, article }, index) => {
      const earlier = lines.slice(0, index).filter((line) => line.label === label).length;
      return said(`line.${label}.${String(earlier)}`, label, withArticle(words, article));
    }),
    ...facts,
  ];
}

const formOf = ({ form, project }: ProgramDocument): Statement[] => [
  ...form.flatMap((section) => [
    said(`section.${section.id}`, `区分「${section.title}」`, withMore(section.title, section.lead)),
    ...section.questions.map((question) =>
      said(`question.${question.id}`, `質問「${question.label}」`, questionInWords(question, section, form)),
    ),
  ]),
  ...(project ? [said('project', '事業の名称と期間', namingOf(form, project))] : []),
];

function namingOf(form: ProgramDocument['form'], project: NonNullable<ProgramDocument['project']>): string {
  const labelOf = (id: string): string =>
    form.flatMap(({ questions }) => questions).find((question) => question.id === id)?.label ?? id;
  return `「${labelOf(project.titleQuestion)}」と「${labelOf(project.periodQuestion)}」への答え`;
}

const budgetOf = ({ budget }: ProgramDocument): Statement[] => [
  said('grantLabel', '交付金の科目名', budget.grantLabel),
  ...budget.income.map(incomeOf),
  ...budget.expenditure.map(expenditureOf),
  said('basis', '積算根拠', budget.basis ? '書いてもらう' : '書かなくてよい'),
  said('taxCredit', '消費税の仕入控除税額', budget.taxCredit ? 'たずねる' : 'たずねない'),
];

const incomeOf = ({ id, label, deducted }: IncomeCategory): Statement =>
  said(`income.${id}`, `収入の科目「${label}」`, deducted ? `${label}（対象経費から差し引く）` : label);

function expenditureOf({ id, label, treatment, note, article, limits }: ExpenditureCategory): Statement {
  const prices = limits.map((limit) => `${limit.label} ${formatYen(yen(limit.yen))}／${limit.unit}`).join('、');
  const more = [note, article === '' ? '' : `根拠：${article}`, prices === '' ? '' : `単価の目安：${prices}`];
  return said(
    `expenditure.${id}`,
    `支出の科目「${label}」`,
    withMore(`${label}（${TREATMENT_LABELS[treatment]}）`, ...more),
  );
}

const checkOf = ({ id, text, article, automatic }: ChecklistItem): Statement =>
  said(
    id,
    text,
    withMore(
      withArticle(text, article),
      automatic ? `自動で確かめる：${AUTOMATIC_CHECK_LABELS[automatic]}` : '職員が確かめる',
    ),
  );

const panelOf = ({ panel }: ProgramDocument): Statement[] =>
  panel
    ? [
        ...panel.criteria.map((each) =>
          said(`criterion.${each.id}`, `評価項目「${each.label}」`, criterionInWords(each)),
        ),
        ...rubricRules(panel).map((rule) => said(...rule)),
      ]
    : [said('none', '審査会', '求めない')];

const SEAL_WORDS = { space: '押す欄を置く', omitted: '「公印省略」と記す', none: '押さない' } as const;

function lettersOf(document: ProgramDocument): Statement[] {
  return LETTER_NAMES.map((name) => {
    const { template, formLabel, wording } = letterOf(document, name);
    const words = withMore(
      formLabel ?? '様式番号なし',
      `ひな形：${template}`,
      wording === null ? '' : `この制度だけの文：\n${wording}`,
    );
    const seal = name === 'decision' ? `公印：${SEAL_WORDS[document.letters.decision.seal]}` : '';
    return said(name, LETTER_TITLES[name], withMore(words, seal));
  });
}

/** A condition is known by its own words; the number before it is only its place. */
const conditionsOf = ({ conditions }: ProgramDocument): Statement[] =>
  conditions.map((condition, index) => said(String(index), `条件${String(index + 1)}`, condition));

const withArticle = (words: string, article: string): string => (article === '' ? words : `${words}（${article}）`);

const withMore = (first: string, ...more: readonly string[]): string =>
  [first, ...more].filter((line) => line !== '').join('\n');
