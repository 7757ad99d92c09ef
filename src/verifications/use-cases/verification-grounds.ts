import { Injectable } from '@nestjs/common';
import { ApplicationDirectory, SupportYears } from '../../applications/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Verification } from '../domain/verification.js';

/** What a verification rests on: the grant, the sheet of its edition, and which year of support it was. */
export interface VerificationGround {
  readonly grant: GrantView;
  readonly sheet: VerificationSheet;
  /** `2年目`; null where the amount did not depend on it. */
  readonly supportYear: string | null;
}

/** The grant is that of its edition for ever, and so is its sheet. */
@Injectable()
export class VerificationGrounds {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly applications: ApplicationDirectory,
    private readonly support: SupportYears,
  ) {}

  /** Throws not-found for another organisation's officer. */
  async of(tx: Transaction, { grantId, applicationId }: Verification): Promise<VerificationGround> {
    const grant = await this.grants.get(tx, grantId);
    const { facts } = await this.applications.get(tx, applicationId);
    const fact = grant.document.rule.facts.find(({ source }) => source === 'support-year');
    const year = fact && facts[fact.id];
    return {
      grant,
      sheet: sheetIn(grant),
      supportYear: fact && year !== undefined ? `${String(year)}${fact.unitLabel}` : null,
    };
  }

  /** The applications of the project up to this one; null where years count by organisation. */
  async projectLine(tx: Transaction, { applicationId }: Verification): Promise<ReadonlySet<string> | null> {
    return this.support.projectLine(tx, await this.applications.get(tx, applicationId));
  }

  async sheetOf(tx: Transaction, { grantId }: Verification): Promise<VerificationSheet> {
    return sheetIn(await this.grants.get(tx, grantId));
  }
}

function sheetIn({ id, document: { verification } }: GrantView): VerificationSheet {
  if (!verification) throw new Error(`the edition of the grant ${id} has no sheet for its verification`);
  return verification;
}
