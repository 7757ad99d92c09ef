import { DocumentReader, readForm, type FormSection } from '../../forms/index.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import type { Rubric } from '../../kernel/rubric.js';
import { PROPOSER_KINDS, THEME_KINDS, type CallDocument, type ProposerKind } from './call.js';

const MOST_POINTS = 1000;

/**
 * A call as typed: its words as texts, `fields` and `criteria` as rows, `form` as sections with rows of questions.
 * Faults stand at their places (`fields[0].label`, `form[0].questions[2].label`).
 */
export function readCall(typed: unknown, sectionId: string): CallDocument {
  const reader = new DocumentReader(typed);
  const themeKind = reader.choice('themeKind', 'テーマの決め方', THEME_KINDS);
  const proposers = reader
    .sentences('proposers', '提案できる人')
    .filter((kind): kind is ProposerKind => PROPOSER_KINDS.some((known) => known === kind));
  if (proposers.length === 0) reader.fault('proposers', 'proposals.no-proposers');
  const opens = reader.day('opens', '受付の始まり');
  const closes = reader.day('closes', '受付の終わり');
  const document: CallDocument = {
    title: reader.text('title', '募集の名称', 80),
    lead: reader.optionalText('lead', '募集の説明', 2000),
    themeKind,
    theme: themeKind === 'town' ? reader.text('theme', 'テーマ', 400) : '',
    proposers: PROPOSER_KINDS.filter((kind) => proposers.includes(kind)),
    fields: reader.list('fields', (item) => ({ id: item.id('field'), label: item.text('label', '分野', 40) })),
    opens,
    closes,
    fiscalYear: opens < '2019-04-01' ? fiscalYear(2019) : fiscalYearOf(opens),
    form: readForm(reader),
    rubric: readCriteria(reader),
    afterwards: reader.text('afterwards', '提案のあとの流れ', 1000),
    sectionId,
  };
  if (closes < opens) reader.fault('closes', 'proposals.closes-before-opening');
  if (document.fields.length === 0) reader.fault('fields[0].label', 'proposals.no-fields');
  refuseWhenFaulty(reader.faults);
  return document;
}

/** The questions of a call as typed, alone. Faults at their places. */
export function readQuestions(form: unknown): readonly FormSection[] {
  const reader = new DocumentReader({ form });
  const sections = readForm(reader);
  refuseWhenFaulty(reader.faults);
  return sections;
}

/** 評価項目 with their points; none where nothing is scored. */
function readCriteria(reader: DocumentReader): Rubric | null {
  const criteria = reader.list('criteria', (item) => ({
    ...{ id: item.id('criterion'), label: item.text('label', '評価項目', 40), floor: null },
    hint: item.optionalText('hint', '評価項目の説明', 300),
    most: item.whole('most', '配点', 1, MOST_POINTS),
  }));
  return criteria.length === 0 ? null : { criteria, least: null, conflictRule: 'out', tieBreak: [], article: '' };
}
