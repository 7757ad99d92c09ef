import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import type { OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import {
  CarryForward,
  EarlierApplications,
  fieldsOf,
  linesIn,
  SaveSection,
  type ApplicationDraft,
  type CarriedForward,
  type EarlierOffer,
  type TypedSection,
} from '../../../src/applications/index.js';
import { sectionNamed, type SectionName } from '../../../src/forms/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import type { SavedSection } from '../../../src/writing/index.js';
import {
  aLine,
  aPublishedProgram,
  aSubmittedApplication,
  draftOf,
  fillApplication,
  saveSection,
  startApplication,
  submitApplication,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization } from '../../support/builders/organizations.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

const answersIn = ({ sections }: Pick<ApplicationDraft, 'sections'>): Readonly<Record<string, string>> =>
  Object.fromEntries(sectionNamed(sections, 'plan').fields);

describe('a draft that two officers write', () => {
  let house: House;
  let clerk: StaffActor;
  let hanako: OfficerActor;
  let taro: OfficerActor;
  let id: string;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    hanako = (await aRegisteredOrganization(house, clerk)).officer;
    taro = { ...hanako, name: '見本 太郎' };
  });

  beforeEach(async () => {
    id = await startApplication(house, hanako, await aPublishedProgram(house, clerk));
  });

  afterAll(() => house.close());

  const save = (
    who: OfficerActor,
    name: SectionName,
    version: number,
    page: string,
    typed: TypedSection,
    settled: string[] = [],
  ): Promise<SavedSection> =>
    house.get(SaveSection).execute(who, { applicationId: id, name, version, page, fields: fieldsOf(typed), settled });
  const plan = async (): Promise<Readonly<Record<string, string>>> => answersIn(await draftOf(house, hanako, id));

  it('keeps what is typed as it is typed, also what could not be submitted', async () => {
    const line = aLine('expenditure', '', '十二万', '会場費');
    await save(hanako, 'budget', 1, 'page-1', { lines: [line] });
    const { sections, faults } = await draftOf(house, hanako, id);
    expect(linesIn(sectionNamed(sections, 'budget'))).toEqual([line]);
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        [`budget.${line.id}.category`, 'applications.line-without-category'],
        [`budget.${line.id}.amount`, 'yen.not-a-number'],
      ]),
    );
  });

  it('never conflicts between two sections', async () => {
    await Promise.all([
      save(hanako, 'plan', 1, 'page-h', { answers: { aim: '花子の文' } }),
      save(taro, 'budget', 1, 'page-t', { lines: [aLine('expenditure', 'office', '1000')] }),
    ]);
    const { sections } = await draftOf(house, hanako, id);
    expect(answersIn({ sections })).toEqual({ aim: '花子の文' });
    expect(linesIn(sectionNamed(sections, 'budget'))).toHaveLength(1);
  });

  it('brings two officers together who wrote different answers of one section', async () => {
    await save(hanako, 'plan', 1, 'page-h', { answers: { aim: '花子の文' } });
    const merged = await save(taro, 'plan', 1, 'page-t', { answers: { activities: '太郎の文' } });
    expect(merged).toEqual({ version: 3, tookTheirs: true, conflicts: [], behind: false });
    expect(await plan()).toEqual({ aim: '花子の文', activities: '太郎の文' });
  });

  it('overwrites nobody: at one answer the first stays, the second is parked beside it until it is settled', async () => {
    await save(hanako, 'plan', 1, 'page-h', { answers: { aim: '花子の文' } });
    const saved = await save(taro, 'plan', 1, 'page-t', { answers: { aim: '太郎の文' } });
    expect(saved).toMatchObject({ tookTheirs: true, conflicts: ['aim'] });
    const { sections, faults } = await draftOf(house, hanako, id);
    expect(answersIn({ sections })).toEqual({ aim: '花子の文' });
    expect(sectionNamed(sections, 'plan').parked).toMatchObject([{ field: 'aim', text: '太郎の文', by: '見本 太郎' }]);
    expect(faults).toContainEqual({ pointer: 'form.aim', code: 'applications.two-texts' });

    await save(hanako, 'plan', sectionNamed(sections, 'plan').version, 'page-h2', { answers: { aim: '二人の文' } }, [
      'aim',
    ]);
    expect(sectionNamed((await draftOf(house, hanako, id)).sections, 'plan').parked).toEqual([]);
    expect(await plan()).toEqual({ aim: '二人の文' });
  });

  it('loses nothing when both save at the same moment', async () => {
    await Promise.all([
      save(hanako, 'plan', 1, 'page-h', { answers: { aim: '花子の文' } }),
      save(taro, 'plan', 1, 'page-t', { answers: { aim: '太郎の文' } }),
    ]);
    const { sections } = await draftOf(house, hanako, id);
    const texts = new Set([answersIn({ sections })['aim'], sectionNamed(sections, 'plan').parked[0]?.text]);
    expect(texts).toEqual(new Set(['花子の文', '太郎の文']));
  });

  it('saves again and again from one page without meeting itself, and a save without change is none', async () => {
    expect(await save(hanako, 'plan', 1, 'page-h', { answers: { aim: 'あ' } })).toMatchObject({ version: 2 });
    expect(await save(hanako, 'plan', 2, 'page-h', { answers: { aim: 'あい' } })).toMatchObject({ version: 3 });
    expect(await save(hanako, 'plan', 2, 'page-h', { answers: { aim: 'あいう' } })).toEqual({
      version: 4,
      tookTheirs: false,
      behind: false,
      conflicts: [],
    });
    expect(await save(hanako, 'plan', 4, 'page-h', { answers: { aim: 'あいう' } })).toMatchObject({ version: 4 });
    expect(await plan()).toEqual({ aim: 'あいう' });
  });

  it('takes no more texts once it is sent', async () => {
    await fillApplication(house, hanako, id);
    await submitApplication(house, hanako, id);
    await expect(save(hanako, 'plan', 1, 'page-h', { answers: { aim: '遅い' } })).rejects.toMatchObject({
      code: 'applications.not-editable',
      kind: 'conflict',
    });
  });

  it('refuses what no form sends, in words', async () => {
    const lines = Array.from({ length: 61 }, () => aLine('income', 'dues', '1'));
    expect(() => save(hanako, 'budget', 1, 'page-h', { lines })).toThrow('applications.too-many-lines');
    expect(() => save(hanako, 'plan', 1, 'page-h', { answers: { aim: 'あ'.repeat(20_001) } })).toThrow(
      'forms.text-too-long',
    );
    expect(() => save(hanako, 'plan', 1, 'page-h', { answers: { 'A B': 'x' } })).toThrow('common.request-malformed');
    await expect(save(hanako, 'plan', 99, 'page-h', {})).rejects.toMatchObject({ kind: 'stale' });
  });

  describe('begun from an earlier application', () => {
    let earlierId: string;

    beforeEach(async () => {
      earlierId = await aSubmittedApplication(house, hanako, await aPublishedProgram(house, clerk));
    });

    const offered = (who: OfficerActor = hanako): Promise<EarlierOffer> =>
      house.get(UnitOfWork).read(who, (tx) => house.get(EarlierApplications).offer(tx, id, earlierId));
    const copy = ({ digest, sections }: EarlierOffer, places: string[], who = hanako): Promise<CarriedForward> => {
      const versions = Object.fromEntries([...sections].map(([name, { version }]) => [name, version]));
      const command = { applicationId: id, earlierId, places, versions, page: randomUUID(), checkedDigest: digest };
      return house.get(CarryForward).execute(who, command);
    };
    const wanted = ({ offers }: EarlierOffer): string[] =>
      offers.flatMap(({ ticked, place }) => (ticked ? [place] : []));

    it('takes over what is ticked, once, and remembers from where', async () => {
      const offer = await offered();
      const places = wanted(offer);
      const line = expect.stringMatching(/^budget[.]line-/);
      expect(places).toEqual(['form.aim', 'form.activities', 'form.together', 'form.next', line]);
      expect(await copy(offer, places)).toEqual({ copied: 5, parked: 0 });
      expect(await copy(offer, places)).toEqual({ copied: 5, parked: 0 });
      const draft = await draftOf(house, hanako, id);
      expect(answersIn(draft)).toMatchObject({ aim: '今年度に目ざすことの答え', activities: '主な会議と活動の答え' });
      expect(draft.content.budget.expenditure).toMatchObject([{ category: 'meetings', remark: '会場費' }]);
      expect(draft.faults.map(({ pointer }) => pointer)).toContain('form.books');
      expect(draft.carries).toMatchObject([{ earlierId, carriedBy: hanako.name, fields: { length: 5 } }]);
      const change = house.sql("UPDATE application_carries SET carried_by = '別人' WHERE application_id = $1", [id]);
      await expect(change).rejects.toThrow('append-only');
    });

    it('overwrites nobody who wrote meanwhile: theirs stays and the copy lies beside it', async () => {
      const offer = await offered();
      await save(taro, 'plan', 1, 'page-t', { answers: { aim: '太郎の文' } });
      expect(await copy(offer, ['form.aim', 'form.activities'])).toEqual({ copied: 2, parked: 1 });
      const { sections } = await draftOf(house, hanako, id);
      expect(answersIn({ sections })).toEqual({ aim: '太郎の文', activities: '主な会議と活動の答え' });
      const [parked] = sectionNamed(sections, 'plan').parked;
      expect(parked).toMatchObject({ field: 'aim', text: '今年度に目ざすことの答え', by: hanako.name });
    });

    it('replaces what was shown to be replaced, and nothing where nothing is ticked', async () => {
      await save(hanako, 'plan', 1, 'page-h', { answers: { aim: '今年の文' } });
      const offer = await offered();
      expect(wanted(offer)).not.toContain('form.aim');
      await expect(copy(offer, [])).rejects.toThrow('applications.nothing-to-carry');
      await expect(copy(offer, ['form.books'])).rejects.toThrow('applications.nothing-to-carry');
      await copy(offer, ['form.aim']);
      expect(await plan()).toEqual({ aim: '今年度に目ざすことの答え' });
    });

    it('copies from a draft of the year only what was shown of it, and from nobody else at all', async () => {
      earlierId = await startApplication(house, hanako, await aPublishedProgram(house, clerk));
      const writeEarlier = async (aim: string): Promise<void> =>
        saveSection(house, hanako, earlierId, 'plan', { answers: { aim } });
      await writeEarlier('書きかけの文');
      const offer = await offered();
      await writeEarlier('書き直した文');
      await expect(copy(offer, ['form.aim'])).rejects.toMatchObject({ kind: 'stale' });
      await copy(await offered(), ['form.aim']);
      expect(await plan()).toEqual({ aim: '書き直した文' });

      const { officer: stranger } = await aRegisteredOrganization(house, clerk, { name: 'よその協議会' });
      await expect(offered(stranger)).rejects.toMatchObject({ kind: 'not-found' });
      await expect(copy(offer, ['form.aim'], stranger)).rejects.toMatchObject({ kind: 'not-found' });
      id = await startApplication(house, stranger, await aPublishedProgram(house, clerk));
      await expect(offered(stranger)).rejects.toMatchObject({ kind: 'not-found' });
    });
  });
});
