import { groupDigits } from '../../kernel/yen.js';
import type { Viewer } from './viewer.js';

/** Which rows of a long table a page shows. */
export interface PartOfRows {
  readonly from: number;
  readonly most: number;
}

const ON_A_PAGE = 200;

/** `?from=200`; anything else is the beginning. */
export const partOf = (from: unknown, most = ON_A_PAGE): PartOfRows => ({
  from: typeof from === 'string' && /^\d{1,7}$/.test(from) ? Number(from) : 0,
  most,
});

export const shownPart = <Row,>(rows: readonly Row[], { from, most }: PartOfRows): readonly Row[] =>
  rows.slice(from, from + most);

interface PagesProps {
  readonly viewer: Viewer;
  readonly path: string;
  readonly part: PartOfRows;
  readonly total: number;
  /** What the table is narrowed to. */
  readonly query?: Readonly<Record<string, string>>;
  /** Where it begins, in the address; another name where two tables stand on one page. */
  readonly name?: string;
  readonly label?: string;
}

/** `401～600件（全10,000件）` with the ways back and forth; nothing where all rows stand on one page. */
export function Pages({ viewer, path, part: { from, most }, total, query = {}, ...named }: PagesProps) {
  if (total <= most && from === 0) return null;
  const at = (start: number): string =>
    viewer.url(path, { ...query, [named.name ?? 'from']: String(Math.max(0, start)) });
  return (
    <nav class="button-row" aria-label={named.label ?? '表のページの移動'}>
      <span>
        {groupDigits(from + 1)}～{groupDigits(Math.min(total, from + most))}件（全{groupDigits(total)}件）
      </span>
      {from > 0 && <a href={at(from - most)}>前の{most}件</a>}
      {from + most < total && <a href={at(from + most)}>次の{most}件</a>}
    </nav>
  );
}
