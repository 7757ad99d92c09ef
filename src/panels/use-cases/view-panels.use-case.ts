import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { StaffDirectory } from '../../staff/index.js';
import type { Meeting } from '../domain/meeting.js';
import type { Panel, Seat } from '../domain/panel.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { PanelMembers } from './panel-members.js';
import { PanelSubjects } from './panel-subjects.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface PanelsView {
  readonly panels: readonly (Panel & { readonly meetings: readonly Meeting[] })[];
  /** The programmes that ask for a panel. */
  readonly programmes: readonly Named[];
}

export interface PanelView {
  readonly panel: Panel;
  readonly seats: readonly (Seat & { readonly name: string })[];
  readonly meetings: readonly Meeting[];
  readonly programmes: readonly Named[];
  /** Who may be seated: those who hold a post for it. */
  readonly eligible: readonly { readonly staffId: string; readonly name: string }[];
}

/** The panels of the town and one of them, for the town hall. */
@Injectable()
export class ViewPanels {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
    private readonly staff: StaffDirectory,
    private readonly members: PanelMembers,
    private readonly subjects: PanelSubjects,
  ) {}

  all(actor: Actor): Promise<PanelsView> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const panels = await this.panels.all(tx);
      const meetings = await this.meetings.ofPanels(
        tx,
        panels.map(({ id }) => id),
      );
      return {
        panels: panels.map((panel) => ({ ...panel, meetings: meetings.filter(({ panelId }) => panelId === panel.id) })),
        programmes: await this.programmes(tx),
      };
    });
  }

  /** Throws not-found. */
  one(actor: Actor, panelId: string): Promise<PanelView> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const panel = await this.panels.get(tx, panelId);
      const names = new Map((await this.staff.list(tx)).map(({ id, name }) => [id, name]));
      const seats = await this.panels.seatsOf(tx, panelId);
      return {
        panel,
        seats: seats.map((seat) => ({ ...seat, name: names.get(seat.staffId) ?? '' })),
        meetings: await this.meetings.ofPanels(tx, [panelId]),
        programmes: await this.programmes(tx),
        eligible: await this.members.eligible(tx),
      };
    });
  }

  private async programmes(tx: Transaction): Promise<Named[]> {
    const programmes: Named[] = [];
    for (const subject of this.subjects.all()) programmes.push(...(await subject.programmes(tx)));
    return programmes;
  }
}
