import { Injectable } from '@nestjs/common';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramDocument } from '../../programs/index.js';
import type { Grant } from '../domain/grant.js';
import { GrantStore, type GrantFilter } from '../store/grant.store.js';

/** A decision together with the edition of the programme under which it was made. */
export interface GrantView extends Grant {
  readonly document: ProgramDocument;
}

/** The decisions as later stages and the desks read them. An officer sees a decision from the day of its letter on. */
@Injectable()
export class GrantDirectory {
  constructor(
    private readonly store: GrantStore,
    private readonly programs: Programs,
  ) {}

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<GrantView> {
    const grant = await this.store.find(tx, id);
    if (!maySee(tx, grant)) throw DomainError.notFound();
    return this.view(tx, grant);
  }

  /** The same, and nobody issues, withdraws or reopens it until this transaction ends. */
  async getForUpdate(tx: Transaction, id: string): Promise<GrantView> {
    const [grant] = await this.store.lock(tx, [id]);
    if (!grant || !maySee(tx, grant)) throw DomainError.notFound();
    return this.view(tx, grant);
  }

  /** By id: the amount that each of these grants gives by now. */
  async amountsInForce(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Yen>> {
    const grants = await this.store.ofIds(tx, ids);
    return new Map(grants.filter((grant) => maySee(tx, grant)).map(({ id, amountInForce }) => [id, amountInForce]));
  }

  /** Given up proposals only when `state` asks for them. */
  async list(tx: Transaction, filter: GrantFilter = {}): Promise<GrantView[]> {
    const grants = await this.store.list(tx, filter);
    return this.views(
      tx,
      grants.filter((grant) => maySee(tx, grant)),
    );
  }

  /** Newest year first; another organisation's decisions do not exist for an officer. */
  forOrganization(tx: Transaction, organizationId: string): Promise<GrantView[]> {
    requireOwnOrganization(tx.actor, organizationId);
    return this.list(tx, { organizationId });
  }

  /** null while nothing is proposed for the application. */
  async byApplication(tx: Transaction, applicationId: string): Promise<GrantView | null> {
    const grant = await this.store.ofApplication(tx, applicationId);
    return grant && maySee(tx, grant) ? this.view(tx, grant) : null;
  }

  private async view(tx: Transaction, grant: Grant): Promise<GrantView> {
    const { document } = await this.programs.version(tx, grant.programVersionId);
    return { ...grant, document };
  }

  /** Forty decisions of one programme read its edition once. */
  private async views(tx: Transaction, grants: readonly Grant[]): Promise<GrantView[]> {
    const documents = new Map<string, ProgramDocument>();
    for (const id of new Set(grants.map(({ programVersionId }) => programVersionId))) {
      documents.set(id, (await this.programs.version(tx, id)).document);
    }
    return grants.map((grant) => {
      const document = documents.get(grant.programVersionId);
      if (!document) throw new Error('every edition was read');
      return { ...grant, document };
    });
  }
}

function maySee({ actor }: Transaction, grant: Grant): boolean {
  if (actor.kind === 'officer')
    return actor.organizationId === grant.organizationId && grant.issuedOn !== null && grant.state !== 'scheduled';
  return actor.kind !== 'public';
}
