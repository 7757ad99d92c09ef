import type { Page } from '../visitor/page.js';
import type { Visitor } from '../visitor/visitor.js';
import { beginApplication } from './apply.js';
import type { CastOrganization } from './cast.js';
import { scanOf } from './papers.js';
import type { Calculated, Cost, Project } from './project.js';
import { went, type Troupe } from './troupe.js';

export const PROJECT_GRANT = '事業補助金';

type BudgetForm = ReturnType<Page['form']>;

/** The officer applies for the project: the form, the 収支予算書 with own funds for the rest, the pledges. */
export async function applyForProject(troupe: Troupe, cast: CastOrganization, project: Project): Promise<void> {
  const application = await describeProject(troupe, cast, project);
  await finish(await troupe.as(cast.signInName), application, project);
}

/** Begins an application, writes what the project is, and leaves the rest for another evening; returns its address. */
export async function describeProject(troupe: Troupe, cast: CastOrganization, project: Project): Promise<string> {
  const application = await beginApplication(troupe, cast, PROJECT_GRANT);
  await writeSection(await troupe.as(cast.signInName), application, project);
  return application;
}

/** The application came as a paper: the clerk adds the scan and copies it, at pages like those of the officer. */
export async function enterProject(
  troupe: Troupe,
  clerk: string,
  cast: CastOrganization,
  project: Project,
  receivedOn: string,
): Promise<void> {
  const desk = await troupe.as(clerk);
  const form = went(await desk.get(troupe.path('staff/paper'))).form('入力を始める');
  const programVersionId = form.offered('programVersionId', `令和8年度 ${PROJECT_GRANT}`);
  const organizationId = form.offered('organizationId', cast.name);
  const begun = went(await form.fill({ programVersionId, organizationId, receivedOn }).submit());
  const application = begun.url.pathname;
  const original = went(await desk.get(`${application}/form/paper-original`)).form();
  went(await original.fill({ 'form[paper-scan]': await scanOf(cast.name, project.title) }).submit());
  await writeSection(desk, application, project);
  await finish(desk, application, project);
}

async function writeSection(writer: Visitor, application: string, project: Project): Promise<void> {
  const section = `${application}/form/project`;
  went(await describe(went(await writer.get(section)), project).submit());
  // The answer about the fee brings out the question how much it is.
  if (project.fee !== null) {
    const asked = went(await writer.get(section)).form();
    went(await asked.fill({ 'form[fee-each]': String(project.fee) }).submit());
  }
}

/** The 収支予算書, the pledges, and off it goes. */
export async function finish(
  writer: Visitor,
  application: string,
  project: Pick<Project, 'costs' | 'income'>,
): Promise<void> {
  await plan(went(await writer.get(`${application}/budget`)), project);
  const pledges = went(await writer.get(`${application}/form/pledges`)).form();
  for (const name of pledges.fields.filter((field) => field.startsWith('form['))) pledges.tickAll(name);
  went(await pledges.submit());
  const check = went(await writer.get(`${application}/check`));
  went(await check.form(`${application}/submission`).submit());
}

function describe(page: Page, project: Project): BudgetForm {
  const form = page.form();
  const days = form.fields.filter((name) => name.startsWith('form[schedule]') && name.endsWith('[day]'));
  const rows = project.schedule.flatMap(([day, what], index) => {
    const name = days[index] ?? '';
    return [
      [name, day],
      [name.replace(/\[day\]$/, '[what]'), what],
    ];
  });
  return form.fill({
    'form[title]': project.title,
    'form[field]': form.offered('form[field]', project.field),
    'form[purpose]': project.purpose,
    'form[content]': project.content,
    'form[period][from]': project.from,
    'form[period][until]': project.until,
    'form[place][name]': project.place,
    'form[place][address]': project.address,
    'form[people]': String(project.people),
    'form[fee]': project.fee === null ? 'no' : 'yes',
    ...(Object.fromEntries(rows) as Record<string, string>),
  });
}

/** Writes costs and income, reads on the page what is left to pay, and adds it as own funds. */
async function plan(page: Page, { costs, income }: Pick<Project, 'costs' | 'income'>): Promise<void> {
  const form = page.form();
  writeLines(form, 'expenditure', costs);
  writeLines(form, 'income', income);
  if (form.fields.includes('budget[tax-credit]')) form.fill({ 'budget[tax-credit]': 'none' });
  const counted = went(await form.submit('収入の部に行を足す'));
  const ownFunds = counted.texts('dd[data-figure=ownFunds]')[0]?.replace(/\D/g, '') ?? '';
  const balanced = counted.form();
  const own = blankLines(balanced, 'income')[0] ?? '';
  const category = balanced.offered(`${own}[category]`, '自己資金');
  const remark = '会費と繰越金から（見本）';
  balanced.fill({ [`${own}[category]`]: category, [`${own}[remark]`]: remark, [`${own}[amount]`]: ownFunds });
  went(await balanced.submit());
}

function writeLines(form: BudgetForm, side: 'income' | 'expenditure', lines: readonly (Calculated | Cost)[]): void {
  const blank = blankLines(form, side);
  for (const [index, line] of lines.entries()) {
    const at = blank[index] ?? '';
    form.fill({
      [`${at}[category]`]: form.offered(`${at}[category]`, line.category),
      [`${at}[remark]`]: line.remark,
      [`${at}[unitPrice]`]: line.each.toLocaleString('ja-JP'),
      [`${at}[quantity]`]: String(line.times),
      [`${at}[unit]`]: line.unit,
    });
    if ('eligible' in line && line.eligible) form.fill({ [`${at}[eligible]`]: line.eligible });
    if ('reason' in line && line.reason) form.fill({ [`${at}[reason]`]: line.reason });
  }
}

const blankLines = (form: BudgetForm, side: string): string[] =>
  form.fields
    .filter((name) => name.endsWith('[side]') && form.value(name) === side)
    .map((name) => name.slice(0, -'[side]'.length))
    .filter((line) => form.value(`${line}[category]`) === '');
