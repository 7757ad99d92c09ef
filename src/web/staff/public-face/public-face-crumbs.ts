import type { Crumb, Viewer } from '../../shared/index.js';

/** 公開ページ › … › this page. */
export const publicFaceCrumbs = (viewer: Viewer, ...below: readonly Crumb[]): Crumb[] => [
  { label: '公開ページ', href: viewer.url('staff/public-face') },
  ...below,
];
