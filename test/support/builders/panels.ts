import type { OfficerActor } from '../../../src/kernel/actor.js';
import type { Rubric } from '../../../src/kernel/rubric.js';
import type { House } from '../house.js';
import { fillApplication, saveSection, startApplication, submitApplication, type TestProgram } from './applications.js';

const criterion = (id: string, label: string, floor: number | null = null) => ({
  ...{ id, label, most: 10, floor },
  hint: `${label}を0点から10点で評価します。`,
});

/** Three items of ten points; 公益性 alone can fail a case, and decides between equals. */
export const A_RUBRIC: Rubric = {
  criteria: [criterion('public', '公益性', 4), criterion('real', '実現性'), criterion('lasting', '継続性')],
  least: { of: 'mean', points: [18, 1] },
  conflictRule: 'mean',
  tieBreak: ['public'],
  article: '審査要領第5条（見本）',
};

/** A project of this name, filled in and sent. */
export async function aSubmittedProject(
  house: Pick<House, 'get'>,
  officer: OfficerActor,
  program: TestProgram,
  title: string,
): Promise<string> {
  const id = await startApplication(house, officer, program);
  await fillApplication(house, officer, id);
  const answers = { title, period: ['2026-08-01', '2026-08-31'] };
  await saveSection(house, officer, id, 'project', { answers });
  await submitApplication(house, officer, id);
  return id;
}
