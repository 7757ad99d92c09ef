import { formatDeadline, type Deadline } from '../../../kernel/deadline.js';
import { formatEra } from '../../../kernel/local-date.js';
import type { Municipality, Section } from '../../../municipalities/index.js';
import type { FormPart, FormSheet } from '../../../platform/pdf/index.js';
import type { AcceptancePeriod } from '../../domain/acceptance-period.js';
import { ruleInWords } from '../../domain/amount-rule/rule-in-words.js';
import type { ProgramDocument } from '../../domain/program-document.js';
import { withYearOfProject } from '../../domain/year-of-project.js';
import { budgetOnPaper } from './budget-on-paper.js';
import { DATE_TO_WRITE, sectionOnPaper } from './questions-on-paper.js';

interface HandedOut {
  readonly document: ProgramDocument;
  readonly period: AcceptancePeriod;
  readonly town: Municipality;
  /** Where the paper is handed in. */
  readonly section: Section;
}

/** The application form of an edition as a paper to be filled in by hand: every question of the pages, in their order. */
export function formSheet(out: HandedOut): FormSheet {
  const { document, town } = out;
  return {
    formLabel: `（${document.articles.application}関係）`,
    date: DATE_TO_WRITE,
    addressee: `${town.headTitle}　様`,
    applicant: ['団体名', '所在地', '代表者の職・氏名', '連絡先（電話）'],
    title: `${document.name}　交付申請書`,
    opening: [
      `　${document.articles.application}により、次のとおり申請します。`,
      '　黒のボールペンなど、消えないもので書いてください。【必須】のところは、必ず書いてください。書ききれないときは、別の紙に書いて添えてください。',
    ],
    parts: [
      amountOnPaper(document),
      ...withYearOfProject(document).map((section) => sectionOnPaper(section, document.form)),
      budgetOnPaper(document.budget),
      handingIn(out),
    ],
    author: `${town.name} ${out.section.name}`,
  };
}

/** The rule by which the amount is worked out; nobody writes one, here as little as on the pages. */
const amountOnPaper = ({ rule, budget }: ProgramDocument): FormPart => ({
  title: '申請する額',
  lead: '申請する額は、この申請書の内容から、次の決まりで計算します。額を書く欄はありません。',
  blocks: [
    {
      kind: 'table',
      caption: '算定の決まり',
      columns: [
        { label: '名称', align: 'start', share: 3 },
        { label: '決まり', align: 'start', share: 6 },
        { label: '根拠', align: 'start', share: 3 },
      ],
      rows: ruleInWords(rule, budget.expenditure).map(({ label, words, article }) => [label, words, article]),
      toWrite: false,
    },
  ],
});

/** What goes with the paper, where to and until when; the last lines are the town hall's own. */
function handingIn({ document, period, town, section }: HandedOut): FormPart {
  return {
    title: '提出',
    lead: '',
    blocks: [
      {
        kind: 'table',
        caption: '提出先と受付期間',
        columns: [
          { label: '提出先', align: 'start', share: 5 },
          { label: '電話', align: 'start', share: 2.5 },
          { label: '受付期間', align: 'start', share: 4.5 },
        ],
        rows: [
          [
            `${town.hallName} ${section.name} ${section.unit}\n〒${town.postalCode} ${section.address}`,
            section.phone,
            `${formatEra(period.opens)}から\n${lastDay(period.closes)}まで`,
          ],
        ],
        toWrite: false,
      },
      {
        kind: 'answer',
        label: '添える書類',
        note: '',
        room: { kind: 'boxes', text: enclosures(document), options: [] },
      },
      {
        kind: 'answer',
        label: '受付欄',
        note: `ここは${town.hallName}で書きます。`,
        room: {
          kind: 'beside',
          lines: [
            { words: `収受日　${DATE_TO_WRITE}`, unit: '' },
            { words: '収受番号', unit: '' },
          ],
        },
      },
    ],
  };
}

/** Nobody brings a paper at midnight: the day is said alone where the end is that of a day. */
const lastDay = (closes: Deadline): string => (closes.time === null ? formatEra(closes.day) : formatDeadline(closes));

/** The 規約 are not among them: they lie with the town hall since the organisation was registered. */
function enclosures({ form }: ProgramDocument): string {
  const asked = form.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'file');
  const named = asked.map(({ label, required }) => (required ? label : `${label}（あれば）`));
  return [...named, '別の紙に書いた続き（あれば）'].join('、');
}
