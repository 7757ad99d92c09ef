import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { sectionNamed, type Sections } from '../../forms/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen, type Yen } from '../../kernel/yen.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { discontinuationFaults, LONGEST_REASON, textFaults } from '../domain/change-faults.js';
import { REASON, twoTextsIn, typedIn } from '../domain/written.js';
import { GrantChangeSectionStore } from '../store/grant-change-section.store.js';
import type { Change } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';

/** A 中止・廃止 as it is written: as typed, and as it would be sent now. */
export interface DiscontinuationDraft {
  readonly change: Change;
  readonly grant: GrantView;
  readonly sections: Sections;
  readonly typed: Readonly<Record<'reason' | 'effective' | 'spent', string>>;
  readonly reason: string;
  readonly effectiveOn: LocalDate | null;
  readonly spentAmount: Yen | null;
  readonly digest: string;
  readonly faults: readonly Fault[];
}

@Injectable()
export class DiscontinuationDrafts {
  constructor(
    private readonly changes: GrantChanges,
    private readonly grants: GrantDirectory,
    private readonly sections: GrantChangeSectionStore,
  ) {}

  /** Throws not-found for everybody but the organisation. */
  async get(tx: Transaction, id: string): Promise<DiscontinuationDraft> {
    return this.of(tx, await this.changes.get(tx, id, 'discontinuation'));
  }

  async of(tx: Transaction, change: Change): Promise<DiscontinuationDraft> {
    const grant = await this.grants.get(tx, change.grantId);
    const sections = await this.sections.all(tx, change.id);
    const typed = {
      reason: typedIn(sections, 'reason'),
      effective: typedIn(sections, 'effective'),
      spent: typedIn(sections, 'spent'),
    };
    const faults: Fault[] = [];
    const read = <Value>(pointer: string, parse: () => Value | null): Value | null => {
      try {
        return parse();
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        faults.push({ pointer, code: error.code, params: error.params });
        return null;
      }
    };
    const effectiveOn = read('effective', () => parseDay(typed.effective));
    const spentAmount = read('spent', () => parseYen(typed.spent));
    const unreadable = new Set(faults.map(({ pointer }) => pointer));
    return {
      ...{ change, grant, sections, typed, effectiveOn, spentAmount, reason: typed.reason.trim() },
      digest: createHash('sha256').update(JSON.stringify(typed)).digest('hex'),
      faults: [
        ...twoTextsIn(sectionNamed(sections, REASON)),
        ...textFaults('reason', typed.reason, 'grant-changes.reason-missing', LONGEST_REASON),
        ...faults,
        ...discontinuationFaults(effectiveOn, spentAmount).filter(({ pointer }) => !unreadable.has(pointer)),
      ],
    };
  }
}
