import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CorrectedLine, ItemProposal, ProposalState } from '../domain/item-act.js';
import { PropertyProposalRow, type StoredLine } from './property-proposal-row.js';

export type NewProposal = Pick<ItemProposal, 'itemId' | 'kind' | 'line' | 'changes' | 'reason'>;

/** What one person proposes of a line and another has to confirm. */
@Injectable()
export class PropertyProposalStore {
  async add(tx: Transaction, { line, changes, ...proposal }: NewProposal): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    await tx.manager.insert(PropertyProposalRow, {
      ...proposal,
      ...{ id: randomUUID(), municipalityId: tx.municipalityId, state: 'proposed', answer: '' },
      ...{ proposedBy: actor.staffId, proposedByName: actor.name, proposedAt: tx.now },
      line: line && stored(line),
      changes: changes.map((change) => ({ ...change })),
    } as never);
  }

  async waitingOf(tx: Transaction, itemId: string): Promise<ItemProposal | null> {
    const row = await tx.manager.findOneBy(PropertyProposalRow, { itemId, state: 'proposed' });
    return row && toProposal(row);
  }

  /** Oldest first. */
  async waiting(tx: Transaction): Promise<ItemProposal[]> {
    const rows = await tx.manager.find(PropertyProposalRow, {
      where: { state: 'proposed' },
      order: { proposedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toProposal);
  }

  /** Those that were refused, oldest first. */
  async refusedOf(tx: Transaction, itemId: string): Promise<ItemProposal[]> {
    const rows = await tx.manager.find(PropertyProposalRow, {
      where: { itemId, state: 'refused' },
      order: { answeredAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toProposal);
  }

  async answer(tx: Transaction, id: string, state: Exclude<ProposalState, 'proposed'>, answer: string): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const answered = { answeredBy: actor.staffId, answeredByName: actor.name, answeredAt: tx.now };
    const done = await tx.manager.update(
      PropertyProposalRow,
      { id, state: 'proposed' },
      { state, answer, ...answered },
    );
    if (done.affected !== 1) throw DomainError.stale();
  }
}

const stored = ({ price, ...line }: CorrectedLine): StoredLine => ({ ...line, price: String(price) });

const toProposal = ({ municipalityId: _town, line, ...row }: PropertyProposalRow): ItemProposal => ({
  ...row,
  line: line && {
    ...line,
    price: yen(line.price),
    boughtOn: localDate(line.boughtOn),
    restrictedUntil: localDate(line.restrictedUntil),
  },
});
