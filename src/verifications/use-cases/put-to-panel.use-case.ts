import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { Sittings } from '../../panels/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { sidesOf, verificationMachine } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { meetingInWords } from '../domain/meeting-words.js';
import { noted } from './noted.js';
import { VerificationGrounds } from './verification-grounds.js';

export interface PutToPanelCommand {
  readonly verificationId: string;
  readonly version: number;
  /** Blank where none is chosen; null takes it back from the panel. */
  readonly meetingId: string | null;
}

/** The meeting of a panel that answers a verification is named by staff, who may name another until it has answered. */
@Injectable()
export class PutToPanel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly grounds: VerificationGrounds,
    private readonly sittings: Sittings,
  ) {}

  /** Fault at `meetingId`; throws `verifications.panel-answered`, not-found where the sheet asks no panel. */
  execute(actor: Actor, { verificationId, version, meetingId }: PutToPanelCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const verification = await this.verifications.lock(tx, verificationId);
      if (verification.version !== version) throw DomainError.stale();
      nextState(verificationMachine, 'verifications.not-open', verification.state, 'write');
      if (!sidesOf(await this.grounds.sheetOf(tx, verification)).includes('panel')) throw DomainError.notFound();
      const panels = (await this.opinions.of(tx, verificationId)).find(({ side }) => side === 'panel');
      if (panels?.given) throw new DomainError('verifications.panel-answered', 'conflict');
      const offered = await this.sittings.since(tx, verification.openedOn);
      const chosen = offered.find((each) => each.meetingId === meetingId);
      if (meetingId !== null && !chosen) {
        throw DomainError.invalid([{ pointer: 'meetingId', code: 'verifications.meeting-missing' }]);
      }
      await this.verifications.change(tx, verification, { meetingId });
      const detail = { meeting: chosen ? meetingInWords(chosen) : '' };
      noted(tx, verification, chosen ? 'verification.put-to-panel' : 'verification.taken-from-panel', detail);
    });
  }
}
