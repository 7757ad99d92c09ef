import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { localDate } from '../../../src/kernel/local-date.js';
import { Municipalities } from '../../../src/municipalities/index.js';
import { Letters } from '../../../src/notices/index.js';
import { migrate, UnitOfWork } from '../../../src/platform/database/index.js';
import { aLetter } from '../../support/builders/letters.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';
import { WorkerProcess } from '../../support/worker-process.js';

const FORTY = 40;
const PATIENCE_MS = 40_000;

describe('forty letters on their way', () => {
  let house: House;
  let hall: TownHall;
  let workers: WorkerProcess[];

  beforeEach(async () => {
    house = await openHouse({ at: '2026-07-01' });
    hall = await aTownHall(house);
    workers = [];
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await house.close();
  });

  const hire = async (): Promise<WorkerProcess> => {
    const worker = await WorkerProcess.start(house);
    workers.push(worker);
    return worker;
  };

  const issueForty = (): Promise<void> =>
    house.get(UnitOfWork).run(hall.system, async (tx) => {
      const sectionId = (await house.get(Municipalities).promotionSection(tx)).id;
      for (let count = 0; count < FORTY; count += 1) {
        await house.get(Letters).issue(tx, aLetter(), { sectionId, issuedOn: localDate('2026-07-01') });
      }
    });

  const drawn = async (): Promise<number> =>
    (await house.sql<{ count: number }>(`SELECT count(*)::int AS count FROM letters WHERE state = 'drawn'`))[0]
      ?.count ?? 0;

  const until = async (enough: (count: number) => boolean): Promise<void> => {
    const deadline = Date.now() + PATIENCE_MS;
    while (!enough(await drawn())) {
      if (Date.now() > deadline) throw new Error(`only ${String(await drawn())} of ${String(FORTY)} letters are drawn`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  /** Every letter has its file, and each was drawn in one delivery only: LetterDrawn was said once a letter. */
  const expectEachDrawnOnce = async (): Promise<void> => {
    const [facts] = await house.sql<{ letters: number; files: number; numbers: number; said: number }>(
      `SELECT (SELECT count(*)::int FROM letters WHERE state = 'drawn' AND sha256 IS NOT NULL) AS letters,
              (SELECT count(DISTINCT sha256)::int FROM letters) AS files,
              (SELECT count(DISTINCT number)::int FROM letters) AS numbers,
              (SELECT count(*)::int FROM outbox_events WHERE type = 'LetterDrawn') AS said`,
    );
    expect(facts).toEqual({ letters: FORTY, files: FORTY, numbers: FORTY, said: FORTY });
  };

  const wipeQueue = async (): Promise<void> => {
    if (house.config.redisUrl === undefined) {
      await house.sql('TRUNCATE bullmq.job CASCADE');
      return;
    }
    const redis = new Redis(house.config.redisUrl);
    await redis.flushdb();
    redis.disconnect();
  };

  test('a worker killed in the middle loses none and makes none twice', async () => {
    const doomed = await hire();
    await issueForty();
    await until((count) => count >= 3);
    await doomed.kill();
    const left = FORTY - (await drawn());
    await hire();
    await until((count) => count === FORTY);
    await expectEachDrawnOnce();
    // Otherwise the kill came too late to prove anything.
    expect(left).toBeGreaterThan(0);
  });

  test('a wiped queue is filled again from the database', async () => {
    const doomed = await hire();
    await issueForty();
    await until((count) => count >= 3);
    await doomed.kill();
    await wipeQueue();
    await hire();
    await until((count) => count === FORTY);
    await expectEachDrawnOnce();
  });

  test('two workers share the work; an update of the schema takes the queue as they left it', async () => {
    await Promise.all([hire(), hire()]);
    await issueForty();
    await until((count) => count === FORTY);
    await expectEachDrawnOnce();
    const { ownerUrl, runtimeUrl } = house.database;
    await expect(migrate(ownerUrl, runtimeUrl)).resolves.toBeUndefined();
  });
});
