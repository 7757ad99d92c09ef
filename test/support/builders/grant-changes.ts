import { randomUUID } from 'node:crypto';

import type { StaffActor } from '../../../src/kernel/actor.js';
import type { ProgramDocument } from '../../../src/programs/index.js';
import { ogoriOperatingGrant } from '../../../src/demo/programs.js';
import type { House } from '../house.js';
import {
  aLine,
  anOfficerAccount,
  draftOf,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
  type TestProgram,
} from './applications.js';
import { aDecidedGrant, issueLetters } from './grants.js';
import { aRegisteredOrganization, type TestOrganization } from './organizations.js';

/** 3分の2 of all costs, cut to 千円, 300,000円 at most; 20％ of the total or of a category is a minor change. */
export function aRatedProgram(): Pick<ProgramDocument, 'rule' | 'form' | 'perYear'> {
  const { form } = ogoriOperatingGrant.document({ budgetLineId: '', handledBy: '' });
  const plain = { when: null, cap: null, timesPerYear: null };
  return {
    rule: {
      facts: [],
      terms: [{ ...plain, kind: 'rate', label: '補助', article: '交付規則第5条（見本）', rate: [2, 3], of: 'all' }],
      deductions: { otherIncome: false, taxCredit: false, article: '' },
      caps: [{ kind: 'yen', label: '上限', article: '交付規則別表（見本）', yen: '300000' }],
      rounding: { unit: 1000, mode: 'down', on: 'sum', article: '交付規則第5条第3項（見本）' },
      overSubscription: null,
    },
    form,
    perYear: null,
  };
}

export interface IssuedGrant {
  readonly organization: TestOrganization;
  readonly applicationId: string;
  readonly grantId: string;
  readonly signInName: string;
}

/** The costs of `anIssuedGrant`: 150,000円 and 90,000円, of which 160,000円 are granted. */
export const COSTS = { meetings: 'line-meetings', publicity: 'line-publicity', dues: 'line-dues' } as const;

/** Registered, applied with these costs, decided and notified on the day of the clock; the officer has an account. */
export async function anIssuedGrant(
  house: House,
  { clerk, approvers }: { readonly clerk: StaffActor; readonly approvers: readonly StaffActor[] },
  program: TestProgram,
  day: string,
): Promise<IssuedGrant> {
  const name = `見本${randomUUID().slice(0, 4)}まちづくり協議会`;
  const organization = await aRegisteredOrganization(house, clerk, { name, district: `${name}区`, consents: true });
  const { officer } = organization;
  const id = await startApplication(house, officer, program);
  for (const { id: section, questions } of program.document.form) {
    const answers = questions.flatMap(({ id: question, kind, label }): [string, string][] => {
      if (kind === 'text') return [[question, `${label}の答え`]];
      return kind === 'declaration' ? [[question, 'yes']] : [];
    });
    await saveSection(house, officer, id, section, { answers: Object.fromEntries(answers) });
  }
  const lines = [
    { ...aLine('income', 'dues', '80000', '会費'), id: COSTS.dues },
    { ...aLine('expenditure', 'meetings', '150000', '会場費'), id: COSTS.meetings },
    { ...aLine('expenditure', 'publicity', '90000', 'チラシ'), id: COSTS.publicity },
  ];
  await saveSection(house, officer, id, 'budget', { lines });
  const { faults } = await draftOf(house, officer, id);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  await submitApplication(house, officer, id);
  await passReview(house, clerk, id);
  const grant = await aDecidedGrant(house, clerk, approvers, id);
  await issueLetters(house, clerk, [grant.id], day);
  await house.drainOutbox();
  const signInName = `yakuin-${randomUUID().slice(0, 8)}`;
  await anOfficerAccount(house, organization, signInName);
  return { organization, applicationId: id, grantId: grant.id, signInName };
}
