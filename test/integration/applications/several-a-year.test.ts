import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { StartApplication, SubmitApplication, WithdrawApplication } from '../../../src/applications/index.js';
import { CaseList, type CaseItem } from '../../../src/cases/index.js';
import { ViewDraft } from '../../../src/approvals/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  aProjectProgram,
  aPublishedProgram,
  applicationOf,
  draftOf,
  fillApplication,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { aBudgetLine, draftDecision } from '../../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

describe('several applications of one organisation in one year', () => {
  let house: House;
  let clerk: StaffActor;
  let ours: TestOrganization;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const { ogori } = await openTowns(house);
    clerk = await staffActor(house, ogori, 'tanto1');
    ours = await aRegisteredOrganization(house, clerk);
  });

  afterAll(() => house.close());

  const start = (program: TestProgram, requestId = randomUUID()): Promise<{ applicationId: string }> =>
    house.get(StartApplication).execute(ours.officer, { programVersionId: program.versionId, requestId });
  const caseOf = async (id: string): Promise<CaseItem> =>
    house.get(UnitOfWork).read(ours.officer, (tx) => house.get(CaseList).visible(tx, id));
  const full = async (program: TestProgram): Promise<string> => {
    const id = await startApplication(house, ours.officer, program);
    await fillApplication(house, ours.officer, id);
    return id;
  };
  const withdraw = (applicationId: string): Promise<unknown> =>
    house.get(WithdrawApplication).execute(ours.officer, { applicationId, reason: '計画を見直すため' });

  it('begins one draft for one click, however often it arrives', async () => {
    const program = await aProjectProgram(house, clerk);
    const requestId = randomUUID();
    const begun = await Promise.all([1, 2, 3, 4].map(() => start(program, requestId)));
    begun.push(await start(program, requestId));
    expect(new Set(begun.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect((await start(program)).applicationId).not.toBe(begun[0]?.applicationId);
  });

  it('begins as many as the programme takes and not one more, also when six begin at the same moment', async () => {
    const program = await aProjectProgram(house, clerk);
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => refusalOf(start(program))));
    expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(3);
    expect(outcomes.flat()).toEqual(['applications.year-full', 'applications.year-full', 'applications.year-full']);
    const endless = await aProjectProgram(house, clerk, { perYear: null });
    for (let count = 0; count < 5; count += 1) await start(endless);
  });

  it('makes room for another when one is withdrawn', async () => {
    const program = await aProjectProgram(house, clerk, { perYear: { most: 2, article: '交付規則第6条' } });
    const { applicationId } = await start(program);
    await start(program);
    expect(await refusalOf(start(program))).toEqual(['applications.year-full']);
    await withdraw(applicationId);
    expect(await refusalOf(start(program))).toEqual([]);
  });

  it('leads to the one that exists where the programme takes one', async () => {
    const program = await aPublishedProgram(house, clerk);
    const [one, other] = await Promise.all([start(program), start(program)]);
    expect(one.applicationId).toBe(other.applicationId);
  });

  it('counts again at the sending: of three that may still be sent two are, whoever is first', async () => {
    const wide = await aProjectProgram(house, clerk, { perYear: null });
    const ids = [await full(wide), await full(wide), await full(wide)];
    // the limit came with a later edition of the rule, to which drafts are carried over
    const limited = { ...wide.document, perYear: { most: 2, article: '交付規則第6条' } };
    await house.sql('ALTER TABLE program_versions DISABLE TRIGGER frozen_once_published');
    await house.sql('UPDATE program_versions SET document = $1 WHERE id = $2', [limited, wide.versionId]);
    await house.sql('ALTER TABLE program_versions ENABLE TRIGGER frozen_once_published');
    const sent = await Promise.all(ids.map((id) => refusalOf(submitApplication(house, ours.officer, id))));
    expect(sent.filter((codes) => codes.length === 0)).toHaveLength(2);
    expect(sent.flat()).toEqual(['applications.year-full']);
    const last = ids[sent.findIndex((codes) => codes.length > 0)] ?? '';
    const first = ids.find((id) => id !== last) ?? '';
    expect((await draftOf(house, ours.officer, last)).faults).toEqual([
      { pointer: '', code: 'applications.year-full', params: { most: 2, article: '交付規則第6条' } },
    ]);
    await withdraw(first);
    expect(await refusalOf(submitApplication(house, ours.officer, last))).toEqual([]);
  });

  it('tells the projects apart by their names, in lists, at the review and in the draft of the decision', async () => {
    const lineId = await aBudgetLine(house, clerk, '02-01-07-18-778', 9_000_000);
    const program = await aProjectProgram(house, clerk, { budgetLineId: lineId });
    const [dance, drill] = [await full(program), await full(program)];
    expect(await caseOf(dance)).toMatchObject({ title: '事業の名称の答え', programName: program.document.name });
    const period = ['2026-08-01', '2026-08-31'];
    await saveSection(house, ours.officer, dance, 'project', { answers: { title: '', period } });
    expect(await caseOf(dance)).toMatchObject({ title: program.document.name });
    await saveSection(house, ours.officer, dance, 'project', { answers: { title: '夏の　踊りの夕べ', period } });
    await saveSection(house, ours.officer, drill, 'project', { answers: { title: '校区防災訓練', period } });
    expect([(await caseOf(dance)).title, (await caseOf(drill)).title]).toEqual(['夏の 踊りの夕べ', '校区防災訓練']);
    for (const id of [dance, drill]) {
      await submitApplication(house, ours.officer, id);
      await passReview(house, clerk, id);
    }
    expect(await applicationOf(house, clerk, dance)).toMatchObject({ title: '夏の 踊りの夕べ' });
    const { cases } = await house.get(ViewDraft).execute(clerk, await draftDecision(house, clerk, [dance, drill]));
    expect(cases.map(({ shown }) => shown.title)).toEqual([
      `${ours.name}　令和8年度 事業補助金「夏の 踊りの夕べ」`,
      `${ours.name}　令和8年度 事業補助金「校区防災訓練」`,
    ]);
  });

  it('gives each of two that are sent at the same moment its own place in the year', async () => {
    const program = await aProjectProgram(house, clerk);
    const ids = [await full(program), await full(program), await full(program)];
    const digests = await Promise.all(ids.map(async (id) => (await draftOf(house, ours.officer, id)).digest));
    await Promise.all(
      ids.map((applicationId, index) =>
        house.get(SubmitApplication).execute(ours.officer, {
          applicationId,
          requestId: randomUUID(),
          checkedDigest: digests[index] ?? '',
        }),
      ),
    );
    const numbers = await Promise.all(ids.map(async (id) => (await applicationOf(house, clerk, id)).receivedNumber));
    expect(new Set(numbers).size).toBe(3);
  });
});
