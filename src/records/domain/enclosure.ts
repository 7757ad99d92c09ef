import type { Fault } from '../../kernel/domain-error.js';
import { oneLine, tooLong } from './publication.js';

/** A photograph of a meeting, in the two sizes that we made of it. */
export interface Photo {
  readonly id: string;
  /** Said to those who do not see it. */
  readonly description: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly smallSha256: string;
}

/** A paper of a meeting: its agenda, what was handed out. */
export interface MeetingFile {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export const LONGEST_DESCRIPTION = 200;
/** More on one page is an album, not a record. */
export const MOST_PHOTOS = 20;
export const MOST_FILES = 20;

/** The words under a photograph or of a file as they are kept. */
export const readCaption = (typed: string): string => oneLine(typed);

/** A photograph without words is nothing to those who hear the page: fault at `pointer`. */
export const captionFaults = (caption: string, pointer: string, kind: 'photo' | 'file'): Fault[] =>
  caption === ''
    ? [{ pointer, code: kind === 'photo' ? 'records.description-missing' : 'records.file-title-missing' }]
    : tooLong(pointer, caption, LONGEST_DESCRIPTION);

export type Direction = 'up' | 'down';

/** The ids with this one a place further up or down; at the end of the row nothing changes. */
export function moved(ids: readonly string[], id: string, direction: Direction): string[] {
  const order = [...ids];
  const from = order.indexOf(id);
  const to = direction === 'up' ? from - 1 : from + 1;
  const [one, other] = [order[from], order[to]];
  if (one === undefined || other === undefined) return order;
  [order[from], order[to]] = [other, one];
  return order;
}
