import type { Fault } from '../../kernel/domain-error.js';
import { oneLine, tooLong, type Publication } from './publication.js';

/** A row of meetings that belong together: 勉強会, 準備委員会, 職員研修会. */
export interface Series extends Publication {
  readonly id: string;
  /** In the address of its page. */
  readonly number: number;
  /** Its place among the series of the town. */
  readonly position: number;
  readonly title: string;
  readonly lead: string;
}

export interface SeriesContent {
  readonly title: string;
  readonly lead: string;
}

export const LONGEST_SERIES_TITLE = 100;
export const LONGEST_LEAD = 1000;

/** What was typed, or every fault at its field. */
export function readSeries(typed: SeriesContent): {
  readonly content: SeriesContent | null;
  readonly faults: Fault[];
} {
  const content = { title: oneLine(typed.title), lead: typed.lead.trim() };
  const faults: Fault[] = [
    ...(content.title === ''
      ? [{ pointer: 'title', code: 'records.series-title-missing' }]
      : tooLong('title', content.title, LONGEST_SERIES_TITLE)),
    ...tooLong('lead', content.lead, LONGEST_LEAD),
  ];
  return { content: faults.length === 0 ? content : null, faults };
}
