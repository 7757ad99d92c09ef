import { beforeEach, describe, expect, it } from '@jest/globals';

import { PaperTown } from '../../../test/support/builders/engine.js';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import type { Act } from './act.js';
import type { DraftState } from './draft.js';
import { awaitingReview } from './standing.js';

const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults[0]?.code ?? error.code;
  }
};

const FILE = { name: '別紙.pdf', sha256: 'f', size: 1, mediaType: 'application/pdf' };
const all = (town: PaperTown, ...people: string[]): void => {
  for (const person of people) town.approve(person);
};

describe('the acts of 決裁 in each state of a draft', () => {
  const stages: Readonly<Record<DraftState, (town: PaperTown) => void>> = {
    circulating: () => undefined,
    returned: (town) => void town.do('係長さん', { kind: 'send-back', to: 0, reason: '直してください', step: 1 }),
    approved: (town) => {
      all(town, '係長さん', '財政課長さん', '会計管理者さん', '課長さん', '部長さん');
    },
    rejected: (town) => void town.do('係長さん', { kind: 'reject', reason: '要件を欠くため', step: 1 }),
    withdrawn: (town) => {
      stages.returned(town);
      town.do('担当さん', { kind: 'withdraw', reason: '取り下げます' });
    },
  };
  const acts: Readonly<Record<string, readonly [string, (town: PaperTown) => Act]>> = {
    approve: ['係長さん', (town) => ({ kind: 'approve', shown: town.shown(), comment: '' })],
    'send-back': ['係長さん', () => ({ kind: 'send-back', to: 0, reason: '理由' })],
    reject: ['係長さん', (town) => ({ kind: 'reject', reason: '理由', step: town.step() })],
    'pull-back': ['担当さん', () => ({ kind: 'pull-back', reason: '' })],
    resubmit: ['担当さん', (town) => town.resubmission()],
    withdraw: ['担当さん', () => ({ kind: 'withdraw', reason: '理由' })],
    hold: ['担当さん', () => ({ kind: 'hold', itemIds: ['case0'], keepReservation: true, reason: '理由' })],
    attach: ['担当さん', () => ({ kind: 'attach', file: FILE, note: '追加' })],
    remark: ['部長さん', () => ({ kind: 'remark', comment: '意見' })],
    ask: ['係長さん', (town) => ({ kind: 'ask', of: 0, question: 'なぜ', step: town.step() })],
    read: ['監査委員さん', () => ({ kind: 'read' })],
  };
  /** What each act leads to, or the refusal. Rows are states. */
  const expected: Readonly<Record<DraftState, Readonly<Record<string, string>>>> = {
    circulating: {
      approve: 'circulating',
      'send-back': 'returned',
      reject: 'rejected',
      'pull-back': 'returned',
      resubmit: 'approvals.not-returned',
      withdraw: 'approvals.not-returned',
      hold: 'circulating',
      attach: 'circulating',
      remark: 'circulating',
      ask: 'circulating',
      read: 'approvals.nothing-to-read',
    },
    returned: {
      approve: 'approvals.is-returned',
      'send-back': 'approvals.is-returned',
      reject: 'approvals.is-returned',
      'pull-back': 'approvals.next-has-acted',
      resubmit: 'circulating',
      withdraw: 'withdrawn',
      hold: 'returned',
      attach: 'returned',
      remark: 'returned',
      ask: 'approvals.is-returned',
      read: 'approvals.nothing-to-read',
    },
    approved: {
      approve: 'approved',
      'send-back': 'approvals.is-approved',
      reject: 'approvals.is-approved',
      'pull-back': 'approvals.next-has-acted',
      resubmit: 'approvals.not-returned',
      withdraw: 'approvals.not-returned',
      hold: 'approvals.not-possible',
      attach: 'approvals.not-possible',
      remark: 'approvals.not-possible',
      ask: 'approvals.is-approved',
      read: 'approved',
    },
    rejected: {
      approve: 'approvals.is-rejected',
      'send-back': 'approvals.is-rejected',
      reject: 'approvals.is-rejected',
      'pull-back': 'approvals.not-possible',
      resubmit: 'approvals.not-returned',
      withdraw: 'approvals.not-returned',
      hold: 'approvals.not-possible',
      attach: 'approvals.not-possible',
      remark: 'approvals.not-possible',
      ask: 'approvals.is-rejected',
      read: 'approvals.nothing-to-read',
    },
    withdrawn: {
      approve: 'approvals.is-withdrawn',
      'send-back': 'approvals.is-withdrawn',
      reject: 'approvals.is-withdrawn',
      'pull-back': 'approvals.next-has-acted',
      resubmit: 'approvals.not-returned',
      withdraw: 'approvals.not-returned',
      hold: 'approvals.not-possible',
      attach: 'approvals.not-possible',
      remark: 'approvals.not-possible',
      ask: 'approvals.is-withdrawn',
      read: 'approvals.nothing-to-read',
    },
  };
  const cells = Object.entries(expected).flatMap(([state, row]) =>
    Object.entries(row).map(([act, result]) => [state as DraftState, act, result] as const),
  );

  it.each(cells)('%s × %s → %s', (state, name, result) => {
    const town = new PaperTown();
    stages[state](town);
    expect(town.draft.state).toBe(state);
    const [person, actOf] = acts[name] ?? ['', () => ({ kind: 'read' })];
    const refusal = refusalOf(() => town.do(person, actOf(town)));
    expect(refusal === 'done' ? town.draft.state : refusal).toBe(result);
  });
});

