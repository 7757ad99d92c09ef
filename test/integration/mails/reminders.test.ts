import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { WithdrawApplication } from '../../../src/applications/index.js';
import { Reminders } from '../../../src/cases/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { Mornings } from '../../../src/platform/schedule/index.js';
import { ExtendAcceptance } from '../../../src/programs/index.js';
import { ReturnApplication } from '../../../src/reviews/index.js';
import {
  aPublishedProgram,
  aSubmittedApplication,
  startApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { mailsOf, type SeenMail } from '../../support/mails.js';
import { runFolder } from '../../support/once-a-run.js';

describe('reminders of those who have begun and not finished', () => {
  let house: House;
  let ogori: Municipality;
  let clerk: StaffActor;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-01', environment: { DATA_DIR: path.join(runFolder(), randomUUID()) } });
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
