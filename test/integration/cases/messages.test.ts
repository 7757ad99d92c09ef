import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import type { Actor, OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import { CaseList, OpenThread, SendMessage, type CaseItem, type Thread } from '../../../src/cases/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  aPublishedProgram,
  fillApplication,
  startApplication,
  submitApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

describe('messages about a case', () => {
  let house: House;
  let towns: Towns;
  let clerk: StaffActor;
  let auditor: StaffActor;
  let organization: TestOrganization;
  let officer: OfficerActor;
  let program: TestProgram;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-10', environment: { DATABASE_POOL: '20' } });
    towns = await openTowns(house);
    clerk = await staffActor(house, towns.ogori, 'tanto1');
    auditor = await staffActor(house, towns.ogori, 'kansa');
    organization = await aRegisteredOrganization(house, clerk);
    ({ officer } = organization);
    program = await aPublishedProgram(house, clerk);
  });

  afterAll(() => house.close());

  const aCase = async (): Promise<string> => startApplication(house, officer, await aPublishedProgram(house, clerk));
  const send = (actor: Actor, caseId: string, text: string, place = '', requestId: string = randomUUID()) =>
    house.get(SendMessage).execute(actor, { caseId, requestId, text, place });
  const open = (actor: Actor, caseId: string): Promise<Thread> => house.get(OpenThread).execute(actor, caseId);
  const itemOf = async (caseId: string): Promise<CaseItem> => {
    const item = await house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).find(tx, caseId));
    if (!item) throw new Error('the case is gone');
    return item;
  };
  const audited = (caseId: string): Promise<{ action: string; actor: string }[]> =>
    house.sql(
      `SELECT action, actor_name AS actor FROM audit_entries WHERE subject_kind = 'case' AND subject_id = $1 ORDER BY id`,
      [caseId],
    );

  it('begin while the application is being written, and are read by whoever answers', async () => {
    const id = await aCase();
    await send(officer, id, '繰越金は収入に書けますか。');
    house.clock.pass(60);
    await send(officer, id, '二つめの質問です。');
    expect(await itemOf(id)).toMatchObject({ unreadByStaff: 2, unreadByCommittee: 0 });

    house.clock.pass(600);
    const colleague = await staffActor(house, towns.ogori, 'tanto2');
    const opened = await open(clerk, id);
    expect(opened.messages.map(({ text, writtenBy }) => [text, writtenBy])).toEqual([
      ['繰越金は収入に書けますか。', officer.name],
      ['二つめの質問です。', officer.name],
    ]);
    expect(opened.fresh.size).toBe(2);
    house.clock.pass(60);
    expect((await open(colleague, id)).fresh.size).toBe(0);
    await send(clerk, id, '「前年度繰越金」の行に書いてください。');
    expect(await itemOf(id)).toMatchObject({ unreadByStaff: 0, unreadByCommittee: 1 });

    const answered = await open(officer, id);
    expect(answered.messages.map(({ from, openedBy }) => [from, openedBy])).toEqual([
      ['committee', clerk.name],
      ['committee', clerk.name],
      ['staff', officer.name],
    ]);
    const [first, , answer] = answered.messages;
    expect((answer?.openedAt?.getTime() ?? 0) - (first?.openedAt?.getTime() ?? 0)).toBe(60_000);
    expect(await itemOf(id)).toMatchObject({ unreadByStaff: 0, unreadByCommittee: 0 });
    expect(await audited(id)).toEqual([
      { action: 'message.sent', actor: officer.name },
      { action: 'message.sent', actor: officer.name },
      { action: 'message.opened', actor: clerk.name },
      { action: 'message.sent', actor: clerk.name },
      { action: 'message.opened', actor: officer.name },
    ]);
  });

  it('are sent once, however often the form arrives, and keep their order when many arrive at once', async () => {
    const id = await aCase();
    const requestId = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => send(officer, id, '同じ連絡', '', requestId)));
    await Promise.all(Array.from({ length: 8 }, (_, index) => send(officer, id, `別の連絡${String(index)}`)));
    const [thread] = await Promise.all([open(clerk, id), open(clerk, id)]);
    expect(thread.messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(thread.messages.filter(({ text }) => text === '同じ連絡')).toHaveLength(1);
    expect(await itemOf(id)).toMatchObject({ unreadByStaff: 0 });
    expect((await audited(id)).filter(({ action }) => action === 'message.opened')).toHaveLength(1);
  });

  it('name a place that both know: of the draft for its officers, of what was sent for staff', async () => {
    const id = await startApplication(house, officer, program);
    await fillApplication(house, officer, id);
    const labels = ({ places }: Thread): string[] => places.map(({ label }) => label);
    expect(labels(await open(officer, id))).toContain('今年度に目ざすこと');
    expect(labels(await open(clerk, id))).toEqual([]);
    expect(await refusalOf(send(clerk, id, 'どの欄ですか。', 'form.aim'))).toEqual(['cases.place-gone']);

    await submitApplication(house, officer, id);
    const seen = await open(clerk, id);
    const line = seen.places.find(({ label }) => label.startsWith('支出：'));
    await send(clerk, id, '会場はどこですか。', line?.pointer);
    const [message] = (await open(officer, id)).messages;
    expect(message).toMatchObject({ from: 'staff', place: line });
  });

  it('do not exist for a neighbour or another town, and auditors read them without a trace and never write', async () => {
    const id = await aCase();
    await send(officer, id, '相談です。');
    const { officer: neighbour } = await aRegisteredOrganization(house, clerk, {
      name: 'となりの会',
      district: '隣校区',
    });
    const elsewhere = await staffActor(house, towns.kotake, 'tanto');
    for (const stranger of [neighbour, elsewhere]) {
      expect(await refusalOf(open(stranger, id))).toEqual(['common.not-found']);
      expect(await refusalOf(send(stranger, id, 'のぞき見'))).toEqual(['common.not-found']);
    }
    const seen = await open(auditor, id);
    expect(seen).toMatchObject({ reader: null, places: [] });
    expect(seen.messages).toHaveLength(1);
    expect(await refusalOf(send(auditor, id, '指導'))).toEqual(['common.forbidden']);
    expect(await itemOf(id)).toMatchObject({ unreadByStaff: 1 });
    expect(await audited(id)).toHaveLength(1);
  });

  it('cannot be changed or taken back, not even past the programme', async () => {
    const id = await aCase();
    await send(officer, id, '取り消せません。');
    await open(clerk, id);
    for (const act of [
      `UPDATE case_messages SET text = 'x'`,
      'DELETE FROM case_messages',
      'DELETE FROM case_message_openings',
    ]) {
      await expect(house.sql(act)).rejects.toThrow('append-only');
    }
  });

  it('are found by staff as a filter of the queue', async () => {
    const [answered, waiting] = [await aCase(), await aCase()];
    await send(officer, answered, '読まれる連絡');
    await open(clerk, answered);
    await send(officer, waiting, '待っている連絡');
    const found = await house
      .get(UnitOfWork)
      .read(clerk, (tx) => house.get(CaseList).forStaff(tx, { unread: true, organizationId: organization.id }));
    const ids = found.items.map((item) => item.id);
    expect([ids.includes(waiting), ids.includes(answered)]).toEqual([true, false]);
    const counts = await house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).counts(tx));
    expect(counts.unread).toBe(found.items.length);
  });
});
