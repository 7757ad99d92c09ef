import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Applications, changesBetween } from '../../applications/index.js';
import {
  ApprovalSubjects,
  type ApprovalSubject,
  type PresentedChange,
  type PresentedSubject,
} from '../../approvals/index.js';
import { BudgetLedger, standingOf } from '../../budgets/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen, maxYen, ZERO_YEN } from '../../kernel/yen.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CHANGE_KINDS, changeMachine, changeTitle, type ChangeKind } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { ChangeEffects } from './change-effects.js';
import { factsOf } from './change-facts.js';
import { refuseUnchangeable, refuseUnrevocable } from './refuse-unchangeable.js';

/**
 * 変更承認, 中止・廃止承認 and 取消し as subjects of approval, one kind each. The last approval changes what is in force and
 * the commitment at once. It takes the route of the larger of both amounts: whoever could decide the grant decides what
 * becomes of it.
 */
@Injectable()
export class ChangeSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly store: GrantChangeStore,
    private readonly locks: Applications,
    private readonly grants: GrantDirectory,
    private readonly ledger: BudgetLedger,
    private readonly effects: ChangeEffects,
  ) {}

  onModuleInit(): void {
    for (const kind of CHANGE_KINDS) this.subjects.register(this.subjectOf(kind));
  }

  private subjectOf(kind: ChangeKind): ApprovalSubject {
    return {
      kind,
      lock: (tx, ids) => this.lock(tx, ids),
      present: (tx, id) => this.present(tx, id),
      drafted: (tx, id) => this.drafted(tx, id),
      approved: (tx, id, _draft, decidedOn) => this.approved(tx, id, decidedOn),
      released: (tx, id, _draft, _why, reason) => this.released(tx, id, reason),
      held: async () => undefined,
    };
  }

  /** Applications, grants, lines, changes: in the order of every other stage. */
  private async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const changes = await this.store.ofIds(tx, ids);
    for (const id of changes.map(({ applicationId }) => applicationId).sort()) await this.locks.lock(tx, id);
    const lines: string[] = [];
    for (const id of changes.map(({ grantId }) => grantId).sort()) {
      lines.push((await this.grants.getForUpdate(tx, id)).budgetLineId);
    }
    await this.ledger.lock(tx, lines);
    for (const id of [...ids].sort()) await this.store.lock(tx, id);
  }

  private async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const change = await this.store.find(tx, id);
    const grant = await this.grants.get(tx, change.grantId);
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const { legalBasis } = grant.document;
    return {
      title: `${grant.organizationName}　${grant.programName}　${changeTitle(change)}`,
      organizationId: grant.organizationId,
      organizationName: grant.organizationName,
      amount: change.amount ?? change.beforeAmount,
      routeAmount: maxYen(change.beforeAmount, change.amount ?? ZERO_YEN),
      outcome: outcomeInWords(change),
      basis: `${legalBasis.title}　${articleOf(grant, change)}`.trimEnd(),
      working: change.working,
      facts: factsOf(grant, change),
      changes: changesOf(change),
      earlier: [
        { label: `交付決定　${grant.letterNumber ?? ''}`, href: `staff/letters/${grant.letterId ?? ''}` },
        { label: `${changeTitle(change)}　${change.receivedNumber ?? ''}`, href: `staff/changes/${id}` },
      ],
      budget: { lineName: `${line.code} ${line.name}`, ...standingOf(line) },
      tiedStaffIds: [],
    };
  }

  private async drafted(tx: Transaction, id: string): Promise<void> {
    const change = await this.store.find(tx, id);
    nextState(changeMachine, 'grant-changes.not-in-draft', change.state, 'draft');
    await this.effects.reserve(tx, await this.standing(tx, change), change);
  }

  private async approved(tx: Transaction, id: string, decidedOn: LocalDate): Promise<void> {
    const change = await this.store.find(tx, id);
    const state = nextState(changeMachine, 'grant-changes.not-in-draft', change.state, 'decide');
    const grant = await this.standing(tx, change);
    const overAmount = await this.effects.carryOut(tx, grant, change, decidedOn);
    await this.store.change(tx, change, { state, decidedOn, overAmount });
    await this.store.note(tx, id, 'decided');
    const { organizationId, outcome, amount } = change;
    const detail = { outcome, before: change.beforeAmount.toString(), amount: amount?.toString() ?? null };
    const action = `grant-change.${change.kind}-${outcome === 'refused' ? 'refused' : 'decided'}`;
    tx.audit({ action, subjectKind: 'grant-change', subjectId: id, organizationId, detail });
  }

  private async released(tx: Transaction, id: string, reason: string): Promise<void> {
    const change = await this.store.find(tx, id);
    const state = nextState(changeMachine, 'grant-changes.not-in-draft', change.state, 'release');
    await this.effects.release(tx, change);
    await this.store.change(tx, change, { state });
    await this.store.note(tx, id, 'released', reason);
  }

  /** The grant as the change found it: what moved meanwhile is looked at anew. */
  private async standing(tx: Transaction, change: Change): Promise<GrantView> {
    const grant = await this.grants.get(tx, change.grantId);
    if (change.kind === 'revocation') refuseUnrevocable(grant);
    else refuseUnchangeable(grant);
    if (grant.amountInForce !== change.beforeAmount) throw new DomainError('grant-changes.amount-moved', 'conflict');
    return grant;
  }
}

export const articleOf = ({ document: { changes } }: GrantView, change: Change): string =>
  change.kind === 'revocation'
    ? change.article
    : change.kind === 'amendment'
      ? changes.article
      : changes.discontinuationArticle;

export function outcomeInWords({ kind, outcome, whole }: Change): string {
  if (kind === 'revocation') return whole ? '全部取消し' : '一部取消し';
  if (outcome === 'refused') return '不承認';
  return outcome === 'reduced' ? '減額して承認' : '承認';
}

/** The decided amount, and every place of the application that becomes another. */
const changesOf = ({ beforeAmount, amount, outcome, previous, sent }: Change): PresentedChange[] => [
  ...(amount === null ? [] : [{ label: '交付決定額', before: formatYen(beforeAmount), after: formatYen(amount) }]),
  ...(previous && sent && outcome !== 'refused'
    ? changesBetween(previous, sent).map(({ label, before, after }) => ({
        label,
        before: before ?? '（なし）',
        after: after ?? '（なし）',
      }))
    : []),
];
