import type { Fault } from '../../kernel/domain-error.js';
import { textFaults } from './text-faults.js';

/** What the town made of the opinions of a group: changed the draft, left it, or keeps them in mind. */
export const OUTCOMES = ['changed', 'unchanged', 'noted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABEL: Readonly<Record<Outcome, string>> = {
  changed: '案を直しました',
  unchanged: '案のとおりとしました',
  noted: '今後の参考にします',
};

/** Comments that say alike, told once and answered once. */
export interface OpinionGroup {
  readonly id: string;
  readonly consultationId: string;
  readonly ordinal: number;
  readonly title: string;
  /** 意見の要旨. */
  readonly summary: string;
  /** 町の考え方. */
  readonly townView: string;
  readonly outcome: Outcome | null;
  /** What was changed in the draft. */
  readonly change: string;
  readonly version: number;
}

export type GroupContent = Pick<OpinionGroup, 'title' | 'summary' | 'townView' | 'outcome' | 'change'>;

/** What speaks against a group while it is being written: everything but its title may still be missing. */
export const groupFaults = ({ title, summary, townView, change }: GroupContent): Fault[] => [
  ...textFaults('title', 'まとまりの見出し', title, { most: 100 }),
  ...textFaults('summary', '意見の要旨', summary, { most: 4000, required: false }),
  ...textFaults('townView', '考え方', townView, { most: 4000, required: false }),
  ...textFaults('change', '直したところ', change, { most: 2000, required: false }),
];

/** How many comments a consultation has. */
export interface CommentCounts {
  readonly all: number;
  /** In no group yet. */
  readonly loose: number;
  readonly inGroup: (groupId: string) => number;
}

/** What keeps the result from being told: a comment without a group, a group that says nothing yet. */
export function resultFaults(groups: readonly OpinionGroup[], { loose, inGroup }: CommentCounts): Fault[] {
  const faults: Fault[] =
    loose === 0 ? [] : [{ pointer: 'groups', code: 'consultations.comments-loose', params: { count: loose } }];
  for (const { id, title, summary, townView, outcome, change } of groups) {
    const params = { title };
    const refuse = (code: string): void => void faults.push({ pointer: 'groups', code, params });
    if (inGroup(id) === 0) refuse('consultations.group-empty');
    else if (summary === '' || townView === '' || outcome === null) refuse('consultations.group-unfinished');
    else if (outcome === 'changed' && change === '') refuse('consultations.change-missing');
  }
  return faults;
}
