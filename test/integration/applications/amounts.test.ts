import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PLAIN, UNADJUSTED } from '../../support/builders/rule-parts.js';
import type { Actor, StaffActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import {
  OrganizationDirectory,
  RecordFigures,
  ViewFigures,
  type TypedFigures,
  type YearsFigures,
} from '../../../src/organizations/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { Programs, type AmountRule } from '../../../src/programs/index.js';
import {
  aLine,
  aPublishedProgram,
  draftOf,
  saveSection,
  startApplication,
  submitApplication,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

const YEAR = fiscalYear(2026);
const HOUSEHOLDS = { name: 'households', label: '加入世帯数', options: [] };
const CLASS = {
  name: 'class',
  label: '団体の区分',
  options: [
    { id: 'first', label: '第1区分' },
    { id: 'second', label: '第2区分' },
  ],
};

/** 1,700円 a household, an amount by class, and half of the cost up to 100,000円: figures and costs together. */
const RULE: AmountRule = {
  ...UNADJUSTED,
  facts: [
    { id: 'households', label: '加入世帯数', unitLabel: '世帯', source: 'figure' },
    { id: 'class', label: '団体の区分', unitLabel: '', source: 'figure', options: CLASS.options },
    { id: 'support-year', label: '支援の年次', unitLabel: '年目', source: 'support-year' },
  ],
  terms: [
    {
      ...PLAIN,
      ...{ kind: 'per-unit', label: '世帯割', article: '第3条', yen: '1700' },
      ...{ unit: 'households', unitLabel: '世帯', less: null },
    },
    {
      ...PLAIN,
      ...{ kind: 'by-class', label: '区分割', article: '第3条', fact: 'class' },
      amounts: [
        { option: 'first', yen: '10000' },
        { option: 'second', yen: '20000' },
      ],
    },
    {
      ...PLAIN,
      ...{ kind: 'rate', label: '活動割', article: '第4条', rate: [1, 2], of: 'all', cap: '100000' },
      when: { fact: 'support-year', atMost: 3 },
    },
  ],
};

describe('an amount that needs figures of the town', () => {
  let house: House;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let neighbour: TestOrganization;
  let id: string;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    organization = await aRegisteredOrganization(house, clerk);
    neighbour = await aRegisteredOrganization(house, clerk, { name: '隣の協議会', district: '隣校区' });
    id = await startApplication(house, organization.officer, await aPublishedProgram(house, clerk, { rule: RULE }));
  });
  afterAll(() => house.close());

  const figures = (actor: Actor): Promise<YearsFigures> =>
    house.get(UnitOfWork).read(actor, (tx) => house.get(ViewFigures).of(tx, YEAR));
  const typed = (
    values: TypedFigures['values'],
    shown: TypedFigures['shown'] = {},
    change: Partial<TypedFigures> = {},
  ): TypedFigures => ({ asOf: '令和8年4月1日', source: '住民基本台帳', values, shown, ...change });
  const record = (actor: Actor, households: TypedFigures, classes: TypedFigures = typed({})): Promise<number> =>
    house.get(RecordFigures).execute(actor, {
      fiscalYear: YEAR,
      figures: [
        { kind: HOUSEHOLDS, typed: households },
        { kind: CLASS, typed: classes },
      ],
    });
  const working = async (): Promise<[string, bigint][]> =>
    (await draftOf(house, organization.officer, id)).working.lines.map(({ formula, yen }) => [formula, yen]);

  it('waits for them, says who can enter them, and cannot be sent', async () => {
    expect(await working()).toEqual([
      ['担当課が加入世帯数を登録すると計算できます', 0n],
      ['担当課が団体の区分を登録すると計算できます', 0n],
    ]);
    const { faults } = await draftOf(house, organization.officer, id);
    expect(faults.filter(({ code }) => code === 'applications.figure-missing').map(({ params }) => params)).toEqual([
      { label: '加入世帯数' },
      { label: '団体の区分' },
    ]);
    expect(await refusalOf(submitApplication(house, organization.officer, id))).toContain(
      'applications.figure-missing',
    );
  });

  it('is asked of staff once for every published programme of the year', async () => {
    await aPublishedProgram(house, clerk, {
      rule: { ...RULE, facts: [{ ...RULE.facts[0]!, label: '世帯数' }, ...RULE.facts.slice(1)] },
    });
    const asked = await house.get(UnitOfWork).read(clerk, (tx) => house.get(Programs).figuresAsked(tx, YEAR));
    expect(asked.map((fact) => [fact.id, fact.label])).toEqual([
      ['households', expect.stringMatching(/^(加入世帯数／世帯数|世帯数／加入世帯数)$/)],
      ['class', '団体の区分'],
      ['support-year', '支援の年次'],
    ]);
    const later = house.get(UnitOfWork).read(clerk, (tx) => house.get(Programs).figuresAsked(tx, fiscalYear(2027)));
    expect(await later).toEqual([]);
  });

  it('is worked out as soon as they are entered, with the costs that the committee writes', async () => {
    const households = typed({ [organization.id]: '１，２５０', [neighbour.id]: '80' });
    expect(await record(clerk, households, typed({ [organization.id]: 'second' }))).toBe(3);
    await saveSection(house, organization.officer, id, 'budget', { lines: [aLine('expenditure', 'office', '150000')] });
    expect(await working()).toEqual([
      ['1,700円 × 1,250世帯', 2_125_000n],
      ['20,000円（団体の区分「第2区分」）', 20_000n],
      ['対象経費 150,000円 × 2分の1', 75_000n],
    ]);
  });

  it('follows a correction; the history keeps who entered what, from where', async () => {
    expect(await record(clerk, typed({ [organization.id]: '1250', [neighbour.id]: '80' }))).toBe(0);
    const shown = { [organization.id]: '1', [neighbour.id]: '1' };
    expect(await record(clerk, typed({ [organization.id]: '1240', [neighbour.id]: '80' }, shown))).toBe(1);
    expect((await working())[0]).toEqual(['1,700円 × 1,240世帯', 2_108_000n]);
    const { history } = await figures(clerk);
    const entries = history.filter((entry) => entry.name === 'households' && entry.organizationId === organization.id);
    expect(
      entries.map(({ value, number, recordedBy, source, asOf }) => [value, number, recordedBy, source, asOf]),
    ).toEqual([
      ['1240', 2, '担当 一子', '住民基本台帳', '2026-04-01'],
      ['1250', 1, '担当 一子', '住民基本台帳', '2026-04-01'],
    ]);
    await expect(house.sql(`UPDATE organization_figures SET value = '9'`)).rejects.toThrow(/append-only|permission/);
  });

  it('is not entered over what a colleague entered in the meantime', async () => {
    const old = typed({ [organization.id]: '1300', [neighbour.id]: '80' }, { [organization.id]: '1' });
    expect(await refusalOf(record(clerk, old))).toEqual(['organizations.figure-changed']);
    expect((await working())[0]?.[0]).toBe('1,700円 × 1,240世帯');
  });

  it('wants a readable count, a day and a source, each at its field', async () => {
    const values = { [organization.id]: '千二百', [neighbour.id]: '80' };
    const faulty = typed(values, {}, { asOf: '4月', source: '' });
    const error: unknown = await record(clerk, faulty, typed({ [organization.id]: '第3区分' })).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({
      faults: [
        { pointer: `figures.households.values.${organization.id}`, code: 'organizations.figure-not-a-count' },
        { pointer: 'figures.households.asOf', code: 'organizations.figure-not-a-day' },
        { pointer: 'figures.households.source', code: 'organizations.figure-source-missing' },
        { pointer: `figures.households.values.${neighbour.id}`, code: 'organizations.figure-changed' },
        { pointer: `figures.class.values.${organization.id}`, code: 'organizations.figure-not-an-option' },
      ],
    });
  });

  it('counts the years of support by itself, unless staff know better', async () => {
    expect((await draftOf(house, organization.officer, id)).facts).toMatchObject({ 'support-year': 1 });
    await house.get(RecordFigures).execute(clerk, {
      fiscalYear: YEAR,
      figures: [
        {
          kind: { name: 'support-year', label: '支援の年次', options: [] },
          typed: typed({ [organization.id]: '4' }, {}, { source: '過年度の交付台帳' }),
        },
      ],
    });
    expect((await working()).at(-1)).toEqual(['支援の年次が4年目のため対象外（対象は3年目以下）', 0n]);
  });

  it('can be taken back, and then it is waited for again', async () => {
    expect(await record(clerk, typed({ [organization.id]: '' }, { [organization.id]: '2' }))).toBe(1);
    expect(await working()).toEqual([['担当課が加入世帯数を登録すると計算できます', 0n]]);
  });

  it('is staff’s to enter, and each organisation’s own to see', async () => {
    expect(await refusalOf(() => record(organization.officer, typed({ [organization.id]: '9999' })))).toEqual([
      'common.forbidden',
    ]);
    expect(await refusalOf(figures(organization.officer))).toEqual(['common.forbidden']);
    const seen = (actor: Actor) =>
      house.get(UnitOfWork).read(actor, (tx) => house.get(OrganizationDirectory).figuresOf(tx, neighbour.id, YEAR));
    expect([...(await seen(neighbour.officer))]).toEqual([['households', '80']]);
    expect(await refusalOf(seen(organization.officer))).toEqual(['common.not-found']);
  });

  it('counts the applications that were received before, of this year and of earlier ones', async () => {
    const terms: AmountRule['terms'] = [
      {
        ...PLAIN,
        ...{ kind: 'flat', label: '事業割', article: '第3条', yen: '50000' },
        timesPerYear: { most: 2, article: '第6条' },
      },
      {
        ...PLAIN,
        ...{ kind: 'flat', label: '立上げ割', article: '第4条', yen: '30000' },
        when: { fact: 'support-year', atMost: 2 },
      },
    ];
    const program = await aPublishedProgram(house, clerk, { rule: { ...RULE, facts: RULE.facts.slice(2), terms } });
    const { officer } = neighbour;
    const draft = await startApplication(house, officer, program);
    const received = (year: number, state: string, number: string) =>
      house.sql(
        `INSERT INTO applications (municipality_id, id, organization_id, organization_name, program_id, program_version_id,
                                   fiscal_year, state, round, received_number, received_on, submitted_at, version, started_at, started_by)
         SELECT municipality_id, gen_random_uuid(), organization_id, organization_name, program_id, program_version_id,
                $2, $3, 1, $4, '2026-04-20', started_at, 1, started_at, started_by
           FROM applications WHERE id = $1`,
        [draft, year, state, number],
      );
    const amount = async () => (await draftOf(house, officer, draft)).working.lines.map(({ formula }) => formula);
    expect(await amount()).toEqual(['50,000円（定額）', '30,000円（定額）']);
    // What a year may hold is another rule's to say; here it is only counted.
    await house.sql('DROP INDEX IF EXISTS applications_one_a_year');
    await received(2026, 'submitted', 'R8-0998');
    await received(2025, 'passed', 'R7-0001');
    await received(2025, 'passed', 'R7-0002');
    await received(2024, 'returned', 'R6-0001');
    expect(await amount()).toEqual(['50,000円（定額）', '30,000円（定額）']);
    await received(2026, 'passed', 'R8-0999');
    await received(2024, 'passed', 'R6-0002');
    expect(await amount()).toEqual([
      '今年度3回目のため対象外（1年度に2回まで）',
      '支援の年次が3年目のため対象外（対象は2年目以下）',
    ]);
  });
});
