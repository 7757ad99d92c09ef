import type { Draft, DraftAct, DraftState, DraftStep } from '../../approvals/index.js';
import type { Tone } from '../shared/index.js';

export const DRAFT_STATE: Readonly<Record<DraftState, { readonly label: string; readonly tone: Tone }>> = {
  circulating: { label: '回議中', tone: 'info' },
  returned: { label: '差戻し', tone: 'warning' },
  approved: { label: '決裁済み', tone: 'success' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};

/** The step whose approval is the decision itself. */
export const isDeciding = (draft: Draft, step: DraftStep): boolean => step.position === draft.steps.at(-1)?.position;

/** What the act at a step is called: 合議 consents, the last post decides, the others approve. */
export const verbOf = (draft: Draft, step: DraftStep): string =>
  step.role === 'consult' ? '同意' : isDeciding(draft, step) ? '決裁' : '承認';

/** What happened, as the trail says it. */
export function actInWords(draft: Draft, act: DraftAct): string {
  const step = act.round === draft.round ? draft.steps.find(({ position }) => position === act.position) : undefined;
  switch (act.kind) {
    case 'drafted':
      return '起案';
    case 'resubmitted':
      return '再提出';
    case 'withdrawn':
      return '取下げ';
    case 'sent-back':
      return `差戻し（${targetOf(draft, act)}へ）`;
    case 'approved':
      return step ? verbOf(draft, step) : '承認';
  }
}

function targetOf(draft: Draft, act: DraftAct): string {
  if (act.returnedTo === 0) return '起案者';
  const step = act.round === draft.round ? draft.steps.find(({ position }) => position === act.returnedTo) : undefined;
  return step?.postName ?? `${String(act.returnedTo)}番目の職`;
}

/** 「3日」 since when somebody has been waited for; less than a day reads 「今日」. */
export function waitingDays(since: Date, now: Date): string {
  const days = Math.floor((now.getTime() - since.getTime()) / 86_400_000);
  return days < 1 ? '1日未満' : `${String(days)}日`;
}
