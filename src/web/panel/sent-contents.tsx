import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { PanelReading } from '../../applications/index.js';
import type { PanelCase } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { FileContent } from '../../platform/files/index.js';
import { PROPOSAL_SUBJECT, ProposalPanelReading } from '../../proposals/index.js';
import { ApplicationContent } from '../shared/application-content.js';
import { ProposalContent } from '../shared/proposals/proposal-content.js';

type Subject = PanelCase['subject'];

/** What was sent, of each kind that a panel judges, as its members read it. Throws not-found to everybody else. */
@Injectable()
export class SentContents {
  constructor(
    private readonly applications: PanelReading,
    private readonly proposals: ProposalPanelReading,
  ) {}

  async of(tx: Transaction, { kind, id }: Subject, href: (sha256: string) => string): Promise<ComponentChildren> {
    if (kind === PROPOSAL_SUBJECT) {
      const { call, proposal, answers, files, scans } = await this.proposals.of(tx, id);
      return <ProposalContent {...{ call, proposal, answers, files }} access={{ href, scans }} />;
    }
    const { submission, scans } = await this.applications.of(tx, id);
    return <ApplicationContent content={submission.content} access={{ href, scans }} />;
  }

  file(tx: Transaction, { kind, id }: Subject, sha256: string): Promise<FileContent & { readonly name: string }> {
    const reading = kind === PROPOSAL_SUBJECT ? this.proposals : this.applications;
    return reading.file(tx, id, sha256);
  }
}
