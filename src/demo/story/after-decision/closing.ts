import type { Page } from '../../visitor/page.js';
import { SCENES, type Scene } from '../scenes.js';
import { Troupe, went } from '../troupe.js';
import { digitsOf, rowsOf, type Row } from './tables.js';

const YEAR = '2026';
const NOTE = '繰越明許費・事故繰越ともになし。（見本）';

/** What all books say of one budget line, in yen as strings of digits. */
export interface LineProof {
  readonly town: string;
  readonly code: string;
  readonly name: string;
  readonly ceiling: string;
  readonly reserved: string;
  readonly committed: string;
  readonly ordered: string;
  readonly paid: string;
  readonly returned: string;
  /** The same figures as each book has them, in the words of the page. */
  readonly books: readonly { readonly figure: string; readonly amounts: Readonly<Record<string, string>> }[];
}

type Figures = Pick<LineProof, 'ceiling' | 'reserved' | 'committed' | 'ordered' | 'paid' | 'returned'>;

/** 照合 after the closing: whether every book agrees, the totals of both towns, and each budget line. */
export interface YearProof {
  readonly balanced: boolean;
  readonly closed: readonly { readonly town: string; readonly words: string }[];
  readonly totals: Figures;
  readonly lines: readonly LineProof[];
  /** 歳入 of the year and of the next: what was assessed and what came. */
  readonly revenue: readonly RevenueFigures[];
}

/** Yen, in digits. */
interface RevenueFigures {
  readonly town: string;
  readonly year: number;
  readonly subject: string;
  readonly assessed: string;
  readonly received: string;
  readonly paidBack: string;
  readonly open: string;
}

/** The 会計管理者 has the books proved once more and closes the year. */
export async function closeYear(troupe: Troupe, { hall }: Scene): Promise<void> {
  const treasurer = await troupe.as(hall.treasurer);
  const proof = went(await treasurer.get(troupe.path('staff/year/proof')));
  went(await proof.form('いま照合して記録する').submit());
  const closing = troupe.path(`staff/year/${YEAR}/closing`);
  const form = went(await treasurer.get(closing)).form(closing);
  went(await form.fill({ confirmed: 'yes', slipsEntered: 'yes', note: NOTE }).submit());
}

/** As the pages for the year say it. */
export async function collectProof(origin: string): Promise<YearProof> {
  const towns = await Promise.all(SCENES.map((scene) => proofOf(new Troupe(origin, scene.slug), scene)));
  const lines = towns.flatMap((town) => town.lines);
  const total = (figure: keyof Figures): string =>
    lines.reduce((sum, line) => sum + BigInt(line[figure]), 0n).toString();
  return {
    balanced: towns.every(({ balanced }) => balanced),
    closed: towns.map(({ town, words }) => ({ town, words })),
    totals: {
      ...{ ceiling: total('ceiling'), reserved: total('reserved'), committed: total('committed') },
      ...{ ordered: total('ordered'), paid: total('paid'), returned: total('returned') },
    },
    lines,
    revenue: towns.flatMap((town) => town.revenue),
  };
}

async function proofOf(
  troupe: Troupe,
  { hall }: Scene,
): Promise<{ town: string; words: string; balanced: boolean; lines: LineProof[]; revenue: RevenueFigures[] }> {
  const treasurer = await troupe.as(hall.treasurer);
  const proof = went(await treasurer.get(troupe.path(`staff/year/proof?year=${YEAR}`)));
  const next = went(await treasurer.get(troupe.path(`staff/year/proof?year=${String(Number(YEAR) + 1)}`)));
  const year = went(await treasurer.get(troupe.path(`staff/year/${YEAR}`)));
  const budget = went(await (await troupe.as(hall.clerk)).get(troupe.path(`staff/budget?year=${YEAR}`)));
  return {
    town: troupe.slug,
    words: year.texts('.notice-title').find((text) => text.includes('に閉鎖しました')) ?? '',
    balanced: proof.text.includes('すべての帳簿が1円まで一致しています'),
    lines: rowsOf(budget).map((row) => lineOf(troupe.slug, row, proof)),
    revenue: [
      ...revenueIn(proof, { town: troupe.slug, year: Number(YEAR) }),
      ...revenueIn(next, { town: troupe.slug, year: Number(YEAR) + 1 }),
    ],
  };
}

const revenueIn = (page: Page, where: Pick<RevenueFigures, 'town' | 'year'>): RevenueFigures[] =>
  rowsOf(page)
    .filter(({ cell }) => cell('調定額') !== '')
    .map(({ cell }) => ({
      ...{ ...where, subject: cell('歳入'), assessed: digitsOf(cell('調定額')), received: digitsOf(cell('収入済額')) },
      ...{ paidBack: digitsOf(cell('還付済額')), open: digitsOf(cell('収入未済額')) },
    }));

function lineOf(town: string, row: Row, proof: Page): LineProof {
  const code = row.element.find('.hint').text().trim();
  const books = rowsOf(proof)
    .filter(({ element }) => element.find('.hint').text().trim() === code)
    .map(({ cell }) => ({
      figure: cell('金額'),
      amounts: Object.fromEntries(BOOKS.map((book) => [book, digitsOf(cell(book))]).filter(([, yen]) => yen !== '')),
    }));
  const inLedger = (figure: string): string => books.find((each) => each.figure === figure)?.amounts['予算台帳'] ?? '';
  return {
    ...{ town, code, name: row.element.find('a').first().text().trim() },
    ...{ ceiling: digitsOf(row.cell('予算現額')), reserved: digitsOf(row.cell('起案中')) },
    ...{ committed: inLedger('負担行為済額'), ordered: inLedger('命令済額') },
    ...{ paid: inLedger('支払済額'), returned: inLedger('戻入額') },
    books,
  };
}

const BOOKS = ['予算台帳', '交付決定', '支払の記録', 'ファイル', '返還の記録', '閉鎖の記録'] as const;
