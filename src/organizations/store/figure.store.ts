import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Figure, NewFigure } from '../domain/figures.js';
import { FigureRow } from './figure-row.js';

/** Figures of a year, every one with those that it replaced. */
@Injectable()
export class FigureStore {
  /** What was entered in this year, newest first. */
  async history(tx: Transaction, fiscalYear: FiscalYear): Promise<Figure[]> {
    const rows = await tx.manager.find(FigureRow, {
      where: { fiscalYear },
      order: { recordedAt: 'DESC', number: 'DESC', organizationId: 'ASC', name: 'ASC' },
    });
    return rows.map(toFigure);
  }

  async of(tx: Transaction, organizationId: string, fiscalYear: FiscalYear): Promise<Figure[]> {
    const rows = await tx.manager.find(FigureRow, {
      where: { organizationId, fiscalYear },
      order: { name: 'ASC', number: 'DESC' },
    });
    return rows.map(toFigure);
  }

  /** Throws stale when somebody else has entered one of them since they were read. */
  async record(tx: Transaction, fiscalYear: FiscalYear, figures: readonly NewFigure[]): Promise<void> {
    if (figures.length === 0) return;
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(FigureRow)
      .values(
        figures.map((figure) => ({
          ...figure,
          municipalityId: tx.municipalityId,
          fiscalYear,
          recordedBy: tx.actor.name,
          recordedAt: tx.now,
        })),
      )
      .orIgnore()
      .returning('number')
      .execute();
    if ((raw as unknown[]).length !== figures.length) throw DomainError.stale();
  }
}

const toFigure = ({ municipalityId: _town, fiscalYear: _year, ...figure }: FigureRow): Figure => figure;
