import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { placeOf } from '../../forms/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { proposalMachine } from '../domain/proposal.js';
import { CallStore } from '../store/call.store.js';
import { ProposalFileStore } from '../store/proposal-file.store.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';

const MOST_FILES = 20;

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
    const { question: kind, upload, ...key } = command;
    const pointer = placeOf(kind);
    const accepted = await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], pointer);
    return this.unitOfWork.run(actor, async (tx) => {
      const { id, callId, state } = await this.access.open(tx, key, 'lock');
      nextState(proposalMachine, 'proposals.not-editable', state, 'edit');
      const { form } = await this.calls.get(tx, callId);
      const question = form.flatMap(({ questions }) => questions).find((asked) => asked.id === kind);
      if (question?.kind !== 'file') throw DomainError.notFound();
      const stored = await this.store.receive(tx, accepted);
      const present = await this.files.of(tx, id);
      if (present.some((file) => file.kind === kind && file.sha256 === stored.sha256)) return;
      const replaced = question.many ? [] : present.filter((file) => file.kind === kind);
      for (const file of replaced) await this.files.remove(tx, id, file.id);
      if (present.length - replaced.length >= MOST_FILES) {
        throw DomainError.invalid([{ pointer, code: 'applications.too-many-files', params: { most: MOST_FILES } }]);
      }
      await this.files.add(tx, id, { ...stored, kind, label: question.label, name: accepted.name });
    });
  }

  remove(actor: Actor, { fileId, ...key }: ProposalKey & { fileId: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { id, state } = await this.access.open(tx, key, 'lock');
      nextState(proposalMachine, 'proposals.not-editable', state, 'edit');
      await this.files.remove(tx, id, fileId);
    });
  }
}
