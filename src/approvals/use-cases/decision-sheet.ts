import { formatEra, timeInJapan, dayInJapan } from '../../kernel/local-date.js';
import { formatYen, sumYen, yen } from '../../kernel/yen.js';
import { printedLetter, type LetterBlock, type PrintedLetter } from '../../notices/index.js';
import { hasAmount } from '../../staff/index.js';
import { actInWords, MARK_LABEL, verbOf } from '../domain/act-words.js';
import { itemsOf, type Draft, type DraftAct } from '../domain/draft.js';
import type { PresentedBudget, PresentedChange, PresentedTable, ShownContent } from '../domain/shown-case.js';
import { standingAct } from '../domain/standing.js';

interface Decided {
  readonly draft: Draft;
  /** What was decided of each case, in the order of the draft. */
  readonly cases: readonly ShownContent['case'][];
  readonly annexes: readonly PresentedTable[];
  readonly townName: string;
  readonly citedNumber: string | null;
  /** As the last approver saw them. */
  readonly budgets: readonly PresentedBudget[];
}

/** 決裁文書: the draft, the cases with their working, the route, and every act with its time and post. */
export function decisionSheet({ draft, cases, annexes, townName, citedNumber, budgets }: Decided): PrintedLetter {
  const blocks: LetterBlock[] = [
    { kind: 'items', items: headOf(draft, citedNumber) },
    { kind: 'heading', text: '起案の理由' },
    ...paragraphs(draft.reason),
    casesTable(draft, cases),
    ...cases.flatMap((each, index) => caseBlocks(each, index + 1)),
    ...budgetBlocks(budgets),
    routeTable(draft),
    actsTable(draft),
    ...remarkBlocks(draft),
    ...attachmentBlocks(draft),
    ...annexes.flatMap(annexBlocks),
    { kind: 'end' },
  ];
  const letter = {
    kind: 'decision-file',
    title: draft.title,
    titleNote: '決裁文書',
    formLabel: null,
    numbered: false,
    addressee: { lines: [], organization: '', person: '', honorific: '様' as const },
    sender: { title: draft.drafter.postName, name: draft.drafter.name, seal: 'none' as const, lines: [townName] },
    blocks,
    contact: null,
    subjectKind: 'draft',
    subjectId: draft.id,
    organizationId: null,
  };
  return printedLetter(letter, draft.number, draft.decidedOn ?? draft.draftedOn);
}

function headOf(draft: Draft, citedNumber: string | null): { label: string; text: string }[] {
  return [
    { label: '起案日', text: formatEra(draft.draftedOn) },
    { label: '決裁日', text: draft.decidedOn ? formatEra(draft.decidedOn) : '' },
    { label: '起案者', text: `${draft.drafter.postName}　${draft.drafter.name}` },
    { label: '決裁区分', text: authorityOf(draft) },
    ...(draft.marks.length > 0
      ? [{ label: '区分', text: draft.marks.map((mark) => MARK_LABEL[mark]).join('・') }]
      : []),
    ...(draft.carried ? [{ label: '回議の方法', text: '持ち回り' }] : []),
    ...(citedNumber === null ? [] : [{ label: '引用する起案', text: citedNumber }]),
  ];
}

const authorityOf = ({ kind, authorityBasis, authorityAmount }: Draft): string =>
  hasAmount(kind) ? `${authorityBasis}（1件${formatYen(authorityAmount)}による）` : authorityBasis;

const paragraphs = (text: string): LetterBlock[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));

function casesTable({ kind }: Draft, cases: Decided['cases']): LetterBlock {
  const counted = hasAmount(kind);
  return {
    kind: 'table',
    caption: '案件',
    columns: [
      { label: '番号', align: 'end' },
      { label: '団体・件名', align: 'start' },
      { label: '処分', align: 'start' },
      ...(counted ? [{ label: '金額', align: 'end' as const }] : []),
    ],
    rows: cases.map(({ organizationName, title, outcome, amount }, index) => [
      String(index + 1),
      title.startsWith(organizationName) ? title : `${organizationName}　${title}`,
      outcome ?? '',
      ...(counted ? [formatYen(yen(amount))] : []),
    ]),
    ...(counted && {
      totals: ['', `合計　${String(cases.length)}件`, '', formatYen(sumYen(cases.map(({ amount }) => yen(amount))))],
    }),
  };
}

function caseBlocks(
  { title, organizationName, basis, budgetLine, facts, changes = [], working }: ShownContent['case'],
  place: number,
): LetterBlock[] {
  return [
    { kind: 'heading', text: `${String(place)}　${organizationName || title}` },
    {
      kind: 'items',
      items: [
        { label: '根拠', text: basis },
        ...(budgetLine === null ? [] : [{ label: '予算科目', text: budgetLine }]),
        ...facts.filter(({ value }) => value.trim() !== '').map(({ label, value }) => ({ label, text: value })),
      ],
    },
    ...(changes.length > 0 ? [changesTable(changes)] : []),
    ...(working ? [{ kind: 'working' as const, working }] : []),
  ];
}

