import type { ComponentChildren } from 'preact';
import type { BudgetLine } from '../../budgets/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import type { Section as TownSection } from '../../municipalities/index.js';
import { LETTER_NAMES, LETTER_TITLES, type LetterName, type ProgramDocument } from '../../programs/index.js';
import { ChangeFields } from './program-after.js';
import { BasicsWithInstalments } from './program-basics.js';
import { BudgetFields } from './program-budget.js';
import { ChecklistFields } from './program-checklist.js';
import { FigureFields } from './program-figures.js';
import type { FormValues } from './program-form-values.js';
import { LettersFields, NUMBERED_LETTERS } from './program-letters.js';
import { DisclosureFields } from './program-disclosure.js';
import { PanelFields } from './program-panel.js';
import { KeepingFields } from './program-keeping.js';
import { RefundFields } from './program-refund.js';
import { ReportFields } from './program-report.js';
import { ScheduleFields } from './program-schedule.js';
import { VerificationFields } from './program-verification.js';
import { typedFigures } from './typed-figures.js';
import { typedPanel } from './typed-panel.js';
import { typedRefund } from './typed-refund.js';
import { typedReport } from './typed-report.js';
import { typedVerification } from './typed-verification.js';
import { typedLetters, type WordingDesks } from './typed-letters.js';
import { codedRowsAt, picked, typedBudget, type Loose } from './typed-program.js';

type Field = keyof ProgramDocument;

/** What the fields of a part are filled from. */
export interface PartProps {
  readonly values: FormValues;
  /** As it is stored. */
  readonly document: ProgramDocument;
  readonly budgetLines: readonly BudgetLine[];
  readonly sections: readonly TownSection[];
  readonly wordings: WordingDesks;
  /** Address of the sample of a letter. */
  readonly sampleOf: (letter: LetterName) => string;
}

/** A part of a draft edition that has a page and a save of its own. */
export interface DraftPart {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly lead: string;
  /** What was typed, as fields of the document. */
  readonly typed: (document: ProgramDocument, body: unknown, wordings: WordingDesks) => Loose;
  readonly Fields: (props: PartProps) => ComponentChildren;
  /** What is compared where two people saved at once: a place of the document under its words. */
  readonly compared: readonly (readonly [path: string, label: string])[];
}

/** The application form has pages of its own, one for each question. */
export const QUESTIONS_PART = {
  name: 'questions',
  title: '申請書の質問',
  fields: ['form', 'project'],
} as const satisfies Pick<DraftPart, 'name' | 'title' | 'fields'>;

/** What is asked when the money was spent has the same pages. */
export const REPORT_QUESTIONS_PART = {
  name: 'report/questions',
  title: '実績報告の質問',
  fields: ['report'],
} as const satisfies Pick<DraftPart, 'name' | 'title' | 'fields'>;

export const BASICS = ['name', 'purpose', 'legalBasis', 'articles', 'payment', 'handledBy', 'sample'] as const;
export const SCHEDULE = [
  'fiscalYear',
  'budgetLineId',
  'timetable',
  'eligibleStart',
  'perYear',
  'withdrawalDays',
  'fromProposals',
] as const;

