import type { ProgramDocument } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';
import { codedRowsAt, type Loose } from './typed-program.js';

/** What the page of the report sends; without the tick none is asked. The questions stay as they are stored. */
export function typedReport({ report: stored }: ProgramDocument, body: unknown): Loose {
  const report = recordAt(body, 'report');
  if (report['asked'] !== 'yes') return { report: null };
  const form = stored?.form;
  return { report: { ...report, ...(form && { form }), checklist: codedRowsAt(report, 'checklist', 'report-check') } };
}

/** The stored report as its page is filled from it. */
export const reportInRows = ({ report }: ProgramDocument): Loose | null => report && { ...report, asked: 'yes' };
