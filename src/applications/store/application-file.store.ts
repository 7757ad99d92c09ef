import { Injectable } from '@nestjs/common';
import type { SubmittedFile } from '../../forms/index.js';
import { PaperStore, type Kept } from '../../writing/index.js';
import { ApplicationFileRow } from './application-file-row.js';

/** A file that lies in the draft. */
export type ApplicationFile = Kept<SubmittedFile>;

@Injectable()
export class ApplicationFileStore extends PaperStore {
  protected readonly rows = ApplicationFileRow;
}
