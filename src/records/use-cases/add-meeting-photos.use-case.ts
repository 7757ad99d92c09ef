import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import {
  PICTURE_MEDIA_TYPE,
  publicPicture,
  type PublicPicture,
  type Rendition,
} from '../../platform/pictures/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { captionFaults, MOST_PHOTOS, readCaption } from '../domain/enclosure.js';
import { EnclosureStore } from '../store/enclosure.store.js';
import { PublicationStore } from '../store/publication.store.js';

/** A photograph as it was sent with its words; the field names of its row on the page. */
export interface SentPhoto {
  /** null where only words were typed. */
  readonly upload: Upload | null;
  readonly description: string;
  readonly fileField: string;
  readonly descriptionField: string;
}

interface PreparedPhoto {
  readonly picture: PublicPicture;
  readonly description: string;
}

/** Adds photographs to a meeting: drawn anew, so that what is kept and shown never held a position. */
@Injectable()
export class AddMeetingPhotos {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publications: PublicationStore,
    private readonly store: EnclosureStore,
    private readonly files: FileStore,
  ) {}

  /** Faults at the fields of each; a photograph that is there already is not kept twice. Returns how many came. */
  async execute(
    actor: Actor,
    { meetingId, photos }: { meetingId: string; photos: readonly SentPhoto[] },
  ): Promise<number> {
    requireDuty(actor, 'promotion');
    const prepared = await prepare(photos);
    return this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.publications.lock(tx, 'meeting', meetingId);
      const there = await this.store.photos(tx, meetingId);
      const known = new Set(there.map(({ sha256 }) => sha256));
      let count = there.length;
      for (const { picture, description } of prepared) {
        const { sha256 } = await this.keep(tx, picture.large);
        if (known.has(sha256)) continue;
        known.add(sha256);
        const small = await this.keep(tx, picture.small);
        const { width, height } = picture.large;
        count += 1;
        const photo = { description, sha256, width, height, smallSha256: small.sha256 };
        await this.store.addPhoto(tx, meetingId, count, photo);
      }
      if (count > MOST_PHOTOS) {
        refuseWhenFaulty([{ pointer: 'photos', code: 'records.too-many-photos', params: { most: MOST_PHOTOS } }]);
      }
      const came = count - there.length;
      if (came === 0) return came;
      await this.publications.write(tx, 'meeting', { id: meetingId, version: meeting.version }, {});
      const detail = { count: came };
      tx.audit({ action: 'record-meeting.photos-added', subjectKind: 'record-meeting', subjectId: meetingId, detail });
      return came;
    });
  }

  private keep(tx: Transaction, { bytes }: Rendition): Promise<{ sha256: string }> {
    return this.files.put(tx, { bytes, mediaType: PICTURE_MEDIA_TYPE });
  }
}

/** One after another: pictures take memory. */
async function prepare(photos: readonly SentPhoto[]): Promise<PreparedPhoto[]> {
  const faults: Fault[] = [];
  const prepared: PreparedPhoto[] = [];
  if (photos.length === 0) faults.push({ pointer: 'photos', code: 'records.no-photo-chosen' });
  for (const { upload, description: typed, fileField, descriptionField } of photos) {
    const description = readCaption(typed);
    faults.push(...captionFaults(description, descriptionField, 'photo'));
    const { picture, faults: pictureFaults } = await drawn(upload, fileField);
    faults.push(...pictureFaults);
    if (picture) prepared.push({ picture, description });
  }
  refuseWhenFaulty(faults);
  return prepared;
}

async function drawn(
  upload: Upload | null,
  pointer: string,
): Promise<{ readonly picture: PublicPicture | null; readonly faults: readonly Fault[] }> {
  if (!upload) return { picture: null, faults: [{ pointer, code: 'records.no-photo-chosen' }] };
  try {
    const { bytes, name } = await acceptUpload(upload, ['image'], pointer);
    const picture = await publicPicture(bytes);
    return { picture, faults: picture ? [] : [{ pointer, code: 'records.picture-unreadable', params: { name } }] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { picture: null, faults: error.faults };
  }
}
