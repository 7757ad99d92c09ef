import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { StaffDirectory } from '../../staff/index.js';
import type { Seal } from '../domain/act.js';
import { DecisionFileStore } from '../store/decision-file.store.js';
import { DraftDesk, type Played } from './draft-desk.js';

export interface SealDraftCommand {
  readonly draftId: string;
  readonly shownDigests: Readonly<Record<string, string>>;
  /** Who sealed, by `step<ordinal>`; `deputy:` before the id for 代決. */
  readonly sealers: Readonly<Record<string, string>>;
  readonly decidedOn: LocalDate;
  readonly scan: Upload | null;
}

/** 紙の決裁: what was sealed on the printed 起案用紙 is entered with its scan, in towns that decide on paper. */
@Injectable()
export class SealDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly settings: DecisionFileStore,
    private readonly staff: StaffDirectory,
    private readonly files: FileStore,
  ) {}

  /** Faults at `decidedOn`, `seals[step<ordinal>]`, `scan`. */
  async execute(actor: Actor, command: SealDraftCommand): Promise<Played> {
    requireDuty(actor, 'promotion');
    refuseWhenFaulty(command.scan ? [] : [{ pointer: 'scan', code: 'approvals.scan-missing' }]);
    if (!command.scan) throw DomainError.forbidden();
    const accepted = await acceptUpload(command.scan, ['pdf', 'image'], 'scan');
    return this.desk.actWith(actor, command.draftId, async (tx) => {
      if (!(await this.settings.decidesOnPaper(tx))) throw new DomainError('approvals.not-on-paper', 'conflict');
      const scan = { name: accepted.name, ...(await this.files.receive(tx, accepted)) };
      const { shownDigests: shown, decidedOn } = command;
      return { act: { kind: 'seal', shown, seals: await this.sealsOf(tx, command.sealers), decidedOn, scan } };
    });
  }

  isOn(actor: Actor): Promise<boolean> {
    return this.unitOfWork.read(actor, (tx) => this.settings.decidesOnPaper(tx));
  }

  /** Whether the town decides on paper, too. By an administrator. */
  switchTo(actor: Actor, onPaper: boolean): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.settings.setOnPaper(tx, onPaper);
      const subject = { subjectKind: 'municipality', subjectId: tx.municipalityId };
      tx.audit({ action: 'approvals.paper-switched', ...subject, detail: { onPaper } });
    });
  }

  private async sealsOf(tx: Transaction, sealers: SealDraftCommand['sealers']): Promise<Seal[]> {
    const members = await this.staff.list(tx);
    return Object.entries(sealers).flatMap(([step, who]): Seal[] => {
      const asDeputy = who.startsWith('deputy:');
      const member = members.find(({ id }) => id === who.replace('deputy:', ''));
      return member
        ? [{ ordinal: Number(step.replace('step', '')), staffId: member.id, name: member.name, asDeputy }]
        : [];
    });
  }
}
