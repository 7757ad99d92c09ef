import type { Rubric } from '../../kernel/rubric.js';

/** Six items of ten points, where a member who is tied counts with the mean, are known from 本巣市; for 小郡市: 見本. */
export const OGORI_RUBRIC: Rubric = {
  criteria: [
    item('initiative', '主体性', '住民が自分たちで考え、担っているか。（見本）'),
    { ...item('public', '公益性', '校区の住民に広く役立つか。（見本）'), floor: 4 },
    item('feasible', '実現性', '体制、日程、費用から見て実行できるか。（見本）'),
    item('original', '独創性', '校区の特色を生かしているか。（見本）'),
    item('clarity', '伝える力', '申請書がわかりやすく、参加したくなるか。（見本）'),
    item('lasting', '協働・継続', 'ほかの団体と協力し、来年度からも続けられるか。（見本）'),
  ],
  least: { of: 'mean', points: [36, 1] },
  conflictRule: 'mean',
  tieBreak: ['public', 'feasible'],
  article: '審査要領第5条（見本）',
};

function item(id: string, label: string, hint: string): Rubric['criteria'][number] {
  return { id, label, hint, most: 10, floor: null };
}
