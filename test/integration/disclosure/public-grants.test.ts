import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OPEN_DATA_COLUMNS, PublishGrants, ViewPublicGrants } from '../../../src/disclosure/index.js';
import { publicActor, systemActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { readCsv } from '../../../src/platform/csv/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { aPublishedProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { aPreparedClaim, paymentPeople, type ClaimedGrant } from '../../support/builders/payments.js';
import { openTowns, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

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
    house.get(ViewPublicGrants).execute(publicActor(town.id), year === undefined ? undefined : fiscalYear(year));
  const publish = () =>
    house
      .get(UnitOfWork)
      .run(systemActor(towns.ogori.id, 'test'), (tx) => house.get(PublishGrants).publish(tx, granted.grantId));

  test('the issued letter puts the grant on the page; a second telling leaves the payment that is known', async () => {
    const expected = { districtName: '御原校区', amount: 630_000n, decidedOn: '2026-05-01' };
    expect((await see()).districts[0]?.grants).toMatchObject([{ ...expected, paidAmount: 0n, paidOn: null }]);
    await house.sql(`UPDATE public_grants SET paid_on = '2026-05-29', paid_amount = amount`);
    await publish();
    const page = await see();
    expect(page.districts[0]?.grants).toMatchObject([{ ...expected, paidAmount: 630_000n, paidOn: '2026-05-29' }]);
    expect([page.count, page.total, page.years]).toEqual([1, 630_000n, [2026]]);
  });

  test('the data has the explained columns, bare numbers, and nothing that runs', async () => {
    const bytes = await house.get(ViewPublicGrants).csv(publicActor(towns.ogori.id));
    const text = bytes.toString('utf8');
    expect(text.startsWith(`\uFEFF${OPEN_DATA_COLUMNS.map(({ header }) => header).join(',')}\r\n`)).toBe(true);
    expect(text).toContain(",'=見本の目的,630000,2026-05-01,2026-05-29,630000\r\n");
    expect(readCsv(bytes, ['目的', '交付決定額'])[0]?.cells).toEqual({ 目的: '=見本の目的', 交付決定額: '630000' });
  });

  test('another year and another town are empty, and no person can stand in the table', async () => {
    expect((await see(towns.ogori, 2025)).count).toBe(0);
    expect((await see(towns.kotake)).count).toBe(0);
    const columns = await house.sql<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'public_grants' ORDER BY ordinal_position`,
    );
    expect(columns.map(({ column_name }) => column_name)).toEqual([
      ...['municipality_id', 'id', 'fiscal_year', 'district_name', 'organization_name', 'program_name', 'purpose'],
      ...['amount', 'decided_on', 'paid_on', 'paid_amount'],
    ]);
  });
});
