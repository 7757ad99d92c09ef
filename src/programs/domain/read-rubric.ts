import { CONFLICT_RULES, type Criterion, type Rubric } from '../../kernel/rubric.js';
import { refuseTwice, type DocumentReader } from '../../forms/index.js';
import type { ProgramDocument } from './program-document.js';

const MOST_POINTS = 1000;

/** 採点基準: what a panel gives points for, and from when on a case may be adopted; every fault at its place. */
export function readRubric(reader: DocumentReader): Rubric {
  const rubric: Rubric = {
    criteria: reader.list('criteria', readCriterion),
    least: reader.given('least') ? readLeast(reader.within('least')) : null,
    conflictRule: reader.choice('conflictRule', '利害関係のある委員の扱い', CONFLICT_RULES),
    tieBreak: reader.sentences('tieBreak', '同点のときに比べる評価項目'),
    article: reader.optionalText('article', '審査会の根拠', 60),
  };
  checkRubric(rubric, reader);
  return rubric;
}

const readCriterion = (item: DocumentReader): Criterion => ({
  id: item.id('criterion'),
  label: item.text('label', '評価項目', 40),
  hint: item.optionalText('hint', '評価項目の説明', 300),
  most: item.whole('most', '配点', 1, MOST_POINTS),
  floor: item.optionalWhole('floor', '最低の点', 1, MOST_POINTS),
});

const readLeast = (reader: DocumentReader): Rubric['least'] => ({
  of: reader.choice('of', '最低基準の比べ方', ['mean', 'total'] as const),
  points: reader.fraction('points', '最低基準の点'),
});

function checkRubric({ criteria, tieBreak }: Rubric, reader: DocumentReader): void {
  if (criteria.length === 0) reader.fault('criteria[0].label', 'programs.no-criteria');
  refuseTwice(criteria, reader, 'criteria');
  criteria.forEach(({ label, most, floor }, index) => {
    if (floor !== null && floor > most) {
      reader.fault(`criteria[${String(index)}].floor`, 'programs.floor-above-most', { label });
    }
  });
  const unknown = tieBreak.find((id) => !criteria.some((criterion) => criterion.id === id));
  if (unknown !== undefined) reader.fault('tieBreak', 'programs.tie-break-unknown', { id: unknown });
}

/** A programme that asks for a panel waits for its result; one that asks for none has nothing to wait for. */
export function withPanelCheck(document: ProgramDocument): ProgramDocument {
  const { panel, checklist } = document;
  const others = checklist.filter(({ automatic }) => automatic !== 'panel-result');
  if (!panel) return { ...document, checklist: others };
  if (others.length < checklist.length) return document;
  const { article } = panel;
  const check = { id: 'panel-result', text: '審査会の結果が出ている', article, automatic: 'panel-result' } as const;
  return { ...document, checklist: [...checklist, check] };
}
