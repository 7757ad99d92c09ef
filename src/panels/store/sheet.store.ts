import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Recusal } from '../domain/meeting.js';
import type { Sheet } from '../domain/sheet.js';
import { PanelRecusalRow } from './panel-recusal-row.js';
import { PanelSheetRow } from './panel-sheet-row.js';

type KeptSheet = Pick<Sheet, 'points' | 'remarks' | 'overall'>;

/** 採点表 and 忌避, by case and member. */
@Injectable()
export class SheetStore {
  /** An empty one while the member has saved nothing. */
  async of(tx: Transaction, caseId: string, staffId: string): Promise<Sheet> {
    const row = await tx.manager.findOneBy(PanelSheetRow, { caseId, staffId });
    return row ? toSheet(row) : { staffId, points: {}, remarks: {}, overall: '', version: 0, changedAt: null };
  }

  async ofCases(tx: Transaction, caseIds: readonly string[]): Promise<Map<string, Sheet[]>> {
    const rows = await tx.manager.findBy(PanelSheetRow, { caseId: In([...caseIds]) });
    const sheets = new Map<string, Sheet[]>();
    for (const row of rows) sheets.set(row.caseId, [...(sheets.get(row.caseId) ?? []), toSheet(row)]);
    return sheets;
  }

  /** One person at two windows: throws `panels.sheet-saved-elsewhere` when it was saved since `version`. */
  async save(tx: Transaction, caseId: string, staffId: string, version: number, kept: KeptSheet): Promise<number> {
    const next = { ...kept, version: version + 1, changedAt: tx.now };
    const { affected } = await tx.manager.update(PanelSheetRow, { caseId, staffId, version }, next as PanelSheetRow);
    if (affected === 1) return next.version;
    if (version > 0) throw savedElsewhere();
    const added = await tx.query(
      `INSERT INTO panel_sheets (municipality_id, case_id, staff_id, points, remarks, overall, version, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING version`,
      [
        ...[tx.municipalityId, caseId, staffId, JSON.stringify(kept.points), JSON.stringify(kept.remarks)],
        ...[kept.overall, next.version, tx.now],
      ],
    );
    if (added.length === 0) throw savedElsewhere();
    return next.version;
  }

  async recuse(tx: Transaction, caseId: string, staffId: string, reason: string): Promise<void> {
    const declared = { caseId, staffId, reason, declaredAt: tx.now, municipalityId: tx.municipalityId };
    await tx.manager.insert(PanelRecusalRow, declared);
  }

  async recusalsOf(tx: Transaction, caseIds: readonly string[]): Promise<Recusal[]> {
    const rows = await tx.manager.findBy(PanelRecusalRow, { caseId: In([...caseIds]) });
    return rows.map(({ caseId, staffId, reason, declaredAt }) => ({ caseId, staffId, reason, declaredAt }));
  }
}

const savedElsewhere = (): DomainError => new DomainError('panels.sheet-saved-elsewhere', 'stale');

const toSheet = ({ municipalityId: _town, caseId: _case, ...sheet }: PanelSheetRow): Sheet => sheet;
