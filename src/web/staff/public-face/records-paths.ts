import type { Crumb, Viewer } from '../../shared/index.js';
import { publicFaceCrumbs } from './public-face-crumbs.js';

export const RECORDS = 'staff/public-face/records';

export const seriesPath = (id: string): string => `${RECORDS}/${id}`;
export const meetingPath = (id: string): string => `staff/public-face/meetings/${id}`;

/** 公開ページ › 取り組みの記録 › … */
export const recordCrumbs = (viewer: Viewer, ...below: readonly Crumb[]): Crumb[] =>
  publicFaceCrumbs(viewer, { label: '取り組みの記録', href: viewer.url(RECORDS) }, ...below);
