import { Injectable } from '@nestjs/common';
import { AmendedContents, type SubmittedContent } from '../../applications/index.js';
import { HALL_DUTIES, requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ChangeKind } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';

/** The changes of decided grants as their desks and later stages read them. */
@Injectable()
export class GrantChanges {
  constructor(
    private readonly store: GrantChangeStore,
    private readonly grants: GrantDirectory,
    private readonly contents: AmendedContents,
  ) {}

  /** Throws not-found for another organisation's officer, and for what the actor is not shown yet. */
  async get(tx: Transaction, id: string, kind?: ChangeKind): Promise<Change> {
    return visible(tx, await this.store.find(tx, id), kind);
  }

  /** The same, locked for the rest of the transaction. */
  async lock(tx: Transaction, id: string, kind?: ChangeKind): Promise<Change> {
    return visible(tx, await this.store.lock(tx, id), kind);
  }

  /** Oldest first; those that the actor may see. */
  async ofGrant(tx: Transaction, grantId: string): Promise<Change[]> {
    const grant = await this.grants.get(tx, grantId);
    return (await this.store.ofGrant(tx, grant.id)).filter((change) => maySee(tx, change));
  }

  /** Sent by the organisation or begun by staff, and its letter is not out: for the end of a year. */
  unfinished(tx: Transaction): Promise<Change[]> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    return this.store.inStates(tx, ['sent', 'returned', 'proposed', 'decided', 'scheduled']);
  }

  /** What the organisation is to do in the grant now: what was sent with every amendment that holds. */
  async contentInForce(tx: Transaction, { id, applicationId }: GrantView): Promise<SubmittedContent> {
    const amended = (await this.store.ofGrant(tx, id)).filter((change) => holds(tx, change)).at(-1);
    return amended?.sent ?? this.contents.sent(tx, applicationId);
  }

  /** The grant as the actor was told of it: an organisation learns what is in force by the letter and not before. */
  async asTold(tx: Transaction, grant: GrantView): Promise<GrantView> {
    if (tx.actor.kind !== 'officer') return grant;
    const untold = (await this.store.ofGrant(tx, grant.id)).find(isUntold);
    if (!untold || untold.outcome === 'refused') return grant;
    const { kind, beforeAmount: amountInForce } = untold;
    return {
      ...{ ...grant, amountInForce },
      ...(kind === 'discontinuation' && { discontinuedOn: null }),
      ...(kind === 'revocation' && { revokedOn: null }),
    };
  }

  /** A change of the grant is decided, and its letter is not out. */
  async waitsForLetter(tx: Transaction, grantId: string): Promise<boolean> {
    return (await this.store.ofGrant(tx, grantId)).some(isUntold);
  }
}

/** Decided, and its letter is not out. */
const isUntold = ({ state }: Change): boolean => state === 'decided' || state === 'scheduled';

/** An amendment that was acknowledged, or decided and not refused: its organisation hears of a decision by the letter. */
const holds = ({ actor }: Transaction, { kind, state, outcome, decidedOn }: Change): boolean =>
  kind === 'amendment' &&
  (state === 'acknowledged' ||
    (decidedOn !== null && outcome !== 'refused' && (actor.kind !== 'officer' || state === 'issued')));

/** An officer learns of a revocation by its letter; staff of what an organisation writes when it is sent. */
function maySee({ actor }: Transaction, change: Change): boolean {
  if (actor.kind === 'officer') {
    return (
      actor.organizationId === change.organizationId && (change.kind !== 'revocation' || change.state === 'issued')
    );
  }
  return actor.kind !== 'public' && change.round > 0;
}

function visible(tx: Transaction, change: Change, kind?: ChangeKind): Change {
  requireOwnOrganization(tx.actor, change.organizationId);
  if (tx.actor.kind !== 'officer') requireDuty(tx.actor, ...HALL_DUTIES);
  if (!maySee(tx, change) || (kind && change.kind !== kind)) throw DomainError.notFound();
  return change;
}
