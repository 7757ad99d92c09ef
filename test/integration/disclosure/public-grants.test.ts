import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GRANT_COLUMNS, PublishGrants, ViewPublicGrants, WriteOpenData } from '../../../src/disclosure/index.js';
import { publicActor, systemActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { readCsv } from '../../../src/platform/csv/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { aPublishedProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { aPreparedClaim, paymentPeople, type ClaimedGrant } from '../../support/builders/payments.js';
import { openTowns, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { publicRecordTwice } from '../../support/public-record.js';

describe('what everyone may see of the grants', () => {
  let house: House;
  let towns: Towns;
  let granted: ClaimedGrant;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01' });
    towns = await openTowns(house);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    const people = await paymentPeople(house, towns.ogori, names);
    const budgetLineId = await aBudgetLine(house, people.clerk, '02-01-07-18-222', 9_000_000);
    // A spreadsheet would run this purpose as a formula.
    const program = await aPublishedProgram(house, people.clerk, { budgetLineId, purpose: '=見本の目的' });
    granted = await aPreparedClaim(house, people, program, {
      name: '御原校区協働のまちづくり協議会',
      district: '御原校区',
    });
  });
  afterAll(() => house.close());

  const see = (town = towns.ogori, year?: number) =>
    house.get(ViewPublicGrants).execute(publicActor(town.id), year === undefined ? {} : { year: fiscalYear(year) });
  const follow = () =>
    house
      .get(UnitOfWork)
      .run(systemActor(towns.ogori.id, 'test'), (tx) => house.get(PublishGrants).follow(tx, granted.grantId));
  const version = async (): Promise<number> => {
    const [row] = await house.sql<{ version: string }>('SELECT version FROM disclosure_states');
    return Number(row?.version);
  };

  test('the issued letter puts the grant on the page; telling it again changes nothing', async () => {
    const page = await see();
    const expected = { districtName: '御原校区', amount: 630_000n, decidedOn: '2026-05-01', state: 'decided' };
    expect(page.rows).toMatchObject([{ ...expected, paidAmount: 0n, paidOn: null }]);
    expect([page.found.grants, page.found.granted, page.years]).toEqual([1, 630_000n, [2026]]);
    const before = await version();
    await follow();
    expect(await version()).toBe(before);
  });

  test('what was written wrongly into the record is put right by the next event, and by building it anew', async () => {
    await house.sql(`UPDATE public_grants SET amount_in_force = 1, organization_name = '別の名前'`);
    await follow();
    expect((await see()).rows).toMatchObject([
      { amountInForce: 630_000n, organizationName: '御原校区協働のまちづくり協議会' },
    ]);
    const { byEvents, rebuilt } = await publicRecordTwice(house, towns.ogori);
    expect(rebuilt).toEqual(byEvents);
    expect(byEvents.public_organizations).toHaveLength(1);
    expect(byEvents.public_budget_lines).toMatchObject([{ ceiling: 9_000_000 }]);
  });

  test('the data has the explained columns, bare numbers, and nothing that runs', async () => {
    const bytes = await house.get(WriteOpenData).csv(publicActor(towns.ogori.id), 'grants');
    const text = bytes.toString('utf8');
    expect(text.startsWith(`\uFEFF${GRANT_COLUMNS.map(({ header }) => header).join(',')}\r\n`)).toBe(true);
    expect(text).toContain(",'=見本の目的,630000,2026-05-01,,0,");
    expect(readCsv(bytes, ['目的', '交付決定額'])[0]?.cells).toEqual({ 目的: '=見本の目的', 交付決定額: '630000' });
  });

  test('another year and another town are empty, and no person can stand in the tables', async () => {
    expect((await see(towns.ogori, 2025)).found.grants).toBe(0);
    expect((await see(towns.kotake)).found.grants).toBe(0);
    const columns = await house.sql<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_name IN ('public_grants', 'public_organizations', 'public_budget_lines')`,
    );
    const personal = /person|officer|representative|phone|mail|address|account|bank|staff|_by$/;
    expect(columns.length).toBeGreaterThan(30);
    expect(columns.filter(({ name }) => personal.test(name))).toEqual([]);
  });
});
