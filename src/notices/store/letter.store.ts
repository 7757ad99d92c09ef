import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BatchProgress, IssuedLetter, LetterView } from '../domain/issued-letter.js';
import { LetterRow } from './letter-row.js';

/** Columns of a letter at its issue; everything later starts empty. */
export type NewLetter = Pick<
  LetterRow,
  | 'id'
  | 'kind'
  | 'title'
  | 'sectionId'
  | 'fiscalYear'
  | 'serial'
  | 'branch'
  | 'number'
  | 'content'
  | 'subjectKind'
  | 'subjectId'
  | 'organizationId'
  | 'issuedOn'
  | 'batchId'
  | 'delivery'
  | 'checkCode'
>;

@Injectable()
export class LetterStore {
  /**
   * The next number of the section's year. The row of the series is locked until the transaction ends, so that
   * simultaneous issues wait for each other and a rolled-back issue leaves no gap.
   */
  async takeSerial(tx: Transaction, sectionId: string, year: FiscalYear): Promise<number> {
    const [row] = await tx.query<{ serial: number }>(
      `INSERT INTO letter_series (municipality_id, section_id, fiscal_year, last_number) VALUES ($1, $2, $3, 1)
       ON CONFLICT (municipality_id, section_id, fiscal_year)
       DO UPDATE SET last_number = letter_series.last_number + 1 RETURNING last_number AS serial`,
      [tx.municipalityId, sectionId, year],
    );
    if (!row) throw new Error('the series gave no number');
    return row.serial;
  }

  /** The next branch of a number (の2, の3 …); the caller holds the lock of the letter that has the number. */
  async nextBranch(tx: Transaction, parent: LetterRow): Promise<number> {
    const [row] = await tx.query<{ branch: number }>(
      `SELECT coalesce(max(branch), 1)::int + 1 AS branch FROM letters
        WHERE section_id = $1 AND fiscal_year = $2 AND serial = $3`,
      [parent.sectionId, parent.fiscalYear, parent.serial],
    );
    return row?.branch ?? 2;
  }

  async hasNumber(tx: Transaction, number: string): Promise<boolean> {
    return tx.manager.existsBy(LetterRow, { number });
  }

  /** False when the number is already somebody's. */
  async add(tx: Transaction, letter: NewLetter): Promise<boolean> {
    const { identifiers } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(LetterRow)
      .values({
        ...letter,
        municipalityId: tx.municipalityId,
        issuedAt: tx.now,
        issuedBy: tx.actor.name,
        state: 'issued',
      } as never)
      .orIgnore()
      .returning('id')
      .execute()
      .then((result) => ({ identifiers: result.raw as unknown[] }));
    return identifiers.length === 1;
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<LetterRow> {
    const row = await tx.manager.findOneBy(LetterRow, { id });
    if (!row) throw DomainError.notFound();
    return row;
  }

  /** The letter that bears this code, once it is drawn and its day has come; null: there is none. */
  ofCheckCode(tx: Transaction, checkCode: string): Promise<LetterRow | null> {
    return tx.manager.findOneBy(LetterRow, { checkCode, sha256: Not(IsNull()), issuedOn: LessThanOrEqual(tx.today) });
  }

  /** The same by the SHA-256 of its PDF. */
  ofHash(tx: Transaction, sha256: string): Promise<LetterRow | null> {
    return tx.manager.findOneBy(LetterRow, { sha256, checkCode: Not(IsNull()), issuedOn: LessThanOrEqual(tx.today) });
  }

  /** As `find`, and nobody else changes it until this transaction ends. */
  async findForUpdate(tx: Transaction, id: string): Promise<LetterRow> {
    const row = await tx.manager.findOne(LetterRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return row;
  }

  async change(tx: Transaction, id: string, changes: Partial<LetterRow>): Promise<void> {
    await tx.manager.update(LetterRow, { municipalityId: tx.municipalityId, id }, changes);
  }

  async ofSubject(tx: Transaction, subjectKind: string, subjectId: string): Promise<LetterRow[]> {
    return tx.manager.find(LetterRow, { where: { subjectKind, subjectId }, order: { issuedAt: 'ASC', id: 'ASC' } });
  }

  /** About any of these records, oldest first. */
  async ofRecords(tx: Transaction, subjectIds: readonly string[]): Promise<LetterRow[]> {
    return tx.manager.find(LetterRow, {
      where: { subjectId: In([...subjectIds]) },
      order: { issuedAt: 'ASC', id: 'ASC' },
    });
  }

  /** What lies in an organisation's inbox, newest first: its day has come, drawn, delivered electronically, not made void. */
  async inbox(tx: Transaction, organizationId: string): Promise<LetterRow[]> {
    return tx.manager.find(LetterRow, {
      where: { organizationId, delivery: 'electronic', state: 'drawn', issuedOn: LessThanOrEqual(tx.today) },
      order: { issuedOn: 'DESC', issuedAt: 'DESC', id: 'ASC' },
    });
  }

  /** Counted from the rows themselves: the queue may lose its own count. */
  async progress(tx: Transaction, batchId: string): Promise<BatchProgress> {
    const [row] = await tx.query<BatchProgress>(
      `SELECT count(*)::int AS total,
              (count(*) FILTER (WHERE state = 'drawn'))::int AS drawn,
              (count(*) FILTER (WHERE state = 'failed'))::int AS failed
         FROM letters WHERE batch_id = $1 AND state <> 'void'`,
      [batchId],
    );
    return row ?? { total: 0, drawn: 0, failed: 0 };
  }
}

export function toIssuedLetter(row: LetterRow, today: LocalDate): IssuedLetter {
  const { municipalityId: _town, content, serial, branch: _branch, ...rest } = row;
  const { openedBy: _opener, dispatchedBy: _sender, voidedBy: _voider, drawnAt: _drawn, ...line } = rest;
  return {
    ...line,
    fiscalYear: fiscalYear(row.fiscalYear),
    scheduled: row.issuedOn > today,
    ownSeries: serial !== null,
    addressee: content.addressee.organization || content.addressee.person,
  };
}

export const toLetterView = (row: LetterRow, today: LocalDate): LetterView => ({
  ...toIssuedLetter(row, today),
  letter: row.content,
});
