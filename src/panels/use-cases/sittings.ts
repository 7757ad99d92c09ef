import { Injectable } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Meeting } from '../domain/meeting.js';
import type { SeatedMember } from '../domain/panel.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { PanelSeats } from './panel-seats.js';

/** A meeting of a panel as it is called: `協働のまちづくり審査会　第2回`, and its day. */
export interface Sitting {
  readonly meetingId: string;
  readonly panelName: string;
  readonly number: number;
  readonly heldOn: LocalDate;
}

/** The meetings of all panels, for a later stage that has something else than points asked of their members. */
@Injectable()
export class Sittings {
  constructor(
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
    private readonly seats: PanelSeats,
  ) {}

  /** Held on this day or later, the newest first. For promotion staff. */
  async since(tx: Transaction, day: LocalDate): Promise<Sitting[]> {
    requireDuty(tx.actor, 'promotion');
    const panels = await this.panels.all(tx);
    const ids = panels.map(({ id }) => id);
    return (await this.meetings.ofPanels(tx, ids))
      .filter(({ heldOn }) => heldOn >= day)
      .map((meeting) => sittingOf(meeting, panels.find(({ id }) => id === meeting.panelId)?.name ?? ''));
  }

  /** With who sits there, the chair first. Throws not-found. */
  async of(tx: Transaction, meetingId: string): Promise<Sitting & { readonly members: readonly SeatedMember[] }> {
    const meeting = await this.meetings.get(tx, meetingId);
    const { name } = await this.panels.get(tx, meeting.panelId);
    return { ...sittingOf(meeting, name), members: await this.seats.membersAt(tx, meeting) };
  }

  /** The meetings at which the acting member sits; none of anybody else. */
  async ofActor(tx: Transaction): Promise<ReadonlySet<string>> {
    const { actor } = tx;
    if (actor.kind !== 'staff' || !hasDuty(actor, 'panel')) return new Set();
    const panelIds = (await this.panels.seatsHeldBy(tx, actor.staffId)).map(({ panelId }) => panelId);
    const own = new Set<string>();
    for (const meeting of await this.meetings.ofPanels(tx, panelIds)) {
      const members = await this.seats.membersAt(tx, meeting);
      if (members.some(({ staffId }) => staffId === actor.staffId)) own.add(meeting.id);
    }
    return own;
  }
}

const sittingOf = ({ id, number, heldOn }: Meeting, panelName: string): Sitting => ({
  ...{ meetingId: id, panelName, number, heldOn },
});
