import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import {
  AddFile,
  ApplicationDirectory,
  StartApplication,
  SubmitApplication,
  WithdrawApplication,
  type Submission,
} from '../../../src/applications/index.js';
import { CaseList, type CaseItem } from '../../../src/cases/index.js';
import { Letters } from '../../../src/notices/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  EditDraftVersion,
  PrepareNextVersion,
  PublishProgramVersion,
  type ProgramDocument,
} from '../../../src/programs/index.js';
import {
  aLine,
  applicationOf,
  aPublishedProgram,
  aSubmittedApplication,
  draftOf,
  fillApplication,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import {
  aPicture,
  aRegisteredOrganization,
  anOpenedOrganization,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

const WARDS = ['一区', '二区', '三区', '四区', '五区', '六区', '七区', '八区', '九区'];

describe('applying', () => {
  let house: House;
  let clerk: StaffActor;
  let organization: TestOrganization;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    organization = await aRegisteredOrganization(house, clerk, { wards: WARDS });
  });

  afterAll(() => house.close());

  const submissions = (id: string): Promise<Submission[]> =>
    house.get(UnitOfWork).read(clerk, (tx) => house.get(ApplicationDirectory).submissionsOf(tx, id));
  const caseOf = (id: string): Promise<CaseItem | null> =>
    house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).find(tx, id));
  const program = (): Promise<TestProgram> => aPublishedProgram(house, clerk);

  it('begins once for an organisation, also when two officers begin at the same moment', async () => {
    const { versionId: programVersionId } = await program();
    const begun = await Promise.all(
      [1, 2, 3, 4].map(() =>
        house.get(StartApplication).execute(organization.officer, { programVersionId, requestId: randomUUID() }),
      ),
    );
    expect(new Set(begun.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(await caseOf(begun[0]?.applicationId ?? '')).toMatchObject({
      phase: 'drafting',
      waitingFor: 'committee',
      dueOn: '2026-05-29',
      amount: 660_000n,
      organizationName: organization.name,
    });
  });

  it('shows the amount with its working from the first moment: nine 行政区 make 660,000 yen', async () => {
    const id = await startApplication(house, organization.officer, await program());
    const { working } = await draftOf(house, organization.officer, id);
    expect(working.lines.map(({ formula, yen }) => [formula, yen])).toEqual([
      ['570,000円（定額）', 570_000n],
      ['10,000円 × 9行政区', 90_000n],
    ]);
    expect(working.total).toBe(660_000n);
  });

  it('is for registered organisations, in its period', async () => {
    const { versionId: programVersionId } = await program();
    const newcomer = await anOpenedOrganization(house, clerk, { name: '登録前の会' });
    await expect(
      house.get(StartApplication).execute(newcomer.officer, { programVersionId, requestId: randomUUID() }),
    ).rejects.toMatchObject({
      code: 'organizations.not-registered',
    });
    house.clock.at('2026-05-30');
    await expect(
      house.get(StartApplication).execute(organization.officer, { programVersionId, requestId: randomUUID() }),
    ).rejects.toMatchObject({
      code: 'applications.period-over',
      params: { closes: '令和8年5月29日24時' },
    });
    house.clock.at('2026-04-20');
  });

  it('says everything that is missing at once, each at its field, and sends nothing', async () => {
    const id = await startApplication(house, organization.officer, await program());
    const line = aLine('expenditure', 'meetings', '700,000');
    await saveSection(house, organization.officer, id, 'budget', { lines: [line] });
    await expect(submitApplication(house, organization.officer, id)).rejects.toMatchObject({
      code: 'applications.incomplete',
      faults: [
        { pointer: 'form.aim', code: 'forms.answer-missing' },
        { pointer: 'form.activities', code: 'forms.answer-missing' },
        {
          pointer: 'budget',
          code: 'applications.income-short',
          params: { income: 660_000n, expenditure: 700_000n, difference: 40_000n },
        },
        { pointer: 'form.no-gangs', code: 'forms.declaration-missing' },
        { pointer: 'form.purpose', code: 'forms.declaration-missing' },
        { pointer: 'form.books', code: 'forms.declaration-missing' },
        { pointer: 'form.publish', code: 'forms.declaration-missing' },
      ],
    });
    expect(await submissions(id)).toEqual([]);
  });

  it('is sent once and freezes what was sent: answers, budget, facts and working', async () => {
    const id = await aSubmittedApplication(house, organization.officer, await program());
    expect(await applicationOf(house, clerk, id)).toMatchObject({
      state: 'submitted',
      round: 1,
      receivedNumber: expect.stringMatching(/^R8-\d{4}$/),
      receivedOn: '2026-04-20',
      facts: { wards: 9 },
      amount: 660_000n,
      budget: {
        income: [{ id: 'grant', label: '運営交付金', amount: '660000' }],
        expenditure: [{ label: '会議費', amount: '660000', remark: '会場費' }],
      },
    });
    const [submission] = await submissions(id);
    expect(submission?.content).toMatchObject({
      applicant: { name: organization.name, representative: { role: '会長', name: '見本 花子' }, wards: WARDS },
      answers: [
        { id: 'aim', sectionTitle: '年間の計画', label: '今年度に目ざすこと', text: '今年度に目ざすことの答え' },
        { id: 'activities' },
        { id: 'together' },
        { id: 'next' },
        { id: 'assembly', kind: 'file', text: '' },
        { id: 'calendar' },
        { id: 'other' },
        { id: 'no-gangs', label: '暴力団の排除', text: expect.stringContaining('暴力団員と関係がなく') },
        { id: 'purpose' },
        { id: 'books' },
        { id: 'publish' },
      ],
      files: [{ kind: 'bylaws', label: '規約', name: '規約.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect(await caseOf(id)).toMatchObject({ phase: 'submitted', waitingFor: 'promotion', dueOn: '2026-06-30' });
    await expect(house.sql('UPDATE application_submissions SET content = $1', [{}])).rejects.toThrow('append-only');
  });

  it('answers a double click, a resend and a second officer with the same receipt, never two', async () => {
    const id = await startApplication(house, organization.officer, await program());
    await fillApplication(house, organization.officer, id);
    const { digest: checkedDigest } = await draftOf(house, organization.officer, id);
    const requestId = randomUUID();
    const command = { applicationId: id, requestId, checkedDigest };
    const send = (sent = command) => house.get(SubmitApplication).execute(organization.officer, sent);
    const receipts = await Promise.all([send(), send(), send(), send({ ...command, requestId: randomUUID() })]);
    receipts.push(await send());
    expect(new Set(receipts.map(({ receivedNumber }) => receivedNumber)).size).toBe(1);
    expect(await submissions(id)).toHaveLength(1);
    await house.drainOutbox();
    const letters = await house.sql(
      `SELECT 1 FROM letters WHERE kind = 'receipt' AND subject_id IN (SELECT id::text FROM application_submissions WHERE application_id = $1)`,
      [id],
    );
    expect(letters).toHaveLength(1);
  });

  it('gives every application its own 収受番号, without gaps, also when a dozen arrive together', async () => {
    const programs: TestProgram[] = [];
    for (let count = 0; count < 12; count += 1) programs.push(await program());
    const ids: string[] = [];
    for (const each of programs) {
      const id = await startApplication(house, organization.officer, each);
      await fillApplication(house, organization.officer, id);
      ids.push(id);
    }
    const receipts = await Promise.all(ids.map((id) => submitApplication(house, organization.officer, id)));
    const numbers = receipts.map(({ receivedNumber }) => Number(receivedNumber.slice(3))).sort((a, b) => a - b);
    expect(numbers.at(-1)).toBe((numbers[0] ?? 0) + 11);
    expect(new Set(numbers).size).toBe(12);
  });

  it('does not send what a second officer changed after the check', async () => {
    const id = await startApplication(house, organization.officer, await program());
    await fillApplication(house, organization.officer, id);
    const { digest: checkedDigest, document } = await draftOf(house, organization.officer, id);
    const questions = document.form.find((section) => section.id === 'plan')?.questions ?? [];
    const answers = Object.fromEntries(questions.map((question) => [question.id, 'あとから変えた答え']));
    await saveSection(house, organization.officer, id, 'plan', { answers });
    await expect(
      house
        .get(SubmitApplication)
        .execute(organization.officer, { applicationId: id, requestId: randomUUID(), checkedDigest }),
    ).rejects.toMatchObject({ code: 'applications.changed-since-check', kind: 'stale' });
  });

  it('stays with its edition when it is sent before it is carried over to a new one', async () => {
    const first = await program();
    const id = await startApplication(house, organization.officer, first);
    const { versionId } = await house.get(PrepareNextVersion).execute(clerk, { versionId: first.versionId });
    const dearer = ({ rule }: ProgramDocument) => rule.terms.map((term) => ({ ...term, yen: '999' }));
    await house.get(EditDraftVersion).execute(clerk, {
      ...{ versionId, version: 1, fields: ['rule'] },
      change: (stored) => ({ ...stored, rule: { ...stored.rule, terms: dearer(stored) } }),
    });
    await house.get(PublishProgramVersion).execute(clerk, { versionId, version: 2 });
    await fillApplication(house, organization.officer, id);
    await submitApplication(house, organization.officer, id);
    expect(await applicationOf(house, clerk, id)).toMatchObject({
      programVersionId: first.versionId,
      amount: 660_000n,
    });
    const again = await startApplication(house, organization.officer, { ...first, versionId });
    expect(again).toBe(id);
  });

  it('carries the files that were added, and the receipt names each with its SHA-256', async () => {
    const id = await startApplication(house, organization.officer, await program());
    await fillApplication(house, organization.officer, id);
    await house
      .get(AddFile)
      .execute(organization.officer, { applicationId: id, question: 'assembly', upload: aPicture('総会資料.png') });
    await submitApplication(house, organization.officer, id);
    await house.drainOutbox();
    const [submission] = await submissions(id);
    const hash = submission?.content.files.find(({ kind }) => kind === 'assembly')?.sha256 ?? '';
    const letters = await house
      .get(UnitOfWork)
      .read(organization.officer, (tx) => house.get(Letters).inbox(tx, organization.id));
    const [receipt] = letters.filter(({ subjectId }) => subjectId === submission?.id);
    expect(receipt).toMatchObject({ kind: 'receipt', number: null, title: '令和8年度運営交付金交付申請受付票' });
    const view = await house
      .get(UnitOfWork)
      .read(organization.officer, (tx) => house.get(Letters).get(tx, receipt?.id ?? ''));
    const words = JSON.stringify(view);
    expect(words).toContain('総会資料.png');
    expect(words).toContain(hash);
    expect(words).toContain(`${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase());
    const pdf = await house
      .get(UnitOfWork)
      .read(organization.officer, (tx) => house.get(Letters).pdfOf(tx, receipt?.id ?? ''));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('can be withdrawn, which makes room for another', async () => {
    const test = await program();
    const id = await aSubmittedApplication(house, organization.officer, test);
    await house
      .get(WithdrawApplication)
      .execute(organization.officer, { applicationId: id, reason: '計画を見直すため' });
    expect(await caseOf(id)).toMatchObject({ phase: 'withdrawn', waitingFor: 'nobody' });
    expect(await startApplication(house, organization.officer, test)).not.toBe(id);
  });

  it('does not exist for another organisation', async () => {
    const id = await startApplication(house, organization.officer, await program());
    const { officer: stranger } = await aRegisteredOrganization(house, clerk, {
      name: 'となりの会',
      district: '隣校区',
    });
    await expect(draftOf(house, stranger, id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(saveSection(house, stranger, id, 'plan', {})).rejects.toMatchObject({ kind: 'not-found' });
    await expect(
      house.get(SubmitApplication).execute(stranger, { applicationId: id, requestId: randomUUID(), checkedDigest: '' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(draftOf(house, clerk, id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
