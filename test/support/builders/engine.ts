import { randomUUID } from 'node:crypto';

import type { Duty, HeldPost, Side } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Act, Moment } from '../../../src/approvals/domain/act.js';
import type { Draft, DraftItem, StepRole } from '../../../src/approvals/domain/draft.js';
import type { HallPost } from '../../../src/approvals/domain/hall.js';
import { play } from '../../../src/approvals/domain/play.js';
import { fixRoute } from '../../../src/approvals/domain/route.js';

/** The posts of the paper town: post, its section's side, what it may do, its role on the route, who acts for it. */
const POSTS: readonly (readonly [string, Side, readonly Duty[], StepRole | null, string | null])[] = [
  ['担当', 'ordering', ['promotion'], null, null],
  ['係長', 'ordering', ['approve'], 'approve', null],
  ['財政課長', 'ordering', ['approve'], 'consult', null],
  ['会計管理者', 'treasury', ['treasury-decide'], 'consult', null],
  ['課長', 'ordering', ['approve'], 'approve', '係長'],
  ['部長', 'ordering', ['approve'], 'approve', '課長'],
  ['新部長', 'ordering', ['approve'], null, null],
  ['監査委員', 'audit', ['audit'], 'inform', null],
  ['管理者', 'ordering', ['administer'], null, null],
];

const TODAY = localDate('2026-04-01');

/** A draft on a table without a database: everything outside the draft can be turned by the test. */
export class PaperTown {
  draft: Draft;
  readonly holders = new Map<string, string[]>(POSTS.map(([post]) => [post, [`${post}さん`]]));
  readonly absent = new Set<string>();
  readonly tied = new Set<string>();
  readonly abolished = new Set<string>();
  readonly whenVacant = new Map<string, HallPost['whenVacant']>([
    ['係長', 'above'],
    ['課長', 'deputy'],
    ['部長', 'deputy'],
  ]);
  /** How each case stands now, by item. */
  readonly now = new Map<string, string>();
  private minute = 0;

  constructor({ cases = 3, carried = false, marks = [] as Draft['marks'] } = {}) {
    const items = Array.from({ length: cases }, (_, index): DraftItem => {
      const id = `case${String(index)}`;
      this.now.set(id, `${id} v1`);
      return {
        id,
        ordinal: index + 1,
        subjectKind: 'test',
        subjectId: id,
        organizationId: null,
        title: id,
        amount: yen(600_000),
        digest: `${id} v1`,
        running: true,
        leftActId: null,
        reservationKept: false,
      };
    });
    this.draft = {
      id: 'draft',
      number: 'R8-起案-0001',
      kind: 'test',
      title: '件名',
      reason: '理由',
      state: 'circulating',
      round: 1,
      position: 1,
      drafter: { staffId: '担当さん', name: '担当さん', postId: '担当', postName: '担当' },
      marks,
      carried,
      citesDraftId: null,
      draftedOn: TODAY,
      decidedOn: null,
      waitingSince: new Date('2026-04-01T00:00:00Z'),
      authorityBasis: '専決規程',
      authorityAmount: yen(600_000),
      steps: this.route(carried),
      items,
      acts: [],
      attachments: [],
    };
  }

  route(carried = false): Draft['steps'] {
    const posts = POSTS.flatMap(([postId, side, , role]) =>
      role ? [{ postId, postName: postId, side, role, holders: [{ staffId: `${postId}さん`, name: postId }] }] : [],
    );
    return fixRoute(posts, new Set(), { carried });
  }

  moment(person: string): Moment {
    const posts = POSTS.filter(([post]) => this.holders.get(post)?.includes(person)).map(
      ([id, side, duties]): HeldPost => ({ id, name: id, section: '課', side, duties }),
    );
    this.minute += 1;
    return {
      by: { staffId: person, name: person, posts },
      hall: {
        absentIds: this.absent,
        posts: new Map(
          POSTS.map(([id, , , , deputyPostId]) => [
            id,
            {
              id,
              holderIds: this.holders.get(id) ?? [],
              whenVacant: this.whenVacant.get(id) ?? 'refuse',
              deputyPostId,
              abolished: this.abolished.has(id),
            },
          ]),
        ),
      },
      cases: this.draft.items
        .filter(({ leftActId }) => leftActId === null)
        .map(({ id, title, digest, amount }) => ({
          itemId: id,
          title,
          amount,
          draftedDigest: digest,
          digest: this.now.get(id) ?? '',
          organizationName: '見本校区',
          tiedStaffIds: [...this.tied],
        })),
      now: new Date(Date.UTC(2026, 3, 1, 0, this.minute)),
      today: TODAY,
      newId: randomUUID,
    };
  }

  /** Plays the act and keeps what came of it. */
  do(person: string, act: Act): Draft {
    this.draft = play(this.draft, act, this.moment(person));
    return this.draft;
  }

  /** What the page would show this moment. */
  shown(): Record<string, string> {
    return Object.fromEntries(this.moment('誰か').cases.map(({ itemId, digest }) => [itemId, digest]));
  }

  step(): number {
    return this.draft.position ?? 0;
  }

  approve(person: string, comment = ''): Draft {
    return this.do(person, { kind: 'approve', shown: this.shown(), comment, step: this.step() });
  }

  resubmission(): Act {
    const { title, reason, marks, carried, citesDraftId, authorityBasis, authorityAmount } = this.draft;
    const items = this.moment('担当さん').cases.map(({ itemId: id, digest, amount }) => ({
      id,
      digest,
      amount,
      title: id,
    }));
    return {
      kind: 'resubmit',
      comment: '直しました',
      resubmission: {
        title,
        reason,
        marks,
        carried,
        citesDraftId,
        items,
        steps: this.route(carried),
        authorityBasis,
        authorityAmount,
      },
    };
  }
}
