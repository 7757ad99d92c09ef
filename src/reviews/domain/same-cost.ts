import { formatYen, type Yen } from '../../kernel/yen.js';

/** A line of a budget as it is compared. */
export interface ComparedLine {
  /** The words of its category: two programmes name the same kind of cost by their own codes. */
  readonly label: string;
  readonly remark: string;
  readonly amount: Yen;
}

export interface ComparedFile {
  readonly name: string;
  readonly sha256: string;
}

/** What the same organisation applied for otherwise in the same year. */
export interface OtherApplication {
  /** `事業補助金「夏祭り」`. */
  readonly name: string;
  readonly receivedNumber: string | null;
  readonly expenditure: readonly ComparedLine[];
  readonly files: readonly ComparedFile[];
}

export interface SameCostFacts {
  readonly expenditure: readonly ComparedLine[];
  /** Without the line of the grant itself. */
  readonly income: readonly ComparedLine[];
  /** Without the 規約, which every application carries. */
  readonly files: readonly ComparedFile[];
  readonly others: readonly OtherApplication[];
  readonly townName: string;
  /** The other programmes of the town. */
  readonly programNames: readonly string[];
}

/**
 * 同一経費への重複補助: lines with the same category, content and amount, and files with the same bytes, in the
 * organisation's other applications of the year; and income that names another grant of the town. What is found is only
 * suspected: staff look at it and answer.
 */
export function sameCostAnswer(facts: SameCostFacts): { readonly fulfilled: boolean; readonly why: string } {
  const found = [...facts.others.flatMap((other) => overlapWith(facts, other)), ...declaredIncome(facts)];
  if (found.length > 0) return { fulfilled: false, why: found.join('') };
  const { length } = facts.others;
  const looked =
    length === 0 ? 'この年度に、この団体のほかの申請はありません。' : `${looksLike(length)}見当たりません。`;
  return { fulfilled: true, why: `${looked}収入に、ほかの補助金と思われる行もありません。` };
}

const looksLike = (count: number): string =>
  `この団体のこの年度のほかの申請（${String(count)}件）に、同じ経費や同じ書類は`;

function overlapWith({ expenditure, files }: SameCostFacts, other: OtherApplication): string[] {
  const theirs = new Set(other.expenditure.map(keyOf));
  const costs = expenditure.filter((line) => line.amount > 0n && theirs.has(keyOf(line)));
  const hashes = new Set(other.files.map(({ sha256 }) => sha256));
  const papers = files.filter(({ sha256 }) => hashes.has(sha256));
  const where = `${other.name}（${other.receivedNumber ?? ''}）`;
  return [
    ...(costs.length === 0 ? [] : [`${where}にも同じ経費があります：${costs.map(inWords).join('、')}。`]),
    ...(papers.length === 0 ? [] : [`${where}にも同じ書類があります：${papers.map(({ name }) => name).join('、')}。`]),
  ];
}

/** Spaces, widths and punctuation make no other cost. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** What a page sends back went through fields: only what it says is compared. */
export const isSameFinding = (one: string | undefined, other: string): boolean =>
  one !== undefined && plain(one) === plain(other);

const keyOf = ({ label, remark, amount }: ComparedLine): string =>
  [plain(label), plain(remark), amount.toString()].join('|');

const inWords = ({ label, remark, amount }: ComparedLine): string =>
  `${label}${remark === '' ? '' : `「${remark}」`}${formatYen(amount)}`;

function declaredIncome({ income, townName, programNames }: SameCostFacts): string[] {
  const programs = programNames.map((name) => plain(name.replace(/^令和\d+年度/, ''))).filter((name) => name !== '');
  const kind = [...townName].at(-1) ?? '';
  const ofTown = new RegExp(`(?:${plain(townName)}|(?<![\\p{L}])${kind}).*(?:補助|交付|助成|支援)金`, 'u');
  const declared = income.filter(({ label, remark, amount }) => {
    const words = plain(`${label}${remark}`);
    return amount > 0n && (ofTown.test(plain(remark)) || programs.some((name) => words.includes(name)));
  });
  return declared.length === 0
    ? []
    : [`収入に、ほかの補助金と思われる行があります：${declared.map(inWords).join('、')}。`];
}
