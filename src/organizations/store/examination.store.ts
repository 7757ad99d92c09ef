import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { StaffActor } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { OrganizationFile } from '../domain/organization-file.js';
import type { RemarkField } from '../domain/registration.js';
import { ExaminationRow } from './examination-row.js';
import { RegistrationProposalRow } from './registration-proposal-row.js';
import { RemarkRow } from './remark-row.js';

type Examined = Pick<ExaminationRow, 'checked' | 'examinedByStaffId' | 'examinedBy' | 'examinedAt'>;

const examinationBy = (tx: Transaction, { staffId, name }: StaffActor): Omit<Examined, 'checked'> => ({
  examinedByStaffId: staffId,
  examinedBy: name,
  examinedAt: tx.now,
});

@Injectable()
export class ExaminationStore {
  async record(
    tx: Transaction,
    file: OrganizationFile,
    staff: StaffActor,
    outcome: 'returned' | 'registered',
    checked: readonly string[],
  ): Promise<void> {
    await this.insert(tx, file, outcome, { ...examinationBy(tx, staff), checked });
  }

  /** What a draft of the registration rests on; examined again, it takes the place of the one before. */
  async propose(tx: Transaction, file: OrganizationFile, staff: StaffActor, checked: readonly string[]): Promise<void> {
    const { municipalityId } = tx;
    const key = { municipalityId, organizationId: file.id, round: file.round };
    const examined = { ...examinationBy(tx, staff), checked };
    await tx.manager.upsert(RegistrationProposalRow, { ...key, ...examined }, [
      'municipalityId',
      'organizationId',
      'round',
    ]);
  }

  proposal(tx: Transaction, { id, round }: OrganizationFile): Promise<RegistrationProposalRow> {
    return tx.manager.findOneByOrFail(RegistrationProposalRow, { organizationId: id, round });
  }

  /** The draft is decided: the examination that it rested on stands for good. */
  async adopt(tx: Transaction, file: OrganizationFile): Promise<void> {
    const { checked, examinedByStaffId, examinedBy, examinedAt } = await this.proposal(tx, file);
    await this.insert(tx, file, 'registered', { checked, examinedByStaffId, examinedBy, examinedAt });
  }

  private async insert(
    tx: Transaction,
    { id: organizationId, round }: OrganizationFile,
    outcome: ExaminationRow['outcome'],
    examined: Examined,
  ): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(ExaminationRow, {
      ...{ municipalityId, id: randomUUID(), organizationId, round, outcome },
      ...examined,
    });
  }

  async addRemarks(
    tx: Transaction,
    file: OrganizationFile,
    remarks: readonly { field: RemarkField; text: string }[],
  ): Promise<void> {
    await tx.manager.insert(
      RemarkRow,
      remarks.map(({ field, text }) => ({
        municipalityId: tx.municipalityId,
        id: randomUUID(),
        organizationId: file.id,
        round: file.round,
        field,
        text,
        madeBy: tx.actor.name,
        madeAt: tx.now,
      })),
    );
  }

  async answer(tx: Transaction, remarkId: string, answer: string): Promise<void> {
    await tx.manager.update(RemarkRow, { id: remarkId }, { answer, answeredBy: tx.actor.name, answeredAt: tx.now });
  }

  history(tx: Transaction, organizationId: string): Promise<ExaminationRow[]> {
    return tx.manager.find(ExaminationRow, { where: { organizationId }, order: { round: 'ASC' } });
  }
}
