import type { Page } from '../../visitor/page.js';
import type { Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';
import { receivedOf, YEARS_CALL } from './call-desk.js';

const TOLD = '知らせたことを記録する';

/** Proposers whom no mail reaches are told by telephone of all that they should hear by then; the clerk writes it down. */
export async function tellProposers(
  troupe: Troupe,
  { clerk }: Pick<Hall, 'clerk'>,
  toldOn: string,
  titles: readonly string[],
  call = YEARS_CALL,
): Promise<void> {
  const desk = await troupe.as(clerk);
  for (const [title, path] of await receivedOf(troupe, clerk, call)) {
    if (!titles.includes(title)) continue;
    // The page asks for one matter after the other.
    let page = went(await desk.get(path));
    while (asksForTelephone(page)) page = went(await page.form(TOLD).fill({ how: 'phone', toldOn }).submit(TOLD));
  }
}

/** Where a mail can go out, it goes by itself. */
function asksForTelephone(page: Page): boolean {
  const ways = page.$('form[action$="/telling"] input[name="how"]');
  return ways.length > 0 && ways.filter('[value="mail"]').length === 0;
}
