import type { Folder, Paper } from '../papers-of-the-year.js';
import type { Scene } from '../scenes.js';
import { went, type Troupe } from '../troupe.js';

const YEAR = '2026';
const BOOKS = ['payouts', 'ledger', 'journal', 'advances'] as const;

/** One of 支払一覧, 予算台帳, 仕訳 and 概算払整理簿. */
export interface FinanceBook {
  readonly town: string;
  readonly book: (typeof BOOKS)[number];
  readonly table: Paper;
}

/** The books of one town's year, as the treasury takes them out. */
export async function keepFinanceBooks(troupe: Troupe, { hall }: Scene, folder: Folder): Promise<FinanceBook[]> {
  const treasurer = await troupe.as(hall.treasurer);
  const kept: FinanceBook[] = [];
  for (const book of BOOKS) {
    const { bytes } = went(await treasurer.get(troupe.path(`treasury/books/${book}/csv?year=${YEAR}`)));
    kept.push({ town: troupe.slug, book, table: await folder.keep(`books/${troupe.slug}-${book}.csv`, bytes) });
  }
  return kept;
}
