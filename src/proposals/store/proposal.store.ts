import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Proposal, ProposalState } from '../domain/proposal.js';
import { ProposalRow } from './proposal-row.js';

type New = Pick<
  Proposal,
  'id' | 'callId' | 'proposer' | 'organizationId' | 'title' | 'fieldId' | 'accessHash' | 'paperReceivedOn' | 'enteredBy'
>;
type Change = Partial<
  Pick<
    Proposal,
    | 'proposer'
    | 'title'
    | 'fieldId'
    | 'state'
    | 'number'
    | 'answers'
    | 'submittedAt'
    | 'withdrawnAt'
    | 'accessHash'
    | 'codeMailFailedAt'
  >
>;

/** Rows of proposals. Another organisation's does not exist for an officer; whether others may see one is the use case's. */
@Injectable()
export class ProposalStore {
  async add(tx: Transaction, { proposer, ...proposal }: New): Promise<void> {
    await tx.manager.insert(ProposalRow, {
      ...{ ...proposal, ...proposerColumns(proposer), municipalityId: tx.municipalityId },
      ...{ state: 'draft', version: 1, begunAt: tx.now },
    } as never);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Proposal> {
    return seen(tx, await tx.manager.findOneBy(ProposalRow, { id }));
  }

  async ofIds(tx: Transaction, ids: readonly string[]): Promise<Proposal[]> {
    if (ids.length === 0) return [];
    return (await tx.manager.findBy(ProposalRow, { id: In([...ids]) })).map((row) => seen(tx, row));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Proposal> {
    return seen(tx, await tx.manager.findOne(ProposalRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** The same against a change of state only: sections are saved side by side. */
  async hold(tx: Transaction, id: string): Promise<Proposal> {
    return seen(tx, await tx.manager.findOne(ProposalRow, { where: { id }, lock: { mode: 'pessimistic_read' } }));
  }

  async ofAccess(tx: Transaction, accessHash: string): Promise<Proposal | null> {
    const row = await tx.manager.findOneBy(ProposalRow, { accessHash });
    return row && toProposal(row);
  }

  /** What was sent to a call, in the order of the numbers; drafts are nobody else's business. */
  async sentTo(tx: Transaction, callId: string): Promise<Proposal[]> {
    const rows = await tx.manager.find(ProposalRow, {
      where: { callId, state: Not('draft' as ProposalState) },
      order: { number: 'ASC' },
    });
    return rows.filter(({ number }) => number !== null).map(toProposal);
  }

  async inStates(tx: Transaction, ...states: readonly ProposalState[]): Promise<Proposal[]> {
    const rows = await tx.manager.find(ProposalRow, {
      where: { state: In(states) },
      order: { callId: 'ASC', number: 'ASC' },
    });
    return rows.map(toProposal);
  }

  async ofOrganization(tx: Transaction, organizationId: string): Promise<Proposal[]> {
    requireOwnOrganization(tx.actor, organizationId);
    const rows = await tx.manager.find(ProposalRow, { where: { organizationId }, order: { begunAt: 'DESC' } });
    return rows.map(toProposal);
  }

  /** Papers that staff have begun to enter and not yet sent. */
  async papersInDraft(tx: Transaction, callId: string): Promise<Proposal[]> {
    const rows = await tx.manager.find(ProposalRow, { where: { callId, state: 'draft' }, order: { begunAt: 'ASC' } });
    return rows.filter(({ paperReceivedOn }) => paperReceivedOn !== null).map(toProposal);
  }

  /** Sent and begun ones of each call. */
  async counts(tx: Transaction): Promise<ReadonlyMap<string, { readonly sent: number; readonly drafts: number }>> {
    const rows = await tx.query<{ call_id: string; sent: string; drafts: string }>(
      `SELECT call_id, count(*) FILTER (WHERE number IS NOT NULL) AS sent, count(*) FILTER (WHERE state = 'draft') AS drafts
         FROM proposals GROUP BY call_id`,
    );
    return new Map(rows.map(({ call_id, sent, drafts }) => [call_id, { sent: Number(sent), drafts: Number(drafts) }]));
  }

  /** The caller holds the row (`lock`). */
  async save(tx: Transaction, { id, version }: Pick<Proposal, 'id' | 'version'>, change: Change): Promise<void> {
    const { proposer, ...rest } = change;
    const values = { ...rest, ...(proposer ? proposerColumns(proposer) : {}), version: version + 1 };
    const { affected } = await tx.manager.update(ProposalRow, { id, version }, values as never);
    if (affected !== 1) throw DomainError.stale();
  }
}

const proposerColumns = ({ kind, name, publicName, contact, mail }: Proposal['proposer']) => ({
  ...{ proposerKind: kind, proposerName: name, publicName, proposerContact: contact, proposerMail: mail },
});

function seen(tx: Transaction, row: ProposalRow | null): Proposal {
  if (!row) throw DomainError.notFound();
  if (tx.actor.kind === 'officer') {
    if (row.organizationId === null) throw DomainError.notFound();
    requireOwnOrganization(tx.actor, row.organizationId);
  }
  return toProposal(row);
}

function toProposal(row: ProposalRow): Proposal {
  const { municipalityId: _town, proposerKind, proposerName, publicName, proposerContact, proposerMail, ...rest } = row;
  const proposer = { kind: proposerKind, name: proposerName, publicName, contact: proposerContact, mail: proposerMail };
  return { ...rest, proposer };
}
