import { Injectable } from '@nestjs/common';
import { refuseOversizedFields, type Fields } from '../../forms/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { TableMember } from '../domain/member-sheet.js';
import { readOpinion } from '../domain/opinion.js';
import { verificationMachine, type Verification } from '../domain/verification.js';
import { MemberSheetStore } from '../store/member-sheet.store.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { noted } from './noted.js';
import { PanelTables } from './panel-table.js';
import { VerificationGrounds } from './verification-grounds.js';

const LONGEST_REASON = 1000;

export interface MemberAnswerCommand {
  readonly verificationId: string;
  /** Of the member's own sheet, as the page was filled. */
  readonly version: number;
  readonly fields: Fields;
  /** Give it: everything is asked. Else it is kept as it is. */
  readonly give: boolean;
}

/** A member of the panel answers the sheet alone, until the panel has agreed on one answer; or keeps away from it. */
@Injectable()
export class AnswerAsMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly sheets: MemberSheetStore,
    private readonly tables: PanelTables,
    private readonly grounds: VerificationGrounds,
  ) {}

  /** Faults at `form.<question>`; throws `verifications.panel-answered`. */
  execute(actor: Actor, { verificationId, version, fields, give }: MemberAnswerCommand): Promise<void> {
    requireDuty(actor, 'panel');
    refuseOversizedFields(fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const { verification, own } = await this.open(tx, verificationId);
      if (own.sheet.version !== version) throw new DomainError('verifications.opinion-moved-on', 'stale');
      const { answers, faults } = readOpinion(await this.grounds.sheetOf(tx, verification), fields);
      if (give) refuseWhenFaulty(faults);
      const given = give ? answers : own.sheet.given;
      await this.sheets.put(tx, verificationId, { ...own.sheet, fields, given, version: version + 1 });
      if (give) noted(tx, verification, 'verification.member-answered', { member: own.name });
    });
  }

  /** 忌避; it cannot be taken back. Fault at `reason`. */
  recuse(actor: Actor, verificationId: string, typed: string): Promise<void> {
    requireDuty(actor, 'panel');
    return this.unitOfWork.run(actor, async (tx) => {
      const { verification, own } = await this.open(tx, verificationId);
      const recused = typed.trim();
      refuseWhenFaulty([
        ...(recused === '' ? [{ pointer: 'reason', code: 'panels.recusal-reason-missing' }] : []),
        ...([...recused].length > LONGEST_REASON
          ? [{ pointer: 'reason', code: 'common.too-long', params: { max: LONGEST_REASON } }]
          : []),
      ]);
      const version = own.sheet.version + 1;
      await this.sheets.put(tx, verificationId, { ...own.sheet, fields: new Map(), given: null, recused, version });
      noted(tx, verification, 'verification.member-recused', { member: own.name });
    });
  }

  private async open(tx: Transaction, id: string): Promise<{ verification: Verification; own: TableMember }> {
    const verification = await this.verifications.lock(tx, id);
    const { own } = await this.tables.ofMember(tx, verification);
    nextState(verificationMachine, 'verifications.not-open', verification.state, 'write');
    const panels = (await this.opinions.of(tx, id)).find(({ side }) => side === 'panel');
    if (panels?.given) throw new DomainError('verifications.panel-answered', 'conflict');
    return { verification, own };
  }
}
