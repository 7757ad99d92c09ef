import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { MemberSheet } from '../domain/member-sheet.js';
import { MemberSheetRow } from './member-sheet-row.js';

/** What each member of the panel answers; who reads or writes it has met the verification before. */
@Injectable()
export class MemberSheetStore {
  async of(tx: Transaction, verificationId: string): Promise<MemberSheet[]> {
    const rows = await tx.manager.findBy(MemberSheetRow, { verificationId });
    return rows.map(({ staffId, fields, given, recused, version }) => ({
      ...{ staffId, given, recused, version },
      fields: new Map(fields),
    }));
  }

  /** The caller holds the verification, so that two never write at once. */
  async put(tx: Transaction, verificationId: string, { fields, ...sheet }: MemberSheet): Promise<void> {
    const written = { writtenAt: tx.now, municipalityId: tx.municipalityId };
    const row = { verificationId, ...sheet, fields: [...fields], ...written };
    await tx.manager.upsert(MemberSheetRow, row as never, ['municipalityId', 'verificationId', 'staffId']);
  }
}
