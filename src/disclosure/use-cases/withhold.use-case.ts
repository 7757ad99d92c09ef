import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { PublicGrant } from '../domain/public-grant.js';
import { itemsOf, withoutWithheld, type PublicItem, type ShownItem, type Withholding } from '../domain/withholding.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
import { PublicGrantStore } from '../store/public-grant.store.js';
import { WithholdingStore } from '../store/withholding.store.js';

export interface WithholdCommand extends PublicItem {
  readonly grantId: string;
  /** Of the form: pressed twice, it is withheld once. */
  readonly requestId: string;
  readonly reason: string;
}

/** What of a published grant residents see, and what staff have kept from them. */
export interface GrantDisclosure {
  readonly grant: PublicGrant;
  readonly shown: readonly ShownItem[];
  readonly withheld: readonly Withholding[];
}

const LONGEST_REASON = 300;

/**
 * Keeps one answer or photograph of a published grant from everyone, with a reason, and shows it again. Pages, data files and
 * feed follow at once, and the copies of proxies within their minute. Announces PublicItemShownAgain (subject: the grant).
 */
@Injectable()
export class Withhold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: PublicGrantStore,
    private readonly states: DisclosureStates,
    private readonly withholdings: WithholdingStore,
  ) {}

  /** Throws not-found for a grant that is not published. */
  view(actor: Actor, grantId: string): Promise<GrantDisclosure> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => {
      const grant = await this.grants.get(tx, grantId);
      return { grant, shown: itemsOf(grant), withheld: await this.withholdings.inForce(tx, grantId) };
    });
  }

  list(actor: Actor, part: PartOfList): Promise<{ rows: readonly Withholding[]; total: number }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, (tx) => this.withholdings.all(tx, part));
  }

  /** For the staff's first page of what is public. */
  countInForce(tx: Transaction): Promise<number> {
    return this.withholdings.countInForce(tx);
  }

  /** Fault at `reason`; throws `disclosure.not-shown` for what the page does not hold. */
  execute(actor: Actor, { grantId, kind, item, requestId: id, reason: typed }: WithholdCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = typed.trim();
    const params = { most: LONGEST_REASON };
    if (reason === '') refuseWhenFaulty([{ pointer: 'reason', code: 'disclosure.reason-missing' }]);
    if ([...reason].length > LONGEST_REASON)
      refuseWhenFaulty([{ pointer: 'reason', code: 'disclosure.reason-too-long', params }]);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.states.takeTurns(tx, grantId);
      const grant = await this.grants.get(tx, grantId);
      const before = await this.withholdings.inForce(tx, grantId);
      if (before.some((each) => each.id === id)) return;
      const shown = itemsOf(grant).find((each) => each.kind === kind && each.item === item);
      if (!shown) throw new DomainError('disclosure.not-shown', 'conflict');
      await this.withholdings.add(tx, { id, grantId, kind, item, label: shown.label, reason });
      await this.grants.put(tx, withoutWithheld(grant, [{ kind, item }]));
      await this.states.count(tx);
      tx.audit({ action: 'disclosure.withheld', ...subject(grantId), detail: { what: shown.label, reason } });
    });
  }

  /** Once; the worker reads the grant anew. Throws not-found. */
  showAgain(actor: Actor, withholdingId: string): Promise<{ grantId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId, label, shownAgainAt } = await this.withholdings.lock(tx, withholdingId);
      if (shownAgainAt !== null) return { grantId };
      await this.withholdings.end(tx, withholdingId);
      tx.audit({ action: 'disclosure.shown-again', ...subject(grantId), detail: { what: label } });
      tx.announce({ type: 'PublicItemShownAgain', subjectId: grantId });
      return { grantId };
    });
  }
}

const subject = (grantId: string) => ({ subjectKind: 'grant', subjectId: grantId });
