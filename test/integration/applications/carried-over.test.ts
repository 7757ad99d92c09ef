import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';

import { ApplicationForms1790000151000 } from '../../../migrations/17900001510000-application-forms.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { ApplicationDirectory, placesOf } from '../../../src/applications/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { applicationOf, aPublishedProgram, aSubmittedApplication } from '../../support/builders/applications.js';
import { aRegisteredOrganization } from '../../support/builders/organizations.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

/** What a programme asked before questions were data. */
const ASKED = {
  planQuestions: [{ id: 'aim', label: '目ざすこと', hint: '2〜3行で。', maxLength: 400, required: true }],
  files: [{ id: 'assembly', label: '総会の資料', hint: '', required: false }],
  declarations: [{ id: 'books', text: '帳簿を備えます。' }],
  eligibleFrom: '2026-04-01',
};
const SENT = {
  plan: [{ id: 'aim', label: '目ざすこと', answer: '助け合う。' }],
  declarations: [{ id: 'books', text: '帳簿を備えます。' }],
  files: [
    { kind: 'bylaws', label: '規約', name: '規約.pdf', mediaType: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) },
    {
      kind: 'assembly',
      label: '総会の資料',
      name: '総会.pdf',
      mediaType: 'application/pdf',
      size: 9,
      sha256: '12'.repeat(32),
    },
  ],
};
const PLACES = ['plan.aim', 'declarations.books', 'files.assembly', 'files.bylaws', 'files.whole', 'budget.whole'];

describe('an application of the time before questions were data', () => {
  let house: House;
  let clerk: StaffActor;
  let id: string;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    const { officer } = await aRegisteredOrganization(house, clerk);
    const program = await aPublishedProgram(house, clerk);
    id = await aSubmittedApplication(house, officer, program);
    await asBefore(program.versionId);
    await migrate();
  });

  afterAll(() => house.close());

  /** Puts programme, submission and points back into their old shape, past the guards of their tables. */
  async function asBefore(versionId: string): Promise<void> {
    const past = async (table: string, guard: string, statement: string, values: unknown[]): Promise<void> => {
      await house.sql(`ALTER TABLE ${table} DISABLE TRIGGER ${guard}`);
      await house.sql(statement, values);
      await house.sql(`ALTER TABLE ${table} ENABLE TRIGGER ${guard}`);
    };
    const later = ['form', 'eligibleStart', 'perYear', 'project'];
    const document = 'UPDATE program_versions SET document = (document - $2::text[]) || $3 WHERE id = $1';
    await past('program_versions', 'frozen_once_published', document, [versionId, later, ASKED]);
    const content = `UPDATE application_submissions SET content = (content - 'answers') || $2 WHERE application_id = $1`;
    await past('application_submissions', 'append_only', content, [id, SENT]);
    await house.sql(
      `INSERT INTO application_points (municipality_id, id, application_id, round, position, pointer, label, text, made_by, made_at)
       SELECT municipality_id, gen_random_uuid(), id, 1, place, pointer, pointer, '直してください。', '一子', now()
         FROM applications, unnest($2::text[]) WITH ORDINALITY AS t (pointer, place) WHERE id = $1`,
      [id, PLACES],
    );
  }

  async function migrate(): Promise<void> {
    const owner = new pg.Client(house.database.ownerUrl);
    await owner.connect();
    const runner = { query: (statement: string) => owner.query(statement) } as unknown as QueryRunner;
    await new ApplicationForms1790000151000().up(runner);
    await owner.end();
  }

  it('asks the same under sections, and the programme is frozen as before', async () => {
    const { document, programVersionId } = await applicationOf(house, clerk, id);
    const question = { required: false, when: null };
    expect(document.form).toEqual([
      {
        id: 'plan',
        title: '年間の計画',
        lead: expect.any(String),
        questions: [{ ...ASKED.planQuestions[0], kind: 'text', lines: 'many', when: null }],
      },
      {
        id: 'files',
        title: '添付書類',
        lead: expect.any(String),
        questions: [
          { ...question, id: 'assembly', kind: 'file', label: '総会の資料', hint: '', many: true },
          { ...question, id: 'other', kind: 'file', label: 'そのほかの書類', hint: expect.any(String), many: true },
        ],
      },
      {
        id: 'declarations',
        title: '誓約',
        lead: expect.any(String),
        questions: [
          { ...ASKED.declarations[0], kind: 'declaration', label: '誓約', hint: '', required: true, when: null },
        ],
      },
    ]);
    expect(document).toMatchObject({
      eligibleStart: { kind: 'day', day: '2026-04-01' },
      perYear: { most: 1 },
      project: null,
    });
    expect(document).not.toHaveProperty('planQuestions');
    const attack = `UPDATE program_versions SET document = '{}' WHERE id = $1`;
    await expect(house.sql(attack, [programVersionId])).rejects.toThrow('frozen');
  });

  it('says what was sent in the same words, at places that points still find', async () => {
    const look = house.get(ApplicationDirectory);
    const [submission] = await house.get(UnitOfWork).read(clerk, (tx) => look.submissionsOf(tx, id));
    const points = await house.get(UnitOfWork).read(clerk, (tx) => look.pointsOf(tx, id));
    const places = submission ? placesOf(submission.content) : [];
    expect(places.filter(({ pointer }) => !pointer.startsWith('budget'))).toEqual([
      { pointer: 'form.aim', label: '目ざすこと', text: '助け合う。' },
      { pointer: 'form.assembly', label: '総会の資料', text: '総会.pdf（1212-1212）' },
      { pointer: 'form.books', label: '誓約', text: '帳簿を備えます。' },
      { pointer: 'files.bylaws', label: '規約', text: '規約.pdf（ABAB-ABAB）' },
    ]);
    const pointers = ['form.aim', 'form.books', 'form.assembly', 'files.bylaws', 'form.other', 'budget.whole'];
    expect(points.map(({ pointer }) => pointer)).toEqual(pointers);
    await expect(house.sql('UPDATE application_submissions SET content = $1', [{}])).rejects.toThrow('append-only');
  });
});