describe('決裁 on its way', () => {
  let town: PaperTown;
  beforeEach(() => {
    town = new PaperTown();
  });
  const deputise = (person: string): Act & { kind: 'deputise' } => {
    expect(person).not.toBe('');
    return { kind: 'deputise', shown: town.shown(), comment: '代わって', step: town.step() };
  };

  it('asks the consulted posts at the same time, in any order, and goes on when both have answered', () => {
    all(town, '係長さん', '会計管理者さん');
    expect(town.draft.position).toBe(2);
    expect(refusalOf(() => town.approve('課長さん'))).toBe('approvals.not-your-turn');
    town.do('財政課長さん', { kind: 'differ', shown: town.shown(), comment: '財源に意見があります', step: 2 });
    expect(town.draft.position).toBe(3);
    expect(
      refusalOf(() => town.do('課長さん', { kind: 'differ', shown: town.shown(), comment: '意見', step: 3 })),
    ).toBe('approvals.only-consulted');
  });

  it('lets a case leave without touching what the others have, and not the last one', () => {
    all(town, '係長さん', '財政課長さん', '会計管理者さん');
    town.do('課長さん', { kind: 'hold', itemIds: ['case1'], keepReservation: true, reason: '書類が足りない' });
    expect(town.draft.position).toBe(3);
    expect(town.draft.items.map(({ running, reservationKept }) => [running, reservationKept])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
    expect(
      refusalOf(() =>
        town.do('課長さん', { kind: 'hold', itemIds: ['case0', 'case2'], keepReservation: false, reason: '全部' }),
      ),
    ).toBe('approvals.last-case');
    all(town, '課長さん', '部長さん');
    expect(town.draft.state).toBe('approved');
  });

  it('takes from a changed case its own approvals only', () => {
    all(town, '係長さん', '財政課長さん');
    town.now.set('case2', 'case2 v2');
    expect(refusalOf(() => town.approve('会計管理者さん'))).toBe('approvals.changed-since-drafted');
    expect(refusalOf(() => town.do('係長さん', { kind: 'recast', comment: '' }))).toBe('approvals.not-the-drafter');
    town.do('担当さん', { kind: 'recast', comment: '行政区数を訂正' });
    expect(town.draft.position).toBe(1);
    town.approve('係長さん', '変わった1件を確認');
    expect(town.draft.position).toBe(2);
    all(town, '財政課長さん', '会計管理者さん');
    expect(town.draft.position).toBe(3);
    expect(refusalOf(() => town.do('担当さん', { kind: 'recast', comment: '' }))).toBe('approvals.nothing-changed');
  });

  it('lets the named deputy act only while the superior is away, and has it looked at afterwards', () => {
    all(town, '係長さん', '財政課長さん', '会計管理者さん');
    expect(refusalOf(() => town.do('係長さん', deputise('係長さん')))).toBe('approvals.superior-present');
    town.absent.add('課長さん');
    expect(refusalOf(() => town.do('部長さん', deputise('部長さん')))).toBe('approvals.not-the-deputy');
    town.do('係長さん', deputise('係長さん'));
    const [done] = awaitingReview(town.draft);
    expect(done).toMatchObject({ postName: '課長', staffName: '係長さん', cover: 'absent', ownPostName: '係長' });
    all(town, '部長さん');
    const review: Act = { kind: 'review', actId: done?.id ?? '', comment: '了知した' };
    expect(refusalOf(() => town.do('係長さん', review))).toBe('approvals.nothing-to-review');
    town.do('課長さん', review);
    expect(town.draft.state).toBe('approved');
    expect(awaitingReview(town.draft)).toEqual([]);
    expect(refusalOf(() => town.do('課長さん', review))).toBe('approvals.nothing-to-review');
  });

  it.each(['important', 'unusual', 'new'] as const)('bars 代決 of what is marked %s', (mark) => {
    town = new PaperTown({ marks: [mark] });
    all(town, '係長さん', '財政課長さん', '会計管理者さん');
    town.absent.add('課長さん');
    expect(refusalOf(() => town.do('係長さん', deputise('係長さん')))).toBe('approvals.deputy-barred');
  });

  it('follows the town’s rule for a vacant post: the next one above, the deputy, or nobody', () => {
    town.holders.set('係長', []);
    all(town, '財政課長さん', '会計管理者さん');
    expect(town.draft.acts.map(({ postName, cover }) => [postName, cover])).toEqual([
      ['係長', 'passed'],
      ['財政課長', null],
      ['会計管理者', null],
    ]);
    town.approve('課長さん');
    town.holders.set('部長', []);
    town.do('課長さん', deputise('課長さん'));
    expect(town.draft).toMatchObject({ state: 'approved' });
    expect(town.draft.acts.at(-1)).toMatchObject({ postName: '部長', cover: 'vacant' });
    expect(awaitingReview(town.draft)).toEqual([]);
  });

  it('passes over who is tied, and lets whom the rule names sign where the decider is', () => {
    town.tied.add('係長さん');
    expect(refusalOf(() => town.approve('係長さん'))).toBe('approvals.tied');
    all(town, '財政課長さん', '会計管理者さん', '課長さん');
    town.tied.add('部長さん');
    town.do('課長さん', deputise('課長さん'));
    expect(town.draft.acts.at(-1)).toMatchObject({ postName: '部長', staffName: '課長さん', cover: 'tied' });
  });

  it('is not decided before earlier posts have seen a paper that came later', () => {
    all(town, '係長さん', '財政課長さん', '会計管理者さん', '課長さん');
    town.do('担当さん', { kind: 'attach', file: FILE, note: '見積書を追加' });
    const paper = town.draft.attachments[0]?.actId ?? '';
    expect(refusalOf(() => town.approve('部長さん'))).toBe('approvals.acknowledgement-missing');
    for (const person of ['係長さん', '財政課長さん', '会計管理者さん', '課長さん']) {
      town.do(person, { kind: 'acknowledge', actId: paper });
    }
    expect(refusalOf(() => town.do('課長さん', { kind: 'acknowledge', actId: paper }))).toBe(
      'approvals.nothing-to-acknowledge',
    );
    expect(town.approve('部長さん').state).toBe('approved');
  });

  it('puts a question to the drafter or an earlier post, who answers it once', () => {
    town.approve('係長さん');
    town.do('財政課長さん', { kind: 'ask', of: 1, question: '対象経費は', step: 2 });
    const question = town.draft.acts.at(-1)?.id ?? '';
    const answer: Act = { kind: 'answer', actId: question, answer: '別紙のとおり' };
    expect(refusalOf(() => town.do('担当さん', answer))).toBe('approvals.not-asked');
    town.do('係長さん', answer);
    expect(refusalOf(() => town.do('係長さん', answer))).toBe('approvals.question-answered');
    expect(refusalOf(() => town.do('財政課長さん', { kind: 'ask', of: 3, question: '先へ', step: 2 }))).toBe(
      'approvals.ask-target-missing',
    );
  });

  it('may be carried round when it is urgent: any order, the decider last', () => {
    town = new PaperTown({ carried: true });
    all(town, '課長さん', '会計管理者さん');
    expect(refusalOf(() => town.approve('部長さん'))).toBe('approvals.not-your-turn');
    all(town, '係長さん', '財政課長さん', '部長さん');
    expect(town.draft.state).toBe('approved');
  });

  it('goes on with the successor of a post that was abolished, by a recorded act', () => {
    all(town, '係長さん', '財政課長さん', '会計管理者さん', '課長さん');
    const to = { id: '新部長', name: '新部長', side: 'ordering', mayDecide: true } as const;
    const mapping: Act = { kind: 'map', fromPostId: '部長', to, reason: '組織改編' };
    expect(refusalOf(() => town.do('管理者さん', mapping))).toBe('approvals.post-still-held');
    town.abolished.add('部長');
    expect(refusalOf(() => town.do('課長さん', mapping))).toBe('common.forbidden');
    const clerk = { id: '担当', name: '担当', side: 'ordering', mayDecide: false } as const;
    expect(refusalOf(() => town.do('管理者さん', { ...mapping, to: clerk }))).toBe('approvals.successor-unfit');
    town.do('管理者さん', mapping);
    expect(town.draft.acts.at(-1)).toMatchObject({ kind: 'mapped', comment: '部長から新部長へ振り替え。組織改編' });
    expect(town.approve('新部長さん').state).toBe('approved');
  });

  it('takes what was sealed on paper as one entry: every post, by who holds it, on the day of the paper', () => {
    town.approve('係長さん');
    const seals = town.draft.steps
      .filter(({ role, actId }) => role !== 'inform' && actId === null)
      .map(({ ordinal, postId }) => ({ ordinal, staffId: `${postId}さん`, name: `${postId}さん`, asDeputy: false }));
    const sealing: Act = { kind: 'seal', shown: town.shown(), seals, decidedOn: localDate('2026-04-01'), scan: FILE };
    const by = (act: Act): string => refusalOf(() => town.do('担当さん', act));
    expect(by({ ...sealing, decidedOn: localDate('2026-04-02') })).toBe('approvals.sealed-day-out-of-range');
    expect(by({ ...sealing, seals: seals.slice(1) })).toBe('approvals.seal-missing');
    expect(by({ ...sealing, seals: seals.map((one) => ({ ...one, staffId: '担当さん' })) })).toBe(
      'approvals.seal-missing',
    );
    expect(refusalOf(() => town.do('部長さん', sealing))).toBe('common.forbidden');
    expect(by(sealing)).toBe('done');
    expect(town.draft).toMatchObject({ state: 'approved', decidedOn: '2026-04-01' });
    expect(town.draft.attachments).toHaveLength(1);
  });
});
