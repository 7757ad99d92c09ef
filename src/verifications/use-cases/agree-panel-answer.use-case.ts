import { Injectable } from '@nestjs/common';
import { refuseOversizedFields, type Fields } from '../../forms/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { meetingInWords } from '../domain/meeting-words.js';
import { answeredIn, speakerOf } from '../domain/member-sheet.js';
import { blankOpinion, readOpinion } from '../domain/opinion.js';
import { SIDE_LABELS, verificationMachine } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { noted } from './noted.js';
import { PanelTables } from './panel-table.js';
import { VerificationGrounds } from './verification-grounds.js';

export interface AgreedAnswerCommand {
  readonly verificationId: string;
  /** Of the panel's answer, as the page was filled. */
  readonly version: number;
  readonly fields: Fields;
  /** It is the panel's answer from now on. Else it is kept as it is. */
  readonly give: boolean;
}

/** The chair, on the day of the meeting or later, makes one answer of the panel out of what its members answered. */
@Injectable()
export class AgreePanelAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly tables: PanelTables,
    private readonly grounds: VerificationGrounds,
  ) {}

  /** Faults at `form.<question>`; throws `verifications.meeting-not-held`, `verifications.no-member-answered`. */
  execute(actor: Actor, { verificationId, version, fields, give }: AgreedAnswerCommand): Promise<void> {
    requireDuty(actor, 'panel');
    refuseOversizedFields(fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const verification = await this.verifications.lock(tx, verificationId);
      const { sitting, members, own } = await this.tables.ofMember(tx, verification);
      if (speakerOf(members) !== own) throw DomainError.notFound();
      nextState(verificationMachine, 'verifications.not-open', verification.state, 'write');
      const before = (await this.opinions.of(tx, verificationId)).find(({ side }) => side === 'panel');
      if (before?.onPaper && before.given) throw new DomainError('verifications.panel-answered', 'conflict');
      const opinion = before ?? blankOpinion('panel');
      if (opinion.version !== version) throw new DomainError('verifications.opinion-moved-on', 'stale');
      const next = { ...opinion, fields, onPaper: false, version: version + 1 };
      if (!give) return this.opinions.put(tx, verificationId, next);
      if (sitting.heldOn > tx.today) throw new DomainError('verifications.meeting-not-held', 'conflict');
      const answeredBy = answeredIn(members).length;
      if (answeredBy === 0) throw new DomainError('verifications.no-member-answered', 'conflict');
      const { answers, faults } = readOpinion(await this.grounds.sheetOf(tx, verification), fields);
      refuseWhenFaulty(faults);
      const at = { meeting: meetingInWords(sitting), saidOn: sitting.heldOn, answeredBy };
      await this.opinions.put(tx, verificationId, { ...next, ...at, given: answers });
      noted(tx, verification, 'verification.opinion-given', { side: SIDE_LABELS.panel });
    });
  }
}
