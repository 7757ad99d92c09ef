import { isDeepStrictEqual } from 'node:util';
import { Municipalities } from '../../municipalities/index.js';
import { TownWordings, type Medium } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AddStaffMember, AssignPost, CreatePost, EditPost, ViewStaff, type StaffView } from '../../staff/index.js';
import { PEOPLE, POSTS } from '../read/read-hall-tables.js';
import type { FolderPost } from '../town-folder.js';
import type { Laying } from './laying.js';

const TOWN = 'town.json';
const ADMINISTRATOR_POST = 'システム管理者';

/** Letterhead, sections, bank: what the file says holds from now on. */
export async function layMunicipality(laying: Laying): Promise<void> {
  const { town } = laying.folder;
  await laying.attempt(TOWN, '', async () => {
    const municipalities = laying.get(Municipalities);
    const { before, sections } = await laying.get(UnitOfWork).run(laying.actor, async (tx) => {
      const known = await municipalities.perhapsOf(tx);
      const kept = await municipalities.sections(tx);
      await municipalities.open(tx, town);
      return { before: known, sections: { kept, now: await municipalities.sections(tx) } };
    });
    const { sections: _sections, ...letterhead } = town;
    if (before === null) laying.made(TOWN, town.name);
    else if (!isDeepStrictEqual(before, letterhead) || !isDeepStrictEqual(sections.kept, sections.now)) {
      laying.changed(TOWN, town.name);
    }
    for (const { name } of sections.now.filter(({ code }) => !town.sections.some((each) => each.code === code))) {
      laying.left(TOWN, name, 'town-folder.left-section');
    }
  });
}

/** The letters and mails that the town words itself; one that the folder no longer has is the house's again. */
export async function layTexts(laying: Laying): Promise<void> {
  const { letters, mails } = laying.folder;
  for (const [medium, texts] of [
    ['letters', letters],
    ['mails', mails],
  ] as const satisfies readonly (readonly [Medium, unknown])[]) {
    const { changed } = await laying.get(TownWordings).replace(laying.actor, medium, texts);
    for (const kind of changed) laying.changed(`${medium}/${kind}.md`, '');
  }
}

/** Posts that the town lacks. What a post has become since is left: it is changed at 管理の窓口. */
export async function layPosts(laying: Laying): Promise<void> {
  const staff = await staffOf(laying);
  const { posts } = laying.folder;
  const idOf = new Map(staff.posts.map(({ name, id }) => [name, id]));
  const added: FolderPost[] = [];
  for (const { section, deputy, ...post } of posts) {
    const known = staff.posts.find(({ name }) => name === post.name);
    const sectionId = sectionNamed(staff, section);
    if (known) {
      const deputyPostId = deputy === null ? null : (idOf.get(deputy) ?? null);
      const { id: _id, abolishedOn: _abolished, successorPostId: _successor, ...now } = known;
      if (!isDeepStrictEqual({ ...post, sectionId, deputyPostId }, now)) {
        laying.left(POSTS, post.name, 'town-folder.left-post');
      }
      continue;
    }
    const whenVacant = deputy === null ? post.whenVacant : 'above';
    const made = await laying.attempt(POSTS, post.name, () =>
      laying.get(CreatePost).execute(laying.actor, { ...post, whenVacant, sectionId }),
    );
    if (!made) continue;
    idOf.set(post.name, made.postId);
    added.push({ ...post, section, deputy });
    laying.made(POSTS, post.name);
  }
  for (const { name, rank, whenVacant, deputy } of added.filter((post) => post.deputy !== null)) {
    const [id, deputyPostId] = [idOf.get(name), idOf.get(deputy ?? '')];
    if (id === undefined || deputyPostId === undefined) continue;
    await laying.attempt(POSTS, name, () =>
      laying.get(EditPost).execute(laying.actor, { id, rank, whenVacant, deputyPostId }),
    );
  }
}

/** People whom the town does not know yet, in their posts; and the administrator, who must have a post that administers. */
export async function layPeople(laying: Laying): Promise<void> {
  const staff = await staffOf(laying);
  const { people, administrator } = laying.folder;
  for (const { posts, since, ...person } of people) {
    const known = staff.members.find(({ name }) => name === person.name);
    if (known) {
      const held = known.posts.map(({ postName }) => postName);
      if (!posts.every((post) => held.includes(post))) laying.left(PEOPLE, person.name, 'town-folder.left-person');
      continue;
    }
    await laying.attempt(PEOPLE, person.name, async () => {
      const { staffId } = await laying.get(AddStaffMember).execute(laying.actor, person);
      for (const name of posts) {
        const postId = staff.posts.find((post) => post.name === name)?.id;
        if (postId === undefined) continue;
        const holding = { staffId, postId, kind: 'holder', fromOn: since ?? staff.today, untilOn: null } as const;
        await laying.get(AssignPost).execute(laying.actor, holding);
      }
      laying.made(PEOPLE, person.name);
    });
  }
  await laying.attempt(TOWN, 'administrator', () => layAdministrator(laying, administrator));
}

async function layAdministrator(laying: Laying, person: Laying['folder']['administrator']): Promise<void> {
  const staff = await staffOf(laying);
  const known = staff.members.find(({ name }) => name === person.name);
  const administering = staff.posts.filter(({ duties }) => duties.includes('administer')).map(({ id }) => id);
  if (known?.posts.some(({ postId }) => administering.includes(postId))) return;
  const staffId = known?.id ?? (await laying.get(AddStaffMember).execute(laying.actor, person)).staffId;
  const postId =
    staff.posts.find(({ name }) => name === ADMINISTRATOR_POST)?.id ??
    (
      await laying.get(CreatePost).execute(laying.actor, {
        ...{ name: ADMINISTRATOR_POST, sectionId: sectionNamed(staff, person.section), side: 'ordering' },
        ...{ duties: ['administer'], rank: 10, whenVacant: 'above' },
      })
    ).postId;
  const holding = { staffId, postId, kind: 'holder', fromOn: staff.today, untilOn: null } as const;
  await laying.get(AssignPost).execute(laying.actor, holding);
  if (!known) laying.made(TOWN, person.name);
}

export const staffOf = (laying: Laying): Promise<StaffView> => laying.get(ViewStaff).execute(laying.actor);

export function sectionNamed({ sections }: Pick<StaffView, 'sections'>, name: string): string {
  const section = sections.find((each) => each.name === name);
  if (!section) throw new Error(`the town has no section ${name}`);
  return section.id;
}
