import { hasDuty, type Actor, type Duty } from '../../kernel/actor.js';

export const DESKS = ['public', 'committee', 'staff', 'panel', 'treasury', 'admin'] as const;
export type DeskName = (typeof DESKS)[number];

export const DESK_LABEL: Readonly<Record<DeskName, string>> = {
  public: '公開情報',
  committee: 'まちづくり組織の窓口',
  staff: '職員の窓口',
  panel: '審査会の窓口',
  treasury: '会計の窓口',
  admin: '管理の窓口',
};

/** Who may enter which desk; what may be done there is decided by each use case. 監査委員 may look everywhere staff work. */
export function mayEnter(desk: DeskName, actor: Actor): boolean {
  switch (desk) {
    case 'public':
      return true;
    case 'committee':
      return actor.kind === 'officer';
    case 'staff':
      return actor.kind === 'staff' && !servesOnly(actor, 'panel');
    case 'panel':
      return hasDuty(actor, 'panel');
    case 'treasury':
      return hasDuty(actor, 'treasury-check') || hasDuty(actor, 'treasury-decide') || hasDuty(actor, 'audit');
    case 'admin':
      return hasDuty(actor, 'administer') || hasDuty(actor, 'audit');
  }
}

/** Someone whose posts open this one thing and nothing else. */
export const servesOnly = (actor: Actor, only: Duty): boolean =>
  actor.kind === 'staff' &&
  actor.posts.length > 0 &&
  actor.posts.every(({ duties }) => duties.every((duty) => duty === only));

/** Someone of the ordering side who decides what others prepare: what waits for them is a draft, not a case. */
export const approvesOnly = (actor: Actor): boolean => hasDuty(actor, 'approve') && !hasDuty(actor, 'promotion');

/** Where someone arrives after signing in. */
export function homeDeskOf(actor: Actor): DeskName {
  if (actor.kind === 'officer') return 'committee';
  if (actor.kind !== 'staff') return 'public';
  if (actor.posts.some((post) => post.side === 'treasury')) return 'treasury';
  if (servesOnly(actor, 'panel')) return 'panel';
  return servesOnly(actor, 'administer') ? 'admin' : 'staff';
}
