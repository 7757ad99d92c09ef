import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import {
  CaseList,
  searchWords,
  type CaseFilter,
  type CasePage,
  type CasePlace,
  type FoundCases,
} from '../../../src/cases/index.js';
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
                          phase, waiting_for, due_on, sort_on, received_number, amount, changed_at)
       SELECT $1, gen_random_uuid(), md5('o' || n % 400)::uuid, '団体' || n % 400, md5('p' || n % 5)::uuid, '制度' || n % 5, '申請', 2026,
              (ARRAY['submitted', 'review', 'returned', 'paid'])[1 + n % 4], (ARRAY['promotion', 'promotion', 'committee', 'nobody'])[1 + n % 4],
              CASE WHEN n % 7 = 0 THEN NULL ELSE date '2026-04-01' + n % 90 END,
              CASE WHEN n % 7 = 0 THEN date '9999-12-31' ELSE date '2026-04-01' + n % 90 END, '8小コ第' || n || '号', 630000, now()
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

  it('counts whose turn it is, and not what is settled', async () => {
    const counts = await house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).counts(tx));
    expect(Object.fromEntries(counts.waiting)).toEqual({ promotion: CASES / 2, committee: CASES / 4 });
  });

  describe('is searched by parts of words', () => {
    const search = (typed: string, filter: CaseFilter = {}, before: string | null = null): Promise<FoundCases> =>
      house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).search(tx, filter, searchWords(typed), before));
    const rename = (number: number, title: string): Promise<unknown> =>
      house.sql(`UPDATE cases SET title = $2 WHERE received_number = $1`, [`8小コ第${String(number)}号`, title]);
    const numbers = ({ items }: FoundCases): (string | null)[] => items.map((item) => item.receivedNumber);

    it('in the title, however it is written, and by every word of several', async () => {
      await rename(7, 'のぞみが丘ボッチャ大会');
      await rename(8, 'ノゾミガ丘の夏まつり');
      expect(numbers(await search('ﾉｿﾞﾐ'))).toEqual(['8小コ第8号', '8小コ第7号']);
      expect(numbers(await search('のぞみ　ぼっちゃ'))).toEqual(['8小コ第7号']);
      await rename(7, '中止した催し');
      expect(numbers(await search('ボッチャ'))).toEqual([]);
    });

    it('by number, the newest first, page by page and each once', async () => {
      expect(numbers(await search('小コ第4321'))).toEqual(['8小コ第4321号']);
      const seen: (string | null)[] = [];
      let before: string | null = null;
      do {
        const found: FoundCases = await search('第12', {}, before);
        seen.push(...numbers(found));
        before = found.next;
      } while (before !== null);
      const wanted = Array.from({ length: CASES }, (_, n) => n + 1).filter((n) => String(n).startsWith('12'));
      expect(seen).toEqual(wanted.reverse().map((n) => `8小コ第${String(n)}号`));
    });

    it('within a filter, rare or not', async () => {
      const everything = await search('第12', { phase: 'submitted' });
      expect(everything.items.every(({ phase }) => phase === 'submitted')).toBe(true);
      const few = await search('小コ', { organizationId: everything.items[0]?.organizationId ?? '' });
      expect(new Set(few.items.map(({ organizationId }) => organizationId)).size).toBe(1);
    });

    it("not by a single character, and never another town's", async () => {
      expect(() => searchWords('大 会')).toThrow('common.invalid');
      const stranger: StaffActor = { ...clerk, municipalityId: '404217' as StaffActor['municipalityId'] };
      const found = await house.get(UnitOfWork).read(stranger, (tx) => house.get(CaseList).search(tx, {}, ['小コ']));
      expect(found.items).toEqual([]);
    });
  });
});
