import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PanelResult, SubjectRef } from '../domain/meeting.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';

export interface JudgedAt {
  readonly panelName: string;
  readonly number: number;
  readonly heldOn: LocalDate;
}

/** Where a subject stands with its panel. */
export type PanelStanding =
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'waiting'; readonly at: JudgedAt & { readonly meetingId: string } }
  | {
      readonly kind: 'judged';
      readonly at: JudgedAt & { readonly meetingId: string };
      readonly result: PanelResult;
      readonly comment: string;
      readonly talk: string;
      readonly questions: string;
    };

/** The results as the later stages read them. */
@Injectable()
export class PanelResults {
  constructor(
    private readonly meetings: MeetingStore,
    private readonly panels: PanelStore,
  ) {}

  /** For the town hall. */
  async of(tx: Transaction, subject: SubjectRef): Promise<PanelStanding> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    return this.standingOf(tx, subject);
  }

  /** The final results of those of these subjects that were judged, by the subject. For the town hall. */
  async resultsOf(tx: Transaction, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, PanelResult>> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    return this.meetings.resultsOf(tx, kind, ids);
  }

  /** 講評 alone, once it is final, also for whoever stands behind the case; what else was said stays with the town hall. */
  async commentOn(tx: Transaction, subject: SubjectRef): Promise<{ at: JudgedAt; comment: string } | null> {
    const item = await this.meetings.caseAbout(tx, subject);
    if (!item?.result) return null;
    // A person's case: whoever shows it has let the person in.
    if (item.organizationId !== null) requireOwnOrganization(tx.actor, item.organizationId);
    const standing = await this.standingOf(tx, subject);
    return standing.kind === 'judged' ? { at: standing.at, comment: standing.comment } : null;
  }

  private async standingOf(tx: Transaction, subject: SubjectRef): Promise<PanelStanding> {
    const item = await this.meetings.caseAbout(tx, subject);
    if (!item) return { kind: 'not-listed' };
    const { id: meetingId, number, heldOn, panelId } = await this.meetings.get(tx, item.meetingId);
    const at = { panelName: (await this.panels.get(tx, panelId)).name, number, heldOn };
    if (!item.result) return { kind: 'waiting', at: { ...at, meetingId } };
    const { result, comment, talk, questions } = item;
    return { kind: 'judged', at: { ...at, meetingId }, result, comment, talk, questions };
  }
}
