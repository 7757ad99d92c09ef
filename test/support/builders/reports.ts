import { randomUUID } from 'node:crypto';

import { ogoriProjectSubsidy } from '../../../src/demo/programs.js';
import type { TypedAnswer } from '../../../src/forms/index.js';
import type { GrantView } from '../../../src/grants/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { ReportDirectory, type PerformanceReport } from '../../../src/performance-reports/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import type { ProgramDocument } from '../../../src/programs/index.js';
import type { House } from '../house.js';
import {
  aLine,
  aProjectProgram,
  draftOf,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from './applications.js';
import { aBudgetLine, aDecidedGrant, issueLetters } from './grants.js';
import type { TestOrganization } from './organizations.js';

/** 事業補助金 of 小郡市 without its panel: two thirds of what is eligible, 300,000 yen at most, settled after the project. */
export async function aSettledProgram(
  house: House,
  clerk: StaffActor,
  change: Partial<ProgramDocument> = {},
): Promise<TestProgram> {
  const { rule, budget, report, disclosure } = ogoriProjectSubsidy.document({ budgetLineId: '', handledBy: '' });
  return aProjectProgram(house, clerk, {
    ...{ rule, budget, report, perYear: null },
    ...(disclosure && { disclosure }),
    payment: { method: 'after-settlement', methodLabel: '精算後払', settlement: true },
    budgetLineId: await aBudgetLine(house, clerk, randomUUID().slice(0, 8), 9_000_000),
    ...change,
  });
}

/** What a granted project of the tests costs: 450,000 yen, of which the town pays 300,000 and the committee 150,000. */
export const PLANNED = {
  own: { ...aLine('income', 'own', '150,000', '会費から'), id: 'line-own' },
  supplies: { ...aLine('expenditure', 'supplies', '300,000', '炊き出しの材料'), id: 'line-supplies' },
  printing: { ...aLine('expenditure', 'printing', '150,000', 'ちらし'), id: 'line-printing' },
} as const;

export interface GrantedProject {
  readonly applicationId: string;
  readonly grant: GrantView;
}

/** Applied for, reviewed, decided by these approvers, and the letter out on the day of the clock. */
export async function aGrantedProject(
  house: House,
  clerk: StaffActor,
  approvers: readonly StaffActor[],
  organization: TestOrganization,
  program: TestProgram,
  { title, period }: { readonly title: string; readonly period: readonly [string, string] },
): Promise<GrantedProject> {
  const { officer } = organization;
  const applicationId = await startApplication(house, officer, program);
  const { document } = await draftOf(house, officer, applicationId);
  for (const { id: name, questions } of document.form) {
    const answers = Object.fromEntries(
      questions.flatMap(({ id, kind, label }): [string, TypedAnswer][] => {
        if (id === 'title') return [[id, title]];
        if (kind === 'period') return [[id, [...period]]];
        if (kind === 'text') return [[id, `${label}の答え`]];
        return kind === 'declaration' ? [[id, 'yes']] : [];
      }),
    );
    await saveSection(house, officer, applicationId, name, { answers });
  }
  const taxCredit = { kind: 'none', amount: '' };
  await saveSection(house, officer, applicationId, 'budget', { lines: Object.values(PLANNED), taxCredit });
  await submitApplication(house, officer, applicationId);
  await passReview(house, clerk, applicationId);
  const grant = await aDecidedGrant(house, clerk, approvers, applicationId);
  await issueLetters(house, clerk, [grant.id], house.clock.now().toISOString().slice(0, 10));
  await house.drainOutbox();
  return { applicationId, grant };
}

/** The report that is asked for of this grant. */
export async function reportOf(house: House, actor: StaffActor, applicationId: string): Promise<PerformanceReport> {
  const report = await house
    .get(UnitOfWork)
    .read(actor, (tx) => house.get(ReportDirectory).ofApplication(tx, applicationId));
  if (!report) throw new Error('no report is asked for of this application');
  return report;
}
