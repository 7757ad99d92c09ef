import { Injectable } from '@nestjs/common';
import { APPLICATION_SUBJECT } from '../../applications/index.js';
import { PanelResults } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantDirectory } from './grant-directory.js';

export type PanelComment = NonNullable<Awaited<ReturnType<PanelResults['commentOn']>>>;

/** 講評 of the panel, which the applicant reads with the decision's letter and not before. */
@Injectable()
export class PanelComments {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly results: PanelResults,
  ) {}

  /** null while no letter is issued, or where no panel spoke. */
  async of(tx: Transaction, applicationId: string): Promise<PanelComment | null> {
    const grant = await this.grants.byApplication(tx, applicationId);
    if (!grant || grant.issuedOn === null) return null;
    return this.results.commentOn(tx, { kind: APPLICATION_SUBJECT, id: applicationId });
  }
}
