import { OpenBudgetLine } from '../../../src/budgets/index.js';
import {
  DraftDecision,
  GrantDirectory,
  IssueDecisionLetters,
  type DraftDecisionCommand,
  type GrantView,
} from '../../../src/grants/index.js';
import type { Actor, StaffActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { Mornings } from '../../../src/platform/schedule/index.js';
import type { House } from '../house.js';
import { aPassedApplication, type TestProgram } from './applications.js';
import { approveByAll } from './approvals.js';
import { aRegisteredOrganization, type OrganizationWishes, type TestOrganization } from './organizations.js';

type Has = Pick<House, 'get'>;

/** A budget line of 令和8年度 with this ceiling in yen. */
export async function aBudgetLine(
  house: Has,
  staff: Actor,
  code: string,
  ceiling: number,
  year = 2026,
): Promise<string> {
  const line = { fiscalYear: fiscalYear(year), code, name: '運営交付金', ceiling: yen(ceiling), source: '見本' };
  return (await house.get(OpenBudgetLine).execute(staff, line)).lineId;
}

export interface TestCase {
  readonly organization: TestOrganization;
  readonly applicationId: string;
}

/** Registered organisation, application, passed review: ready to be drafted. */
export async function aPassedCase(
  house: Has,
  clerk: StaffActor,
  program: TestProgram,
  wishes: OrganizationWishes = {},
): Promise<TestCase> {
  const organization = await aRegisteredOrganization(house, clerk, wishes);
  return { organization, applicationId: await aPassedApplication(house, organization.officer, clerk, program) };
}

/** 起案 for these applications; the draft's id. */
export async function draftDecision(
  house: Has,
  clerk: StaffActor,
  applicationIds: readonly string[],
  outcomes: DraftDecisionCommand['outcomes'] = {},
): Promise<string> {
  const words = { title: '令和8年度運営交付金の交付決定について', reason: '交付規則第7条により交付を決定する。' };
  return (await house.get(DraftDecision).execute(clerk, { applicationIds, outcomes, ...words })).draftId;
}

/** The decision that stands for this application. */
export async function grantOf(house: Has, actor: Actor, applicationId: string): Promise<GrantView> {
  const grant = await house
    .get(UnitOfWork)
    .read(actor, (tx) => house.get(GrantDirectory).byApplication(tx, applicationId));
  if (!grant) throw new Error('nothing is proposed for this application');
  return grant;
}

/** Drafted and approved by everybody on the route, on the day of the clock. */
export async function aDecidedGrant(
  house: House,
  clerk: StaffActor,
  approvers: readonly StaffActor[],
  applicationId: string,
): Promise<GrantView> {
  await approveByAll(house, await draftDecision(house, clerk, [applicationId]), ...approvers);
  return grantOf(house, clerk, applicationId);
}

/** 施行 on this day; the batch's id. */
export async function issueLetters(
  house: Has,
  clerk: StaffActor,
  grantIds: readonly string[],
  on: string,
): Promise<string> {
  return (await house.get(IssueDecisionLetters).execute(clerk, { grantIds, issuedOn: localDate(on) })).batchId;
}

/** Eight in the morning of that day, and what follows from it. */
export async function theMorningOf(
  house: Pick<House, 'get' | 'clock' | 'drainOutbox'>,
  town: Municipality,
  day: string,
): Promise<void> {
  house.clock.at(`${day}T08:00`);
  await new Mornings(house.get(UnitOfWork), house.clock).pass([town.id]);
  await house.drainOutbox();
}
