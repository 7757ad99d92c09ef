import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Act } from '../domain/act.js';
import { DraftDesk, type Played } from './draft-desk.js';

/** The acts that need nothing from outside but the draft, its cases and who holds which post today. */
export type PlainAct = Exclude<Act, { readonly kind: 'approve' | 'resubmit' | 'recast' | 'attach' | 'seal' | 'map' }>;

/**
 * 代決, 後閲, 却下, 引戻し, 保留, 意見, 質問 and answer, 供覧 …: see `play` for the rule of each. Faults stand at the field
 * that the act's own words name.
 */
@Injectable()
export class ActOnDraft {
  constructor(private readonly desk: DraftDesk) {}

  execute(actor: Actor, draftId: string, act: PlainAct): Promise<Played> {
    return this.desk.act(actor, draftId, act);
  }
}