export const FORM_PARTS: readonly DraftPart[] = [
  {
    name: 'basics',
    title: '名称と根拠・支払',
    lead: '通知書と、申請する人の画面に示されます。',
    fields: BASICS,
    typed: (_, body) => picked(body, BASICS),
    Fields: BasicsWithInstalments,
    compared: [
      ['name', '補助制度の名称'],
      ['purpose', '目的'],
      ['legalBasis', '根拠となる規則と略称'],
      ['articles', '申請・決定・請求の条'],
      ['payment.method', '支払方法'],
      ['payment.settlement', '精算'],
      ['payment.schedule', '分けて支払う時期と割合'],
      ['sample', '見本の項目'],
    ],
  },
  {
    name: 'schedule',
    title: '年度・予算と日程',
    lead: '受付、決定、対象となる経費の始まり、回数、取下げの日数を決めます。',
    fields: SCHEDULE,
    typed: (_, body) => picked(body, SCHEDULE),
    Fields: ScheduleFields,
    compared: [
      ['fiscalYear', '年度'],
      ['timetable.opens', '受付開始日'],
      ['timetable.closes', '受付終了日'],
      ['timetable.decisionBy', '交付決定の予定日'],
      ['eligibleStart.kind', '対象となる経費の始まり'],
      ['eligibleStart.day', '対象となる経費の始まりの日'],
      ['eligibleStart.priorStart', '事前着手'],
      ['perYear', '1年度に申請できる件数と根拠'],
      ['withdrawalDays', '取り下げられる日数'],
    ],
  },
  {
    name: 'amount',
    title: '交付額の決まり',
    lead: '金額、率、上限、根拠条文を直します。',
    fields: ['rule'],
    typed: ({ rule }, body) => typedFigures(rule, body),
    Fields: FigureFields,
    compared: [
      ['rule.terms', '算定'],
      ['rule.caps', '合計の上限'],
      ['rule.deductions', '差し引くもの'],
      ['rule.rounding', '端数処理'],
      ['rule.overSubscription', '予算を超えるとき'],
      ['rule.facts', '数えるもの'],
    ],
  },
  {
    name: 'budget',
    title: '収支予算書',
    lead: '申請する人が収支予算書に書く科目と、単価の目安を決めます。',
    fields: ['budget'],
    typed: (_, body) => typedBudget(body),
    Fields: BudgetFields,
    compared: [
      ['budget.grantLabel', '交付金の科目名'],
      ['budget.basis', '積算根拠'],
      ['budget.taxCredit', '仕入控除税額'],
      ['budget.income', '収入の科目'],
      ['budget.expenditure', '支出の科目'],
    ],
  },
  {
    name: 'checklist',
    title: '審査の確認項目',
    lead: '担当課が申請ごとに確かめる項目です。',
    fields: ['checklist'],
    typed: (_, body) => ({ checklist: codedRowsAt(body, 'checklist', 'check') }),
    Fields: ChecklistFields,
    compared: [['checklist', '確認項目']],
  },
  {
    name: 'panel',
    title: '審査会',
    lead: '審査会で審査するときの評価項目と基準です。審査会を求めないときは、そのままにします。',
    // The checklist waits for the result of a panel that is asked.
    fields: ['panel', 'checklist'],
    typed: (_, body) => typedPanel(body),
    Fields: PanelFields,
    compared: [
      ['panel.criteria', '評価項目'],
      ['panel.least.points', '最低基準の点'],
      ['panel.conflictRule', '利害関係のある委員の点'],
      ['panel.article', '審査会の根拠'],
    ],
  },
  {
    name: 'report',
    title: '実績報告と額の確定',
    lead: '事業が終わったあとに求める報告と、その期限、検査の確認項目です。',
    fields: ['report'],
    typed: typedReport,
    Fields: ReportFields,
    compared: [
      ['report.due', '期限'],
      ['report.receipts', '領収書の写し'],
      ['report.carryOver', '次年度繰越'],
      ['report.withinCost', '定額の確定'],
      ['report.checklist', '検査の確認項目'],
      ['report.articles', '条文'],
    ],
  },
  {
    name: 'verification',
    title: '検証',
    lead: '年度の終わりに、団体・担当課・審査会が同じ項目に答え、今後の方向性を決めます。',
    fields: ['verification'],
    typed: typedVerification,
    Fields: VerificationFields,
    compared: [
      ['verification.days', '期限の日数'],
      ['verification.article', '検証の根拠'],
      ['verification.panel', '審査会の意見'],
      ['verification.points', '検証の項目'],
      ['verification.directions', '今後の方向性の答え'],
    ],
  },
  {
    name: 'refund',
    title: '返還',
    lead: '返還の期限、加算金と延滞金、納める順です。根拠のない加算金・延滞金はとりません。',
    fields: ['refund'],
    typed: typedRefund,
    Fields: RefundFields,
    compared: [
      ['refund.article', '返還の条'],
      ['refund.days', '期限の日数'],
      ['refund.addition', '加算金'],
      ['refund.lateCharge', '延滞金'],
      ['refund.payAt', '納める場所'],
    ],
  },
  {
    name: 'keeping',
    title: '書類の保存と備品',
    lead: '書類を保存する年数と、備品台帳に載せるもの、財産処分の制限を決めます。',
    fields: ['keeping'],
    typed: (_, body) => picked(body, ['keeping']),
    Fields: KeepingFields,
    compared: [
      ['keeping.years', '保存する年数'],
      ['keeping.article', '書類の保存の条'],
      ['keeping.propertyFrom', '備品とする額'],
      ['keeping.propertyYears', '処分を制限する年数'],
      ['keeping.propertyKinds', '備品の種類と耐用年数'],
      ['keeping.propertyArticle', '財産処分の制限の条'],
    ],
  },
  {
    name: 'disclosure',
    title: '公表',
    lead: '住民が見られるページとオープンデータに、申請書と実績報告のどこまでを載せるかを決めます。',
    fields: ['disclosure'],
    typed: (_, body) => picked(body, ['disclosure']),
    Fields: DisclosureFields,
    compared: [
      ['disclosure.application', '申請書から公表する質問'],
      ['disclosure.report', '実績報告から公表する質問'],
      ['disclosure.photographs', '写真の公表'],
      ['disclosure.field', '分野を表す質問'],
    ],
  },
  {
    name: 'changes',
    title: '決定のあとの変更',
    lead: '変更の承認が要る割合、中止・取消し・状況報告の条を決めます。',
    fields: ['changes'],
    typed: (_, body) => picked(body, ['changes']),
    Fields: ChangeFields,
    compared: [
      ['changes.totalPercent', '支出の合計の増減'],
      ['changes.categoryPercent', '科目ごとの増減'],
      ['changes.article', '変更の承認の条'],
      ['changes.discontinuationArticle', '中止・廃止の条'],
      ['changes.revocationArticle', '取消しの条'],
      ['changes.reportArticle', '状況報告の条'],
      ['changes.progressDue', '状況報告の期限'],
    ],
  },
  {
    name: 'letters',
    title: '通知書と条件',
    lead: '様式番号、公印、交付の条件と、通知書の文を決めます。',
    fields: ['letters', 'conditions'],
    typed: typedLetters,
    Fields: LettersFields,
    compared: [
      ...NUMBERED_LETTERS.map(
        (letter) => [`letters.${letter}.formLabel`, `${LETTER_TITLES[letter]}の様式番号`] as const,
      ),
      ['letters.decision.seal', '公印'],
      ['conditions', '交付の条件'],
      ...LETTER_NAMES.map((letter) => [`letters.${letter}.wording`, `${LETTER_TITLES[letter]}の文`] as const),
    ],
  },
];

/** In the order of the task list: the form is asked before the budget. */
export const DRAFT_PARTS: readonly Pick<DraftPart, 'name' | 'title' | 'fields'>[] = [
  ...FORM_PARTS.slice(0, 3),
  QUESTIONS_PART,
  ...FORM_PARTS.slice(3).flatMap((part) => (part.name === 'report' ? [part, REPORT_QUESTIONS_PART] : [part])),
];

/** The part in which a fault is put right. */
export const partOfFault = ({ pointer }: Fault): (typeof DRAFT_PARTS)[number] | undefined =>
  pointer.startsWith('report.form')
    ? REPORT_QUESTIONS_PART
    : DRAFT_PARTS.find(({ fields }) => (fields as readonly string[]).includes(pointer.split(/[.[]/)[0] ?? ''));
