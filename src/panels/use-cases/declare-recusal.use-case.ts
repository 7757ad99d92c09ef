import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readReason } from '../domain/reason.js';
import { MeetingStore } from '../store/meeting.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { PanelSeats } from './panel-seats.js';

/** 忌避: a member withdraws from one case for a reason, before the scoring is closed; it cannot be taken back. */
@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingStore,
    private readonly sheets: SheetStore,
    private readonly seats: PanelSeats,
  ) {}

  /** Fault at `reason`; `panels.sheet-locked` once the scoring is closed. */
  execute(actor: Actor, command: { readonly caseId: string; readonly reason: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { item, meeting, staffId } = await this.seats.caseOfMember(tx, command.caseId);
      const reason = readReason(command.reason, 'reason', 'panels.recusal-reason-missing');
      const { state } = await this.meetings.getForScoring(tx, meeting.id);
      if (state !== 'scoring') throw new DomainError('panels.sheet-locked', 'conflict');
      await this.sheets.recuse(tx, item.id, staffId, reason);
      const { organizationId } = item;
      const subject = { subjectKind: 'panel-meeting', subjectId: meeting.id };
      tx.audit({ action: 'panel-meeting.recused', ...subject, organizationId, detail: { staffId } });
    });
  }
}
