import { Controller } from '@nestjs/common';
import { Desk, Viewer, type Crumb } from '../../shared/index.js';
import type { ProposalWriter } from '../../shared/proposals/proposal-writer.js';
import { ProposalDraftController } from '../../shared/proposals/proposal-draft.controller.js';
import { callCrumbs } from './crumbs.js';

/** A paper as staff enter it, on the pages of its proposer. */
@Controller(':town/staff/proposals/papers/:proposalId')
@Desk('staff')
export class PaperProposalController extends ProposalDraftController {
  protected writer({ actor }: Viewer): ProposalWriter {
    return { actor, code: null, link: null };
  }

  protected path(id: string): string {
    return `staff/proposals/papers/${id}`;
  }

  protected crumbs(viewer: Viewer): Crumb[] {
    return callCrumbs(viewer);
  }

  protected leaving(viewer: Viewer): string {
    return viewer.url('staff/proposals');
  }
}
