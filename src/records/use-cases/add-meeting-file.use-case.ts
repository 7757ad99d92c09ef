import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { captionFaults, MOST_FILES, readCaption } from '../domain/enclosure.js';
import { EnclosureStore } from '../store/enclosure.store.js';
import { PublicationStore } from '../store/publication.store.js';

export interface AddMeetingFileCommand {
  readonly meetingId: string;
  readonly title: string;
  /** null where none was chosen. */
  readonly upload: Upload | null;
}

/** Adds a paper to a meeting: an agenda, a handout. */
@Injectable()
export class AddMeetingFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publications: PublicationStore,
    private readonly store: EnclosureStore,
    private readonly files: FileStore,
  ) {}

  /** Faults at `fileTitle` and `file`; one that is there already is not kept twice. */
  async execute(actor: Actor, { meetingId, title: typed, upload }: AddMeetingFileCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const title = readCaption(typed);
    const missing = upload ? [] : [{ pointer: 'file', code: 'records.no-file-chosen' }];
    refuseWhenFaulty([...captionFaults(title, 'fileTitle', 'file'), ...missing]);
    if (!upload) return;
    const accepted = await acceptUpload(upload, ['pdf', 'excel', 'word', 'csv'], 'file');
    await this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.publications.lock(tx, 'meeting', meetingId);
      const there = await this.store.files(tx, meetingId);
      if (there.length >= MOST_FILES) {
        refuseWhenFaulty([{ pointer: 'file', code: 'records.too-many-files', params: { most: MOST_FILES } }]);
      }
      const { sha256, size, mediaType } = await this.files.receive(tx, accepted);
      if (there.some((file) => file.sha256 === sha256)) return;
      const file = { title, name: accepted.name, mediaType, size, sha256 };
      await this.store.addFile(tx, meetingId, there.length + 1, file);
      await this.publications.write(tx, 'meeting', { id: meetingId, version: meeting.version }, {});
      const detail = { title, sha256 };
      tx.audit({ action: 'record-meeting.file-added', subjectKind: 'record-meeting', subjectId: meetingId, detail });
    });
  }
}
