import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { SendMessage } from '../../../src/cases/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { aPublishedProgram, startApplication } from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { MailServer } from '../../support/mail-server.js';
import { WorkerProcess } from '../../support/worker-process.js';

const THREADS = 15;
const AT_WORK = 4;
const PATIENCE_MS = 40_000;

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
