import type { Crumb, Viewer } from '../shared/index.js';

export const ORGANIZATIONS_PATH = 'staff/organizations';

/** 団体 › … */
export const organizationsCrumbs = (viewer: Viewer, ...rest: readonly Crumb[]): Crumb[] => [
  { label: '団体', href: viewer.url(ORGANIZATIONS_PATH) },
  ...rest,
];
