import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SayProject, type SupportYear } from '../../../src/applications/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import {
  CopyForNextYear,
  EditDraftVersion,
  PublishProgramVersion,
  type AmountRule,
} from '../../../src/programs/index.js';
import {
  aPassedApplication,
  aProjectProgram,
  applicationOf,
  draftOf,
  fillApplication,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { PLAIN, UNADJUSTED } from '../../support/builders/rule-parts.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

/** 20,000 yen in the first year of a project, 10,000 in the second, nothing later. */
const RULE: AmountRule = {
  ...UNADJUSTED,
  facts: [{ id: 'support-year', label: '支援の年次', unitLabel: '年目', source: 'support-year' }],
  terms: [1, 2].map((year) => ({
    ...{ ...PLAIN, kind: 'flat', label: `${String(year)}年目`, article: '第3条', yen: String(30_000 - year * 10_000) },
    when: { fact: 'support-year', is: year },
  })) as AmountRule['terms'],
};

describe('declining support of projects', () => {
  let house: House;
  let clerk: StaffActor;
  let ours: TestOrganization;
  let nextYear: TestProgram;
  let flowers: string;
  let theirs: TestOrganization;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    ours = await aRegisteredOrganization(house, clerk);
    const program = await aProjectProgram(house, clerk, { rule: RULE });
    flowers = await aPassedApplication(house, ours.officer, clerk, program);
    theirs = await aRegisteredOrganization(house, clerk, { name: '隣の協議会', district: '隣校区' });
    for (let count = 0; count < 2; count += 1) await aPassedApplication(house, theirs.officer, clerk, program);
    house.clock.at('2027-04-20');
    const budgetLineId = await aBudgetLine(house, clerk, '02-01-99', 900_000, 2027);
    const { versionId } = await house.get(CopyForNextYear).execute(clerk, { versionId: program.versionId });
    await house.get(EditDraftVersion).execute(clerk, {
      ...{ versionId, version: 1, fields: ['budgetLineId'] },
      change: (document) => ({ ...document, budgetLineId }),
    });
    await house.get(PublishProgramVersion).execute(clerk, { versionId, version: 2 });
    nextYear = { ...program, versionId };
  });

  afterAll(() => house.close());

  const told = async (
    id: string,
    by = ours,
  ): Promise<[SupportYear['year'] | undefined, SupportYear['why'] | undefined, bigint]> => {
    const { support, working } = await draftOf(house, by.officer, id);
    return [support?.year, support?.why, working.total];
  };
  const say = (applicationId: string, continuesId: string | null): Promise<void> =>
    house.get(SayProject).execute(ours.officer, { applicationId, continuesId });

  it('a project goes on in its second year; another one of the same organisation begins with its first', async () => {
    const second = await startApplication(house, ours.officer, nextYear);
    expect(await told(second)).toEqual([2, 'continued', 10_000n]);
    const other = await startApplication(house, ours.officer, nextYear);
    expect(await told(other)).toEqual([1, 'new', 20_000n]);
    expect(await refusalOf(say(other, flowers))).toEqual(['applications.not-to-continue']);
    await say(second, null);
    expect(await told(second)).toEqual([1, 'new', 20_000n]);
    await say(other, flowers);
    expect(await told(other)).toEqual([2, 'continued', 10_000n]);
  });

  it('with two projects of the year before it is asked which one goes on, and nothing is sent until it is said', async () => {
    const id = await startApplication(house, theirs.officer, nextYear);
    expect(await told(id, theirs)).toEqual([null, 'unsaid', 0n]);
    const { support, faults } = await draftOf(house, theirs.officer, id);
    expect(support?.choices).toHaveLength(2);
    expect(faults.map(({ code }) => code)).toContain('applications.project-unsaid');
    const [chosen] = support?.choices ?? [];
    await house.get(SayProject).execute(theirs.officer, { applicationId: id, continuesId: chosen?.id ?? '' });
    expect(await told(id, theirs)).toEqual([2, 'continued', 10_000n]);
    await fillApplication(house, theirs.officer, id);
    const answers = { title: '花いっぱい（見本）', period: ['2027-08-01', '2027-08-31'] };
    await saveSection(house, theirs.officer, id, 'project', { answers });
    await submitApplication(house, theirs.officer, id);
    expect((await applicationOf(house, clerk, id)).facts).toEqual({ 'support-year': 2 });
    const another = await startApplication(house, theirs.officer, nextYear);
    expect(await told(another, theirs)).toEqual([2, 'continued', 10_000n]);
  });
});
