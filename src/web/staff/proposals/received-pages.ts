import { Injectable } from '@nestjs/common';
import { hasDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PanelResults } from '../../../panels/index.js';
import { PROPOSAL_SUBJECT, ProposalDesk, ProposalTies, ReceivedProposals } from '../../../proposals/index.js';
import { Visits } from '../../../visits/index.js';
import { page, type PageResult, type Viewer } from '../../shared/index.js';
import { callCrumbs } from './crumbs.js';
import { ReceivedProposalPage } from './received.page.js';

/** The page of one proposal, which several controllers answer with. */
@Injectable()
export class ReceivedProposalPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly received: ReceivedProposals,
    private readonly desk: ProposalDesk,
    private readonly ties: ProposalTies,
    private readonly visits: Visits,
    private readonly panels: PanelResults,
  ) {}

  /** `body` is what was sent and refused, with `errors`. */
  async of(viewer: Viewer, id: string, body?: unknown, errors?: DomainError): Promise<PageResult> {
    const { draft, ...around } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const read = await this.received.get(tx, id);
      const notes = await this.visits.about(tx, { kind: PROPOSAL_SUBJECT, id });
      const panel = await this.panels.of(tx, { kind: PROPOSAL_SUBJECT, id });
      const standing = await this.desk.standingOf(tx, read.proposal);
      return { draft: read, standing, panel, notes, tied: await this.ties.of(tx, read.proposal) };
    });
    const { call, proposal, scans } = draft;
    const access = { href: (sha256: string) => viewer.url(`staff/proposals/received/${id}/files/${sha256}`), scans };
    const content = {
      title: proposal.title,
      breadcrumb: callCrumbs(
        viewer,
        { label: call.title, href: viewer.url(`staff/proposals/${call.id}`) },
        { label: '届いた提案', href: viewer.url(`staff/proposals/${call.id}/received`) },
      ),
      body: ReceivedProposalPage({
        ...{ viewer, draft, access, body, ...around },
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    };
    return page(viewer, errors ? { ...content, errors } : content, errors && (errors.kind === 'invalid' ? 422 : 409));
  }
}
