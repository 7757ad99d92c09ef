import { PROJECT_GRANT } from '../apply-project.js';
import type { CastOrganization } from '../cast.js';
import { approve, untilDrawn, type Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';
import { rowsOf } from './tables.js';

/** What was bought with a grant, and why it is given up before its restriction ends. */
export interface Disposal {
  /** As its receipt says. */
  readonly item: string;
  readonly keptAt: string;
  readonly plannedOn: string;
  readonly reason: string;
}

/** 備品台帳 and 財産処分: the officer enters what the receipt says, applies for scrapping it, and the town answers by a letter. */
export async function scrap(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { item, keptAt, plannedOn, reason }: Disposal,
): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const grant = went(await went(await officer.get(troupe.path('committee/grants'))).click(PROJECT_GRANT));
  const candidates = went(await officer.get(`${grant.url.pathname}/properties`));
  const entry = rowsOf(candidates, item).flatMap((row) => row.href(/properties\/new/) ?? [])[0] ?? '';
  const form = went(await officer.get(entry)).form('備品台帳に載せる');
  const kept = went(await form.fill({ quantity: '1', keptAt, category: 'テント・集会用具' }).submit());
  const application = went(await kept.click('処分を申請する')).form('この内容で申請する');
  went(await application.fill({ kind: 'scrap', plannedOn, proceeds: '0', reason }).submit());

  const desk = await troupe.as(hall.clerk);
  const review = went(await went(await desk.get(troupe.path('staff/properties'))).click(`${item}の廃棄`));
  await approve(troupe, hall, went(await review.form('起案する').submit('起案する')));
  const decided = went(await desk.get(review.url.pathname));
  await untilDrawn(troupe, hall, went(await decided.form('通知書を施行する').submit('通知書を施行する')));
}
