import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DraftDesk } from './draft-desk.js';

export interface WithdrawDraftCommand {
  readonly draftId: string;
  readonly reason: string;
}

/** 取下げ of a returned draft by its drafter: the reservations are released, the cases may be drafted again. Fault at `reason`. */
@Injectable()
export class WithdrawDraft {
  constructor(private readonly desk: DraftDesk) {}

  async execute(actor: Actor, { draftId, reason }: WithdrawDraftCommand): Promise<void> {
    await this.desk.act(actor, draftId, { kind: 'withdraw', reason });
  }
}
