import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type AcceptedUpload, type Upload } from '../../platform/files/index.js';
import { consultationMachine, contentFaults, type ConsultationContent } from '../domain/consultation.js';
import { ConsultationStore } from '../store/consultation.store.js';

interface Written {
  readonly content: ConsultationContent;
  readonly files: readonly Upload[];
}

export interface WriteConsultationCommand extends Written {
  /** Of the form: the same one makes one consultation. */
  readonly requestId: string;
}

export interface RewriteConsultationCommand extends Written {
  readonly consultationId: string;
  /** As the page showed it. */
  readonly version: number;
  /** Hashes of files to take away. */
  readonly takeOff: readonly string[];
}

/** Writes a consultation before it is published. Faults at the fields, `files` among them. */
@Injectable()
export class WriteConsultation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ConsultationStore,
    private readonly municipalities: Municipalities,
    private readonly files: FileStore,
  ) {}

  async write(actor: Actor, { requestId: id, content, files }: WriteConsultationCommand): Promise<{ id: string }> {
    requireDuty(actor, 'promotion');
    refuseWhenFaulty(contentFaults(content));
    const accepted = await pdfs(files);
    return this.unitOfWork.run(actor, async (tx) => {
      if (await this.store.known(tx, id)) return { id };
      await this.municipalities.sectionOf(tx, content.sectionId);
      await this.store.add(tx, id, content);
      await this.keep(tx, id, accepted);
      tx.audit({ action: 'consultation.written', subjectKind: 'consultation', subjectId: id });
      return { id };
    });
  }

  /** Throws `consultations.moved-on` once it is published, stale when somebody else has saved since. */
  async rewrite(actor: Actor, command: RewriteConsultationCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const { consultationId: id, content, takeOff } = command;
    refuseWhenFaulty(contentFaults(content));
    const accepted = await pdfs(command.files);
    return this.unitOfWork.run(actor, async (tx) => {
      const consultation = await this.store.lock(tx, id);
      const state = nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'edit');
      if (consultation.version !== command.version) throw DomainError.stale();
      await this.municipalities.sectionOf(tx, content.sectionId);
      await this.store.change(tx, consultation, { ...content, state });
      if (takeOff.length > 0) await this.store.removeFiles(tx, id, takeOff);
      await this.keep(tx, id, accepted);
      tx.audit({ action: 'consultation.rewritten', subjectKind: 'consultation', subjectId: id });
    });
  }

  private async keep(tx: Transaction, id: string, files: readonly AcceptedUpload[]): Promise<void> {
    for (const file of files)
      await this.store.addFile(tx, id, { ...(await this.files.receive(tx, file)), name: file.name });
  }
}

async function pdfs(uploads: readonly Upload[]): Promise<AcceptedUpload[]> {
  const accepted: AcceptedUpload[] = [];
  for (const upload of uploads) accepted.push(await acceptUpload(upload, ['pdf'], 'files'));
  return accepted;
}
