import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DraftDesk, type Played } from './draft-desk.js';

export interface ApproveDraftCommand {
  readonly draftId: string;
  /** The digest that the approver's page showed, for every item of the draft. */
  readonly shownDigests: Readonly<Record<string, string>>;
  readonly comment: string;
  /** The step that the page showed: with it, an act can never land on another step. Left out, the step that waits for the actor. */
  readonly step?: number;
}

/** 承認, 同意 (合議) or, at the last post, 決裁: which makes every case so in the same transaction. */
@Injectable()
export class ApproveDraft {
  constructor(private readonly desk: DraftDesk) {}

  execute(actor: Actor, { draftId, shownDigests, comment, step }: ApproveDraftCommand): Promise<Played> {
    const act = { kind: 'approve', shown: shownDigests, comment, ...(step !== undefined && { step }) } as const;
    return this.desk.act(actor, draftId, act);
  }
}
