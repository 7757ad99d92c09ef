import { Injectable } from '@nestjs/common';
import type { SubmittedFile } from '../../forms/index.js';
import { PaperStore, type Kept } from '../../writing/index.js';
import { ProposalFileRow } from './proposal-file-row.js';

/** A file that lies in a draft. */
export type ProposalFile = Kept<SubmittedFile>;

@Injectable()
export class ProposalFileStore extends PaperStore {
  protected readonly rows = ProposalFileRow;
}
