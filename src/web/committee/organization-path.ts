import { DomainError } from '../../kernel/domain-error.js';
import type { Crumb, Viewer } from '../shared/index.js';

export const ORGANIZATION_PATH = 'committee/organization';

/** The organisation for which the officer at this desk acts. */
export function ownOrganizationId({ actor }: Viewer): string {
  if (actor.kind !== 'officer') throw DomainError.notFound();
  return actor.organizationId;
}

/** 団体の情報 › … */
export const organizationCrumbs = (viewer: Viewer, ...rest: readonly Crumb[]): Crumb[] => [
  { label: '団体の情報', href: viewer.url(ORGANIZATION_PATH) },
  ...rest,
];
