import { Injectable } from '@nestjs/common';
import { ApplicationDirectory } from '../../applications/index.js';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { Letters, type IssuedLetter } from '../../notices/index.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { actOf } from '../domain/grant-change.js';
import type { GrantReport } from '../domain/grant-report.js';
import { GrantChangeStore, type Change, type ChangeAct } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';
import { GrantReports } from './grant-reports.js';
import { isChangeable } from './refuse-unchangeable.js';

/** A grant after its decision, with everything that happened to it that the actor may see. */
export interface GrantCase {
  readonly grant: GrantView;
  /** The project as its applicant calls it, or the programme's name. */
  readonly title: string;
  readonly organization: OrganizationProfile;
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly acts: readonly ChangeAct[];
  readonly reports: readonly GrantReport[];
  /** Of the decision, of every change, and of the answers to notices and reports. */
  readonly letters: readonly IssuedLetter[];
  /** What has not come to its end; null also for an officer while a revocation is being prepared. */
  readonly open: Change | null;
  /** Whether anything new may begin: also false while a revocation is being prepared. */
  readonly changeable: boolean;
  /** Whether it can be reported of on the way: also while a change runs. */
  readonly reportable: boolean;
  /** For staff: where the open change is drafted. */
  readonly draft: DraftRef | null;
}

/** One page a grant: what was decided, what holds, what happened and what can be done. */
@Injectable()
export class ViewGrantCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly applications: ApplicationDirectory,
    private readonly organizations: OrganizationDirectory,
    private readonly store: GrantChangeStore,
    private readonly changes: GrantChanges,
    private readonly reports: GrantReports,
    private readonly letters: Letters,
    private readonly drafts: Drafts,
  ) {}

  /** Throws not-found for another organisation's grant, and for one that never was issued. */
  execute(actor: Actor, grantId: string): Promise<GrantCase> {
    if (actor.kind !== 'officer') requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, (tx) => this.of(tx, grantId));
  }

  /** The grants of one's own organisation that money was granted by, newest first. */
  ofOwnOrganization(actor: Actor): Promise<GrantView[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const grants = await this.grants.forOrganization(tx, organizationId);
      const granted = grants.filter(({ state, outcome }) => state === 'issued' && outcome !== 'refused');
      const told: GrantView[] = [];
      for (const grant of granted) told.push(await this.changes.asTold(tx, grant));
      return told;
    });
  }

  private async of(tx: Transaction, grantId: string): Promise<GrantCase> {
    const standing = await this.grants.get(tx, grantId);
    const grant = await this.changes.asTold(tx, standing);
    if (grant.issuedOn === null || grant.outcome === 'refused') throw DomainError.notFound();
    const changes = await this.changes.ofGrant(tx, grantId);
    const under = await this.store.openOf(tx, grantId);
    const reports = await this.reports.ofGrant(tx, grantId);
    const open = changes.find(({ id }) => id === under?.id) ?? null;
    const { title } = await this.applications.get(tx, grant.applicationId);
    return {
      ...{ grant, title, changes, open },
      organization: await this.organizations.get(tx, grant.organizationId),
      acts: await this.store.actsOf(
        tx,
        changes.map(({ id }) => id),
      ),
      reports,
      letters: await this.lettersOf(
        tx,
        [grant, ...changes, ...reports].map(({ id }) => id),
      ),
      reportable: isChangeable(standing),
      changeable: under === null && !(await this.changes.waitsForLetter(tx, grantId)) && isChangeable(standing),
      draft: open && tx.actor.kind !== 'officer' ? await this.drafts.openFor(tx, actOf(open), open.id) : null,
    };
  }

  /** Of the decision, its changes, and the answers to notices and reports. */
  private async lettersOf(tx: Transaction, recordIds: readonly string[]): Promise<IssuedLetter[]> {
    const letters = await this.letters.ofRecords(tx, recordIds);
    return letters.filter(({ voidedAt }) => voidedAt === null);
  }
}
