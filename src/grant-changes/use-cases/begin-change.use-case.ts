import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { AmendedContents } from '../../applications/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { REASON } from '../domain/written.js';
import { GrantChangeSectionStore } from '../store/grant-change-section.store.js';
import { GrantChangeStore } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';
import { refuseUnchangeable } from './refuse-unchangeable.js';

export interface BeginChangeCommand {
  readonly grantId: string;
  readonly kind: 'amendment' | 'discontinuation';
}

/**
 * The organisation begins a 変更 or 中止・廃止. Pressed twice it is the one that was begun. Throws
 * `grant-changes.one-at-a-time` until another change of the grant came to its end and its letter is out, `grant-changes.not-changeable`.
 */
@Injectable()
export class BeginChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly sections: GrantChangeSectionStore,
    private readonly changes: GrantChanges,
    private readonly grants: GrantDirectory,
    private readonly contents: AmendedContents,
  ) {}

  execute(actor: Actor, { grantId, kind }: BeginChangeCommand): Promise<{ changeId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      const open = await this.store.openOf(tx, grantId);
      if (open?.kind === kind && (open.state === 'drafting' || open.state === 'returned')) return { changeId: open.id };
      // nobody begins from an amount of which the organisation was not told yet
      if (open || (await this.changes.waitsForLetter(tx, grantId))) {
        throw new DomainError('grant-changes.one-at-a-time', 'conflict');
      }
      refuseUnchangeable(grant);
      const id = randomUUID();
      const { applicationId, organizationId, amountInForce: beforeAmount } = grant;
      await this.store.add(tx, {
        ...{ id, grantId, applicationId, organizationId, kind, state: 'drafting', beforeAmount },
      });
      await this.openSections(tx, id, grant, kind);
      await this.store.note(tx, id, 'started');
      const action = `grant-change.${kind}-begun`;
      tx.audit({ action, subjectKind: 'grant-change', subjectId: id, organizationId });
      return { changeId: id };
    });
  }

  /** An amendment begins with what holds now. */
  private async openSections(
    tx: Transaction,
    changeId: string,
    grant: GrantView,
    kind: BeginChangeCommand['kind'],
  ): Promise<void> {
    await this.sections.open(tx, changeId, [REASON]);
    if (kind === 'discontinuation') return;
    const content = await this.changes.contentInForce(tx, grant);
    const copy = await this.contents.copy(tx, grant.applicationId, content);
    for (const [name, fields] of copy) await this.sections.open(tx, changeId, [name], fields);
  }
}
