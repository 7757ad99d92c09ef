import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull, type EntityTarget } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { MeetingFile, Photo } from '../domain/enclosure.js';
import type { EnclosureColumns } from './enclosure-columns.js';
import { MeetingFileRow } from './meeting-file-row.js';
import { PhotoRow } from './photo-row.js';

export type EnclosureKind = 'photo' | 'file';

const ROWS: Readonly<Record<EnclosureKind, EntityTarget<EnclosureColumns>>> = { photo: PhotoRow, file: MeetingFileRow };
const IN_ORDER = { position: 'ASC', addedAt: 'ASC', id: 'ASC' } as const;

/** Photographs and files of meetings; whoever changes them holds the meeting. */
@Injectable()
export class EnclosureStore {
  photos(tx: Transaction, meetingId: string): Promise<Photo[]> {
    return tx.manager.find(PhotoRow, { where: { meetingId, removedAt: IsNull() }, order: IN_ORDER });
  }

  files(tx: Transaction, meetingId: string): Promise<MeetingFile[]> {
    return tx.manager.find(MeetingFileRow, { where: { meetingId, removedAt: IsNull() }, order: IN_ORDER });
  }

  /** Of several meetings at once, each in its order. */
  async photosOf(tx: Transaction, meetingIds: readonly string[]): Promise<ReadonlyMap<string, readonly Photo[]>> {
    const where = { meetingId: In([...meetingIds]), removedAt: IsNull() };
    const rows = await tx.manager.find(PhotoRow, { where, order: IN_ORDER });
    return new Map(meetingIds.map((id) => [id, rows.filter(({ meetingId }) => meetingId === id)]));
  }

  async addPhoto(tx: Transaction, meetingId: string, position: number, photo: Omit<Photo, 'id'>): Promise<void> {
    await tx.manager.insert(PhotoRow, { ...photo, ...added(tx, meetingId, position) });
  }

  async addFile(tx: Transaction, meetingId: string, position: number, file: Omit<MeetingFile, 'id'>): Promise<void> {
    await tx.manager.insert(MeetingFileRow, { ...file, ...added(tx, meetingId, position) });
  }

  async caption(tx: Transaction, kind: EnclosureKind, id: string, caption: string): Promise<void> {
    const words = kind === 'photo' ? { description: caption } : { title: caption };
    await tx.manager.update(ROWS[kind], { id }, words as never);
  }

  async arrange(tx: Transaction, kind: EnclosureKind, ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) await tx.manager.update(ROWS[kind], { id }, { position: index + 1 });
  }

  async remove(tx: Transaction, kind: EnclosureKind, id: string): Promise<void> {
    await tx.manager.update(ROWS[kind], { id }, { removedAt: tx.now });
  }
}

const added = (tx: Transaction, meetingId: string, position: number) => ({
  ...{ municipalityId: tx.municipalityId, id: randomUUID(), meetingId, position },
  ...{ addedAt: tx.now, addedBy: tx.actor.name, removedAt: null },
});
