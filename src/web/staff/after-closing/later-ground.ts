import type { LaterGround } from '../../../closing/index.js';

export const LATER_GROUND: Readonly<Record<LaterGround, string>> = {
  'past-year': '過年度支出（地方自治法施行令第165条の8）',
  'carried-by-council': '繰越明許費（議会の議決による繰越し）',
  'carried-by-accident': '事故繰越し',
};
