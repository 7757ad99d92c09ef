import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { RegisterFilter, RegisterPage } from '../domain/issued-letter.js';
import { LetterRow } from './letter-row.js';
import { toIssuedLetter } from './letter.store.js';

const PAGE_SIZE = 100;

/** 文書番号台帳 and 発送簿: the letters by year, section and number. */
@Injectable()
export class RegisterStore {
  async page(tx: Transaction, filter: RegisterFilter): Promise<RegisterPage> {
    const query = tx.manager
      .createQueryBuilder(LetterRow, 'letter')
      .where('letter.municipality_id = :town', { town: tx.municipalityId });
    narrow(query, filter);
    const total = await query.getCount();
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = Math.min(Math.max(1, filter.page ?? 1), pages);
    // what is being worked on stands in the order of its numbers, the register itself newest first
    const direction = filter.batchId !== undefined || filter.only === 'to-print' ? 'ASC' : 'DESC';
    const rows = await query
      .orderBy('letter.fiscalYear', direction)
      .addOrderBy('letter.issuedAt', direction)
      .addOrderBy('letter.serial', direction, 'NULLS LAST')
      .addOrderBy('letter.id')
      .skip((page - 1) * PAGE_SIZE)
      .take(PAGE_SIZE)
      .getMany();
    return { letters: rows.map((row) => toIssuedLetter(row, tx.today)), page, pages, total };
  }
}

function narrow(query: SelectQueryBuilder<LetterRow>, filter: RegisterFilter): void {
  const { fiscalYear, sectionId, batchId, only, search } = filter;
  if (fiscalYear !== undefined) query.andWhere('letter.fiscal_year = :fiscalYear', { fiscalYear });
  if (sectionId !== undefined) query.andWhere('letter.section_id = :sectionId', { sectionId });
  if (batchId !== undefined) query.andWhere('letter.batch_id = :batchId', { batchId });
  if (only === 'to-print') {
    query.andWhere(`letter.delivery = 'paper' AND letter.state = 'drawn' AND letter.dispatched_on IS NULL`);
  } else if (only === 'to-draw') query.andWhere(`letter.state IN ('issued', 'failed')`);
  else if (only === 'void') query.andWhere(`letter.state = 'void'`);
  else if (only === 'numbered') query.andWhere('letter.number IS NOT NULL');
  const text = search?.trim().normalize('NFKC');
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query.andWhere(
      // Both sides in one form: a full-width bracket or digit finds the half-width one.
      `(normalize(letter.number, NFKC) ILIKE :pattern OR normalize(letter.title, NFKC) ILIKE :pattern
        OR normalize(letter.content -> 'addressee' ->> 'organization', NFKC) ILIKE :pattern)`,
      { pattern },
    );
  }
}
