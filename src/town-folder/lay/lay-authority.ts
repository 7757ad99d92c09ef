import { isDeepStrictEqual } from 'node:util';
import { Authority, DraftAuthorityTable, PublishAuthorityTable, type AuthorityRule } from '../../staff/index.js';
import { AUTHORITY } from '../read/read-hall-tables.js';
import { staffOf } from './lay-hall.js';
import type { Laying } from './laying.js';

/**
 * 専決規程: the first table of a town is published, as nothing could be decided without one. Who decides what is never changed
 * by a file afterwards: another table waits as a draft for the administrator.
 */
export async function layAuthority(laying: Laying): Promise<void> {
  const { authority } = laying.folder;
  if (!authority || laying.book.faults.length > 0) return;
  const { posts, today } = await staffOf(laying);
  const idOf = new Map(posts.map(({ name, id }) => [name, id]));
  const rules = authority.rules.map(({ act, upTo, steps }): AuthorityRule => ({
    act,
    upTo,
    steps: steps.map(({ post, role }) => ({ postId: idOf.get(post) ?? '', role })),
  }));
  const known = await laying.read((tx) => laying.get(Authority).list(tx));
  const { basis } = authority;
  const isThere = known.some((table) => table.basis === basis && isDeepStrictEqual(table.rules, rules));
  if (isThere) return;
  const command = { basis, validFrom: authority.validFrom ?? today, rules };
  const place = (pointer: string): string => {
    const [, index] = /^rules\[(\d+)\]/.exec(pointer) ?? [];
    const line = index === undefined ? undefined : authority.rules[Number(index)]?.line;
    return line === undefined ? '' : `${String(line)}行目`;
  };
  try {
    const { tableId } = await laying.get(DraftAuthorityTable).execute(laying.actor, command);
    if (known.length > 0) return laying.left(AUTHORITY, basis, 'town-folder.left-authority-draft');
    await laying.get(PublishAuthorityTable).execute(laying.actor, { tableId, version: 1 });
    laying.made(AUTHORITY, basis);
  } catch (error) {
    laying.book.refused(AUTHORITY, '', error, place);
  }
}
