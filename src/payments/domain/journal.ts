import type { Yen } from '../../kernel/yen.js';

/** Acts of the ledger that are booked twice (複式), by their name there. */
type JournalAct =
  'ordered' | 'order-cancelled' | 'paid' | 'payment-returned' | 'returned' | 'return-reversed' | 'reclassified';

interface JournalRule {
  /** The account of the ledger whose posting gives the amount. */
  readonly account: 'ordered' | 'paid' | 'returned';
  readonly words: string;
  readonly debit: string;
  readonly credit: string;
}

interface BookedPosting {
  readonly entry: string;
  readonly account: string;
  /** Signed. */
  readonly amount: Yen;
}

const COST = '補助金等';
const PAYABLE = '未払金';
const CASH = '現金預金';
/** Between the two lines of a 科目更正. */
const MOVED = '科目更正による振替';

/** 仕訳 of each act: an order makes the debt, the payment clears it; what takes an act back books it the other way round. */
const JOURNAL: Readonly<Record<JournalAct, JournalRule>> = {
  ordered: { account: 'ordered', words: '支出命令', debit: COST, credit: PAYABLE },
  'order-cancelled': { account: 'ordered', words: '支出命令の取消', debit: PAYABLE, credit: COST },
  paid: { account: 'paid', words: '支払', debit: PAYABLE, credit: CASH },
  'payment-returned': { account: 'paid', words: '組戻', debit: CASH, credit: PAYABLE },
  returned: { account: 'returned', words: '戻入', debit: CASH, credit: COST },
  'return-reversed': { account: 'returned', words: '戻入の取消', debit: COST, credit: CASH },
  reclassified: { account: 'ordered', words: '科目更正', debit: COST, credit: MOVED },
};

/** Of one posting: the line that a 科目更正 takes the cost off has it the other way round, and so has what came back of it. */
export function journalOf({ entry, account, amount }: BookedPosting): JournalRule | null {
  if (!isJournalAct(entry)) return null;
  const rule = JOURNAL[entry];
  if (entry !== 'reclassified') return rule.account === account ? rule : null;
  if (account !== 'ordered' && account !== 'returned') return null;
  const costComes = account === 'ordered' ? amount > 0n : amount < 0n;
  return costComes ? rule : { ...rule, debit: rule.credit, credit: rule.debit };
}

const isJournalAct = (entry: string): entry is JournalAct => Object.hasOwn(JOURNAL, entry);

/** 款・項・目・節・細節 as the town writes them in the code of a budget line, e.g. `02-01-07-18-001`; missing parts are blank. */
export function codeParts(code: string): { 款: string; 項: string; 目: string; 節: string; 細節: string } {
  const [chapter = '', section = '', item = '', object = '', ...further] = code.split(/[-‐－ー.]/);
  return { 款: chapter, 項: section, 目: item, 節: object, 細節: further.join('-') };
}

export const absolute = (amount: Yen): Yen => (amount < 0n ? -amount : amount) as Yen;
