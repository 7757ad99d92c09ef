import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { givenSides } from '../domain/opinion.js';
import { SIDE_LABELS, sidesOf, verificationMachine, waitingFor, type Verification } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { noted } from './noted.js';
import { VerificationGrounds } from './verification-grounds.js';

export interface DirectionCommand {
  readonly verificationId: string;
  /** As the page showed it. */
  readonly version: number;
  /** An option of the sheet's directions. */
  readonly direction: string;
  readonly reason: string;
}

const LONGEST_REASON = 1000;

/** 今後の方向性: what has to be there before it is decided, and what follows when it is. */
@Injectable()
export class Direction {
  constructor(
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly grounds: VerificationGrounds,
  ) {}

  /**
   * The verification, locked, with the direction as it is proposed. Faults at `direction`, `why`; throws
   * `verifications.opinions-missing`, and stale where it changed since it was shown.
   */
  async ready(
    tx: Transaction,
    { verificationId, version, direction, reason }: DirectionCommand,
  ): Promise<{ verification: Verification; proposed: Pick<Verification, 'direction' | 'directionLabel' | 'reason'> }> {
    const verification = await this.verifications.lock(tx, verificationId);
    if (verification.version !== version) throw DomainError.stale();
    nextState(verificationMachine, 'verifications.not-open', verification.state, 'propose');
    const sheet = await this.grounds.sheetOf(tx, verification);
    const given = givenSides(await this.opinions.of(tx, verificationId));
    const missing = waitingFor(verification, sidesOf(sheet), given, tx.today);
    if (missing.length > 0) {
      const sides = missing.map((side) => SIDE_LABELS[side]).join('、');
      throw new DomainError('verifications.opinions-missing', 'conflict', { sides });
    }
    const chosen = sheet.directions.find(({ id }) => id === direction);
    const why = reason.trim();
    refuseWhenFaulty([
      ...(chosen ? [] : [{ pointer: 'direction', code: 'verifications.direction-missing' }]),
      ...reasonFaults(why),
    ]);
    return { verification, proposed: { direction, directionLabel: chosen?.label ?? null, reason: why } };
  }

  /** It stands from now on, and waits for its letter. Announces VerificationDecided. */
  async decide(tx: Transaction, verification: Verification, decidedOn: LocalDate): Promise<void> {
    const { id, organizationId, directionLabel } = verification;
    const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'decide');
    const { direction, reason } = verification;
    await this.verifications.change(tx, verification, { state, decidedOn, direction, directionLabel, reason });
    noted(tx, verification, 'verification.decided', { direction: directionLabel ?? '' });
    tx.announce({ type: 'VerificationDecided', subjectId: id, organizationId });
  }
}

function reasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'why', code: 'verifications.reason-missing' }];
  const params = { most: LONGEST_REASON };
  return [...reason].length > LONGEST_REASON ? [{ pointer: 'why', code: 'verifications.reason-too-long', params }] : [];
}
