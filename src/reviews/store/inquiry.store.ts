import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Inquiry } from '../domain/inquiry.js';
import { PledgeInquiryRow } from './pledge-inquiry-row.js';

/** Records of inquiries, written once; the newest of an application holds. */
@Injectable()
export class InquiryStore {
  async add(tx: Transaction, applicationId: string, inquiry: Pick<Inquiry, 'askedOn' | 'answer'>): Promise<void> {
    const recorded = { recordedAt: tx.now, recordedBy: tx.actor.name };
    await tx.manager.insert(PledgeInquiryRow, {
      ...inquiry,
      ...recorded,
      applicationId,
      municipalityId: tx.municipalityId,
    });
  }

  async of(tx: Transaction, applicationId: string): Promise<Inquiry | null> {
    return (await this.ofAll(tx, [applicationId])).get(applicationId) ?? null;
  }

  async ofAll(tx: Transaction, applicationIds: readonly string[]): Promise<Map<string, Inquiry>> {
    const rows = await tx.manager.find(PledgeInquiryRow, {
      where: { applicationId: In([...applicationIds]) },
      order: { id: 'ASC' },
    });
    return new Map(
      rows.map(({ applicationId, askedOn, answer, recordedAt, recordedBy }) => [
        applicationId,
        { askedOn, answer, recordedAt, recordedBy },
      ]),
    );
  }
}
