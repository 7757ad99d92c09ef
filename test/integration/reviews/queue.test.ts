import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { CaseList, type CaseFilter, type CasePage, type CasePlace } from '../../../src/cases/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

const CASES = 10_000;

describe('the queue of a spring with ten thousand cases', () => {
  let house: House;
  let clerk: StaffActor;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    await house.sql(
      `INSERT INTO cases (municipality_id, id, organization_id, organization_name, program_id, program_name, title, fiscal_year,
                          phase, waiting_for, due_on, sort_on, amount, changed_at)
       SELECT $1, gen_random_uuid(), md5('o' || n % 400)::uuid, '団体' || n % 400, md5('p' || n % 5)::uuid, '制度' || n % 5, '申請', 2026,
              (ARRAY['submitted', 'review', 'returned', 'paid'])[1 + n % 4], (ARRAY['promotion', 'promotion', 'committee', 'nobody'])[1 + n % 4],
              CASE WHEN n % 7 = 0 THEN NULL ELSE date '2026-04-01' + n % 90 END,
              CASE WHEN n % 7 = 0 THEN date '9999-12-31' ELSE date '2026-04-01' + n % 90 END, 630000, now()
         FROM generate_series(1, ${String(CASES)}) n`,
      [clerk.municipalityId],
    );
    await house.sql('ANALYZE cases');
  });

  afterAll(() => house.close());

  const pageOf = (filter: CaseFilter, after: CasePlace | null, size?: number): Promise<CasePage> =>
    house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).forStaff(tx, filter, after, size));

  it('shows every case once, in the order of its due day, those without one last', async () => {
    const seen = new Set<string>();
    const days: string[] = [];
    let after: CasePlace | null = null;
    do {
      const page: CasePage = await pageOf({}, after, 1000);
      for (const item of page.items) seen.add(item.id);
      days.push(...page.items.map(({ dueOn }) => dueOn ?? '9999-12-31'));
      after = page.next;
    } while (after);
    expect(seen.size).toBe(CASES);
    expect(days).toEqual([...days].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });

  it('reads fifty rows for a page of fifty, wherever the page stands and whatever is filtered', async () => {
    const town = clerk.municipalityId;
    const late = `(sort_on, id) > (date '2026-06-20', '00000000-0000-0000-0000-000000000000'::uuid)`;
    for (const condition of [
      'true',
      `waiting_for = 'promotion'`,
      `phase = 'returned'`,
      'unread_by_staff > 0',
      late,
      `waiting_for = 'promotion' AND ${late}`,
    ]) {
      const plan = await house.sql<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT * FROM cases WHERE municipality_id = $1 AND ${condition} ORDER BY sort_on, id LIMIT 51`,
        [town],
      );
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text).toContain('Index Scan');
      expect(text).not.toMatch(/Sort|Seq Scan/);
    }
  });

  it('counts whose turn it is', async () => {
    const counts = await house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).counts(tx));
    const turn = (waiting: string): number =>
      counts.filter(({ waitingFor }) => waitingFor === waiting).reduce((sum, { count }) => sum + count, 0);
    expect([turn('promotion'), turn('committee'), turn('nobody')]).toEqual([CASES / 2, CASES / 4, CASES / 4]);
  });
});
