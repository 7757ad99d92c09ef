import type { Fault } from '../../../kernel/domain-error.js';
import type { FiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen, yen, type Yen } from '../../../kernel/yen.js';
import type { Allocation, AllocationCase, AllocationPlan } from './allocation.js';

/** 予算残額 as it stands, undivided. */
export const WHOLE_BALANCE = '予算残額';

/** What a trial divides: the passed cases of a programme's year of which nothing is drafted. */
export interface PoolKey {
  readonly programId: string;
  readonly fiscalYear: FiscalYear;
}

/** 試案: a plan and what it came to, as it was seen; computing it anew makes another that replaces it. */
export interface AllocationTrial extends PoolKey, Allocation {
  readonly id: string;
  readonly name: string;
  readonly plan: AllocationPlan;
  /** Of plan and table; by it an approver's page and the decision file name the table that was chosen. */
  readonly digest: string;
  /** Its place side by side with others; what replaces another keeps it. */
  readonly ordinal: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** Replaced or put away. */
  readonly retiredAt: Date | null;
  readonly retiredBy: string | null;
}

/** Why a trial may not be used as it is. */
export interface Outdated {
  readonly organizationName: string;
  readonly title: string;
  readonly why: string;
}

export const LONGEST_TRIAL_NAME = 40;
/** It stands in the reason of a refusal, which letters print. */
export const LONGEST_TRIAL_NOTE = 200;
export const LONGEST_ARTICLE = 60;

/** What has changed in the cases since they were divided; nothing while the trial is up to date. */
export function outdatedBy(divided: readonly AllocationCase[], now: readonly AllocationCase[]): Outdated[] {
  const current = new Map(now.map((each) => [each.id, each]));
  const known = new Set(divided.map(({ id }) => id));
  return [
    ...divided.flatMap((before): Outdated[] => {
      const after = current.get(before.id);
      const why = after ? changed(before, after) : '取下げ・差戻し・起案などで、配分の対象から外れました';
      return why === null ? [] : [{ organizationName: before.organizationName, title: before.title, why }];
    }),
    ...now
      .filter(({ id }) => !known.has(id))
      .map(({ organizationName, title }) => ({ organizationName, title, why: '新しく配分の対象になりました' })),
  ];
}

function changed(before: AllocationCase, after: AllocationCase): string | null {
  if (before.requested !== after.requested) {
    return `査定額が${formatYen(before.requested)}から${formatYen(after.requested)}に変わりました`;
  }
  if (before.place !== after.place || before.fellShort !== after.fellShort) return '審査会の結果が変わりました';
  return null;
}

/**
 * What the ceiling is, for whoever approves: a part of 予算残額 is not called the whole of it, and what staff leave blank is
 * said for them.
 */
export function ceilingInWords({ ceiling, ceilingNote }: AllocationPlan, available: Yen): string {
  const note = ceilingNote.trim();
  if (note !== '' && note !== WHOLE_BALANCE) return note;
  return ceiling === available ? WHOLE_BALANCE : `${WHOLE_BALANCE}のうち`;
}

/** What keeps a trial from being computed. Faults at the fields of its form. */
export function trialFaults(name: string, plan: AllocationPlan, available: Yen): Fault[] {
  const { method, ceiling, note, article } = plan;
  const fault = (pointer: string, code: string, params = {}): Fault => ({ pointer, code, params });
  return [
    ...(name.trim() === '' ? [fault('name', 'grants.allocation-name-missing')] : []),
    ...tooLong('name', name, LONGEST_TRIAL_NAME),
    ...(ceiling > available ? [fault('ceiling', 'grants.allocation-ceiling-over-budget', { available })] : []),
    ...(article.trim() === '' ? [fault('article', 'grants.allocation-article-missing')] : []),
    ...tooLong('article', article, LONGEST_ARTICLE),
    ...tooLong('ceilingNote', plan.ceilingNote, LONGEST_TRIAL_NAME),
    ...(method === 'hand' && note.trim() === '' ? [fault('note', 'grants.allocation-note-missing')] : []),
    ...tooLong('note', note, LONGEST_TRIAL_NOTE),
  ];
}

const tooLong = (pointer: string, text: string, most: number): Fault[] =>
  [...text.trim()].length > most ? [{ pointer, code: 'common.too-long', params: { max: most } }] : [];

/** Amounts by hand stay within 査定額. Faults at `entries[<application>]`. */
export const entryFaults = (cases: readonly AllocationCase[], { method, entries }: AllocationPlan): Fault[] =>
  cases.flatMap(({ id, requested, organizationName }): Fault[] => {
    const entry = entries[id];
    if (method !== 'hand' || entry === undefined || yen(entry) <= requested) return [];
    const params = { organization: organizationName, requested };
    return [{ pointer: `entries[${id}]`, code: 'grants.allocation-above-assessed', params }];
  });
