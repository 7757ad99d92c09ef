import { Injectable } from '@nestjs/common';
import { SectionStore } from '../../writing/index.js';
import { ProposalSectionRevisionRow } from './proposal-section-revision-row.js';
import { ProposalSectionRow } from './proposal-section-row.js';

@Injectable()
export class ProposalSectionStore extends SectionStore {
  protected readonly rows = ProposalSectionRow;
  protected readonly revisions = ProposalSectionRevisionRow;
}
