import type { Page } from '../../visitor/page.js';
import { went, type Troupe } from '../troupe.js';

/** The town's call of the year. */
export const YEARS_CALL = '令和8年度 協働のまちづくり事業企画提案（見本）';
const PROPOSAL = /\/staff\/proposals\/received\/[0-9a-f-]{36}$/;

/** The page of a call at the clerk's desk. */
export async function callOf(troupe: Troupe, clerk: string, call = YEARS_CALL): Promise<Page> {
  const calls = went(await (await troupe.as(clerk)).get(troupe.path('staff/proposals')));
  return went(await calls.click(call));
}

/** Where each proposal that came in stands at the clerk's desk, by its title. */
export async function receivedOf(
  troupe: Troupe,
  clerk: string,
  call = YEARS_CALL,
): Promise<ReadonlyMap<string, string>> {
  const page = await callOf(troupe, clerk, call);
  const list = went(await (await troupe.as(clerk)).get(`${page.url.pathname}/received`));
  const links = list
    .$('main a[href]')
    .toArray()
    .map((link) => list.$(link))
    .filter((link) => PROPOSAL.test(link.attr('href') ?? ''));
  return new Map(links.map((link) => [link.text().trim(), link.attr('href') ?? '']));
}

/** The clerk's page of the proposal with this title. */
export async function openProposal(troupe: Troupe, clerk: string, title: string, call = YEARS_CALL): Promise<Page> {
  const path = (await receivedOf(troupe, clerk, call)).get(title);
  if (path === undefined) throw new Error(`nobody proposed 「${title}」`);
  return went(await (await troupe.as(clerk)).get(path));
}
