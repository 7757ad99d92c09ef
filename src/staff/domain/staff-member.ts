import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { HoldingKind } from './holding.js';

/** 職員. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  /** The last day of service; null while in service. */
  readonly leftOn: LocalDate | null;
  /** For reminders of what waits; optional. */
  readonly mail: string | null;
  readonly version: number;
}

/** A member with the posts held on a day. */
export interface StaffMemberWithPosts extends StaffMember {
  readonly posts: readonly { postId: string; postName: string; sectionName: string; kind: HoldingKind }[];
}

export const isInService = (member: Pick<StaffMember, 'leftOn'>, day: LocalDate): boolean =>
  member.leftOn === null || day <= member.leftOn;

export function refuseUnfitMember(member: { name: string; kana: string; mail?: string | null }): void {
  const faults: Fault[] = [];
  if (member.name.trim() === '') faults.push({ pointer: 'name', code: 'staff.name-missing' });
  if (member.kana.trim() === '') faults.push({ pointer: 'kana', code: 'staff.kana-missing' });
  else if (!/^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(member.kana.normalize('NFKC'))) {
    faults.push({ pointer: 'kana', code: 'staff.kana-characters' });
  }
  if (member.mail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(member.mail))
    faults.push({ pointer: 'mail', code: 'staff.mail-form' });
  refuseWhenFaulty(faults);
}
