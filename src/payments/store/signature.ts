import type { Transaction } from '../../platform/database/index.js';

/** Who acts, as it is written into the history of an order. */
export const signatureOf = ({
  actor,
}: Transaction): { readonly staffId: string | null; readonly actorName: string; readonly postNames: string } => ({
  staffId: actor.kind === 'staff' ? actor.staffId : null,
  actorName: actor.name,
  postNames: actor.kind === 'staff' ? actor.posts.map((post) => post.name).join('・') : '',
});
