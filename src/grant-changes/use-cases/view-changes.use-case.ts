import { Injectable } from '@nestjs/common';
import { changesBetween, type Change as ChangedPlace } from '../../applications/index.js';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { StoredWorking } from '../../kernel/working.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { GrantReport } from '../domain/grant-report.js';
import { actOf } from '../domain/grant-change.js';
import type { MovedAmount } from '../domain/threshold.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { movedBetween } from './amendment-drafts.js';
import { ChangeGrounds } from './change-grounds.js';
import { GrantChanges } from './grant-changes.js';
import { GrantPapers, type KeptPaper } from './grant-papers.js';
import { GrantReports } from './grant-reports.js';

/** A change or report with the grant that it belongs to. */
export interface OfGrant<Item> {
  readonly item: Item;
  readonly grant: GrantView;
}

export interface ChangeDesk {
  /** Sent by organisations, and revocations that came back from their draft. */
  readonly toAnswer: readonly OfGrant<Change>[];
  readonly returned: readonly OfGrant<Change>[];
  readonly inDraft: readonly OfGrant<Change>[];
  /** Decided and without a letter. */
  readonly toIssue: readonly OfGrant<Change>[];
  /** 施行予定: their letters bear a day to come. */
  readonly scheduled: readonly OfGrant<Change>[];
  readonly reportsToRead: readonly OfGrant<GrantReport>[];
  readonly reportsInDraft: readonly OfGrant<GrantReport>[];
  /** Asked for, or returned to be put right. */
  readonly reportsAsked: readonly OfGrant<GrantReport>[];
  /** Every grant that is out, from which staff ask for a report or begin a revocation. */
  readonly grants: readonly GrantView[];
}

/** A sent change as staff review it and the organisation reads it. */
export interface ChangePage {
  readonly change: Change;
  readonly grant: GrantView;
  readonly papers: readonly KeptPaper[];
  /** Of an amendment: what moves, by which it needs approval or not. */
  readonly moved: readonly MovedAmount[];
  readonly places: readonly ChangedPlace[];
  /** For staff, of an amendment that waits for its decision: 変更後の査定額. */
  readonly assessed: StoredWorking | null;
  readonly draft: DraftRef | null;
}

@Injectable()
export class ViewChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly reportStore: GrantReportStore,
    private readonly grants: GrantDirectory,
    private readonly changes: GrantChanges,
    private readonly reports: GrantReports,
    private readonly papers: GrantPapers,
    private readonly grounds: ChangeGrounds,
    private readonly drafts: Drafts,
  ) {}

  desk(actor: Actor): Promise<ChangeDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const grants = await this.grants.list(tx, { state: 'issued' });
      const known = new Map(grants.map((grant) => [grant.id, grant]));
      const withGrant = <Item extends { readonly grantId: string }>(items: readonly Item[]): OfGrant<Item>[] =>
        items.flatMap((item) => {
          const grant = known.get(item.grantId);
          return grant ? [{ item, grant }] : [];
        });
      return {
        toAnswer: withGrant(await this.store.inStates(tx, ['sent'])),
        returned: withGrant(await this.store.inStates(tx, ['returned'])),
        inDraft: withGrant(await this.store.inStates(tx, ['proposed'])),
        toIssue: withGrant(await this.store.inStates(tx, ['decided'])),
        scheduled: withGrant(await this.store.inStates(tx, ['scheduled'])),
        reportsToRead: withGrant(await this.reportStore.inStates(tx, ['sent'])),
        reportsInDraft: withGrant(await this.reportStore.inStates(tx, ['proposed'])),
        reportsAsked: withGrant(await this.reportStore.inStates(tx, ['asked', 'returned'])),
        grants: grants.filter(({ outcome }) => outcome !== 'refused'),
      };
    });
  }

  /** Throws not-found for another organisation's change. */
  one(actor: Actor, id: string): Promise<ChangePage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const change = await this.changes.get(tx, id);
      const grant = await this.grants.get(tx, change.grantId);
      const { previous, sent } = change;
      const both = previous && sent ? { previous, sent } : null;
      const forStaff = tx.actor.kind !== 'officer';
      return {
        ...{ change, grant, papers: await this.papers.of(tx, id) },
        moved: both ? movedBetween(grant.document.changes, both.previous, both.sent) : [],
        places: both ? changesBetween(both.previous, both.sent) : [],
        assessed: forStaff && both && change.state === 'sent' ? await this.grounds.assessed(tx, grant, change) : null,
        draft: forStaff ? await this.drafts.openFor(tx, actOf(change), id) : null,
      };
    });
  }

  report(actor: Actor, id: string): Promise<OfGrant<GrantReport> & { readonly papers: readonly KeptPaper[] }> {
    return this.unitOfWork.read(actor, async (tx) => {
      const item = await this.reports.get(tx, id);
      return { item, grant: await this.grants.get(tx, item.grantId), papers: await this.papers.of(tx, id) };
    });
  }

  /** What the organisation of this officer sent and the town has not answered: new officers find it, too. */
  async awaitingTheTown(tx: Transaction): Promise<{ changes: OfGrant<Change>[]; reports: OfGrant<GrantReport>[] }> {
    const { actor } = tx;
    if (actor.kind !== 'officer') throw DomainError.notFound();
    const { organizationId } = actor;
    const states = ['sent', 'proposed', 'decided', 'scheduled'] as const;
    const changes = await this.store.inStates(tx, states, organizationId);
    return {
      // a revocation is the town's own, and known by its letter
      changes: await this.withGrant(
        tx,
        changes.filter(({ kind }) => kind !== 'revocation'),
      ),
      reports: await this.withGrant(tx, await this.reportStore.inStates(tx, ['sent', 'proposed'], organizationId)),
    };
  }

  /** What waits for the organisation of this officer. */
  waitingForOrganization(tx: Transaction): Promise<{ changes: OfGrant<Change>[]; reports: OfGrant<GrantReport>[] }> {
    const { actor } = tx;
    if (actor.kind !== 'officer') throw DomainError.notFound();
    return this.waiting(tx, actor.organizationId);
  }

  private async waiting(tx: Transaction, organizationId: string) {
    const changes = await this.store.inStates(tx, ['drafting', 'returned'], organizationId);
    const reports = await this.reportStore.inStates(tx, ['asked', 'returned'], organizationId);
    return { changes: await this.withGrant(tx, changes), reports: await this.withGrant(tx, reports) };
  }

  private async withGrant<Item extends { readonly grantId: string }>(tx: Transaction, items: readonly Item[]) {
    const lines: OfGrant<Item>[] = [];
    for (const item of items) lines.push({ item, grant: await this.grants.get(tx, item.grantId) });
    return lines;
  }
}
