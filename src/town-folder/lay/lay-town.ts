import type { IssuedCode } from '../../identity/index.js';
import { systemActor } from '../../kernel/actor.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { InviteStaff, ViewStaff } from '../../staff/index.js';
import { TownFolderError } from '../faults.js';
import type { TownFolder } from '../town-folder.js';
import { layAuthority } from './lay-authority.js';
import { layMunicipality, layPeople, layPosts, layTexts } from './lay-hall.js';
import { layBudget, layDistricts, layPrograms } from './lay-programs.js';
import { layBulletins, layCalls, layRecords, layRetention, layVoices, layWords } from './lay-public-face.js';
import { Laying, SETUP, type Laid, type Providers } from './laying.js';

/** Each finds what those before it have laid. */
const STEPS = [
  ...[layTexts, layPosts, layPeople, layAuthority, layDistricts, layBudget, layPrograms, layCalls],
  ...[layWords, layBulletins, layRecords, layVoices, layRetention],
];

/** Thrown to take back what was laid for a look. */
class OnlyALook extends Error {}

/**
 * Lays a town into the database, or brings it up to date, in one transaction; with `check` it is all done and taken back.
 * Throws `TownFolderError` with everything that the stages refuse.
 */
export async function layTown(
  providers: Providers,
  folder: TownFolder,
  { check = false }: { readonly check?: boolean } = {},
): Promise<readonly Laid[]> {
  await refuseOtherAddress(providers, folder);
  const laying = new Laying(providers, folder);
  try {
    await providers.get(UnitOfWork).together(laying.actor, async () => {
      await layMunicipality(laying);
      laying.book.refuseWhenFaulty();
      for (const step of STEPS) await step(laying);
      laying.book.refuseWhenFaulty();
      if (check) throw new OnlyALook();
    });
  } catch (error) {
    if (!(error instanceof OnlyALook)) throw error;
  }
  return laying.laid;
}

/** A printed code with which the administrator opens an account; null once the account is there. */
export async function inviteAdministrator(
  providers: Providers,
  { town, administrator }: Pick<TownFolder, 'town' | 'administrator'>,
): Promise<IssuedCode | null> {
  const actor = systemActor(town.id, SETUP);
  const { members } = await providers.get(ViewStaff).execute(actor);
  const member = members.find(({ name }) => name === administrator.name);
  if (!member) throw new Error(`nobody is called ${administrator.name}`);
  return member.account ? null : providers.get(InviteStaff).execute(actor, { staffId: member.id });
}

/** An address belongs to one town, and a town keeps the one that its papers bear. */
async function refuseOtherAddress(providers: Providers, { town: { id, slug } }: TownFolder): Promise<void> {
  for (const town of await providers.get(Municipalities).all()) {
    const refuse = (code: string): never => {
      throw new TownFolderError([{ file: 'town.json', place: 'slug', code, params: { slug, name: town.name } }]);
    };
    if (town.slug === slug && town.id !== id) refuse('town-folder.slug-taken');
    if (town.id === id && town.slug !== slug) refuse('town-folder.slug-changed');
  }
}
