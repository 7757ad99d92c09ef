import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PaperTown } from '../../../test/support/builders/engine.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Act } from './act.js';
import type { Draft, DraftAct } from './draft.js';

const PEOPLE = [
  '担当さん',
  '係長さん',
  '財政課長さん',
  '会計管理者さん',
  '課長さん',
  '部長さん',
  '監査委員さん',
  '管理者さん',
];
const POSTS = ['係長', '財政課長', '会計管理者', '課長', '部長'];
const FILE = { name: '別紙.pdf', sha256: 'f', size: 1, mediaType: 'application/pdf' };

/** Of the histories that are drawn the same each time. */
const SEED = 2026;

type Turn = readonly [number, number, number, number];

/** One turn of chance: the world changes, or somebody tries something. */
function turn(town: PaperTown, [what, who, where, choice]: Turn, said: string[]): void {
  const person = PEOPLE[who % PEOPLE.length] ?? '';
  const post = POSTS[where % POSTS.length] ?? '';
  const caseId = `case${String(choice % 3)}`;
  const flip = (set: Set<string>, member: string): void => void (set.delete(member) || set.add(member));
  const worldly = [
    () => void town.now.set(caseId, `${caseId} v${String(1 + (where % 2))}`),
    () => {
      flip(town.absent, `${post}さん`);
    },
    () => {
      flip(town.tied, `${post}さん`);
    },
    () =>
      void town.holders.set(
        post,
        [[], [`${post}さん`], [`${post}さん`, person], ['担当さん', '係長さん']][choice % 4] ?? [],
      ),
  ];
  if (what < worldly.length) {
    worldly[what]?.();
    return;
  }
  const comment = `${person}の言葉${String(said.length)}`;
  const [act, due] = actOf(town, what - worldly.length, where, choice, comment);
  const hand = due ?? person;
  const before = town.draft;
  try {
    town.do(hand, act);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return;
  }
  if (town.draft === before) return;
  if (!['read', 'acknowledge', 'resubmit'].includes(act.kind)) said.push(comment);
  prove(town, before, hand);
}

/** An act, and who is to try it where chance alone would hardly find the person. */
function actOf(town: PaperTown, what: number, where: number, choice: number, comment: string): [Act, string?] {
  const shown = town.shown();
  const step = town.step();
  const told = (kind: string): DraftAct | undefined =>
    town.draft.acts.filter((act) => act.kind === kind).at(-1 - (choice % 2));
  const waiting = town.draft.steps.find(({ position, actId }) => position === step && actId === null)?.postId ?? '';
  const covered = town.draft.acts.findLast(({ cover }) => cover === 'absent');
  const successor = { id: '新部長', name: '新部長', side: 'ordering', mayDecide: true } as const;
  const acts: readonly (() => [Act, string?])[] = [
    () => [{ kind: 'approve', shown, comment, step }, `${waiting}さん`],
    () => [{ kind: 'approve', shown, comment, step }, `${waiting}さん`],
    () => [{ kind: 'approve', shown, comment, step }],
    () => [{ kind: 'approve', shown: choice % 2 ? shown : {}, comment }],
    () => [{ kind: 'differ', shown, comment, step }],
    () => [{ kind: 'deputise', shown, comment, step }],
    () => [{ kind: 'deputise', shown, comment, step }, waiting === '部長' ? '課長さん' : '係長さん'],
    () => [{ kind: 'send-back', to: where % 4, reason: comment }],
    () => [{ kind: 'reject', reason: comment, step }],
    () => [{ kind: 'pull-back', reason: comment }],
    () => [town.resubmission()],
    () => [town.resubmission(), '担当さん'],
    () => [{ kind: 'withdraw', reason: comment }, '担当さん'],
    () => [{ kind: 'hold', itemIds: [`case${String(choice % 3)}`], keepReservation: choice > 2, reason: comment }],
    () => [{ kind: 'recast', comment }, '担当さん'],
    () => [{ kind: 'remark', comment }],
    () => [{ kind: 'ask', of: where % 3, question: comment, step }, `${waiting}さん`],
    () => [{ kind: 'answer', actId: told('asked')?.id ?? '', answer: comment }],
    () => [{ kind: 'attach', file: FILE, note: comment }, '担当さん'],
    () => [{ kind: 'acknowledge', actId: told('attached')?.id ?? '' }],
    () => [{ kind: 'review', actId: covered?.id ?? '', comment }, `${covered?.postId ?? ''}さん`],
    () => [{ kind: 'read' }],
    () => [{ kind: 'map', fromPostId: '部長', to: successor, reason: comment }, '管理者さん'],
  ];
  return acts[what % acts.length]?.() ?? [{ kind: 'read' }];
}

