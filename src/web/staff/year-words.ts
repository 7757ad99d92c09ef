import type { Crumb, Viewer } from '../shared/index.js';

export const yearCrumbs = (viewer: Viewer, label: string): Crumb[] => [
  { label: '年度の締め', href: viewer.url('staff/year') },
  { label },
];
