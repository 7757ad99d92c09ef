import { finish } from '../apply-project.js';
import { claimNext } from '../after-decision/instalments.js';
import { determine, endInspection, report } from '../after-decision/reports.js';
import type { CastOrganization } from '../cast.js';
import { decide, issue, pass, untilDrawn, type Hall } from '../decide.js';
import { accept, exportOrders, importPaidList, order } from '../pay.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { went, type Troupe } from '../troupe.js';
import type { PlannedModelProject } from './model-projects.js';

/** A model project with the organisation that carries it out. */
export interface Carried {
  readonly project: PlannedModelProject;
  readonly cast: CastOrganization;
}

/** The organisations apply from their adopted proposals, and the section reviews what they ask for. */
export async function applyFromProposals(troupe: Troupe, hall: Hall, carried: readonly Carried[]): Promise<void> {
  for (const { project, cast } of carried) {
    await applyFromProposal(troupe, cast, project);
    await pass(troupe, hall, cast, project.title);
  }
}

/** One draft decides what was reviewed, and each organisation has its letter. */
export async function decideAndTell(troupe: Troupe, hall: Hall): Promise<void> {
  await decide(troupe, hall);
  await untilDrawn(troupe, hall, await issue(troupe, hall));
}

/** What the proposal said stands there already; days, people to be raised, years and money are added. */
async function applyFromProposal(troupe: Troupe, cast: CastOrganization, project: PlannedModelProject): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const home = went(await officer.get(troupe.path('committee')));
  const start = went(await home.click(`採択された企画提案「${project.title}」から申請を始める`));
  const application = went(await start.form('企画提案をもとに申請を始める').submit()).url.pathname;
  for (const [section, answers] of Object.entries(project.answers)) {
    const form = went(await officer.get(`${application}/form/${section}`)).form();
    for (const [question, answer] of Object.entries(answers)) form.fill({ [`form[${question}]`]: answer });
    went(await form.submit());
  }
  const years = went(await officer.get(`${application}/form/years`)).form();
  for (const [column, words] of Object.entries(project.firstYear)) {
    const cell = years.fields.find((name) => name.startsWith('form[yearly]') && name.endsWith(`[${column}]`));
    if (cell) years.fill({ [cell]: words });
  }
  went(await years.fill({ 'form[afterwards]': project.afterwards }).submit());
  await finish(officer, application, { costs: project.costs, income: [] });
}

/** Claimed, ordered, and paid by the accounting system; returns the file that it was sent. */
export async function payByAccountingSystem(
  troupe: Troupe,
  hall: Hall,
  carried: readonly Carried[],
  { folder, paidOn, firstSlip }: { folder: Folder; paidOn: string; firstSlip: number },
): Promise<Paper> {
  for (const { cast } of carried) await claimNext(troupe, cast);
  await order(troupe, hall);
  await accept(troupe, hall);
  const file = await exportOrders(troupe, hall);
  await importPaidList(troupe, hall, file, paidOn, firstSlip);
  return folder.keep('kotake/model-project-orders.csv', file.bytes);
}

/** So many pictures of receipts are each project's own. */
const RECEIPT_PICTURES = 20;
const FIRST_PICTURE = 400;

/** Reports, inspections and one 額の確定 for all, which opens the verifications. */
export async function reportAndDetermine(troupe: Troupe, hall: Hall, carried: readonly Carried[]): Promise<void> {
  for (const [index, { project, cast }] of carried.entries()) {
    await report(troupe, cast, project.report, FIRST_PICTURE + index * RECEIPT_PICTURES, project.title);
    await endInspection(troupe, hall, cast, project.title);
  }
  await determine(troupe, hall);
}
