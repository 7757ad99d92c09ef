import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AddFile, ApplicationFiles, RECEIPT_SUBJECT, ApplicationDirectory } from '../../../src/applications/index.js';
import type { OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import { Letters } from '../../../src/notices/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { ReturnApplication } from '../../../src/reviews/index.js';
import {
  aPublishedProgram,
  draftOf,
  fillApplication,
  passReview,
  startApplication,
  submitApplication,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { FakeClamd } from '../../support/fake-clamd.js';
import { openHouse, type House } from '../../support/index.js';
import { mailsOf } from '../../support/mails.js';
import { refusalOf } from '../../support/refusal.js';

const ADDRESS = 'mihon-yakuin@example.jp';

describe('files of an application where uploads are scanned', () => {
  const clamd = new FakeClamd();
  let house: House;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let officer: OfficerActor;

  beforeAll(async () => {
    const environment = {
      CLAMAV_HOST: '127.0.0.1',
      CLAMAV_PORT: String(await clamd.start()),
    };
    house = await openHouse({ at: '2026-04-20', environment });
    clerk = await staffActor(house, (await openTowns(house)).ogori, 'tanto1');
    organization = await aRegisteredOrganization(house, clerk);
    ({ officer } = organization);
    await house.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [ADDRESS, organization.id]);
    await house.drainOutbox();
  });

  afterAll(async () => {
    await clamd.stop();
    await house.close();
  });

  const begin = async (): Promise<string> => {
    const id = await startApplication(house, officer, await aPublishedProgram(house, clerk));
    await fillApplication(house, officer, id);
    return id;
  };
  const add = async (
    applicationId: string,
    text: string,
    question = 'assembly',
    name = '総会.pdf',
  ): Promise<string> => {
    const upload = { bytes: Buffer.from(`%PDF-1.7\n% ${text}\n`), name };
    return (await house.get(AddFile).execute(officer, { applicationId, question, upload })).fileId;
  };
  const namesIn = async (id: string): Promise<string[]> =>
    (await draftOf(house, officer, id)).draftFiles.map(({ name }) => name).sort();
  const open = (actor: OfficerActor | StaffActor, id: string, name: string): Promise<unknown> =>
    house.get(UnitOfWork).read(actor, async (tx) => {
      const [submission] = await house.get(ApplicationDirectory).submissionsOf(tx, id);
      const file = submission?.content.files.find((candidate) => candidate.name === name);
      return house.get(ApplicationFiles).read(tx, id, file?.sha256 ?? '');
    });
  const receiptOf = (id: string): Promise<string> =>
    house.get(UnitOfWork).read(clerk, async (tx) => {
      const [submission] = await house.get(ApplicationDirectory).submissionsOf(tx, id);
      const [receipt] = await house.get(Letters).forSubject(tx, RECEIPT_SUBJECT, submission?.id ?? '');
      return JSON.stringify(await house.get(Letters).get(tx, receipt?.id ?? ''));
    });

  it('an upload repeated after its answer was lost is there once, also when both arrive at the same moment', async () => {
    const id = await begin();
    const [first] = await Promise.all([add(id, 'lost'), add(id, 'lost'), add(id, 'lost')]);
    expect(await add(id, 'lost')).toBe(first);
    expect(await namesIn(id)).toEqual(['総会.pdf']);
    await add(id, 'lost', 'calendar', '行事.pdf');
    await add(id, 'another', 'assembly', '別の総会.pdf');
    expect(await namesIn(id)).toEqual(['別の総会.pdf', '総会.pdf', '行事.pdf']);
  });

  it('may be sent while they wait; nobody opens them and no review ends before they are scanned', async () => {
    const id = await begin();
    await clamd.stop();
    await add(id, 'waiting', 'assembly', '待つ書類.pdf');
    await submitApplication(house, officer, id);
    await house.drainOutbox();
    for (const actor of [officer, clerk]) {
      expect(await refusalOf(open(actor, id, '待つ書類.pdf'))).toEqual(['files.waits-for-scan']);
    }
    expect(await refusalOf(passReview(house, clerk, id))).toEqual(['applications.files-wait-for-scan']);
    expect((await receiptOf(id)).match(/（ウイルス検査待ち）/g)).toHaveLength(1);

    await clamd.start();
    house.clock.pass(600);
    await house.drainOutbox();
    expect(await open(clerk, id, '待つ書類.pdf')).toMatchObject({ name: '待つ書類.pdf', mediaType: 'application/pdf' });
    await passReview(house, clerk, id);
  });

  it('with a virus keep a draft from being sent until another file takes their place', async () => {
    const id = await begin();
    await add(id, 'EICAR draft', 'assembly', '感染.pdf');
    await house.drainOutbox();
    await expect(submitApplication(house, officer, id)).rejects.toMatchObject({
      faults: [{ pointer: 'form.assembly', code: 'files.infected', params: { name: '感染.pdf' } }],
    });
    const mail = mailsOf(house).find(({ subject }) => subject.includes('添えたファイルが使えません'));
    expect(mail?.to).toBe(ADDRESS);
    expect(mail?.text).toContain('別のファイルを添えてください');
    expect(mail?.text).toContain(`/committee/applications/${id}`);
  });

  it('with a virus found after the sending are told to both sides and answered by a return', async () => {
    const id = await begin();
    await add(id, 'EICAR sent', 'assembly', '提出後.pdf');
    await submitApplication(house, officer, id);
    await house.drainOutbox();
    const mails = mailsOf(house).filter(({ text }) => text.includes(`/committee/applications/${id}`));
    expect(mails.map(({ text }) => text).join()).toContain('担当課が内容を確かめ');
    expect(await refusalOf(open(clerk, id, '提出後.pdf'))).toEqual(['files.quarantined']);
    await expect(passReview(house, clerk, id)).rejects.toMatchObject({
      code: 'applications.file-infected',
      params: { name: '提出後.pdf' },
    });
    await house.get(ReturnApplication).execute(clerk, {
      ...{ applicationId: id, version: 0, answers: [], assessments: [], correctBy: '2026-05-08' },
      points: [{ pointer: 'form.assembly', text: 'ウイルスのない書類を添えてください。' }],
    });
    expect((await draftOf(house, officer, id)).faults.map(({ pointer, code }) => [pointer, code])).toContainEqual([
      'form.assembly',
      'files.infected',
    ]);
  });
});
