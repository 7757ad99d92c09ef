import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { AcceptInvitation } from '../../../src/identity/index.js';
import { hasDuty } from '../../../src/kernel/actor.js';
import { Municipalities } from '../../../src/municipalities/index.js';
import { openTown } from '../../../src/start/first-town.js';
import { readTownFile } from '../../../src/start/town-file.js';
import { CreatePost, ViewStaff } from '../../../src/staff/index.js';
import { openHouse, type House } from '../../support/index.js';

const EXAMPLE = readFileSync('templates/town.json', 'utf8');
const example = JSON.parse(EXAMPLE) as Record<string, unknown>;
const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...example, ...change });

describe('the first town of an empty installation', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is opened from its file; its administrator begins with a printed code, a second one if the first was lost', async () => {
    const lost = await openTown(house, readTownFile(EXAMPLE));
    const { code } = (await openTown(house, readTownFile(EXAMPLE)))!;
    expect(code).not.toBe(lost?.code);
    const town = (await house.get(Municipalities).bySlug('mihon'))!;
    const { actor } = await house
      .get(AcceptInvitation)
      .execute(town, { code, signInName: 'kanri', password: 'みほんのながいあいことば', userAgent: 'test' });
    expect(hasDuty(actor, 'administer')).toBe(true);
    expect(hasDuty(actor, 'promotion')).toBe(false);
    const { sections } = await house.get(ViewStaff).execute(actor);
    expect(sections.map(({ name }) => name)).toEqual(['会計課', '地域づくり課', '総務課']);
    const sectionId = sections[1]!.id;
    const post = { name: '担当', side: 'ordering', duties: ['promotion'], rank: 10, whenVacant: 'above' } as const;
    await house.get(CreatePost).execute(actor, { ...post, sectionId });
  });

  it('is brought up to date by the same file, without another code once the administrator is there', async () => {
    expect(await openTown(house, readTownFile(changed({ headName: '見本 三郎' })))).toBeNull();
    expect(await house.get(Municipalities).bySlug('mihon')).toMatchObject({
      headName: '見本 三郎',
      bank: { bankCode: '0000' },
    });
  });

  it('is refused where letters or payments would fail later', async () => {
    await expect(openTown(house, readTownFile(changed({ id: '999998' })))).rejects.toMatchObject({
      faults: [{ pointer: 'id', code: 'municipalities.code-check-digit' }],
    });
  });
});

describe("a town's file", () => {
  it('tells every fault with its place', () => {
    const sections = [{ ...(example['sections'] as object[])[0], role: 'boss' }];
    const bank = { ...(example['bank'] as object), endOfFile: 'no' };
    const fault = (): unknown =>
      readTownFile(
        changed({ name: '', headNmae: 'x', sections, bank, administrator: { name: '花子', kana: 'はなこ' } }),
      );
    expect(fault).toThrow(
      [
        "The town's file needs a look:",
        '- headNmae is not known',
        '- name must be a text',
        '- administrator.section must be a text',
        '- bank.endOfFile must be true or false',
        '- sections[0].role must be one of "promotion", "treasury", null',
        '- administrator.section must be the name of one of the sections',
      ].join('\n'),
    );
    expect(() => readTownFile('{')).toThrow('is no JSON');
    expect(() => readTownFile('[]')).toThrow('the file must be an object');
  });
});
