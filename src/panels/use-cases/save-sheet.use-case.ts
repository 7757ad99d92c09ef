import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readSheet, type TypedSheet } from '../domain/sheet.js';
import { MeetingStore } from '../store/meeting.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { PanelSeats } from './panel-seats.js';

export interface SaveSheetCommand {
  readonly caseId: string;
  /** The save that the page was filled from; 0 for the first. */
  readonly version: number;
  readonly typed: TypedSheet;
}

/** Keeps the acting member's own sheet, whole or begun, until the scoring is closed. */
@Injectable()
export class SaveSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingStore,
    private readonly sheets: SheetStore,
    private readonly seats: PanelSeats,
  ) {}

  /** Faults at `points.<criterion>`, `remarks.<criterion>`, `overall`; `panels.sheet-locked`, `panels.sheet-saved-elsewhere`. */
  execute(actor: Actor, { caseId, version, typed }: SaveSheetCommand): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { item, meeting, staffId } = await this.seats.caseOfMember(tx, caseId);
      const { state } = await this.meetings.getForScoring(tx, meeting.id);
      if (state !== 'scoring') throw new DomainError('panels.sheet-locked', 'conflict');
      const { sheet, faults } = readSheet(item.rubric, typed);
      refuseWhenFaulty(faults);
      return { version: await this.sheets.save(tx, caseId, staffId, version, sheet) };
    });
  }
}
