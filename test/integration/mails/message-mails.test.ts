import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { OpenThread, SendMessage } from '../../../src/cases/index.js';
import type { Actor, StaffActor } from '../../../src/kernel/actor.js';
import { Deliver, OutboxStore } from '../../../src/platform/outbox/index.js';
import { aPublishedProgram, startApplication } from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { mailsOf } from '../../support/mails.js';
import { runFolder } from '../../support/once-a-run.js';

describe('mails about messages', () => {
  let house: House;
  let clerk: StaffActor;
  let organization: TestOrganization;

  beforeAll(async () => {
    const environment = { DATA_DIR: path.join(runFolder(), randomUUID()), DATABASE_POOL: '20' };
    house = await openHouse({ at: '2026-04-10', environment });
    const { ogori } = await openTowns(house);
    clerk = await staffActor(house, ogori, 'tanto1');
    organization = await aRegisteredOrganization(house, clerk);
    await house.sql(`UPDATE organizations SET mail = 'mihon@example.jp' WHERE id = $1`, [organization.id]);
    await house.drainOutbox();
  });

  afterAll(() => house.close());

  const aCase = async (): Promise<string> =>
    startApplication(house, organization.officer, await aPublishedProgram(house, clerk));
  const send = (actor: Actor, caseId: string, text: string) =>
    house.get(SendMessage).execute(actor, { caseId, requestId: randomUUID(), text, place: '' });
  const read = (caseId: string) => house.get(OpenThread).execute(organization.officer, caseId);
  const mailsAbout = (caseId: string) =>
    mailsOf(house).filter(({ text }) => text.includes(`/committee/messages/${caseId}\n`));
  const at = async (moment: string): Promise<void> => {
    house.clock.at(moment);
    await house.drainOutbox();
  };

  test('twenty messages at once make one mail, which says nothing of what they say; ignored, one more after a day', async () => {
    house.clock.at('2026-04-10T10:00');
    const id = await aCase();
    await Promise.all(Array.from({ length: 20 }, (_, index) => send(clerk, id, `秘密の用件その${String(index)}`)));
    await drainByMany(4);
    const [mail, ...more] = mailsAbout(id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'mihon@example.jp',
      subject: expect.stringContaining('担当課から連絡が届きました'),
    });
    expect(mail?.text).toContain(`${organization.name}　御中`);
    expect(`${mail?.subject ?? ''}${mail?.text ?? ''}`).not.toMatch(/秘密|横隈/);

    await at('2026-04-10T12:00');
    await send(clerk, id, '追加の用件');
    await at('2026-04-10T12:05');
    await at('2026-04-11T09:59');
    expect(mailsAbout(id)).toHaveLength(1);
    await at('2026-04-11T10:00');
    expect(mailsAbout(id)).toHaveLength(2);
    await at('2026-04-15T10:00');
    expect(mailsAbout(id)).toHaveLength(2);
  });

  test('while they answer one another there is one an hour, and none for what was read on the spot', async () => {
    house.clock.at('2026-04-20T10:00');
    const id = await aCase();
    await send(organization.officer, id, '質問です。');
    await send(clerk, id, '答えです。');
    await at('2026-04-20T10:01');
    await read(id);
    for (const minute of ['02', '04', '06']) {
      house.clock.at(`2026-04-20T10:${minute}`);
      await send(clerk, id, '続きです。');
      await at(`2026-04-20T10:${minute}`);
      if (minute !== '06') await read(id);
    }
    expect(mailsAbout(id)).toHaveLength(1);
    // Written at 10:06 and not read since: told as soon as the hour is over, and not forgotten.
    await at('2026-04-20T11:01');
    expect(mailsAbout(id)).toHaveLength(2);
    await read(id);
    await at('2026-04-22T11:01');
    expect(mailsAbout(id)).toHaveLength(2);
  });

  test('threads do not wait for one another, and without an address nothing is sent', async () => {
    house.clock.at('2026-04-25T10:00');
    const [one, other] = [await aCase(), await aCase()];
    await send(clerk, one, 'その一');
    await send(clerk, other, 'その二');
    await house.drainOutbox();
    expect([mailsAbout(one).length, mailsAbout(other).length]).toEqual([1, 1]);
    await house.sql('UPDATE organizations SET mail = NULL WHERE id = $1', [organization.id]);
    const third = await aCase();
    await send(clerk, third, 'その三');
    await house.drainOutbox();
    expect(mailsAbout(third)).toEqual([]);
  });

  /** Several workers at the same deliveries, as when a queue brings jobs twice. */
  async function drainByMany(workers: number): Promise<void> {
    const [outbox, deliver] = [house.get(OutboxStore), house.get(Deliver)];
    await outbox.dispatch((type) => deliver.handlersOf(type), 500);
    const deliveries = await outbox.claimNew(500);
    await Promise.all(
      Array.from({ length: workers }, async () => {
        for (const delivery of deliveries) await deliver.execute(delivery);
      }),
    );
    await house.drainOutbox();
  }
});
