import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { StaffActor } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { OrganizationFile } from '../domain/organization-file.js';
import type { RemarkField } from '../domain/registration.js';
import { ExaminationRow } from './examination-row.js';
import { RemarkRow } from './remark-row.js';

@Injectable()
export class ExaminationStore {
  async record(
    tx: Transaction,
    file: OrganizationFile,
    staff: StaffActor,
    outcome: 'returned' | 'registered',
    checked: readonly string[],
  ): Promise<void> {
    await tx.manager.insert(ExaminationRow, {
      municipalityId: tx.municipalityId,
      id: randomUUID(),
      organizationId: file.id,
      round: file.round,
      outcome,
      checked,
      examinedByStaffId: staff.staffId,
      examinedBy: staff.name,
      examinedAt: tx.now,
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
