import { randomUUID } from 'node:crypto';

import { systemActor, type Actor, type OfficerActor, type StaffActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { yen } from '../../../src/kernel/yen.js';
import {
  ApplicationDirectory,
  ApplicationDrafts,
  blankLine,
  fieldsOf,
  SaveSection,
  StartApplication,
  SubmitApplication,
  type ApplicationDraft,
  type ApplicationView,
  type SubmissionReceipt,
  type TypedLine,
  type TypedSection,
} from '../../../src/applications/index.js';
import {
  sectionNamed,
  type SectionName,
  type TypedAnswer,
  type FormSection,
  type Question,
} from '../../../src/forms/index.js';
import { OpenBudgetLine } from '../../../src/budgets/index.js';
import { ogoriOperatingGrant } from '../../../src/demo/programs.js';
import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import { Accounts } from '../../../src/identity/index.js';
import { Municipalities } from '../../../src/municipalities/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { CreateProgram, PublishProgramVersion, type ProgramDocument } from '../../../src/programs/index.js';
import { PassApplication, Reviews } from '../../../src/reviews/index.js';
import type { House } from '../house.js';
import type { TestOrganization } from './organizations.js';

type Has = Pick<House, 'get'>;

/** An account for the organisation's first officer, as after the invitation was accepted. */
export async function anOfficerAccount(house: Has, organization: TestOrganization, signInName: string): Promise<void> {
  const { officer } = organization;
  const account = { partyKind: 'officer', partyId: officer.officerId, signInName, password: DEMO_PASSWORD } as const;
  const system = systemActor(officer.municipalityId, 'テスト');
  await house
    .get(UnitOfWork)
    .run(system, (tx) => house.get(Accounts).createForParty(tx, { ...account, displayName: officer.name }));
}

export interface TestProgram {
  readonly programId: string;
  readonly versionId: string;
  readonly document: ProgramDocument;
}

/** The checklist of the operating grant, without the look at other applications: the tests send many that are alike. */
export const plainChecklist = (): ProgramDocument['checklist'] =>
  ogoriOperatingGrant
    .document({ budgetLineId: '', handledBy: '' })
    .checklist.filter(({ automatic }) => automatic !== 'same-cost');

/** The operating grant of 小郡市 as a draft; a test changes what matters to it. */
export async function aDraftProgram(
  house: Has,
  staff: Actor,
  change: Partial<ProgramDocument> = {},
): Promise<TestProgram> {
  const { lineId } = await house.get(OpenBudgetLine).execute(staff, {
    ...{
      fiscalYear: fiscalYear(2026),
      code: randomUUID().slice(0, 8),
      name: '運営交付金',
      ceiling: yen(6_000_000),
      source: '見本',
    },
  });
  const section = await house.get(UnitOfWork).read(staff, (tx) => house.get(Municipalities).promotionSection(tx));
  const checklist = plainChecklist();
  const ogori = ogoriOperatingGrant.document({ budgetLineId: lineId, handledBy: section.id });
  const document = { ...ogori, checklist, ...change };
  const code = `p${randomUUID().slice(0, 8)}`;
  return { ...(await house.get(CreateProgram).execute(staff, { code, document })), document };
}

export async function aPublishedProgram(
  house: Has,
  staff: Actor,
  change: Partial<ProgramDocument> = {},
): Promise<TestProgram> {
  const program = await aDraftProgram(house, staff, change);
  // Set up by the programme itself: some towns decide a publication by a draft.
  const setUp = systemActor(staff.municipalityId, 'テスト');
  await house.get(PublishProgramVersion).execute(setUp, { versionId: program.versionId, version: 1 });
  return program;
}

/** A programme for projects, several a year: the operating grant of the tests with a section that names the project. */
export function aProjectProgram(house: Has, staff: Actor, change: Partial<ProgramDocument> = {}): Promise<TestProgram> {
  const { form } = ogoriOperatingGrant.document({ budgetLineId: '', handledBy: '' });
  return aPublishedProgram(house, staff, {
    name: '令和8年度 事業補助金',
    form: [PROJECT_SECTION, ...form],
    project: { titleQuestion: 'title', periodQuestion: 'period' },
    perYear: { most: 3, article: '交付規則第6条（見本）' },
    ...change,
  });
}

const PROJECT_SECTION: FormSection = {
  id: 'project',
  title: '事業の内容',
  lead: 'どんな事業を、いつ行うかを書きます。',
  questions: [
    {
      ...{ id: 'title', kind: 'text', lines: 'one', maxLength: 40, label: '事業の名称', hint: '' },
      ...{ required: true, when: null },
    },
    { id: 'period', kind: 'period', label: '事業の期間', hint: '', required: true, when: null },
  ],
};

export async function startApplication(house: Has, officer: OfficerActor, program: TestProgram): Promise<string> {
  return (
    await house.get(StartApplication).execute(officer, { programVersionId: program.versionId, requestId: randomUUID() })
  ).applicationId;
}

export const draftOf = (house: Has, officer: Actor, id: string): Promise<ApplicationDraft> =>
  house.get(UnitOfWork).read(officer, (tx) => house.get(ApplicationDrafts).get(tx, id));

export const applicationOf = (house: Has, actor: Actor, id: string): Promise<ApplicationView> =>
  house.get(UnitOfWork).read(actor, (tx) => house.get(ApplicationDirectory).get(tx, id));

/** Saves one section from a page opened just now. */
export async function saveSection(
  house: Has,
  officer: Actor,
  id: string,
  name: SectionName,
  typed: TypedSection,
): Promise<void> {
  const { version } = sectionNamed((await draftOf(house, officer, id)).sections, name);
  await house
    .get(SaveSection)
    .execute(officer, { applicationId: id, name, version, page: randomUUID(), fields: fieldsOf(typed), settled: [] });
}

export const aLine = (side: TypedLine['side'], category: string, amount: string, remark = ''): TypedLine => ({
  ...blankLine(`line-${randomUUID().slice(0, 8)}`, side),
  ...{ category, amount, remark },
});

/** Everything that the programme of the tests asks for; the expenditure equals the grant, so that the budget balances. */
export async function fillApplication(house: Has, officer: Actor, id: string): Promise<void> {
  const { document, working } = await draftOf(house, officer, id);
  for (const { id: name, questions } of document.form) {
    const answers = Object.fromEntries(questions.flatMap((question) => answerTo(question)));
    await saveSection(house, officer, id, name, { answers });
  }
  const total = working.total.toString();
  await saveSection(house, officer, id, 'budget', { lines: [aLine('expenditure', 'meetings', total, '会場費')] });
}

function answerTo({ id, kind, label }: Question): [string, TypedAnswer][] {
  if (kind === 'text') return [[id, `${label}の答え`]];
  if (kind === 'period') return [[id, ['2026-08-01', '2026-08-31']]];
  return kind === 'declaration' ? [[id, 'yes']] : [];
}

/** Sends what the check page shows now. */
export async function submitApplication(
  house: Has,
  officer: OfficerActor,
  id: string,
  requestId = randomUUID(),
): Promise<SubmissionReceipt> {
  const { digest: checkedDigest } = await draftOf(house, officer, id);
  return house.get(SubmitApplication).execute(officer, { applicationId: id, requestId, checkedDigest });
}

export async function aSubmittedApplication(house: Has, officer: OfficerActor, program: TestProgram): Promise<string> {
  const id = await startApplication(house, officer, program);
  await fillApplication(house, officer, id);
  await submitApplication(house, officer, id);
  return id;
}

/** Staff answer every item with yes and end the review. */
export async function passReview(house: Has, staff: StaffActor, applicationId: string): Promise<void> {
  const review = await house.get(UnitOfWork).read(staff, (tx) => house.get(Reviews).of(tx, applicationId));
  const answers = review.items
    .filter(({ automatic }) => !automatic)
    .map(({ id, found }) => ({
      ...{ itemId: id, answer: 'yes', remark: found ? '別の経費であることを確かめた。' : '' },
      ...(found && { seen: found.why }),
    }));
  await house
    .get(PassApplication)
    .execute(staff, { applicationId, version: review.version, answers, points: [], assessments: [] });
}

export async function aPassedApplication(
  house: Has,
  officer: OfficerActor,
  staff: StaffActor,
  program: TestProgram,
): Promise<string> {
  const id = await aSubmittedApplication(house, officer, program);
  await passReview(house, staff, id);
  return id;
}
