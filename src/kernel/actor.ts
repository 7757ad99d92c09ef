import { DomainError } from './domain-error.js';

/** 全国地方公共団体コード with its check digit, e.g. `402168`: the tenant key everywhere. */
export type MunicipalityId = string & { readonly __municipality: unique symbol };

export const municipalityId = (code: string): MunicipalityId => code as MunicipalityId;

/**
 * What a post may do; a post holds several. Ordering side: promotion, approve, administer, and two that open one thing and
 * nothing else: `inquiry` the list of names for the inquiry about 暴力団, `panel` the cases of a panel to its members, who
 * are often residents and scholars.
 * Treasury: treasury-check, treasury-decide. `audit` reads everything and changes nothing (監査委員).
 */
export const DUTIES = [
  'promotion',
  'approve',
  'administer',
  'treasury-check',
  'treasury-decide',
  'audit',
  'inquiry',
  'panel',
] as const;
export type Duty = (typeof DUTIES)[number];

/** The duties of the town hall's own work; who only sits on a panel sees what the panel is shown. */
export const HALL_DUTIES: readonly Duty[] = DUTIES.filter((duty) => duty !== 'panel');

/** 命令機関 orders payments, 出納機関 pays them; nobody acts for both (地方自治法232条の4). */
export type Side = 'ordering' | 'treasury' | 'audit';

export interface HeldPost {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly side: Side;
  readonly duties: readonly Duty[];
}

/** 職員 acting through the posts held today. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly municipalityId: MunicipalityId;
  readonly accountId: string;
  readonly staffId: string;
  readonly name: string;
  readonly posts: readonly HeldPost[];
}

/** 役員 acting for one organisation. */
export interface OfficerActor {
  readonly kind: 'officer';
  readonly municipalityId: MunicipalityId;
  readonly accountId: string;
  readonly officerId: string;
  readonly organizationId: string;
  readonly name: string;
}

/** The programme itself: a handler, a schedule, an installation step. */
export interface SystemActor {
  readonly kind: 'system';
  readonly municipalityId: MunicipalityId;
  readonly name: string;
}

/** A resident without an account. */
export interface PublicActor {
  readonly kind: 'public';
  readonly municipalityId: MunicipalityId;
  readonly name: string;
}

export type Actor = StaffActor | OfficerActor | SystemActor | PublicActor;

export const systemActor = (municipality: MunicipalityId, name: string): SystemActor => ({
  kind: 'system',
  municipalityId: municipality,
  name,
});

export const publicActor = (municipality: MunicipalityId): PublicActor => ({
  kind: 'public',
  municipalityId: municipality,
  name: '閲覧者',
});

export const hasDuty = (actor: Actor, duty: Duty): boolean =>
  actor.kind === 'staff' && actor.posts.some((post) => post.duties.includes(duty));

/** Refuses everyone who is not staff with one of these duties (system acts pass: they are the programme's own). */
export function requireDuty(actor: Actor, ...duties: readonly Duty[]): void {
  if (actor.kind === 'system') return;
  if (!duties.some((duty) => hasDuty(actor, duty))) throw DomainError.forbidden();
}

/** An officer sees only their own organisation: another's record does not exist for them (404, not 403). */
export function requireOwnOrganization(actor: Actor, organizationId: string): void {
  if (actor.kind === 'officer' && actor.organizationId !== organizationId) throw DomainError.notFound();
  if (actor.kind === 'public') throw DomainError.notFound();
}
