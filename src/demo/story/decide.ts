import type { Page } from '../visitor/page.js';
import { OPERATING_GRANT, openApplication } from './apply.js';
import type { CastOrganization } from './cast.js';
import { until, went, type Troupe } from './troupe.js';

/** Who does what at the town hall, by sign-in name. */
export interface Hall {
  readonly clerk: string;
  /** The posts of the route, in order. */
  readonly approvers: readonly string[];
  readonly checker: string;
  readonly treasurer: string;
}

const REASON = '申請の内容を審査した結果、適当と認められるため。（見本）';

/** Answers every item of the checklist with yes, fills in what else `judged` finds on the page, and passes the application. */
export async function pass(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  program = OPERATING_GRANT,
  judged: (review: Page) => Record<string, string> = () => ({}),
): Promise<void> {
  const review = await openReview(troupe, hall, cast, program);
  const form = review.form().fill(judged(review));
  for (const name of form.fields.filter((field) => field.startsWith('answers['))) form.fill({ [name]: 'yes' });
  went(await form.submit('審査を終える'));
}

/** Returns the application with a point at the first answer, or at the question that is named. */
export async function returnWithPoint(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  point: string,
  { program, question }: { program: string; question: string } = { program: OPERATING_GRANT, question: '' },
): Promise<void> {
  const form = (await openReview(troupe, hall, cast, program)).form();
  const place = form.fields.find((name) => name.startsWith(`points[form][${question}`)) ?? '';
  went(await form.fill({ [place]: point }).submit('指摘を送って差し戻す'));
}

/** The officer mends the field that the point stands at, answers the point and submits again. */
export async function correct(
  troupe: Troupe,
  cast: CastOrganization,
  answer: string,
  { program, section, question } = { program: OPERATING_GRANT, section: 'plan', question: '' },
): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const application = (await openApplication(troupe, cast, program)).url.pathname;
  const form = went(await officer.get(`${application}/form/${section}`)).form();
  const mended = form.fields.find((name) => name.startsWith(`form[${question}`));
  if (mended) form.fill({ [mended]: `${form.value(mended) ?? ''}${answer}` });
  for (const name of form.fields.filter((field) => field.startsWith('pointAnswers['))) form.fill({ [name]: answer });
  went(await form.submit());
  const check = went(await officer.get(`${application}/check`));
  went(await check.form(`${application}/submission`).submit());
}

/** One draft for every application that has passed; each post of the route approves. */
export async function decide(troupe: Troupe, hall: Hall): Promise<void> {
  await approve(troupe, hall, await draftDecision(troupe, hall));
}

/** The same draft before anybody of its route has seen it. */
export async function draftDecision(troupe: Troupe, hall: Pick<Hall, 'clerk'>): Promise<Page> {
  const desk = await troupe.as(hall.clerk);
  const form = went(await desk.get(troupe.path('staff/grants'))).form(troupe.path('staff/grants/drafts'));
  return went(await form.tickAll('applicationIds[]').fill({ reason: REASON }).submit());
}

/** Opens the draft as each of the approvers and approves it for whose turn it is: not every route needs all of them. */
export async function approve(troupe: Troupe, hall: Hall, draft: Page): Promise<void> {
  for (const approver of hall.approvers) {
    const shown = went(await (await troupe.as(approver)).get(draft.url.pathname));
    const form = `${draft.url.pathname}/approval`;
    if (shown.$(`form[action$="${form}"]`).length > 0) went(await shown.form(form).submit());
  }
}

/** 施行 of every decided grant; returns the page on which the drawing can be watched. */
export async function issue(troupe: Troupe, hall: Hall): Promise<Page> {
  const desk = await troupe.as(hall.clerk);
  const form = went(await desk.get(troupe.path('staff/grants'))).form(troupe.path('staff/grants/letters'));
  return went(await form.tickAll('grantIds[]').submit());
}

/** Waits until the worker has drawn every letter: as long as something is to be drawn, a bar stands on the page. */
export async function untilDrawn(troupe: Troupe, hall: Hall, batch: Page): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  await until(async () => went(await desk.get(batch.url.pathname)).$('progress').length === 0, 'the letters are drawn');
}

async function openReview(troupe: Troupe, hall: Hall, cast: CastOrganization, program: string): Promise<Page> {
  const desk = await troupe.as(hall.clerk);
  return openCase(went(await desk.get(troupe.path('staff/queue'))), cast, program);
}

/** Follows the link in the row that names the organisation and the programme. */
export async function openCase(queue: Page, cast: CastOrganization, program: string): Promise<Page> {
  return went(
    await queue.clickTo((href) => {
      const row = queue.$(`a[href="${href}"]`).closest('tr').text();
      return /staff\/applications\/[0-9a-f-]{36}$/.test(href) && row.includes(cast.name) && row.includes(program);
    }),
  );
}
