import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { slotsOf, type PresentationTimes, type Slot } from '../domain/presentation.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';

/** When and where a subject is presented, and as which of how many: what everybody may know of it. */
export interface Presentation {
  readonly meetingId: string;
  readonly panelName: string;
  /** 第○回 of its panel. */
  readonly number: number;
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
  readonly place: string;
  readonly times: PresentationTimes;
  readonly slot: Slot | null;
  /** From 1. */
  readonly order: number;
  readonly of: number;
  /** When the presenters were told last, and a number that grows each time; null before that. */
  readonly told: { readonly turn: number; readonly at: Date } | null;
  /** Whether it was held and its results are final. */
  readonly held: boolean;
}

/** 発表 of subjects; nothing of what was scored or said, so it is read for the public as well. */
@Injectable()
export class Presentations {
  constructor(
    private readonly meetings: MeetingStore,
    private readonly panels: PanelStore,
  ) {}

  /** Puts this in the place of whose these subjects are, also where they were judged; for the programme alone. */
  async forgetNames(tx: Transaction, kind: string, ids: readonly string[], instead: string): Promise<void> {
    if (tx.actor.kind !== 'system') throw DomainError.forbidden();
    await this.meetings.forgetNames(tx, kind, ids, instead);
  }

  /** Those of these subjects that stand on the agenda of a meeting at which one presents. */
  async of(tx: Transaction, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, Presentation>> {
    const found = new Map<string, Presentation>();
    const items = await this.meetings.casesAbout(tx, kind, ids);
    for (const meetingId of new Set(items.map((item) => item.meetingId))) {
      const meeting = await this.meetings.get(tx, meetingId);
      if (meeting.presentation === null) continue;
      const { name: panelName } = await this.panels.get(tx, meeting.panelId);
      const cases = await this.meetings.casesOf(tx, [meetingId]);
      const slots = slotsOf(meeting, cases);
      const told = await this.meetings.lastTold(tx, meetingId);
      const { number, heldOn, startsAt, place, presentation: times, state } = meeting;
      for (const [index, { id, subject }] of cases.entries()) {
        if (subject.kind !== kind || !ids.includes(subject.id)) continue;
        found.set(subject.id, {
          ...{ meetingId, panelName, number, heldOn, startsAt, place, times, told },
          ...{ slot: slots.get(id) ?? null, order: index + 1, of: cases.length, held: state === 'confirmed' },
        });
      }
    }
    return found;
  }
}
