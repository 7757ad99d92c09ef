import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { placeOf } from '../../forms/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { addAnswerFile } from '../../writing/index.js';
import { proposalMachine } from '../domain/proposal.js';
import { CallStore } from '../store/call.store.js';
import { ProposalFileStore } from '../store/proposal-file.store.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';

/** The files of a draft. Throws `files.*` with a fault at `form.<question>`; the same bytes twice are one file. */
@Injectable()
export class ChangeProposalFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly calls: CallStore,
    private readonly files: ProposalFileStore,
    private readonly store: FileStore,
  ) {}

  async add(actor: Actor, command: ProposalKey & { question: string; upload: Upload }): Promise<void> {
    const { question, upload, ...key } = command;
    const accepted = await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], placeOf(question));
    await this.unitOfWork.run(actor, async (tx) => {
      const { id: ownerId, callId, state } = await this.access.open(tx, key, 'lock');
      nextState(proposalMachine, 'proposals.not-editable', state, 'edit');
      const { form } = await this.calls.get(tx, callId);
      await addAnswerFile(tx, { papers: this.files, store: this.store }, { ownerId, form, question, accepted });
    });
  }

  async remove(actor: Actor, { fileId, ...key }: ProposalKey & { fileId: string }): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { id, state } = await this.access.open(tx, key, 'lock');
      nextState(proposalMachine, 'proposals.not-editable', state, 'edit');
      await this.files.remove(tx, id, fileId);
    });
  }
}
