import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readReason } from '../domain/reason.js';
import { equalGroups } from '../domain/results.js';
import { MeetingStore } from '../store/meeting.store.js';
import { Judging } from './judging.js';

export interface SettleTieCommand {
  readonly meetingId: string;
  /** The place of each case among the equals, from 1, as typed, by the id of the case. */
  readonly places: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** 同点の決定: the panel puts cases in order that stay equal by points, with its reason. */
@Injectable()
export class SettleTie {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingStore,
    private readonly judging: Judging,
  ) {}

  /** Faults at `places.<case>`, `reason.<first case>`. Throws not-found for cases that are not equal. */
  execute(actor: Actor, { meetingId, places, reason: typed }: SettleTieCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.meetings.getForUpdate(tx, meetingId);
      if (meeting.state !== 'closed') throw new DomainError('panels.moved-on', 'conflict');
      const outcomes = await this.judging.outcomes(tx, meeting, await this.judging.tableOf(tx, meeting));
      const group = equalGroups(outcomes).find(
        (each) => each.length === Object.keys(places).length && each.every(({ item }) => item.id in places),
      );
      if (!group) throw DomainError.notFound();
      const order = group.map(({ item }) => ({ id: item.id, place: placeOf(places[item.id], group.length) }));
      const isTaken = (place: number | null): boolean => order.filter((each) => each.place === place).length > 1;
      refuseWhenFaulty(
        order
          .filter(({ place }) => place === null || isTaken(place))
          .map(({ id }) => ({ pointer: `places.${id}`, code: 'panels.tie-places', params: { most: group.length } })),
      );
      const reason = readReason(typed, `reason.${group[0]?.item.id ?? ''}`, 'panels.tie-reason-missing');
      for (const { id, place } of order) {
        await this.meetings.changeCase(tx, id, { tiePlace: place, tieReason: reason });
      }
      await this.meetings.note(tx, meetingId, 'settled', reason);
      const subject = { subjectKind: 'panel-meeting', subjectId: meetingId };
      tx.audit({ action: 'panel-meeting.tie-settled', ...subject, detail: { cases: group.length, reason } });
    });
  }
}

function placeOf(typed = '', most: number): number | null {
  const text = typed.normalize('NFKC').replace(/[\s位番]/g, '');
  const place = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return place >= 1 && place <= most ? place : null;
}
