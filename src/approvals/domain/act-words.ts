import {
  decidingStepOf,
  DRAFT_MARKS,
  type Draft,
  type DraftAct,
  type DraftMark,
  type DraftState,
  type DraftStep,
} from './draft.js';

export const STATE_LABEL: Readonly<Record<DraftState, string>> = {
  circulating: '回議中',
  returned: '差戻し',
  approved: '決裁済み',
  rejected: '却下',
  withdrawn: '取下げ',
};

export const MARK_LABEL: Readonly<Record<DraftMark, string>> = { important: '重要', unusual: '異例', new: '新規' };

/** The marks among what was ticked. */
export const marksOf = (ticked: readonly string[]): DraftMark[] => DRAFT_MARKS.filter((mark) => ticked.includes(mark));

/** The step whose approval is the decision itself. */
const isDeciding = (draft: Draft, step: DraftStep): boolean => step === decidingStepOf(draft.steps);

/** What the act at a step is called: 合議 consents, 供覧 reads, the last post decides, the others approve. */
export function verbOf(draft: Draft, step: DraftStep): string {
  if (step.role === 'consult') return '同意';
  if (step.role === 'inform') return '閲覧';
  return isDeciding(draft, step) ? '決裁' : '承認';
}

const ACT_WORD: Readonly<Record<Exclude<DraftAct['kind'], 'approved' | 'sent-back' | 'asked'>, string>> = {
  drafted: '起案',
  differed: '合議に意見（同意なし）',
  rejected: '却下',
  'pulled-back': '引戻し',
  resubmitted: '再提出',
  withdrawn: '取下げ',
  held: '保留（案件を起案から外す）',
  recast: '変わった案件の出し直し',
  remarked: '意見',
  answered: '回答',
  attached: '書類の追加',
  acknowledged: '追加書類の確認',
  reviewed: '後閲',
  read: '供覧',
  mapped: '決裁経路の振替',
  sealed: '紙の決裁の入力',
};

/** What happened, as the trail says it. */
export function actInWords(draft: Draft, act: DraftAct): string {
  if (act.kind === 'sent-back') return `差戻し（${targetOf(draft, act)}へ）`;
  if (act.kind === 'asked') return `質問（${targetOf(draft, act)}へ）`;
  if (act.kind !== 'approved') return ACT_WORD[act.kind];
  const step =
    act.round === draft.round
      ? draft.steps.find(({ position, postId }) => position === act.position && postId === act.postId)
      : undefined;
  const verb = step ? verbOf(draft, step) : '承認';
  if (act.cover === 'passed') return `${verb}（在職者が決裁できないため、次の職が行う）`;
  return act.cover === null ? verb : `${verb}（代決）`;
}

function targetOf(draft: Draft, act: DraftAct): string {
  if (act.returnedTo === 0) return '起案者';
  const steps = act.round === draft.round ? draft.steps.filter(({ position }) => position === act.returnedTo) : [];
  return steps.map(({ postName }) => postName).join('・') || `${String(act.returnedTo)}番目の職`;
}
