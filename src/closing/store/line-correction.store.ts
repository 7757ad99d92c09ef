import { Injectable } from '@nestjs/common';
import { LineCorrectionRow } from './line-correction-row.js';
import { LineMoveStore, type Kept } from './line-move.store.js';

export type LineCorrection = Kept<LineCorrectionRow>;

@Injectable()
export class LineCorrectionStore extends LineMoveStore<LineCorrectionRow> {
  protected readonly rows = LineCorrectionRow;
}
