import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fieldsOf, SaveSection, SettleEditionChange, StartApplication } from '../../../src/applications/index.js';
import { sectionNamed } from '../../../src/forms/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  CopyForNextYear,
  DiscardDraftVersion,
  EditDraftVersion,
  PrepareNextVersion,
  Programs,
  PublishProgramVersion,
  WithdrawProgramVersion,
} from '../../../src/programs/index.js';
import {
  aProjectProgram,
  aPublishedProgram,
  aSubmittedApplication,
  draftOf,
  fillApplication,
  saveSection,
  startApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

describe('editions that follow one another', () => {
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

  const start = (versionId: string): Promise<{ applicationId: string }> =>
    house.get(StartApplication).execute(ours.officer, { programVersionId: versionId, requestId: randomUUID() });
  const withdraw = (versionId: string, reason = '金額を誤ったため'): Promise<void> =>
    house.get(WithdrawProgramVersion).execute(clerk, { versionId, version: 2, reason });
  const openNow = async (): Promise<string[]> =>
    (await house.get(UnitOfWork).read(ours.officer, (tx) => house.get(Programs).openVersions(tx))).map(({ id }) => id);
  const version = (id: string) => house.get(UnitOfWork).read(clerk, (tx) => house.get(Programs).version(tx, id));
  const aSecondEdition = async (program: TestProgram): Promise<string> => {
    const { versionId } = await house.get(PrepareNextVersion).execute(clerk, program);
    await house.get(PublishProgramVersion).execute(clerk, { versionId, version: 1 });
    return versionId;
  };

  it('are taken back before the first application, and the one before holds again', async () => {
    const program = await aPublishedProgram(house, clerk);
    const second = await aSecondEdition(program);
    expect(await openNow()).toContain(second);
    expect(await refusalOf(withdraw(second, ' '))).toEqual(['programs.withdrawal-reason-missing']);
    await withdraw(second);
    expect(await openNow()).toContain(program.versionId);
    expect(await openNow()).not.toContain(second);
    await expect(
      house.get(UnitOfWork).read(ours.officer, (tx) => house.get(Programs).version(tx, second)),
    ).rejects.toThrow('common.forbidden');
    expect(await house.get(UnitOfWork).read(clerk, (tx) => house.get(Programs).version(tx, second))).toMatchObject({
      state: 'withdrawn',
      withdrawnBy: clerk.name,
      withdrawalReason: '金額を誤ったため',
    });
    const { versionId: third } = await house.get(PrepareNextVersion).execute(clerk, program);
    expect(third).not.toBe(second);
    await expect(house.sql(`UPDATE program_versions SET document = '{}' WHERE id = $1`, [second])).rejects.toThrow(
      'a published programme version is frozen',
    );
  });

  it('stay once somebody has begun, and only the whole act passes the guard of the table', async () => {
    const { versionId } = await aPublishedProgram(house, clerk);
    await start(versionId);
    expect(await refusalOf(withdraw(versionId))).toEqual(['programs.edition-in-use']);
    const other = await aPublishedProgram(house, clerk);
    const sneaking = `UPDATE program_versions SET state = 'withdrawn', withdrawn_at = now(), withdrawn_by = 'x',
      withdrawal_reason = 'x', document = '{}' WHERE id = $1`;
    await expect(house.sql(sneaking, [other.versionId])).rejects.toThrow('a published programme version is frozen');
  });

  it('are either begun or taken back when both happen at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { versionId } = await aPublishedProgram(house, clerk);
      const [begun, taken] = await Promise.all([refusalOf(start(versionId)), refusalOf(withdraw(versionId))]);
      const [row] = await house.sql<{ state: string; applications: number }>(
        `SELECT v.state, count(a.id)::integer AS applications FROM program_versions v
           LEFT JOIN applications a ON a.program_version_id = v.id WHERE v.id = $1 GROUP BY v.state`,
        [versionId],
      );
      expect(begun.length + taken.length).toBe(1);
      expect(row).toEqual(
        taken.length === 0 ? { state: 'withdrawn', applications: 0 } : { state: 'published', applications: 1 },
      );
    }
  });

  describe('carry drafts over', () => {
    /** The draft is written, then the second edition drops a question, changes one and closes later. */
    const aSecondForm = async (program: TestProgram): Promise<string> => {
      const { versionId } = await house.get(PrepareNextVersion).execute(clerk, program);
      const [first, ...others] = program.document.form;
      if (!first) throw new Error('the programme of the tests asks something');
      const [aim, ...rest] = first.questions;
      if (!aim) throw new Error('the programme of the tests asks something');
      const added = { ...aim, id: 'newly-asked', label: '新しい質問' };
      const timetable = { ...program.document.timetable, closes: localDate('2026-06-12') };
      const form = [{ ...first, questions: [...rest, added] }, ...others];
      await house.get(EditDraftVersion).execute(clerk, {
        ...{ versionId, version: 1, fields: ['form', 'timetable', 'project'] },
        change: (stored) => ({ ...stored, form, timetable, project: null }),
      });
      await house.get(PublishProgramVersion).execute(clerk, { versionId, version: 2 });
      return versionId;
    };
    const textsIn = async (id: string, name: string): Promise<Record<string, string>> =>
      Object.fromEntries(sectionNamed((await draftOf(house, ours.officer, id)).sections, name).fields);

    it('and lose nothing; what was sent stays where it was', async () => {
      const program = await aProjectProgram(house, clerk);
      const sent = await aSubmittedApplication(house, ours.officer, program);
      const id = await startApplication(house, ours.officer, program);
      await fillApplication(house, ours.officer, id);
      const before = await textsIn(id, 'project');
      const budget = await textsIn(id, 'budget');
      const second = await aSecondForm(program);
      await house.drainOutbox();
      const draft = await draftOf(house, ours.officer, id);
      expect(draft.application.programVersionId).toBe(second);
      expect((await draftOf(house, ours.officer, sent)).application.programVersionId).toBe(program.versionId);
      expect(await textsIn(id, 'project')).toEqual({ period: before['period'] });
      expect(await textsIn(id, 'budget')).toEqual(budget);
      expect(draft.leftovers).toEqual([
        { section: '事業の内容', label: '事業の名称', text: before['title'], writtenBy: ours.officer.name },
      ]);
      expect(draft.editionChanges.map(({ part }) => part)).toEqual(['dates', 'form']);
      const [line] = await house.sql<{ due: string }>(`SELECT due_on::text AS due FROM cases WHERE id = $1`, [id]);
      expect(line?.due).toBe('2026-06-12');
      expect(
        await refusalOf(
          house.get(WithdrawProgramVersion).execute(clerk, { versionId: second, version: 3, reason: 'x' }),
        ),
      ).toEqual(['programs.edition-in-use']);
      for (const what of ['notice', 'leftovers'] as const) {
        await house.get(SettleEditionChange).execute(ours.officer, { applicationId: id, what });
      }
      expect(await draftOf(house, ours.officer, id)).toMatchObject({ leftovers: [], editionChanges: [] });
    });

    it('and take what an opened page of the old edition still brings', async () => {
      const program = await aProjectProgram(house, clerk);
      const id = await startApplication(house, ours.officer, program);
      await saveSection(house, ours.officer, id, 'project', { answers: { title: '盆踊り', period: ['8/1', ''] } });
      const opened = sectionNamed((await draftOf(house, ours.officer, id)).sections, 'project').version;
      await aSecondForm(program);
      await house.drainOutbox();
      const page = { applicationId: id, name: 'project', version: opened, page: randomUUID(), settled: [] };
      for (const title of ['盆踊りと', '盆踊りと花火']) {
        const fields = fieldsOf({ answers: { title, period: ['8/1', '8/2'] } });
        expect(
          await house.get(SaveSection).execute(ours.officer, { ...page, fields, edition: program.versionId }),
        ).toMatchObject({ behind: true, conflicts: [] });
      }
      expect(await textsIn(id, 'project')).toEqual({ period: '["8/1","8/2"]' });
      const { leftovers } = await draftOf(house, ours.officer, id);
      expect(leftovers.map(({ text }) => text).toSorted()).toEqual(['盆踊り', '盆踊りと花火']);
    });

    it('none is left behind that begins while the edition is published', async () => {
      for (let round = 0; round < 4; round += 1) {
        const program = await aPublishedProgram(house, clerk);
        const { versionId } = await house.get(PrepareNextVersion).execute(clerk, program);
        const [begun] = await Promise.all([
          refusalOf(start(program.versionId)),
          house.get(PublishProgramVersion).execute(clerk, { versionId, version: 1 }),
        ]);
        await house.drainOutbox();
        const rows = await house.sql<{ edition: string }>(
          'SELECT program_version_id AS edition FROM applications WHERE program_id = $1',
          [program.programId],
        );
        expect(begun.length === 0 ? [{ edition: versionId }] : begun).toEqual(
          begun.length === 0 ? rows : ['applications.newer-edition'],
        );
      }
    });
  });

  it('are copied for the next year, with its days, its words and its budget line', async () => {
    const source = await aPublishedProgram(house, clerk);
    const copy = () => house.get(CopyForNextYear).execute(clerk, { versionId: source.versionId });
    const { versionId } = await copy();
    expect(await refusalOf(copy())).toEqual(['programs.draft-open']);
    const draft = await version(versionId);
    expect(draft).toMatchObject({ state: 'draft', number: 1 });
    expect(draft.document).toMatchObject({
      fiscalYear: 2027,
      name: source.document.name.replace('令和8年度', '令和9年度'),
      timetable: { opens: '2027-04-01', closes: '2027-05-29' },
      eligibleStart: { day: '2027-04-01' },
      rule: source.document.rule,
    });
    const publish = () => house.get(PublishProgramVersion).execute(clerk, { versionId, version: 1 });
    expect(await refusalOf(publish())).toEqual(['programs.budget-line-of-another-year']);
  });

  describe('of two years stand side by side', () => {
    const prepare = (versionId: string) => house.get(PrepareNextVersion).execute(clerk, { versionId });
    const copyFrom = (versionId: string) => house.get(CopyForNextYear).execute(clerk, { versionId });
    const discard = (versionId: string, saved = 1): Promise<void> =>
      house.get(DiscardDraftVersion).execute(clerk, { versionId, version: saved });

    it('so that the running year is corrected while the next one is written', async () => {
      const program = await aPublishedProgram(house, clerk);
      const nextYear = await copyFrom(program.versionId);
      const corrected = await prepare(program.versionId);
      expect(corrected.opened).toBe(false);
      expect(await prepare(program.versionId)).toEqual({ versionId: corrected.versionId, opened: true });
      expect(await version(corrected.versionId)).toMatchObject({ number: 2, document: { fiscalYear: 2026 } });
      await house.get(PublishProgramVersion).execute(clerk, { versionId: corrected.versionId, version: 1 });
      const before = await house
        .get(UnitOfWork)
        .read(clerk, async (tx) =>
          house.get(Programs).predecessorOf(tx, await house.get(Programs).version(tx, nextYear.versionId)),
        );
      expect(before?.id).toBe(corrected.versionId);
    });

    it('and the next year is begun while the running one is corrected', async () => {
      const program = await aPublishedProgram(house, clerk);
      await prepare(program.versionId);
      const { versionId } = await copyFrom(program.versionId);
      expect(await version(versionId)).toMatchObject({ number: 1, document: { fiscalYear: 2027 } });
      const moved = house.get(EditDraftVersion).execute(clerk, {
        ...{ versionId, version: 1, fields: ['fiscalYear', 'timetable', 'eligibleStart', 'budgetLineId'] },
        change: () => program.document,
      });
      expect(await refusalOf(moved)).toEqual(['programs.draft-open-in-year']);
    });

    it('until a draft is discarded, which no published edition ever is', async () => {
      const program = await aPublishedProgram(house, clerk);
      const { versionId } = await prepare(program.versionId);
      expect(await refusalOf(discard(versionId, 7))).toEqual(['common.stale']);
      await discard(versionId);
      expect(await refusalOf(version(versionId))).toEqual(['common.not-found']);
      expect((await prepare(program.versionId)).opened).toBe(false);
      expect(await refusalOf(discard(program.versionId, 2))).toEqual(['programs.published']);
      const log = await house.sql(
        `SELECT 1 FROM audit_entries WHERE action = 'program-version.discarded' AND subject_id = $1`,
        [versionId],
      );
      expect(log).toHaveLength(1);
    });

    it('and one draft of a year is begun by two people at the same moment', async () => {
      const program = await aPublishedProgram(house, clerk);
      const [one, other] = await Promise.all([prepare(program.versionId), prepare(program.versionId)]);
      expect(other.versionId).toBe(one.versionId);
    });
  });
});
