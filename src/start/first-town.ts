import type { Type } from '@nestjs/common';
import type { IssuedCode } from '../identity/index.js';
import { systemActor, type SystemActor } from '../kernel/actor.js';
import { Municipalities } from '../municipalities/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { AddStaffMember, AssignPost, CreatePost, InviteStaff, ViewStaff } from '../staff/index.js';
import type { TownFile } from './town-file.js';

interface Providers {
  get<T>(token: Type<T>): T;
}

const POST = 'システム管理者';

/**
 * Opens a town, or brings its letterhead, sections and bank up to date. The administrator gets a printed code until
 * the account is there; everything else (people, posts, 専決規程, budget, programmes) is entered on the pages.
 */
export async function openTown(providers: Providers, { town, administrator }: TownFile): Promise<IssuedCode | null> {
  const actor = systemActor(town.id, '初期設定');
  await providers.get(UnitOfWork).run(actor, (tx) => providers.get(Municipalities).open(tx, town));
  const { members } = await providers.get(ViewStaff).execute(actor);
  const known = members.find(({ name }) => name === administrator.name);
  if (known?.account) return null;
  const staffId = known?.id ?? (await providers.get(AddStaffMember).execute(actor, administrator)).staffId;
  await givePost(providers, actor, staffId, administrator.section);
  return providers.get(InviteStaff).execute(actor, { staffId });
}

async function givePost(providers: Providers, actor: SystemActor, staffId: string, sectionName: string): Promise<void> {
  const { posts, holdings, sections, today } = await providers.get(ViewStaff).execute(actor);
  const section = sections.find(({ name }) => name === sectionName);
  if (!section) throw new Error(`the town has no section ${sectionName}`);
  const postId =
    posts.find(({ name }) => name === POST)?.id ??
    (
      await providers.get(CreatePost).execute(actor, {
        ...{ name: POST, sectionId: section.id, side: 'ordering', duties: ['administer'] },
        ...{ rank: 10, whenVacant: 'above' },
      })
    ).postId;
  if (holdings.some((holding) => holding.postId === postId && holding.staffId === staffId)) return;
  await providers.get(AssignPost).execute(actor, { staffId, postId, kind: 'holder', fromOn: today, untilOn: null });
}
