import type { Fault } from '../../kernel/domain-error.js';

/** What every draft must say, and that it carries each case once. */
export function draftFaults(title: string, reason: string, subjectIds: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  if (title === '') faults.push({ pointer: 'title', code: 'approvals.title-missing' });
  if (title.length > 120) faults.push({ pointer: 'title', code: 'approvals.title-too-long' });
  if (reason === '') faults.push({ pointer: 'reason', code: 'approvals.reason-missing' });
  if (reason.length > 4000) faults.push({ pointer: 'reason', code: 'approvals.reason-too-long' });
  if (subjectIds.length === 0) faults.push({ pointer: 'subjectIds', code: 'approvals.no-cases' });
  if (new Set(subjectIds).size < subjectIds.length)
    faults.push({ pointer: 'subjectIds', code: 'approvals.case-twice' });
  return faults;
}
