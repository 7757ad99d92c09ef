import { Injectable } from '@nestjs/common';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { holding } from '../domain/figures.js';
import { hasExpired, type Officer } from '../domain/officer.js';
import type { KeptDocument } from '../domain/organization-file.js';
import { payeeOf, type Payee } from '../domain/payee.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { DistrictStore, type District } from '../store/district.store.js';
import { FigureStore } from '../store/figure.store.js';
import { OfficerStore, type OfficerEntry } from '../store/officer.store.js';
import { OrganizationProfiles, type OrganizationProfile } from '../store/organization-profiles.store.js';
import { OrganizationStore } from '../store/organization.store.js';

/** Somebody who served, until when. */
export interface FormerOfficer {
  readonly role: string;
  readonly name: string;
  readonly termFrom: LocalDate | null;
  readonly termUntil: LocalDate | null;
  /** The end of the term, or the day on which the name was taken off the list. */
  readonly until: LocalDate | null;
}

/** What later stages may ask about organisations; every answer is what this actor may see. */
@Injectable()
export class OrganizationDirectory {
  constructor(
    private readonly profiles: OrganizationProfiles,
    private readonly districts: DistrictStore,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
    private readonly figures: FigureStore,
    private readonly officers: OfficerStore,
  ) {}

  /** The districts as the town lists them, which everybody may know. */
  async districtsOf(tx: Transaction): Promise<District[]> {
    return (await this.districts.list(tx)).map(({ id, name, about }) => ({ id, name, about }));
  }

  /** Their names alone. */
  async districtNames(tx: Transaction): Promise<string[]> {
    return (await this.districts.list(tx)).map(({ name }) => name);
  }

  /** The day of registration; null while there was none. */
  async registeredOn(tx: Transaction, id: string): Promise<LocalDate | null> {
    return (await this.organizations.find(tx, id)).registeredOn;
  }

  /** Throws not-found for another organisation's officer. */
  get(tx: Transaction, id: string): Promise<OrganizationProfile> {
    return this.profiles.get(tx, id);
  }

  list(tx: Transaction): Promise<OrganizationProfile[]> {
    return this.profiles.list(tx);
  }

  /** Throws a conflict while the organisation is not registered. */
  async registeredOrRefuse(tx: Transaction, id: string): Promise<OrganizationProfile> {
    const profile = await this.profiles.get(tx, id);
    if (profile.state !== 'registered')
      throw new DomainError('organizations.not-registered', 'conflict', { name: profile.name });
    return profile;
  }

  /** The officers listed today, expired ones included. */
  async officersOf(tx: Transaction, id: string): Promise<readonly Officer[]> {
    return (await this.organizations.find(tx, id)).officers;
  }

  /** Who served before: taken off the list, or with a term that is over; the last one first. */
  async formerOfficersOf(tx: Transaction, id: string): Promise<FormerOfficer[]> {
    requireOwnOrganization(tx.actor, id);
    const removed = await this.officers.removed(tx, id);
    const expired = (await this.organizations.find(tx, id)).officers.filter((officer) => hasExpired(officer, tx.today));
    const former = ({ role, name, termFrom, termUntil }: OfficerEntry): Omit<FormerOfficer, 'until'> => ({
      ...{ role, name, termFrom, termUntil },
    });
    return [
      ...expired.map((officer) => ({ ...former(officer), until: officer.termUntil })),
      ...removed.map((officer) => ({
        ...former(officer),
        until: officer.removedAt && dayInJapan(officer.removedAt),
      })),
    ];
  }

  /** 年度の数値 that hold, by name; one that was taken back is none. */
  async figuresOf(tx: Transaction, id: string, fiscalYear: FiscalYear): Promise<ReadonlyMap<string, string>> {
    requireOwnOrganization(tx.actor, id);
    const figures = holding(await this.figures.of(tx, id, fiscalYear));
    return new Map(figures.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
  }

  /** The 規約 as kept now, or null while there is none. */
  async bylawsOf(tx: Transaction, id: string): Promise<KeptDocument | null> {
    return (await this.organizations.find(tx, id)).bylaws;
  }

  /** Whom to pay as things stand, for a look only; an organisation without an account in use is missing. */
  async payees(tx: Transaction, organizationIds: readonly string[]): Promise<ReadonlyMap<string, Payee>> {
    const accounts = await this.accounts.currentOf(tx, organizationIds);
    const changing = await this.changes.changing(tx, organizationIds);
    return new Map([...accounts].map(([id, account]) => [id, payeeOf(account, changing.has(id))]));
  }

  /** Those of several organisations, locked against replacement until the transaction ends; one without an account is missing. */
  async payeesForUpdate(tx: Transaction, organizationIds: readonly string[]): Promise<ReadonlyMap<string, Payee>> {
    const accounts = await this.accounts.currentForUpdateOf(tx, organizationIds);
    const changing = await this.changes.changing(tx, organizationIds);
    return new Map([...accounts].map(([id, account]) => [id, payeeOf(account, changing.has(id))]));
  }

  /**
   * The account to pay to, locked against replacement until the transaction ends. `hold` tells why payment must
   * wait. Throws a conflict when the organisation has no account in use.
   */
  async payeeForUpdate(tx: Transaction, organizationId: string): Promise<Payee> {
    const { id, name } = await this.profiles.get(tx, organizationId);
    const account = await this.accounts.currentForUpdate(tx, id);
    if (!account) throw new DomainError('organizations.no-account-in-use', 'conflict', { name });
    return payeeOf(account, await this.changes.hasOpen(tx, id));
  }
}
