import type { Crumb, Viewer } from '../../shared/index.js';

export const PROPOSALS = '企画提案';

export const callCrumbs = (viewer: Viewer, ...below: readonly Crumb[]): Crumb[] => [
  { label: PROPOSALS, href: viewer.url('staff/proposals') },
  ...below,
];
