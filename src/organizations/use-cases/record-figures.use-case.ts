import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { holding, readFigures, type FigureKind, type TypedFigures } from '../domain/figures.js';
import { Faults } from '../domain/typed-text.js';
import { FigureStore } from '../store/figure.store.js';
import { OrganizationProfiles } from '../store/organization-profiles.store.js';

export interface RecordFiguresCommand {
  readonly fiscalYear: FiscalYear;
  readonly figures: readonly { readonly kind: FigureKind; readonly typed: TypedFigures }[];
}

/** Enters the year's figures of all organisations; what they replace stays in the history. */
@Injectable()
export class RecordFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: OrganizationProfiles,
    private readonly store: FigureStore,
  ) {}

  /** The number of figures that were new or changed. Faults at their cells, also where somebody else was quicker. */
  execute(actor: Actor, { fiscalYear, figures }: RecordFiguresCommand): Promise<number> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const organizations = await this.profiles.list(tx);
      const known = holding(await this.store.history(tx, fiscalYear));
      const faults = new Faults();
      const entries = figures.flatMap(({ kind, typed }) => readFigures(kind, typed, organizations, known, faults));
      refuseWhenFaulty(faults.list);
      await this.store.record(tx, fiscalYear, entries);
      for (const organizationId of new Set(entries.map((entry) => entry.organizationId))) {
        tx.audit({
          action: 'organization.figures-recorded',
          subjectKind: 'organization',
          subjectId: organizationId,
          organizationId,
        });
      }
      return entries.length;
    });
  }
}
