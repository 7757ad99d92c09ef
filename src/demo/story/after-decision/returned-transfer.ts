import type { CastAccount, CastOrganization } from '../cast.js';
import { approve } from '../decide.js';
import { accept, releaseBatch } from '../pay.js';
import { enterAccount } from '../register.js';
import type { Scene } from '../scenes.js';
import { lastPart, went, type Troupe } from '../troupe.js';

/** The bank gives the money back: the name of the account is another one since the treasurer changed. */
const GIVEN_BACK = { reason: '口座解約', detail: '', failedOn: '令和8年6月12日', returnedOn: '令和8年6月15日' };
const MENDED = '団体が口座の変更を届け出て、担当課の2人が通帳と照合した。（見本）';

/** 組戻: recorded, the account mended and confirmed by two, and sent once more under the same 支出命令. */
export async function payOnceMore(
  troupe: Troupe,
  scene: Scene,
  cast: CastOrganization,
  { batch, account, second }: { batch: string; account: CastAccount; second: string },
): Promise<void> {
  const checker = await troupe.as(scene.hall.checker);
  const paid = went(await checker.get(batch));
  const row = paid.$(`tr:contains("${cast.name}")`);
  const order = row.find('a[href*="/treasury/orders/"]').attr('href') ?? '';
  const failure = troupe.path(`treasury/failures/${order.split('/').at(-1) ?? ''}`);
  const telling = went(await checker.get(failure));
  went(await telling.form(failure).fill(GIVEN_BACK).submit());

  await changeAccount(troupe, scene, cast, { account, second });
  const mended = went(await checker.get(failure));
  went(await mended.form(`${failure}/resumption`).fill({ remark: MENDED }).submit());
  await accept(troupe, scene.hall);
  await releaseBatch(troupe, scene.hall);
}

/** The officer tells the new account with its passbook; two of the staff compare it, and the posts decide. */
async function changeAccount(
  troupe: Troupe,
  { hall }: Scene,
  cast: CastOrganization,
  { account, second }: { account: CastAccount; second: string },
): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const form = went(await officer.get(troupe.path('committee/organization/account/change')));
  await enterAccount(form, account, PASSBOOK_SEED, { reason: '会計の口座を移したため（見本）' });
  for (const clerk of [hall.clerk, second]) {
    const desk = await troupe.as(clerk);
    const organization = went(await went(await desk.get(troupe.path('staff/organizations'))).click(cast.name));
    const shown = went(await desk.get(troupe.path(`staff/organizations/${lastPart(organization)}/account`)));
    const confirmation = shown.$('form[action*="/confirmation"]').attr('action') ?? '';
    went(await shown.form(confirmation).submit());
  }
  await decideAccount(troupe, hall, cast);
}

/** 起案 of the change that both have confirmed, its posts, and the letter that tells the organisation. */
async function decideAccount(troupe: Troupe, hall: Scene['hall'], cast: CastOrganization): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const organization = went(await went(await desk.get(troupe.path('staff/organizations'))).click(cast.name));
  const account = troupe.path(`staff/organizations/${lastPart(organization)}/account`);
  const form = went(await went(await desk.get(account)).click('口座の変更を起案する'));
  await approve(troupe, hall, went(await form.form(form.url.pathname).submit()));
  const decided = went(await went(await desk.get(troupe.path('staff/changes'))).click('口座変更届'));
  went(await decided.form(`${decided.url.pathname}/letter`).submit());
}

/** Makes another picture than those of the registrations. */
const PASSBOOK_SEED = 101;
