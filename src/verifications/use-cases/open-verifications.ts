import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ApplicationDirectory } from '../../applications/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { dueDayOf, verificationMachine } from '../domain/verification.js';
import { VerificationStore } from '../store/verification.store.js';
import { noted } from './noted.js';

/** What opens 検証: 額の確定, or the word of staff, as of a project that ends early. Announces VerificationOpened. */
@Injectable()
export class OpenVerifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly grants: GrantDirectory,
    private readonly applications: ApplicationDirectory,
  ) {}

  /** Does nothing where the programme asks for none, and for a grant that has one. */
  async afterDetermination(tx: Transaction, grantId: string): Promise<void> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    const sheet = grant.document.verification;
    if (sheet && !(await this.verifications.ofGrant(tx, grantId))) await this.open(tx, grant, sheet);
  }

  /** Once a grant; one that was given up opens again. Throws `verifications.not-asked`, and not-found before the letter. */
  execute(actor: Actor, grantId: string): Promise<{ verificationId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      const sheet = grant.document.verification;
      if (grant.issuedOn === null || grant.outcome === 'refused') throw DomainError.notFound();
      if (!sheet) throw new DomainError('verifications.not-asked', 'conflict');
      const known = await this.verifications.ofGrant(tx, grantId);
      if (known?.state === 'withdrawn') return this.reopen(tx, known.id, sheet);
      return { verificationId: known?.id ?? (await this.open(tx, grant, sheet)) };
    });
  }

  private async open(tx: Transaction, grant: GrantView, sheet: VerificationSheet): Promise<string> {
    const { applicationId, organizationId, organizationName, programName, fiscalYear } = grant;
    const { title, programId } = await this.applications.get(tx, applicationId);
    const id = randomUUID();
    await this.verifications.add(tx, {
      ...{ id, grantId: grant.id, applicationId, organizationId, organizationName, programId, programName, title },
      ...{ fiscalYear, dueOn: dueDayOf(sheet, tx.today) },
    });
    noted(tx, { id, organizationId }, 'verification.opened');
    tx.announce({ type: 'VerificationOpened', subjectId: id, organizationId });
    return id;
  }

  private async reopen(tx: Transaction, id: string, sheet: VerificationSheet): Promise<{ verificationId: string }> {
    const verification = await this.verifications.lock(tx, id);
    const { organizationId } = verification;
    const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'reopen');
    const dueOn = dueDayOf(sheet, tx.today);
    await this.verifications.change(tx, verification, { state, openedOn: tx.today, dueOn, note: '' });
    noted(tx, verification, 'verification.opened');
    tx.announce({ type: 'VerificationOpened', subjectId: id, organizationId });
    return { verificationId: id };
  }
}
