import type { Crumb, Viewer } from '../shared/index.js';

/** The town's page › … › this page. */
export const townCrumbs = (viewer: Viewer, ...below: readonly Crumb[]): Crumb[] => [
  { label: `${viewer.town.name}の入口`, href: viewer.url('') },
  ...below,
];
