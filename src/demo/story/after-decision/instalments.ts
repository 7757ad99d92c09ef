import type { CastOrganization } from '../cast.js';
import { accept, confirmClaim, markPaid, order, releaseBatch } from '../pay.js';
import type { Scene } from '../scenes.js';
import { until, went, type Troupe } from '../troupe.js';

/** Each of these organisations confirms the 請求書 that waits for it, and the town pays what all of them claim. */
export async function claimAndRelease(
  troupe: Troupe,
  scene: Scene,
  claimants: readonly CastOrganization[],
): Promise<void> {
  for (const cast of claimants) await claimNext(troupe, cast);
  await order(troupe, scene.hall);
  await accept(troupe, scene.hall);
  await releaseBatch(troupe, scene.hall);
}

/** The 請求書 that waits for the officer; the worker may still be preparing it. */
export async function claimNext(troupe: Troupe, cast: CastOrganization): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  let waiting: string | undefined;
  await until(async () => {
    const list = went(await officer.get(troupe.path('committee/claims')));
    waiting = list.$('tr:contains("確認待ち") a[href*="/claims/"]').first().attr('href');
    return waiting !== undefined;
  }, `${cast.name} may claim`);
  await confirmClaim(cast, went(await officer.get(waiting ?? '')));
}

/** The bank has paid what it was sent: every batch that is out is marked so, on the day for which it was made. */
export async function markAllPaid(troupe: Troupe, { hall }: Scene): Promise<void> {
  for (const batch of await batchesOf(troupe, hall.treasurer)) {
    const page = went(await (await troupe.as(hall.treasurer)).get(batch));
    if (page.$(`form[action$="${batch}/payment"]`).length > 0) await markPaid(troupe, hall, batch);
  }
}

/** The pages of all batches, the newest first. */
export async function batchesOf(troupe: Troupe, treasurer: string): Promise<string[]> {
  const list = went(await (await troupe.as(treasurer)).get(troupe.path('treasury/batches')));
  return list
    .$('main a[href*="/treasury/batches/"]')
    .toArray()
    .map((link) => list.$(link).attr('href') ?? '');
}