const changesTable = (changes: readonly PresentedChange[]): LetterBlock => ({
  kind: 'table',
  caption: '変わるところ',
  columns: [
    { label: '項目', align: 'start' },
    { label: 'いま', align: 'start' },
    { label: '決裁の後', align: 'start' },
  ],
  rows: changes.map(({ label, before, after }) => [label, before, after]),
});

/** 予算の状況, line by line: the draft's own amounts are among what is drafted. */
function budgetBlocks(budgets: readonly PresentedBudget[]): LetterBlock[] {
  if (budgets.length === 0) return [];
  const allots = budgets.some(({ allotted }) => allotted > 0n);
  const returns = budgets.some(({ returned }) => returned > 0n);
  const accounts = BUDGET_ACCOUNTS.filter(
    ({ account }) => (account !== 'allotted' || allots) && (account !== 'returned' || returns),
  );
  return [
    {
      kind: 'table',
      caption: '予算の状況',
      columns: [
        { label: '予算科目', align: 'start' },
        ...accounts.map(({ label }) => ({ label, align: 'end' as const })),
      ],
      rows: budgets.map((budget) => [budget.lineName, ...accounts.map(({ account }) => formatYen(budget[account]))]),
    },
    ...paragraphs(
      '最後の承認のときの額です。起案中の額は、この起案の額を含みます。予算残額は、この起案を差し引いた額です。',
    ),
  ];
}

const BUDGET_ACCOUNTS = [
  { account: 'ceiling', label: '予算現額' },
  { account: 'allotted', label: '配当額' },
  { account: 'reserved', label: '起案中' },
  { account: 'committed', label: '負担行為済額' },
  { account: 'paid', label: '支払済額' },
  { account: 'returned', label: '戻入額' },
  { account: 'available', label: '予算残額' },
] as const;

function routeTable(draft: Draft): LetterBlock {
  return {
    kind: 'table',
    caption: '決裁経路',
    columns: [
      { label: '順', align: 'end' },
      { label: '職', align: 'start' },
      { label: '区分', align: 'start' },
      { label: '氏名', align: 'start' },
      { label: '日時', align: 'start' },
    ],
    rows: draft.steps.map((step) => {
      const act = standingAct(draft, step);
      return [
        String(step.ordinal),
        step.postName,
        verbOf(draft, step),
        act ? `${act.staffName}${act.cover === null ? '' : `（${act.cover === 'passed' ? '次の職' : '代決'}）`}` : '',
        act ? momentOf(act) : '',
      ];
    }),
  };
}

const momentOf = (act: DraftAct): string =>
  act.recordedBy === null
    ? `${formatEra(dayInJapan(act.actedAt))} ${timeInJapan(act.actedAt)}`
    : `${formatEra(act.actedOn)}（紙）`;

function actsTable(draft: Draft): LetterBlock {
  return {
    kind: 'table',
    caption: '経過',
    columns: [
      { label: '日時', align: 'start' },
      { label: '行為', align: 'start' },
      { label: '職・氏名', align: 'start' },
    ],
    rows: draft.acts.map((act) => [momentOf(act), actInWords(draft, act), `${act.postName}　${act.staffName}`]),
  };
}

/** Every word that somebody said on the way. */
function remarkBlocks(draft: Draft): LetterBlock[] {
  const said = draft.acts.filter(({ comment }) => comment !== '');
  if (said.length === 0) return [];
  return [
    { kind: 'heading', text: '意見・理由' },
    ...said.flatMap((act) =>
      paragraphs(`${act.postName}　${act.staffName}（${actInWords(draft, act)}）：${act.comment}`),
    ),
  ];
}

/** 別表 on a page of its own. */
const annexBlocks = ({ title, head, columns, rows, totals }: PresentedTable): LetterBlock[] => [
  { kind: 'annex', title: `別表　${title}` },
  { kind: 'items', items: head.map(({ label, value }) => ({ label, text: value })) },
  { kind: 'table', caption: title, columns, rows, totals },
];

function attachmentBlocks(draft: Draft): LetterBlock[] {
  const left = draft.items.length - itemsOf(draft).length;
  return [
    ...(left > 0 ? paragraphs(`この起案から外れた案件：${String(left)}件`) : []),
    ...(draft.attachments.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: '添付書類',
            columns: [
              { label: '書類', align: 'start' as const },
              { label: '照合値（SHA-256）', align: 'start' as const },
            ],
            rows: draft.attachments.map(({ name, sha256 }) => [name, sha256.replace(/(.{16})(?!$)/g, '$1 ')]),
          },
        ]),
  ];
}
