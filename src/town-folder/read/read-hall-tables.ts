import { DUTIES, type Duty, type Side } from '../../kernel/actor.js';
import { parseDay } from '../../kernel/local-date.js';
import { parseYen } from '../../kernel/yen.js';
import { actLabel, KNOWN_ACTS, type StepRole, type WhenVacant } from '../../staff/index.js';
import type { FaultBook } from '../faults.js';
import type { FolderAuthority, FolderPerson, FolderPost, TownFolder } from '../town-folder.js';
import type { FolderFiles } from './folder-files.js';
import type { TownJson } from './read-town-json.js';
import { Table } from './table.js';

export const POSTS = 'posts.csv';
export const PEOPLE = 'people.csv';
export const AUTHORITY = 'authority.csv';

const SIDES: Readonly<Record<string, Side>> = { 命令機関: 'ordering', 出納機関: 'treasury', 監査: 'audit' };
const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  promotion: '補助金の事務',
  approve: '決裁',
  administer: 'システムの管理',
  'treasury-check': '会計審査',
  'treasury-decide': '支払の決定',
  audit: '監査',
  inquiry: '暴力団排除の照会',
  panel: '審査会の委員',
};
const VACANT: Readonly<Record<string, WhenVacant>> = { 上の職: 'above', 代決: 'deputy', 進めない: 'refuse' };
const ROLES: Readonly<Record<string, StepRole>> = { 合議: 'consult', 供覧: 'inform' };

/** Words that stand in one cell. */
const partsOf = (cell: string, sign: RegExp): string[] =>
  cell
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const AND = /[、,，]/;

/** Who works at the hall and who decides what; each table refers to the one before it by name. */
export function readHallTables(
  files: FolderFiles,
  town: TownJson | null,
  book: FaultBook,
): Pick<TownFolder, 'posts' | 'people' | 'authority'> {
  const sections = (town?.town.sections ?? []).map(({ name }) => name);
  const posts = readPosts(files, sections, book);
  const names = posts.map(({ name }) => name);
  return { posts, people: readPeople(files, names, book), authority: readAuthority(files, names, town, book) };
}

function readPosts(files: FolderFiles, sections: readonly string[], book: FaultBook): FolderPost[] {
  const table = new Table(POSTS, book);
  const lines = files.csv(POSTS, ['職', '課', '区分', '仕事', '順位'], ['空席のとき', '代決する職']);
  const names = lines.map(({ cells }) => cells.職);
  const words = Object.fromEntries(DUTIES.map((duty) => [DUTY_WORDS[duty], duty]));
  return lines.map(({ line, cells }) => {
    if (names.indexOf(cells.職) !== names.lastIndexOf(cells.職)) {
      table.fault(line, '職', 'town-folder.twice', { name: cells.職 });
    }
    table.known(line, '課', table.needed(line, '課', cells.課), sections, 'town.json の sections');
    table.known(line, '代決する職', cells.代決する職, names, POSTS);
    const rank = Number(cells.順位.normalize('NFKC'));
    if (!Number.isInteger(rank) || rank < 1 || rank > 99) table.fault(line, '順位', 'staff.post-rank-range');
    return {
      name: table.needed(line, '職', cells.職),
      section: cells.課,
      side: table.oneOf(line, '区分', cells.区分, SIDES),
      duties: partsOf(table.needed(line, '仕事', cells.仕事), AND).map((word) =>
        table.oneOf(line, '仕事', word, words),
      ),
      rank,
      whenVacant: cells.空席のとき === '' ? 'above' : table.oneOf(line, '空席のとき', cells.空席のとき, VACANT),
      deputy: cells.代決する職 || null,
    };
  });
}

function readPeople(files: FolderFiles, posts: readonly string[], book: FaultBook): FolderPerson[] {
  const table = new Table(PEOPLE, book);
  const lines = files.csv(PEOPLE, ['氏名', 'ふりがな', '職'], ['就任日', 'メール']);
  const names = lines.map(({ cells }) => cells.氏名);
  return lines.map(({ line, cells }) => {
    if (names.indexOf(cells.氏名) !== names.lastIndexOf(cells.氏名)) {
      table.fault(line, '氏名', 'town-folder.person-twice', { name: cells.氏名 });
    }
    const held = partsOf(cells.職, AND);
    for (const post of held) table.known(line, '職', post, posts, POSTS);
    return {
      name: table.needed(line, '氏名', cells.氏名),
      kana: table.needed(line, 'ふりがな', cells.ふりがな),
      mail: cells.メール || null,
      posts: held,
      since: table.read(line, '就任日', () => parseDay(cells.就任日)),
    };
  });
}

/** 専決規程の別表: `係長→課長→会計管理者（合議）→部長` from below. */
function readAuthority(
  files: FolderFiles,
  posts: readonly string[],
  town: TownJson | null,
  book: FaultBook,
): FolderAuthority | null {
  const table = new Table(AUTHORITY, book);
  const lines = files.csv(AUTHORITY, ['決裁の種類', '上限額', '決裁の順']);
  if (lines.length === 0) return null;
  if (town && !town.authority) book.add('town.json', 'authority', 'town-folder.authority-basis-missing');
  const acts = Object.fromEntries(KNOWN_ACTS.map((act) => [actLabel(act), act]));
  const rules = lines.map(({ line, cells }) => ({
    line,
    act: table.oneOf(line, '決裁の種類', cells.決裁の種類, acts),
    upTo: table.read(line, '上限額', () => parseYen(cells.上限額)),
    steps: partsOf(table.needed(line, '決裁の順', cells.決裁の順), /[→>＞]/).map((step) => {
      const [, post = step, role] = /^(.*?)[（(](.+)[）)]$/.exec(step) ?? [];
      table.known(line, '決裁の順', post, posts, POSTS);
      return { post, role: role === undefined ? ('approve' as const) : table.oneOf(line, '決裁の順', role, ROLES) };
    }),
  }));
  return { basis: town?.authority?.basis ?? '', validFrom: town?.authority?.validFrom ?? null, rules };
}
