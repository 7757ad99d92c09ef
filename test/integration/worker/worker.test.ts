import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { Redis } from 'ioredis';

import { SendMessage } from '../../../src/cases/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { Municipalities } from '../../../src/municipalities/index.js';
import { Letters } from '../../../src/notices/index.js';
import { migrate, UnitOfWork } from '../../../src/platform/database/index.js';
import { Mornings } from '../../../src/platform/schedule/index.js';
import { aPublishedProgram, startApplication } from '../../support/builders/applications.js';
import { aLetter } from '../../support/builders/letters.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';
import { MailServer } from '../../support/mail-server.js';
import { WorkerProcess } from '../../support/worker-process.js';

const FORTY = 40;
const THREADS = 15;
const AT_WORK = 4;
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

describe('mails on their way through a mail server', () => {
  let server: MailServer;
  let house: House;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let workers: WorkerProcess[];

  beforeAll(async () => {
    server = await MailServer.start(100);
    const environment = { SMTP_URL: server.url, CLOCK_STARTS_ON: '2026-04-10' };
    house = await openHouse({ at: '2026-04-10', environment });
    const { ogori } = await openTowns(house);
    clerk = await staffActor(house, ogori, 'tanto1');
    organization = await aRegisteredOrganization(house, clerk);
    await house.drainOutbox();
    await house.sql(`UPDATE organizations SET mail = 'mihon@example.jp' WHERE id = $1`, [organization.id]);
    workers = [];
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });

  afterAll(async () => {
    await house.close();
    await server.stop();
  });

  const hire = async (): Promise<WorkerProcess> => {
    const worker = await WorkerProcess.start(house);
    workers.push(worker);
    return worker;
  };

  const write = async (caseId: string): Promise<void> => {
    const message = { caseId, requestId: randomUUID(), text: '連絡です。', place: '' };
    await house.get(SendMessage).execute(clerk, message);
  };

  const aThread = async (): Promise<string> => {
    const id = await startApplication(house, organization.officer, await aPublishedProgram(house, clerk));
    await write(id);
    return id;
  };

  const until = async (done: () => boolean | Promise<boolean>, what: string): Promise<void> => {
    for (const deadline = Date.now() + PATIENCE_MS; !(await done());) {
      if (Date.now() > deadline) throw new Error(`waited too long until ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const nothingLeft = async (): Promise<boolean> =>
    (await house.sql(`SELECT 1 FROM outbox_deliveries WHERE state <> 'done' LIMIT 1`)).length === 0 &&
    (await house.sql('SELECT 1 FROM outbox_events WHERE dispatched_at IS NULL LIMIT 1')).length === 0;

  /** What came again as the same mail counts once. */
  const mailsAbout = (caseId: string): number =>
    new Set(server.accepted.filter(({ text }) => text.includes(caseId)).map(({ messageId }) => messageId)).size;

  test('a worker killed in the middle loses none; what it had just handed over comes again as the same mail', async () => {
    for (let count = 0; count < THREADS; count += 1) await aThread();
    const doomed = await hire();
    await until(() => server.accepted.length >= 5, 'some mails have left');
    await doomed.kill();
    expect(server.accepted.length).toBeLessThan(THREADS);
    await Promise.all([hire(), hire()]);
    await until(nothingLeft, 'every mail has left');
    const pages = server.accepted.map(({ text }) => /\/messages\/([0-9a-f-]{36})/.exec(text)?.[1]);
    expect(new Set(pages).size).toBe(THREADS);
    expect(new Set(server.accepted.map(({ messageId }) => messageId)).size).toBe(THREADS);
    expect(server.accepted.length).toBeLessThanOrEqual(THREADS + AT_WORK);
  });

  test('a mail that waits for its time leaves when the time has come', async () => {
    const id = await aThread();
    await hire();
    await until(nothingLeft, 'the first mail has left');
    expect(mailsAbout(id)).toBe(1);
    house.clock.at('2026-04-10T12:00');
    await write(id);
    await until(
      async () => (await house.sql('SELECT 1 FROM outbox_deliveries WHERE not_before IS NOT NULL')).length === 1,
      'the second mail has been put off',
    );
    expect(mailsAbout(id)).toBe(1);
    // As if a day had passed.
    await house.sql(`UPDATE case_mails SET mailed_at = mailed_at - interval '1 day' WHERE case_id = $1`, [id]);
    await house.sql(`UPDATE outbox_deliveries SET not_before = not_before - interval '1 day' WHERE state = 'pending'`);
    await until(nothingLeft, 'its time has come');
    expect(mailsAbout(id)).toBe(2);
  });
});

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
