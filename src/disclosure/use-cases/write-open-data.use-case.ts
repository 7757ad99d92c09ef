import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { GRANT_COLUMNS } from '../domain/open-data/grant-columns.js';
import { PublicGrantLists } from '../store/public-grant-lists.js';

/** The files of open data: everything that is public, and nothing about a person. */
@Injectable()
export class WriteOpenData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: PublicGrantLists,
  ) {}

  /** UTF-8 with BOM; amounts as bare numbers. */
  grantsCsv(actor: Actor, year?: FiscalYear): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => writeCsv(GRANT_COLUMNS, await this.lists.all(tx, year)));
  }
}
