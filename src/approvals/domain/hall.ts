import type { DraftStep, Draft } from './draft.js';
import type { CaseNow } from './shown-case.js';

/** A post as it is held on the day of an act. */
export interface HallPost {
  readonly id: string;
  /** Those in service who hold it. */
  readonly holderIds: readonly string[];
  readonly whenVacant: 'above' | 'deputy' | 'refuse';
  /** The post that 代決 for this one belongs to. */
  readonly deputyPostId: string | null;
  readonly abolished: boolean;
}

/** The town hall on the day of an act, as far as a draft needs it. */
export interface Hall {
  readonly posts: ReadonlyMap<string, HallPost>;
  /** 不在: recorded as away today. */
  readonly absentIds: ReadonlySet<string>;
}

/** Who may not approve anything of this draft: who drafted it, and who is tied to one of its organisations. */
export const excludedFrom = (draft: Pick<Draft, 'drafter'>, cases: readonly CaseNow[]): ReadonlySet<string> =>
  new Set([draft.drafter.staffId, ...cases.flatMap(({ tiedStaffIds }) => tiedStaffIds)]);

/** Who could act for a step today. */
export interface Occupation {
  readonly holderIds: readonly string[];
  readonly eligibleIds: readonly string[];
  readonly post: HallPost | undefined;
}

export function occupationOf(hall: Hall, step: Pick<DraftStep, 'postId'>, excluded: ReadonlySet<string>): Occupation {
  const post = hall.posts.get(step.postId);
  const holderIds = post?.holderIds ?? [];
  return { post, holderIds, eligibleIds: holderIds.filter((id) => !excluded.has(id)) };
}
