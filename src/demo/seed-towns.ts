import type { Type } from '@nestjs/common';
import { systemActor } from '../kernel/actor.js';
import { localDate } from '../kernel/local-date.js';
import { yen } from '../kernel/yen.js';
import { Accounts } from '../identity/index.js';
import { Municipalities, type Municipality } from '../municipalities/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import {
  AddStaffMember,
  AssignPost,
  CreatePost,
  DraftAuthorityTable,
  EditPost,
  PublishAuthorityTable,
} from '../staff/index.js';
import { DEMO_PASSWORD, DEMO_TOWNS, type TownDefinition } from './towns/index.js';

/** Anything that hands out providers: the application, or a test's house. */
export interface Providers {
  get<T>(token: Type<T>): T;
}

/** Long enough ago that every story may begin on any day since. */
const SINCE = localDate('2024-04-01');

/** Opens both towns with their people, posts, authority tables and accounts; a town that is open already is left alone. */
export async function seedTowns(providers: Providers): Promise<Municipality[]> {
  for (const town of DEMO_TOWNS) {
    if (!(await providers.get(Municipalities).bySlug(town.municipality.slug))) await openTown(providers, town);
  }
  return Promise.all(DEMO_TOWNS.map(({ municipality }) => providers.get(Municipalities).byId(municipality.id)));
}

async function openTown(providers: Providers, town: TownDefinition): Promise<void> {
  const actor = systemActor(town.municipality.id, '初期設定');
  const unitOfWork = providers.get(UnitOfWork);
  const municipalities = providers.get(Municipalities);
  const sections = await unitOfWork.run(actor, async (tx) => {
    await municipalities.open(tx, town.municipality);
    return municipalities.sections(tx);
  });

  const postIds = new Map<string, string>();
  for (const { section, deputy: _deputy, ...post } of town.posts) {
    const sectionId = idOf(new Map(sections.map(({ name, id }) => [name, id])), section);
    const command = { whenVacant: 'above' as const, ...post, sectionId };
    postIds.set(post.name, (await providers.get(CreatePost).execute(actor, command)).postId);
  }
  for (const { name, rank, whenVacant = 'above', deputy } of town.posts) {
    if (deputy === undefined) continue;
    const command = { id: idOf(postIds, name), rank, whenVacant, deputyPostId: idOf(postIds, deputy) };
    await providers.get(EditPost).execute(actor, command);
  }
  for (const { posts, signInName, ...person } of town.people) {
    const { staffId } = await providers.get(AddStaffMember).execute(actor, person);
    for (const post of posts) {
      const holding = { staffId, postId: idOf(postIds, post), kind: 'holder', fromOn: SINCE, untilOn: null } as const;
      await providers.get(AssignPost).execute(actor, holding);
    }
    const account = { partyKind: 'staff', partyId: staffId, signInName, password: DEMO_PASSWORD } as const;
    await unitOfWork.run(actor, (tx) =>
      providers.get(Accounts).createForParty(tx, { ...account, displayName: person.name }),
    );
  }
  const { tableId } = await providers.get(DraftAuthorityTable).execute(actor, {
    basis: town.authority.basis,
    validFrom: SINCE,
    rules: town.authority.rules.map(({ act, upTo, steps }) => ({
      act,
      upTo: upTo === null ? null : yen(upTo),
      steps: steps.map(({ post, role }) => ({ postId: idOf(postIds, post), role })),
    })),
  });
  await providers.get(PublishAuthorityTable).execute(actor, { tableId, version: 1 });
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the town's definition names ${name}, which it does not define`);
  return id;
}

export interface DemoAccount {
  readonly town: string;
  readonly path: string;
  readonly role: string;
  readonly signInName: string;
  readonly password: string;
}

/** Every staff account of the demonstration, for the lines printed at start. */
export const demoStaffAccounts = (): DemoAccount[] =>
  DEMO_TOWNS.flatMap(({ municipality, people }) =>
    people.map(({ posts, signInName }) => ({
      town: municipality.name,
      path: `/${municipality.slug}/sign-in`,
      role: posts.join('・'),
      signInName,
      password: DEMO_PASSWORD,
    })),
  );
