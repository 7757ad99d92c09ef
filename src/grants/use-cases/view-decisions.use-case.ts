import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { sumYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { ApplicationDirectory, type ApplicationView } from '../../applications/index.js';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { BudgetLedger } from '../../budgets/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { ProgramDocument } from '../../programs/index.js';
import { Reviews } from '../../reviews/index.js';
import type { PoolKey } from '../domain/allocation/trial.js';
import { GrantStore } from '../store/grant.store.js';
import { DecisionBlocks } from './decision-blocks.js';
import { GRANT_DECISION } from './grant-decision-subject.js';
import { GrantDirectory, type GrantView } from './grant-directory.js';

export interface DecisionDesk {
  /** Passed the review, nothing drafted yet, in the order of reception. */
  readonly toDraft: readonly PassedApplication[];
  /** What waits to be drafted, by programme and year, against its budget. */
  readonly pools: readonly DraftPool[];
  readonly inDraft: readonly DraftedDecision[];
  /** Decided and without a letter. */
  readonly toIssue: readonly GrantView[];
  /** 施行予定: numbered, and waiting for the day of the letter. */
  readonly scheduled: readonly GrantView[];
  readonly issued: readonly GrantView[];
  /** Taken back because the application was withdrawn. */
  readonly withdrawn: readonly GrantView[];
}

export interface PassedApplication {
  readonly application: ApplicationView;
  /** 査定額: what would be granted. */
  readonly amount: Yen;
  /** What speaks against granting it, in words; blank where nothing does. */
  readonly blockedBy: string;
}

export interface DraftPool extends PoolKey {
  readonly programName: string;
  readonly lineName: string;
  readonly cases: number;
  /** The sum of 査定額. */
  readonly asked: Yen;
  /** 予算残額. */
  readonly available: Yen;
}

export interface DraftedDecision {
  readonly grant: GrantView;
  readonly draft: DraftRef | null;
  /** 保留: the draft that it left with its budget still reserved, and from which it is drafted again. */
  readonly heldIn: DraftRef | null;
  /** The organisation asked to withdraw: the draft can only be sent back and given up. */
  readonly withdrawalAsked: boolean;
}

/** The staff's desk of decisions: what to draft, what runs, what to issue, what is out. */
@Injectable()
export class ViewDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationDirectory,
    private readonly reviews: Reviews,
    private readonly store: GrantStore,
    private readonly directory: GrantDirectory,
    private readonly drafts: Drafts,
    private readonly ledger: BudgetLedger,
    private readonly blocks: DecisionBlocks,
  ) {}

  async execute(actor: Actor): Promise<DecisionDesk> {
    requireDuty(actor, 'promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit');
    return this.unitOfWork.read(actor, async (tx) => {
      const grants = await this.directory.list(tx);
      const inState = (state: GrantView['state']): GrantView[] => grants.filter((grant) => grant.state === state);
      const passed = await this.applications.passed(tx);
      const toDraft = await this.toDraft(tx, passed);
      return {
        toDraft,
        pools: await this.poolsOf(tx, toDraft),
        inDraft: await this.withDrafts(tx, inState('proposed'), passed),
        toIssue: inState('decided'),
        scheduled: inState('scheduled'),
        issued: inState('issued'),
        withdrawn: inState('withdrawn'),
      };
    });
  }

  private async toDraft(tx: Transaction, passed: readonly ApplicationView[]): Promise<PassedApplication[]> {
    const proposed = await this.store.ofApplications(
      tx,
      passed.map(({ id }) => id),
    );
    const taken = new Set(proposed.map(({ applicationId }) => applicationId));
    const blockOf = await this.blocks.ofOrganizations(
      tx,
      passed.map(({ organizationId }) => organizationId),
    );
    const open: PassedApplication[] = [];
    for (const application of passed.filter(({ id }) => !taken.has(id))) {
      const { working } = await this.reviews.assessed(tx, application);
      open.push({ application, amount: yen(working.total), blockedBy: blockOf(application.organizationId) });
    }
    return open;
  }

  private async poolsOf(tx: Transaction, toDraft: readonly PassedApplication[]): Promise<DraftPool[]> {
    const pools = new Map<string, DraftPool>();
    for (const { application, amount } of toDraft) {
      const { programId, fiscalYear, document } = application;
      const key = `${programId} ${String(fiscalYear)}`;
      const pool = pools.get(key) ?? (await this.emptyPool(tx, { programId, fiscalYear }, document));
      pools.set(key, { ...pool, cases: pool.cases + 1, asked: sumYen([pool.asked, amount]) });
    }
    return [...pools.values()];
  }

  private async emptyPool(tx: Transaction, key: PoolKey, document: ProgramDocument): Promise<DraftPool> {
    const { code, name, available } = await this.ledger.line(tx, document.budgetLineId);
    return { ...key, programName: document.name, lineName: `${code} ${name}`, cases: 0, asked: ZERO_YEN, available };
  }

  private async withDrafts(
    tx: Transaction,
    grants: readonly GrantView[],
    passed: readonly ApplicationView[],
  ): Promise<DraftedDecision[]> {
    const asked = new Set(passed.filter(({ withdrawal }) => withdrawal !== null).map(({ id }) => id));
    const lines: DraftedDecision[] = [];
    for (const grant of grants) {
      const draft = await this.drafts.openFor(tx, GRANT_DECISION, grant.id);
      const left = draft ? [] : await this.drafts.ofSubject(tx, GRANT_DECISION, grant.id);
      const heldIn = left.at(-1) ?? null;
      lines.push({ grant, draft, heldIn, withdrawalAsked: asked.has(grant.applicationId) });
    }
    return lines;
  }
}
