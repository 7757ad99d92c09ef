import { Injectable } from '@nestjs/common';
import { PaperStore, type Kept, type Paper } from '../../writing/index.js';
import { GrantPaperRow } from './grant-paper-row.js';

/** A file that goes with a change or a report. */
export type GrantPaper = Kept<Paper>;

@Injectable()
export class GrantPaperStore extends PaperStore<Paper> {
  protected readonly rows = GrantPaperRow;
}
