import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { WithdrawApplication } from '../../../src/applications/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { formatEra, localDate } from '../../../src/kernel/local-date.js';
import { AnswerRemarks, ReturnRegistration } from '../../../src/organizations/index.js';
import { Deliver, OutboxStore, RestartDelivery } from '../../../src/platform/outbox/index.js';
import { ReturnApplication } from '../../../src/reviews/index.js';
import {
  aPublishedProgram,
  aSubmittedApplication,
  startApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import {
  aRegisteredOrganization,
  anOpenedOrganization,
  examineAndRegister,
  fillRegistration,
  see,
  submitRegistration,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { mailsOf, type SeenMail } from '../../support/mails.js';
import { runFolder } from '../../support/once-a-run.js';

describe('mails to organisations', () => {
  let house: House;
  let clerk: StaffActor;
  let program: TestProgram;
  let organizations = 0;

  beforeAll(async () => {
    const environment = { DATA_DIR: path.join(runFolder(), randomUUID()), PUBLIC_URL: 'https://grants.example.jp' };
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
