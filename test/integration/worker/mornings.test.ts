import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { Mornings } from '../../../src/platform/schedule/index.js';
import { openTowns, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

describe('what the clock says every morning', () => {
  let house: House;
  let towns: Towns;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-21T07:59', environment: { DATABASE_POOL: '20' } });
    towns = await openTowns(house);
  });

  afterAll(() => house.close());

  /** A worker that has just started and remembers nothing. */
  const aWorker = (): Mornings => new Mornings(house.get(UnitOfWork), house.clock);
  const pass = (worker = aWorker()): Promise<void> => worker.pass([towns.ogori.id, towns.kotake.id]);
  const said = (): Promise<{ town: string; day: string }[]> =>
    house.sql(
      `SELECT subject_id AS town, data ->> 'day' AS day FROM outbox_events WHERE type = 'MorningCame' ORDER BY day, town`,
    );
  const inBoth = (day: string) => [towns.ogori.id, towns.kotake.id].sort().map((town) => ({ town, day }));

  test('is said once in each town from eight o’clock on, by however many workers', async () => {
    await pass();
    expect(await said()).toEqual([]);
    house.clock.at('2026-05-21T08:00');
    const workers = Array.from({ length: 5 }, aWorker);
    await Promise.all(workers.map((worker) => pass(worker)));
    house.clock.at('2026-05-21T23:59');
    await Promise.all(workers.map((worker) => pass(worker)));
    await pass();
    expect(await said()).toEqual(inBoth('2026-05-21'));
  });

  test('belongs to the day in Japan, and is said late after a downtime, once for all that were missed', async () => {
    house.clock.at('2026-05-22T00:30');
    await pass();
    house.clock.at('2026-05-25T15:20');
    await Promise.all([pass(), pass()]);
    expect((await said()).slice(2)).toEqual(inBoth('2026-05-25'));
    house.clock.at('2026-05-26T08:00');
    await pass();
    expect((await said()).slice(4)).toEqual(inBoth('2026-05-26'));
  });
});
