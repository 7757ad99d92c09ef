import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { localDate, momentInJapan } from '../../../src/kernel/local-date.js';
import { publicActor, type Actor, type StaffActor } from '../../../src/kernel/actor.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  BlankForms,
  CreateProgram,
  EditDraftVersion,
  type EditDraftVersionCommand,
  PrepareNextVersion,
  Programs,
  PublishProgramVersion,
  type ProgramVersion,
} from '../../../src/programs/index.js';
import { aDraftProgram, aPublishedProgram } from '../../support/builders/applications.js';
import { FORM_OF_ALL_KINDS } from '../../support/builders/form-of-all-kinds.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';
import { readPdf } from '../../support/pdf-check.js';

const unchanged = (versionId: string, version: number): EditDraftVersionCommand => ({
  versionId,
  version,
  fields: ['purpose'],
  change: (document) => document,
});

describe('programmes', () => {
  let house: House;
  let hall: TownHall;
  let clerk: StaffActor;
  let chief: StaffActor;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-06' });
    hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    chief = await hall.person('課長 三郎', '課長');
  });

  afterAll(() => house.close());

  const version = (id: string): Promise<ProgramVersion> =>
    house.get(UnitOfWork).read(clerk, (tx) => house.get(Programs).version(tx, id));
  const openOn = async (day: string): Promise<string[]> =>
    (
      await house
        .get(UnitOfWork)
        .read(clerk, (tx) => house.get(Programs).openVersions(tx, momentInJapan(localDate(day))))
    ).map(({ id }) => id);

  it('opens to applicants by publishing, within its period', async () => {
    const { versionId } = await aDraftProgram(house, clerk);
    expect(await openOn('2026-04-06')).not.toContain(versionId);
    await house.get(PublishProgramVersion).execute(clerk, { versionId, version: 1 });
    expect(await version(versionId)).toMatchObject({ state: 'published', publishedBy: '担当 一子', number: 1 });
    expect(await openOn('2026-04-01')).toContain(versionId);
    expect(await openOn('2026-05-29')).toContain(versionId);
    expect(await openOn('2026-03-31')).not.toContain(versionId);
    expect(await openOn('2026-05-30')).not.toContain(versionId);
  });

  it('can be changed as a draft, by one person at a time', async () => {
    const { versionId } = await aDraftProgram(house, clerk);
    const purpose = '目的を改めた。';
    await house
      .get(EditDraftVersion)
      .execute(clerk, { versionId, version: 1, fields: ['purpose'], change: (stored) => ({ ...stored, purpose }) });
    expect((await version(versionId)).document.purpose).toBe(purpose);
    await expect(house.get(EditDraftVersion).execute(clerk, unchanged(versionId, 1))).rejects.toMatchObject({
      code: 'common.stale',
    });
    await expect(house.get(PublishProgramVersion).execute(clerk, { versionId, version: 1 })).rejects.toMatchObject({
      code: 'common.stale',
    });
  });

  it('is frozen by publishing: not by the use case, not by the tables', async () => {
    const { versionId } = await aPublishedProgram(house, clerk);
    await expect(house.get(EditDraftVersion).execute(clerk, unchanged(versionId, 2))).rejects.toMatchObject({
      code: 'programs.published',
    });
    for (const attack of [
      `UPDATE program_versions SET document = '{}' WHERE id = $1`,
      `UPDATE program_versions SET state = 'draft', published_at = NULL, published_by = NULL WHERE id = $1`,
      'DELETE FROM program_versions WHERE id = $1',
    ]) {
      await expect(house.sql(attack, [versionId])).rejects.toThrow('a published programme version is frozen');
    }
  });

  it('changes by a new edition, which then is the one that is open', async () => {
    const { versionId, document } = await aPublishedProgram(house, clerk);
    const next = await house.get(PrepareNextVersion).execute(clerk, { versionId });
    expect(await house.get(PrepareNextVersion).execute(clerk, { versionId })).toEqual({ ...next, opened: true });
    expect(await version(next.versionId)).toMatchObject({ number: 2, state: 'draft', document });
    await house.get(PublishProgramVersion).execute(clerk, { versionId: next.versionId, version: 1 });
    expect(await openOn('2026-04-06')).toContain(next.versionId);
    expect(await openOn('2026-04-06')).not.toContain(versionId);
    expect((await version(versionId)).document).toEqual(document);
  });

  it('hands out every question as a paper on A4, a draft to its staff alone', async () => {
    const { versionId, document } = await aPublishedProgram(house, clerk, { form: FORM_OF_ALL_KINDS });
    const formFor = (actor: Actor, id: string) =>
      house.get(UnitOfWork).read(actor, (tx) => house.get(BlankForms).of(tx, id));
    const resident = publicActor(clerk.municipalityId);
    const form = await formFor(resident, versionId);
    const paper = await readPdf(form.bytes);
    expect(form.fileName).toBe(`${document.name}　交付申請書（用紙）.pdf`);
    expect(paper).toMatchObject({ tagged: true, pdfA: '2A', language: 'ja-JP', title: `${document.name}　交付申請書` });
    const words = (text: string): string => text.replace(/\s/g, '');
    for (const { label, hint } of FORM_OF_ALL_KINDS.flatMap(({ questions }) => questions)) {
      expect(paper.text).toContain(words(label));
      expect(paper.text).toContain(words(hint));
    }
    expect(paper.text).toContain('（「進め方」が「一部を委託する」のとき）');
    expect(paper.text).toContain('□子ども・若者');
    for (const { label } of [...document.budget.income, ...document.budget.expenditure]) {
      expect(paper.text).toContain(words(label));
    }
    expect(paper.text).toContain('令和8年5月29日まで');
    expect(paper.text).toContain('申請する額は、この申請書の内容から、次の決まりで計算します。');
    expect(paper.text).not.toContain('交付を受けたい額');
    expect(paper.pageTexts.every((text, at) => text.includes(`${String(at + 1)}/${String(paper.pages)}`))).toBe(true);

    const draft = await aDraftProgram(house, clerk);
    await expect(formFor(resident, draft.versionId)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(formFor(clerk, draft.versionId)).resolves.toMatchObject({ published: false });
  });

  it('belongs to promotion staff; others read', async () => {
    const { document, versionId } = await aDraftProgram(house, clerk);
    expect(() => house.get(CreateProgram).execute(chief, { code: 'other', document })).toThrow('common.forbidden');
    expect(() => house.get(PublishProgramVersion).execute(chief, { versionId, version: 1 })).toThrow(
      'common.forbidden',
    );
    await expect(
      house.get(UnitOfWork).read(chief, (tx) => house.get(Programs).listForStaff(tx)),
    ).resolves.not.toHaveLength(0);
  });

  it('names a budget line of its own year, a section of the town and a code of its own', async () => {
    const { document, programId } = await aDraftProgram(house, clerk);
    const strange = { ...document, budgetLineId: programId, handledBy: 'どこか' };
    await expect(house.get(CreateProgram).execute(clerk, { code: '運営', document: strange })).rejects.toMatchObject({
      faults: [
        { pointer: 'budgetLineId', code: 'programs.budget-line-unknown' },
        { pointer: 'handledBy', code: 'programs.section-unknown' },
        { pointer: 'code', code: 'forms.code-unreadable' },
      ],
    });
  });
});
