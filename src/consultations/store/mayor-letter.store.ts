import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Between } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { firstDayOf, lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LetterState, MayorLetter } from '../domain/mayor-letter.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import { MayorLetterRow } from './mayor-letter-row.js';

type Received = Pick<
  MayorLetter,
  | 'id'
  | 'topic'
  | 'subject'
  | 'body'
  | 'wantsAnswer'
  | 'mayPublish'
  | 'name'
  | 'mail'
  | 'address'
  | 'source'
  | 'receivedOn'
  | 'enteredBy'
  | 'dueOn'
  | 'fiscalYear'
>;

/** A part of a list, and how long the whole is. */
export interface LettersInPart {
  readonly letters: readonly MayorLetter[];
  readonly total: number;
}

const OPEN: readonly LetterState[] = ['unread', 'considering', 'deciding'];
const PUBLISHED = { state: 'answered', publishes: true, takenDownOn: IsNull() } as const;
const NEWEST = { closedOn: 'DESC', number: 'DESC' } as const;

/** Of everybody's letters, those of one person in charge; of all where it says nobody. */
export interface InCharge {
  readonly staffId?: string;
}

const within = ({ from, most }: PartOfList) => ({ skip: from, take: most });

/** Letters to the head of the town. */
@Injectable()
export class MayorLetterStore {
  /** Of these letters those of which this person is in charge. */
  async inChargeOf(tx: Transaction, staffId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.manager.find(MayorLetterRow, { select: { id: true }, where: { id: In([...ids]), staffId } });
    return new Set(rows.map(({ id }) => id));
  }

  /** Gives it the next number of its year. */
  async add(tx: Transaction, codeHash: string, letter: Received): Promise<void> {
    const { fiscalYear } = letter;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `mayor-letters ${tx.municipalityId} ${String(fiscalYear)}`,
    ]);
    const number = ((await tx.manager.maximum(MayorLetterRow, 'number', { fiscalYear })) ?? 0) + 1;
    const first = { state: 'unread', version: 1, answer: '', closingReason: '', takenDownReason: '' } as const;
    const unpublished = { publishes: false, publicSubject: '', publicBody: '', publicAnswer: '' };
    const row = { ...letter, ...first, ...unpublished, number, codeHash, sentAt: tx.now };
    await tx.manager.insert(MayorLetterRow, { ...row, municipalityId: tx.municipalityId });
  }

  /** Two sendings of one form come one after the other. */
  async holdCode(tx: Transaction, codeHash: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId} ${codeHash}`]);
  }

  async byCode(tx: Transaction, codeHash: string): Promise<MayorLetter | null> {
    const row = await tx.manager.findOneBy(MayorLetterRow, { codeHash });
    return row && toLetter(row);
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<MayorLetter> {
    return found(await tx.manager.findOneBy(MayorLetterRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<MayorLetter> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found(await tx.manager.findOne(MayorLetterRow, { where: { id }, lock }));
  }

  /** A part of what waits for an answer, the first due first. */
  async open(tx: Transaction, part: PartOfList, of: InCharge = {}): Promise<MayorLetter[]> {
    const where = { ...of, state: In([...OPEN]) };
    const order = { dueOn: 'ASC', sentAt: 'ASC', id: 'ASC' } as const;
    return (await tx.manager.find(MayorLetterRow, { where, order, ...within(part) })).map(toLetter);
  }

  /** A part of what is answered or needs none, of letters that arrived in this year; newest first. */
  async closed(tx: Transaction, fiscalYear: FiscalYear, part: PartOfList, of: InCharge = {}): Promise<LettersInPart> {
    const where = { ...of, state: In(['answered', 'no-answer']), fiscalYear };
    const order = { number: 'DESC' } as const;
    const [rows, total] = await tx.manager.findAndCount(MayorLetterRow, { where, order, ...within(part) });
    return { letters: rows.map(toLetter), total };
  }

  /** Years in which letters arrived, newest first. */
  async years(tx: Transaction): Promise<FiscalYear[]> {
    const rows = await tx.query<{ year: FiscalYear }>(
      'SELECT DISTINCT fiscal_year AS year FROM mayor_letters WHERE municipality_id = $1 ORDER BY 1 DESC',
      [tx.municipalityId],
    );
    return rows.map(({ year }) => year);
  }

  /** A part of what residents may read, answered in this year; newest first. A blank topic is every topic. */
  async published(tx: Transaction, year: FiscalYear, topic: string, part: PartOfList): Promise<LettersInPart> {
    const where = {
      ...PUBLISHED,
      closedOn: Between(firstDayOf(year), lastDayOf(year)),
      ...(topic !== '' && { topic }),
    };
    const [rows, total] = await tx.manager.findAndCount(MayorLetterRow, { where, order: NEWEST, ...within(part) });
    return { letters: rows.map(toLetter), total };
  }

  /** Of every year, those that were answered last. */
  async newestPublished(tx: Transaction, most: number): Promise<MayorLetter[]> {
    const rows = await tx.manager.find(MayorLetterRow, { where: PUBLISHED, order: NEWEST, take: most });
    return rows.map(toLetter);
  }

  /** Days on which published letters were answered. */
  async publishedDays(tx: Transaction): Promise<LocalDate[]> {
    const rows = await tx.query<{ day: LocalDate }>(
      `SELECT DISTINCT to_char(closed_on, 'YYYY-MM-DD') AS day FROM mayor_letters
        WHERE municipality_id = $1 AND state = 'answered' AND publishes AND taken_down_on IS NULL ORDER BY 1 DESC`,
      [tx.municipalityId],
    );
    return rows.map(({ day }) => day);
  }

  /** How many wait, and how many of them since before their day. */
  async countOpen(tx: Transaction, of: InCharge = {}): Promise<{ unread: number; open: number; overdue: number }> {
    const where = { ...of, state: In([...OPEN]) };
    const [open, unread, inTime] = [
      await tx.manager.countBy(MayorLetterRow, where),
      await tx.manager.countBy(MayorLetterRow, { ...of, state: 'unread' }),
      await tx.manager.countBy(MayorLetterRow, { ...where, dueOn: MoreThanOrEqual(tx.today) }),
    ];
    return { unread, open, overdue: open - inTime };
  }

  /** The caller holds the row. */
  async change(tx: Transaction, { id, version }: MayorLetter, changes: Partial<MayorLetter>): Promise<void> {
    await tx.manager.update(MayorLetterRow, { id }, { ...changes, version: version + 1 } as never);
  }

  /** Erases names and addresses of letters that were closed before `day`; says of how many. */
  async eraseClosedBefore(tx: Transaction, day: LocalDate): Promise<number> {
    const [erased] = await tx.query<{ count: string }>(
      `WITH erased AS (
         UPDATE mayor_letters SET name = NULL, mail = NULL, address = NULL, erased_on = $3
          WHERE municipality_id = $1 AND erased_on IS NULL AND closed_on < $2
         RETURNING 1)
       SELECT count(*) FROM erased`,
      [tx.municipalityId, day, tx.today],
    );
    return Number(erased?.count);
  }
}

function found(row: MayorLetterRow | null): MayorLetter {
  if (!row) throw DomainError.notFound();
  return toLetter(row);
}

function toLetter(row: MayorLetterRow): MayorLetter {
  const { municipalityId: _town, codeHash: _hash, ...letter } = row;
  return letter;
}
