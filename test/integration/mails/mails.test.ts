import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { WithdrawApplication } from '../../../src/applications/index.js';
import { OpenThread, Reminders, SendMessage } from '../../../src/cases/index.js';
import type { Actor, StaffActor } from '../../../src/kernel/actor.js';
import { formatEra, localDate } from '../../../src/kernel/local-date.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { AnswerRemarks, ReturnRegistration } from '../../../src/organizations/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { Deliver, OutboxStore, RestartDelivery } from '../../../src/platform/outbox/index.js';
import { Mornings } from '../../../src/platform/schedule/index.js';
import { ExtendAcceptance } from '../../../src/programs/index.js';
import { ReturnApplication } from '../../../src/reviews/index.js';
import {
  aPublishedProgram,
  aSubmittedApplication,
  startApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import {
  anOpenedOrganization,
  aRegisteredOrganization,
  examineAndRegister,
  fillRegistration,
  see,
  submitRegistration,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { mailsOf, type SeenMail } from '../../support/mails.js';

describe('mails to organisations', () => {
  let house: House;
  let clerk: StaffActor;
  let program: TestProgram;
  let organizations = 0;

  beforeAll(async () => {
    const environment = { PUBLIC_URL: 'https://grants.example.jp' };
    house = await openHouse({ at: '2026-04-10', environment });
    const { ogori } = await openTowns(house);
    clerk = await staffActor(house, ogori, 'tanto1');
    program = await aPublishedProgram(house, clerk);
  });

  afterAll(() => house.close());

  const wishes = () => {
    organizations += 1;
    return { name: `第${String(organizations)}校区まちづくり協議会`, district: `第${String(organizations)}校区` };
  };
  const withMail = async (organization: TestOrganization): Promise<string> => {
    const address = `mihon-${String(organizations)}@example.jp`;
    await house.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [address, organization.id]);
    return address;
  };
  const aMember = async (): Promise<{ organization: TestOrganization; address: string }> => {
    const organization = await aRegisteredOrganization(house, clerk, wishes());
    await house.drainOutbox();
    return { organization, address: await withMail(organization) };
  };
  const to = (address: string): SeenMail[] => mailsOf(house).filter((mail) => mail.to === address);
  const returnApplication = (applicationId: string): Promise<void> =>
    house.get(ReturnApplication).execute(clerk, {
      ...{ applicationId, version: 0, answers: [], assessments: [], correctBy: '2026-04-24' },
      points: [{ pointer: 'budget.whole', text: '見積りを添えてください（会計　見本一郎さんに確認）。' }],
    });

  test('one follows from each step of a registration, and only to those who have an address', async () => {
    const organization = await anOpenedOrganization(house, clerk, wishes());
    await fillRegistration(house, organization);
    await submitRegistration(house, organization);
    const address = await withMail(organization);
    await house.get(ReturnRegistration).execute(clerk, {
      ...{ organizationId: organization.id, version: (await see(house, organization)).file.version, checked: [] },
      remarks: [{ field: 'bylaws', text: '最新の規約を添えてください。' }],
    });
    await house.drainOutbox();
    const [remark] = (await see(house, organization)).file.remarks;
    const answers = { [remark?.id ?? '']: '添え直しました。' };
    await house.get(AnswerRemarks).execute(organization.officer, { organizationId: organization.id, answers });
    await submitRegistration(house, organization);
    await examineAndRegister(house, clerk, organization);
    await house.drainOutbox();
    expect(
      to(address)
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['【小郡市】団体の登録が済みました', '【小郡市】団体の登録に直していただく点があります']);
    const returned = to(address).find(({ text }) => text.includes('直していただく'));
    expect(returned?.text).toContain(`${organization.name}　御中`);
    expect(returned?.text).toContain('https://grants.example.jp/ogori/committee/organization\n');
    expect(returned?.text).not.toContain('最新の規約');

    const before = mailsOf(house).length;
    await aRegisteredOrganization(house, clerk, wishes());
    await house.drainOutbox();
    expect(mailsOf(house)).toHaveLength(before);
  });

  test('receipt, return and withdrawal of an application are told with the day and the page, never with what is in them', async () => {
    const { organization, address } = await aMember();
    const id = await aSubmittedApplication(house, organization.officer, program);
    await house.drainOutbox();
    const [receipt] = to(address);
    expect(receipt?.subject).toContain('申請を受け付けました');
    expect(receipt?.text).toMatch(/https:\/\/grants\.example\.jp\/ogori\/committee\/letters\/[0-9a-f-]{36}\n/);

    await returnApplication(id);
    await house.drainOutbox();
    const returned = to(address).find(({ subject }) => subject.includes('直していただく'));
    expect(returned?.text).toContain(`${formatEra(localDate('2026-04-24'))}まで`);
    expect(returned?.text).toContain(`/ogori/committee/applications/${id}\n`);

    await house
      .get(WithdrawApplication)
      .execute(organization.officer, { applicationId: id, reason: '計画を見直すため' });
    await house.drainOutbox();
    expect(to(address).filter(({ subject }) => subject.includes('取下げ'))).toHaveLength(1);
    expect(to(address)).toHaveLength(3);
    for (const { subject, text } of to(address)) {
      expect(subject + text).not.toMatch(/見積り|見本一郎|見本 花子|一区/);
    }
  });

  test('a draft thrown away and a return already answered are told to nobody', async () => {
    const { organization, address } = await aMember();
    const applicationId = await startApplication(house, organization.officer, program);
    await house.get(WithdrawApplication).execute(organization.officer, { applicationId, reason: '計画を見直すため' });
    const sent = await aSubmittedApplication(house, organization.officer, program);
    await returnApplication(sent);
    await house
      .get(WithdrawApplication)
      .execute(organization.officer, { applicationId: sent, reason: '計画を見直すため' });
    await house.drainOutbox();
    expect(
      to(address)
        .map(({ subject }) => subject.replace(/：.*/, ''))
        .sort(),
    ).toEqual(['【小郡市】申請の取下げを記録しました', '【小郡市】申請を受け付けました']);
  });

  test('a delivery that the queue brings twice sends once; one that failed waits for a person and is sent then', async () => {
    const { organization, address } = await aMember();
    const sent = await aSubmittedApplication(house, organization.officer, program);
    await house.drainOutbox();
    await returnApplication(sent);
    const folder = path.join(house.config.dataDir, 'mail');
    const [outbox, deliver] = [house.get(OutboxStore), house.get(Deliver)];
    await outbox.dispatch((type) => deliver.handlersOf(type), 100);
    const [delivery] = await outbox.claimNew(100);
    if (!delivery) throw new Error('nothing follows from the return');
    await Promise.all([deliver.execute(delivery), deliver.execute(delivery)]);
    const told = () => to(address).filter(({ subject }) => subject.includes('直していただく'));
    expect(told()).toHaveLength(1);
    for (const { messageId } of told()) rmSync(path.join(folder, `${messageId.replace(/^<|@.*$/g, '')}.eml`));
    await deliver.execute(delivery);
    expect(told()).toEqual([]);

    await house
      .get(WithdrawApplication)
      .execute(organization.officer, { applicationId: sent, reason: '計画を見直すため' });
    renameSync(folder, `${folder}-kept`);
    writeFileSync(folder, 'where the mails should go stands a file');
    await expect(house.drainOutbox()).rejects.toThrow();
    rmSync(folder);
    renameSync(`${folder}-kept`, folder);
    const withdrawn = () => to(address).filter(({ subject }) => subject.includes('取下げ'));
    expect(withdrawn()).toEqual([]);
    const [failed] = await house.sql<{ event_id: string; handler: string }>(
      `SELECT event_id, handler FROM outbox_deliveries WHERE state = 'failed'`,
    );
    expect(failed?.handler).toBe('mail-application-withdrawn');
    const restart = { eventId: failed?.event_id ?? '', handler: failed?.handler ?? '' };
    await house.get(RestartDelivery).execute(clerk, restart);
    await house.drainOutbox();
    expect(withdrawn()).toHaveLength(1);
  });
});

describe('mails about messages', () => {
  let house: House;
  let clerk: StaffActor;
  let organization: TestOrganization;

  beforeAll(async () => {
    const environment = { DATABASE_POOL: '20' };
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

describe('reminders of those who have begun and not finished', () => {
  let house: House;
  let ogori: Municipality;
  let clerk: StaffActor;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01' });
    ({ ogori } = await openTowns(house));
    clerk = await staffActor(house, ogori, 'tanto1');
  });

  afterAll(() => house.close());

  const aProgram = (name: string, closes: string): Promise<TestProgram> =>
    aPublishedProgram(house, clerk, {
      name,
      timetable: { opens: localDate('2026-04-01'), closes: localDate(closes), decisionBy: localDate('2026-12-31') },
    });
  let organizations = 0;
  const anOrganization = async (address?: string): Promise<TestOrganization & { address: string }> => {
    organizations += 1;
    const name = `第${String(organizations)}校区まちづくり協議会`;
    const district = `第${String(organizations)}校区`;
    const organization = await aRegisteredOrganization(house, clerk, { name, district });
    await house.drainOutbox();
    const mail = address ?? `mihon-${String(organizations)}@example.jp`;
    await house.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [mail, organization.id]);
    return { ...organization, address: mail };
  };
  /** The worker's day: two workers see the morning come, and everything that follows is done. */
  const morning = async (day: string): Promise<void> => {
    house.clock.at(`${day}T08:00`);
    const workers = [1, 2].map(() => new Mornings(house.get(UnitOfWork), house.clock));
    await Promise.all(workers.map((worker) => worker.pass([ogori.id])));
    await house.drainOutbox();
  };
  const reminders = (address: string): SeenMail[] =>
    mailsOf(house).filter(({ to, subject }) => to.toLowerCase() === address.toLowerCase() && subject.includes('締切'));

  test('come seven days and one day before the end, and not to those who have sent or given up', async () => {
    const program = await aProgram('令和8年度 花の補助金', '2026-04-20');
    const [writing, sent, givenUp] = [await anOrganization(), await anOrganization(), await anOrganization()];
    house.clock.at('2026-04-02');
    await startApplication(house, writing.officer, program);
    await aSubmittedApplication(house, sent.officer, program);
    const applicationId = await startApplication(house, givenUp.officer, program);
    for (const day of ['2026-04-12', '2026-04-13', '2026-04-14']) await morning(day);
    expect([writing, sent, givenUp].map(({ address }) => reminders(address).length)).toEqual([1, 0, 1]);
    const [mail] = reminders(writing.address);
    expect(mail?.text).toContain('令和8年度 花の補助金\n　　締切　令和8年4月20日24時');
    expect(mail?.text).toMatch(/\/ogori\/committee\n/);

    await house.get(WithdrawApplication).execute(givenUp.officer, { applicationId, reason: '' });
    for (const day of ['2026-04-19', '2026-04-20', '2026-04-21']) await morning(day);
    expect([writing, sent, givenUp].map(({ address }) => reminders(address).length)).toEqual([2, 0, 1]);
  });

  test('are one mail a person and day, which lists drafts and corrections of every organisation behind the address', async () => {
    const [one, other] = [await anOrganization('Onaji@example.jp'), await anOrganization('onaji@example.jp')];
    house.clock.at('2026-04-25');
    const [first, second] = [await aProgram('制度その一', '2026-05-08'), await aProgram('制度その二', '2026-05-07')];
    const far = await aProgram('制度その三', '2026-06-30');
    await startApplication(house, one.officer, first);
    await startApplication(house, one.officer, second);
    await startApplication(house, one.officer, far);
    const applicationId = await aSubmittedApplication(house, other.officer, first);
    await house.get(ReturnApplication).execute(clerk, {
      ...{ applicationId, version: 0, answers: [], assessments: [], correctBy: '2026-05-08' },
      points: [{ pointer: 'budget.whole', text: '見積りを添えてください。' }],
    });
    await house.drainOutbox();
    await morning('2026-05-01');
    const [mail, ...more] = reminders('onaji@example.jp');
    expect(more).toEqual([]);
    expect(mail?.text.split('\n').filter((line) => /御中|■|制度|締切　/.test(line))).toEqual([
      ...[one, other].map(({ name }) => `${name}　御中`),
      ...[
        `■ ${one.name}`,
        '　　制度その二',
        '　　締切　令和8年5月7日24時',
        '　　制度その一',
        '　　締切　令和8年5月8日24時',
      ],
      ...[`■ ${other.name}`, '　　制度その一（補正）', '　　締切　令和8年5月8日24時'],
    ]);
    expect(mail?.text).not.toMatch(/見積り|見本 花子/);
    for (const day of ['2026-05-02', '2026-05-05']) await morning(day);
    expect(reminders('onaji@example.jp')).toHaveLength(1);
    await morning('2026-05-07');
    const linesOf = ({ text }: SeenMail): number => text.match(/締切　/g)?.length ?? 0;
    expect(reminders('onaji@example.jp').map(linesOf)).toEqual([3, 3]);
  });

  test('are made up for after a downtime, follow an extension, and are not repeated by a second delivery', async () => {
    house.clock.at('2026-07-01');
    const program = await aProgram('制度その四', '2026-07-20');
    const { officer, address } = await anOrganization();
    await startApplication(house, officer, program);
    await morning('2026-07-10');
    await morning('2026-07-16');
    expect(reminders(address)).toHaveLength(1);
    await house.sql(
      `UPDATE outbox_deliveries SET state = 'pending', enqueued_at = NULL WHERE handler = 'remind-of-deadlines'`,
    );
    await house.drainOutbox();
    expect(reminders(address)).toHaveLength(1);

    house.clock.at('2026-07-18T10:00');
    const closes = { day: localDate('2026-07-25'), time: '17:00' };
    await house
      .get(ExtendAcceptance)
      .execute(clerk, { versionId: program.versionId, closes, reason: '通信障害のため' });
    await house.drainOutbox();
    for (const day of ['2026-07-19', '2026-07-20', '2026-07-24', '2026-07-25']) await morning(day);
    expect(
      reminders(address)
        .map(({ text }) => /締切　(.*)/.exec(text)?.[1] ?? '')
        .sort((one, other) => one.localeCompare(other)),
    ).toEqual(['令和8年7月20日24時', '令和8年7月25日17時', '令和8年7月25日17時']);
  });

  test('speak to the same cases that staff see, counted by programme', async () => {
    house.clock.at('2026-08-01');
    const program = await aProgram('制度その五', '2026-08-20');
    const { officer, id: organizationId } = await anOrganization();
    const id = await startApplication(house, officer, program);
    const near = () => house.get(UnitOfWork).read(clerk, (tx) => house.get(Reminders).near(tx));
    house.clock.at('2026-08-12');
    expect(await near()).toEqual([]);
    await morning('2026-08-13');
    expect(await near()).toMatchObject([{ id, organizationId, programName: '制度その五', remindedOn: '2026-08-13' }]);
    house.clock.at('2026-08-21');
    expect(await near()).toEqual([]);
  });
});
