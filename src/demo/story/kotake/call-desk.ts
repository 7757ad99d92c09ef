import type { Page } from '../../visitor/page.js';
import { went, type Troupe } from '../troupe.js';

const CALL = '企画提案';
const PROPOSAL = /\/staff\/proposals\/received\/[0-9a-f-]{36}$/;

/** The page of the town's call at the clerk's desk. */
export async function callOf(troupe: Troupe, clerk: string): Promise<Page> {
  const calls = went(await (await troupe.as(clerk)).get(troupe.path('staff/proposals')));
  return went(await calls.click(CALL));
}

/** Where each proposal that came in stands at the clerk's desk, by its title. */
export async function receivedOf(troupe: Troupe, clerk: string): Promise<ReadonlyMap<string, string>> {
  const call = await callOf(troupe, clerk);
  const list = went(await (await troupe.as(clerk)).get(`${call.url.pathname}/received`));
  const links = list
    .$('main a[href]')
    .toArray()
    .map((link) => list.$(link))
    .filter((link) => PROPOSAL.test(link.attr('href') ?? ''));
  return new Map(links.map((link) => [link.text().trim(), link.attr('href') ?? '']));
}

/** The clerk's page of the proposal with this title. */
export async function openProposal(troupe: Troupe, clerk: string, title: string): Promise<Page> {
  const path = (await receivedOf(troupe, clerk)).get(title);
  if (path === undefined) throw new Error(`nobody proposed 「${title}」`);
  return went(await (await troupe.as(clerk)).get(path));
}
