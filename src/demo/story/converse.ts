import type { Page } from '../visitor/page.js';
import type { CastOrganization } from './cast.js';
import type { Hall } from './decide.js';
import { went, type Troupe } from './troupe.js';

/** An officer writes to the staff in charge from the page of the application. */
export async function askStaff(
  troupe: Troupe,
  cast: CastOrganization,
  application: string,
  text: string,
): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const thread = went(await (await officer.get(application)).click('担当課に連絡する'));
  went(await thread.form('送る').fill({ text }).submit());
}

/** The clerk writes to the organisation about the application of which `sent` is a page. */
export async function writeToCommittee(troupe: Troupe, hall: Hall, sent: Page, text: string): Promise<void> {
  const clerk = await troupe.as(hall.clerk);
  const [id = ''] = /[0-9a-f-]{36}/.exec(sent.url.pathname) ?? [];
  const thread = went(await clerk.get(troupe.path(`staff/messages/${id}`)));
  went(await thread.form('送る').fill({ text }).submit());
}
