import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseDay } from '../../kernel/local-date.js';
import { parseYen } from '../../kernel/yen.js';
import { readCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { AFTER_END, type AfterEnd } from '../domain/after-end.js';
import { demandYear, readDemandNumber, type RepaymentDemand } from '../domain/demand.js';
import { standingReceipts } from '../domain/receipt.js';
import { QUESTION_OF, sameSlip, type QuestionWhy } from '../domain/receipt-question.js';
import { ReceiptQuestionStore } from '../store/receipt-question.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RecordReceipt, type SlipFacts } from './record-receipt.use-case.js';
import { RepaymentFiles } from './repayment-files.js';

export const RECEIPT_COLUMNS = ['返還番号', '領収日', '金額', '領収番号'] as const;
/**
 * 理由: of a slip that comes after the closing of its line's year, that is older than the letter, or of money after the end of its
 * claim that is taken otherwise than usual; 扱い: 歳入 or 過誤納, how. A list without them is taken as it is.
 */
export const REASON_COLUMN = '理由';
export const AFTER_END_COLUMN = '扱い';
/** What the first of them was called before. */
const LATE_COLUMN = '閉鎖後に入力する理由';
const MORE = [REASON_COLUMN, AFTER_END_COLUMN, LATE_COLUMN] as const;
type Header = (typeof RECEIPT_COLUMNS)[number] | (typeof MORE)[number];
type Cells = Readonly<Record<Header, string>>;

export const AFTER_END_WORDS: Readonly<Record<AfterEnd, string>> = { revenue: '歳入', excess: '過誤納' };

interface ReadLine {
  readonly line: number;
  readonly demand: RepaymentDemand;
  readonly facts: SlipFacts;
  readonly lateReason: string;
  readonly afterEnd: AfterEnd | 'usual';
}

/**
 * 領収済一覧 of the bank or the accounting system: one receipt a line, in the order of 領収日. One faulty line and nothing is
 * taken; every one is named at the field `file`. A line that was taken before, by its 領収番号, changes nothing. One that brings
 * more than is owed, or looks like a receipt that stands by another number, is not taken: it stands as a question.
 */
@Injectable()
export class ImportReceipts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
    private readonly questions: ReceiptQuestionStore,
    private readonly recording: RecordReceipt,
  ) {}

  /** `questions`: how many of them wait for an answer. */
  execute(actor: Actor, bytes: Buffer): Promise<{ taken: number; known: number; questions: number }> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const typed = linesOf(bytes);
    return this.unitOfWork.run(actor, async (tx) => {
      const faults: Fault[] = [];
      const lines: ReadLine[] = [];
      for (const { line, cells } of typed) {
        const read = await atLine(line, faults, () => this.read(tx, line, cells));
        if (read) lines.push(read);
      }
      // Taken in the order of their ids, as every transaction takes several of these locks.
      await this.demands.lock(tx, [...new Set(lines.map(({ demand }) => demand.id))]);
      let [taken, questions] = [0, 0];
      for (const line of lines.toSorted((a, b) => a.facts.receivedOn.localeCompare(b.facts.receivedOn))) {
        const outcome = await atLine(line.line, faults, () => this.take(tx, line));
        if (outcome === 'taken') taken += 1;
        if (outcome === 'question') questions += 1;
      }
      if (faults.length > 0) throw DomainError.invalid(faults, 'repayments.list-faulty');
      return { taken, known: lines.length - taken - questions, questions };
    });
  }

  private async read(tx: Transaction, line: number, cells: Cells): Promise<ReadLine> {
    const number = readDemandNumber(cells.返還番号);
    const demand = number && (await this.demands.ofNumber(tx, demandYear(number), number.number));
    if (!demand) throw new DomainError('repayments.line-unknown', 'invalid', { number: cells.返還番号 });
    const receivedOn = parseDay(cells.領収日);
    if (!receivedOn) throw new DomainError('repayments.line-day-missing');
    const amount = parseYen(cells.金額);
    if (!amount) throw new DomainError('repayments.amount-missing');
    const slipNumber = cells.領収番号.trim();
    if (slipNumber === '') throw new DomainError('repayments.line-slip-missing');
    const lateReason = (cells[REASON_COLUMN] || cells[LATE_COLUMN]).trim();
    const said = cells[AFTER_END_COLUMN].trim();
    const afterEnd = said === '' ? 'usual' : AFTER_END.find((each) => AFTER_END_WORDS[each] === said);
    if (!afterEnd) throw new DomainError('repayments.line-after-end-unknown', 'invalid', { said });
    return { line, demand, facts: { receivedOn, amount, slipNumber }, lateReason, afterEnd };
  }

  private async take(tx: Transaction, line: ReadLine): Promise<'taken' | 'known' | 'question'> {
    const { facts, lateReason, afterEnd } = line;
    const demand = await this.demands.find(tx, line.demand.id);
    const { receipts } = await this.files.of(tx, demand);
    const isThis = (before: SlipFacts): boolean =>
      sameSlip(before.slipNumber, facts.slipNumber) &&
      before.amount === facts.amount &&
      before.receivedOn === facts.receivedOn;
    const asked = await this.questions.ofDemand(tx, demand.id);
    if (standingReceipts(receipts).some(isThis) || asked.some((each) => each.answer !== 'taken' && isThis(each)))
      return 'known';
    const taking = { requestId: randomUUID(), takesExcess: false, another: false, lateReason, afterEnd };
    try {
      await this.recording.take(tx, demand, facts, taking);
      return 'taken';
    } catch (error) {
      // Refused before anything was written.
      const why = error instanceof DomainError ? questionIn(error) : null;
      if (why === null) throw error;
      await this.questions.ask(tx, { demandId: demand.id, why, ...facts, lateReason, afterEnd });
      return 'question';
    }
  }
}

/** null where the line has a fault beside. */
function questionIn({ faults }: DomainError): QuestionWhy | null {
  const whys = faults.map(({ code }) => QUESTION_OF[code]);
  const [why] = whys;
  return why !== undefined && whys.every((each) => each !== undefined) ? why : null;
}

function linesOf(bytes: Buffer): ReturnType<typeof readCsv<Header>> {
  try {
    const lines = readCsv(bytes, RECEIPT_COLUMNS, MORE, { words: [REASON_COLUMN, LATE_COLUMN] });
    if (lines.length === 0) throw new DomainError('repayments.list-empty');
    return lines;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer: 'file', code: error.code, params: error.params }]);
  }
}

/** What the form asks for in a field of its own stands in a column here. */
const IN_A_LIST: Readonly<Record<string, string>> = {
  'repayments.late-reason-missing': 'repayments.line-late-reason-missing',
  'repayments.received-before-letter': 'repayments.line-before-letter',
  'repayments.after-end-reason-missing': 'repayments.line-after-end-reason-missing',
};

/** A refusal of one line stands at the file and says which line it is; the others are read all the same. */
async function atLine<T>(line: number, faults: Fault[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const told = error.faults.length > 0 ? error.faults : [{ code: error.code, params: error.params }];
    for (const { code, params = {} } of told)
      faults.push({
        pointer: 'file',
        code: IN_A_LIST[code] ?? code,
        params: { ...params, inRow: `${String(line)}行目` },
      });
    return null;
  }
}
