import { Injectable } from '@nestjs/common';
import { refuseOversizedFields, type Fields } from '../../forms/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { blankOpinion, readOpinion, type Opinion } from '../domain/opinion.js';
import { SIDE_LABELS, sidesOf, verificationMachine, type Side, type Verification } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { noted } from './noted.js';
import { VerificationGrounds } from './verification-grounds.js';

const LONGEST_MEETING = 80;

export interface WriteOpinionCommand {
  readonly verificationId: string;
  readonly side: Side;
  /** Of the opinion, as the page was filled; 0 where nothing was written. */
  readonly version: number;
  readonly fields: Fields;
  /** Of a paper or a meeting; null: today. */
  readonly saidOn: LocalDate | null;
  /** What the meeting of the panel is called from whose record staff enter its answer; blank of the other sides. */
  readonly meeting: string;
  /** Give it: everything is asked. Else it is kept as it is. */
  readonly give: boolean;
}

/**
 * An officer says what the organisation thinks; staff what the section thinks, what stands in the record of a panel that does not
 * answer by itself, and what an organisation handed in on paper. Faults at `form.<question>`, `saidOn`, `meeting`; throws
 * `verifications.*`.
 */
@Injectable()
export class WriteOpinion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly grounds: VerificationGrounds,
  ) {}

  execute(actor: Actor, command: WriteOpinionCommand): Promise<void> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion');
    refuseOversizedFields(command.fields);
    return this.unitOfWork.run(actor, (tx) => this.write(tx, command));
  }

  private async write(tx: Transaction, command: WriteOpinionCommand): Promise<void> {
    const { verificationId, side, version, fields, give } = command;
    const verification = await this.verifications.lock(tx, verificationId);
    const sheet = await this.grounds.sheetOf(tx, verification);
    const mine = tx.actor.kind === 'officer' ? ['organization'] : sidesOf(sheet);
    if (!mine.includes(side)) throw DomainError.notFound();
    nextState(verificationMachine, 'verifications.not-open', verification.state, 'write');
    const before = (await this.opinions.of(tx, verificationId)).find((each) => each.side === side);
    const onPaper = side !== 'staff' && tx.actor.kind !== 'officer';
    if (onPaper) refuseTheirs(verification, side, before);
    const opinion = before ?? blankOpinion(side);
    if (opinion.version !== version) throw new DomainError('verifications.opinion-moved-on', 'stale');
    const given = give
      ? this.given(tx, verification, sheet, command)
      : { given: opinion.given, saidOn: opinion.saidOn };
    const meeting = side === 'panel' ? command.meeting.trim() : '';
    const written = { side, fields, onPaper, meeting, answeredBy: null, version: version + 1 };
    await this.opinions.put(tx, verificationId, { ...written, ...given });
    if (!give) return;
    noted(tx, verification, 'verification.opinion-given', { side: SIDE_LABELS[side] });
  }

  private given(
    tx: Transaction,
    { openedOn }: Verification,
    sheet: VerificationSheet,
    { side, fields, saidOn, meeting }: WriteOpinionCommand,
  ): Pick<Opinion, 'given' | 'saidOn'> {
    const { answers, faults } = readOpinion(sheet, fields);
    const day = saidOn ?? tx.today;
    const early = day < openedOn ? [{ pointer: 'saidOn', code: 'verifications.said-before-opening' }] : [];
    const late = day > tx.today ? [{ pointer: 'saidOn', code: 'verifications.said-later' }] : [];
    const held = side === 'panel' ? meetingFaults(meeting.trim()) : [];
    refuseWhenFaulty([...held, ...late, ...early, ...faults]);
    return { given: answers, saidOn: day };
  }
}

/** Whoever answers by themselves is not overwritten. */
function refuseTheirs({ meetingId }: Verification, side: Side, before: Opinion | undefined): void {
  if (side === 'organization' && before && !before.onPaper) {
    throw new DomainError('verifications.written-by-organization', 'conflict');
  }
  if (side === 'panel' && meetingId !== null) throw new DomainError('verifications.with-panel', 'conflict');
}

function meetingFaults(meeting: string): Fault[] {
  if (meeting === '') return [{ pointer: 'meeting', code: 'verifications.meeting-name-missing' }];
  const params = { max: LONGEST_MEETING };
  return [...meeting].length > LONGEST_MEETING ? [{ pointer: 'meeting', code: 'common.too-long', params }] : [];
}
