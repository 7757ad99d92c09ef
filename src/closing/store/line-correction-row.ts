import { Entity } from 'typeorm';
import { LineMoveRow } from './line-move-row.js';

/** 科目更正; `amount` is what was paid and had not come back when it was asked for. */
@Entity('line_corrections')
export class LineCorrectionRow extends LineMoveRow {}
