import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { changesBetweenEditions, type ChangedPart } from '../domain/editions/changes-between-editions.js';
import type { NamedEdition } from '../domain/editions/edition-in-words.js';
import type { ProgramDocument } from '../domain/program-document.js';
import type { ProgramVersion } from '../domain/program-version.js';
import { known } from './check-references.js';

/** What two editions say differently, with the names of what they refer to. */
@Injectable()
export class EditionChanges {
  constructor(
    private readonly budgets: BudgetLedger,
    private readonly municipalities: Municipalities,
  ) {}

  async between(
    tx: Transaction,
    before: Pick<ProgramVersion, 'document'>,
    after: Pick<ProgramVersion, 'document'>,
  ): Promise<ChangedPart[]> {
    return changesBetweenEditions(await this.named(tx, before.document), await this.named(tx, after.document));
  }

  private async named(tx: Transaction, document: ProgramDocument): Promise<NamedEdition> {
    const line = await known(document.budgetLineId, (id) => this.budgets.line(tx, id));
    const section = await known(document.handledBy, (id) => this.municipalities.sectionOf(tx, id));
    return {
      document,
      budgetLine: line ? `${line.code} ${line.name}` : '未定',
      handledBy: section ? `${section.name} ${section.unit}`.trim() : '未定',
    };
  }
}
