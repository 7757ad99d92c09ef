import { systemActor, type StaffActor } from '../../../src/kernel/actor.js';
import { seedTowns } from '../../../src/demo/seed-towns.js';
import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import { Accounts } from '../../../src/identity/index.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { StaffDirectory } from '../../../src/staff/index.js';
import type { House, Page, Visitor } from '../index.js';

export interface Towns {
  readonly ogori: Municipality;
  readonly kotake: Municipality;
}

/** Opens 小郡市 and 小竹町 with their invented staff, posts and authority tables. */
export async function openTowns(house: Pick<House, 'get'>): Promise<Towns> {
  const [ogori, kotake] = await seedTowns(house as never);
  if (!ogori || !kotake) throw new Error('the demonstration has two towns');
  return { ogori, kotake };
}

/** The person of this sign-in name as the use cases meet him: `staffActor(house, towns.ogori, 'kacho')`. */
export async function staffActor(
  house: Pick<House, 'get'>,
  town: Pick<Municipality, 'id' | 'name'>,
  signInName: string,
): Promise<StaffActor> {
  const actor = await house.get(UnitOfWork).read(systemActor(town.id, 'test'), async (tx) => {
    const account = (await house.get(Accounts).list(tx, 'staff')).find((each) => each.signInName === signInName);
    return account ? house.get(StaffDirectory).actorFor(tx, account) : null;
  });
  if (!actor) throw new Error(`${town.name} has no ${signInName}`);
  return actor;
}

/** Signs in through the page, as everybody does; the page that follows is the person's first. */
export async function signIn(
  visitor: Visitor,
  town: Pick<Municipality, 'slug'>,
  signInName: string,
  password = DEMO_PASSWORD,
): Promise<Page> {
  const page = await visitor.get(`/${town.slug}/sign-in`);
  return page.form('ログイン').fill({ signInName, password }).submit();
}