/** What must hold after every act, told without the engine's own notions. */
function prove(town: PaperTown, before: Draft, person: string): void {
  const { draft } = town;
  const kept = <T>(then: readonly T[], now: readonly T[]): boolean => then.every((one, index) => now[index] === one);
  expect(kept(before.acts, draft.acts) && kept(before.attachments, draft.attachments)).toBe(true);
  expect(['circulating', 'returned']).toContain(before.state === draft.state ? 'circulating' : before.state);
  for (const act of draft.acts.slice(before.acts.length)) {
    expect(act.staffId).toBe(person);
    if (act.kind !== 'approved' && act.kind !== 'differed') continue;
    expect(act.staffId).not.toBe(draft.drafter.staffId);
    expect(town.tied.has(act.staffId)).toBe(false);
    const eligible = (town.holders.get(act.postId) ?? []).filter(
      (id) => id !== draft.drafter.staffId && !town.tied.has(id),
    );
    if (act.cover === null) expect(town.holders.get(act.postId)).toContain(person);
    else if (act.cover === 'absent') expect(eligible.every((id) => town.absent.has(id))).toBe(true);
    else expect(eligible).toEqual([]);
    if (act.cover === 'absent' || act.cover === 'vacant') expect(draft.marks).toEqual([]);
  }
  if (draft.state === 'approved' && before.state !== 'approved') proveDecided(town);
}

function proveDecided({ draft, now }: PaperTown): void {
  const round = draft.acts.filter((act) => act.round === draft.round);
  const asked = draft.steps.filter(({ role }) => role !== 'inform');
  expect(asked.map(({ postId }) => postId.replace('新', '')).sort()).toEqual([...POSTS].sort());
  for (const item of draft.items.filter(({ leftActId }) => leftActId === null)) {
    expect(item.digest).toBe(now.get(item.id));
    for (const step of asked) {
      const undone = round.findLastIndex(
        ({ kind, returnedTo }) => kind === 'sent-back' && (returnedTo ?? 0) <= step.position,
      );
      const standing = round.findIndex(
        (act, index) =>
          index > undone &&
          (act.kind === 'approved' || act.kind === 'differed') &&
          act.postId === step.postId &&
          act.items.some(({ itemId, digest }) => itemId === item.id && digest === item.digest),
      );
      expect(standing).toBeGreaterThan(undone);
      const last = round.findLastIndex(
        (act) => act.kind !== 'asked' && act.postId === step.postId && act.position === step.position,
      );
      for (const [index, paper] of round.entries()) {
        if (paper.kind === 'attached') expect(last > index || standing > index).toBe(true);
      }
    }
  }
}

describe('thousands of random histories', () => {
  const turns = fc.array(fc.tuple(fc.nat(26), fc.nat(7), fc.nat(4), fc.nat(5)), { minLength: 5, maxLength: 40 });
  const options = fc.record({
    cases: fc.constantFrom(1, 3),
    carried: fc.boolean(),
    walked: fc.nat(4),
    marks: fc.constantFrom<Draft['marks']>([], [], ['important']),
  });
  const histories = fc.tuple(options, turns);
  type History = typeof histories extends fc.Arbitrary<infer Drawn> ? Drawn : never;

  /** Plays one history to its end; what people said is in `said`. */
  const playOut = ([option, history]: History): { town: PaperTown; said: string[] } => {
    const town = new PaperTown(option);
    for (const post of POSTS.slice(0, option.walked)) town.approve(`${post}さん`);
    const said: string[] = [];
    for (const one of history) turn(town, one, said);
    // Then the town comes to its senses, and whoever's turn it is goes on as far as it goes.
    finish(town);
    return { town, said };
  };

  it('decide no case without its full route, let nobody approve what is theirs, and lose no remark', () => {
    fc.assert(
      fc.property(histories, (drawn) => {
        const { town, said } = playOut(drawn);
        const told = town.draft.acts.map(({ comment }) => comment).join('\n');
        expect(said.filter((words) => !told.includes(words))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('are about something: every act and way of an end comes about among as many that are drawn the same each time', () => {
    const seen = new Set<string>();
    for (const drawn of fc.sample(histories, { numRuns: 2_000, seed: SEED })) {
      const { draft } = playOut(drawn).town;
      for (const { kind, cover } of draft.acts) for (const what of [kind, cover ?? kind, draft.state]) seen.add(what);
    }
    const rare = [
      ...['approved', 'differed', 'rejected', 'held', 'recast', 'reviewed', 'mapped', 'absent', 'vacant', 'passed'],
      ...['tied', 'acknowledged', 'answered', 'withdrawn'],
    ];
    expect(rare.filter((what) => !seen.has(what))).toEqual([]);
  }, 60_000);
});

function finish(town: PaperTown): void {
  for (let tries = 0; tries < 2; tries += 1) {
    for (const person of PEOPLE) {
      const steps: Act[] = [
        town.resubmission(),
        ...town.draft.attachments.map(({ actId }): Act => ({ kind: 'acknowledge', actId })),
        { kind: 'approve', shown: town.shown(), comment: '' },
      ];
      for (const act of steps) {
        const before = town.draft;
        try {
          town.do(person, act);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          continue;
        }
        if (town.draft !== before) prove(town, before, person);
      }
    }
  }
}
