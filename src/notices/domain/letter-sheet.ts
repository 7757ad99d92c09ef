import { formatYen, yen } from '../../kernel/yen.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Contact, Letter, LetterBlock } from './letter.js';

type PrintedBlock = Exclude<LetterBlock, { kind: 'working' }>;

/** A letter with everything decided, in the shape that the drawing takes. */
export interface PrintedLetter extends Pick<Letter, 'formLabel' | 'title' | 'titleNote' | 'addressee'> {
  readonly number: string | null;
  readonly date: string;
  readonly sender: { lines: readonly string[]; title: string; name: string; seal: 'space' | 'omitted' | 'none' };
  readonly blocks: readonly PrintedBlock[];
  readonly contact: { heading: string; lines: readonly string[] } | null;
  readonly author: string;
  /** 確認コード and the page that answers to it. */
  readonly check?: LetterCheck;
}

export interface LetterCheck {
  readonly code: string;
  /** The page where it is typed, e.g. `https://…/ogori/check`; with `/` and the code behind it the letter's own. */
  readonly page: string;
}

/** What is printed of a letter under this number and date (both fixed at 施行). */
export function printedLetter(
  letter: Letter,
  number: string | null,
  issuedOn: LocalDate,
  check?: LetterCheck,
): PrintedLetter {
  const { formLabel, title, titleNote, addressee, sender } = letter;
  return {
    formLabel,
    number,
    date: formatEra(issuedOn),
    addressee,
    sender: { lines: sender.lines ?? [], title: sender.title, name: sender.name, seal: sender.seal },
    title,
    titleNote,
    blocks: letter.blocks.map((block) => (block.kind === 'working' ? workingTable(block.working) : block)),
    contact: letter.contact && printedContact(letter.contact),
    ...(check && { check }),
    author: [...(sender.lines ?? []).slice(-1), sender.title].join('　'),
  };
}

const printedContact = ({ section, person, phone, mail }: Contact): { heading: string; lines: string[] } => ({
  heading: '（担当）',
  lines: [person ? `${section}　${person}` : section, `電話　${phone}`, ...(mail ? [`メール　${mail}`] : [])],
});

/** The working as the decision stored it: nothing is computed anew. */
export function workingTable(working: StoredWorking): Extract<LetterBlock, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: '算定の内訳',
    columns: [
      { label: '区分', align: 'start' },
      { label: '根拠', align: 'start' },
      { label: '算式', align: 'start' },
      { label: '金額', align: 'end' },
    ],
    rows: working.lines.map(({ label, article, formula, ...line }) => [label, article, formula, amount(line.yen)]),
    totals: ['合計', '', '', amount(working.total)],
  };
}

const amount = (digits: string): string => formatYen(yen(digits));
