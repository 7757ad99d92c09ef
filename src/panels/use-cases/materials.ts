import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, hasDuty, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type FileContent, type ScanState, type Upload } from '../../platform/files/index.js';
import type { Material } from '../domain/meeting.js';
import { MaterialStore } from '../store/material.store.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelSeats } from './panel-seats.js';

export interface AddMaterialCommand {
  readonly meetingId: string;
  /** Blank for the whole meeting. */
  readonly caseId: string;
  readonly label: string;
  readonly file: Upload | undefined;
}

const LONGEST_LABEL = 60;

/** 資料 of a meeting or of one of its cases, beside what was sent with the case itself. */
@Injectable()
export class Materials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: MaterialStore,
    private readonly meetings: MeetingStore,
    private readonly seats: PanelSeats,
    private readonly files: FileStore,
  ) {}

  async scansOf(tx: Transaction, materials: readonly Material[]): Promise<ReadonlyMap<string, ScanState>> {
    return this.files.scanStates(
      tx,
      materials.map(({ sha256 }) => sha256),
    );
  }

  /** Until the results are final. Faults at `label`, `file`. */
  async add(actor: Actor, { meetingId, caseId, file, ...typed }: AddMaterialCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const label = typed.label.trim();
    refuseWhenFaulty([
      ...(label === '' ? [{ pointer: 'label', code: 'panels.material-label-missing' }] : []),
      ...([...label].length > LONGEST_LABEL
        ? [{ pointer: 'label', code: 'common.too-long', params: { max: LONGEST_LABEL } }]
        : []),
      ...(file ? [] : [{ pointer: 'file', code: 'panels.material-missing' }]),
    ]);
    if (!file) return;
    const accepted = await acceptUpload(file, ['pdf', 'image', 'excel', 'word'], 'file');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.open(tx, meetingId);
      const listed = await this.meetings.casesOf(tx, [meetingId]);
      if (caseId !== '' && !listed.some(({ id }) => id === caseId)) throw DomainError.notFound();
      const { sha256, size, mediaType } = await this.files.receive(tx, accepted);
      const known = await this.store.of(tx, meetingId);
      const of = caseId === '' ? null : caseId;
      // A second click brings the same paper to the same place.
      if (known.some((each) => each.sha256 === sha256 && each.caseId === of && each.label === label)) return;
      await this.store.add(tx, { meetingId, caseId: of, label, sha256, size, mediaType, name: accepted.name });
      const subject = { subjectKind: 'panel-meeting', subjectId: meetingId };
      tx.audit({ action: 'panel-meeting.material-added', ...subject, detail: { label } });
    });
  }

  /** Throws not-found. */
  takeOff(actor: Actor, meetingId: string, materialId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.open(tx, meetingId);
      const material = await this.store.get(tx, materialId);
      if (material.meetingId !== meetingId) throw DomainError.notFound();
      await this.store.takeOff(tx, materialId);
      const subject = { subjectKind: 'panel-meeting', subjectId: meetingId };
      tx.audit({ action: 'panel-meeting.material-taken-off', ...subject, detail: { label: material.label } });
    });
  }

  /** For the town hall and for the members who sit there. Throws not-found to others, and to whoever is recused from the case. */
  async content(tx: Transaction, materialId: string): Promise<FileContent & { readonly name: string }> {
    const { meetingId, caseId, sha256, name } = await this.store.get(tx, materialId);
    if (!HALL_DUTIES.some((duty) => hasDuty(tx.actor, duty))) {
      if (caseId === null) await this.seats.requireSeat(tx, await this.meetings.get(tx, meetingId));
      else await this.seats.caseOfMember(tx, caseId);
    }
    return { ...(await this.files.open(tx, sha256)), name };
  }

  private async open(tx: Transaction, meetingId: string): Promise<void> {
    const { state } = await this.meetings.getForUpdate(tx, meetingId);
    if (state === 'confirmed') throw new DomainError('panels.moved-on', 'conflict');
  }
}
