import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Accounts, Invitations } from '../../identity/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore, type ScanState } from '../../platform/files/index.js';
import { Authority } from '../../staff/index.js';
import type { AccountChange } from '../domain/account-change.js';
import type { BankAccount } from '../domain/bank-account.js';
import type { RepresentativeChange } from '../domain/representative-change.js';
import type { OrganizationFile } from '../domain/organization-file.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { DistrictStore, type District } from '../store/district.store.js';
import { ExaminationStore } from '../store/examination.store.js';
import { RepresentativeChangeStore } from '../store/representative-change.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { ACCOUNT_CHANGE } from './account-change-record.js';
import { ORGANIZATION_REGISTRATION } from './registration-subject.js';

export interface DecidedByDraft {
  readonly ruled: boolean;
  readonly draft: DraftRef | null;
}

export interface OrganizationView {
  readonly file: OrganizationFile;
  readonly districts: readonly District[];
  readonly today: LocalDate;
  /** Officers who can sign in, and those whose printed code is still out. */
  readonly officersWithAccount: ReadonlySet<string>;
  readonly officersInvited: ReadonlySet<string>;
  readonly openChange: AccountChange | null;
  /** 代表者変更届 that has not come to its end. */
  readonly representativeChange: RepresentativeChange | null;
  /** Whether the town decides by a draft, and the draft that runs; known to staff only. */
  readonly registrationDraft: DecidedByDraft;
  readonly changeDraft: DecidedByDraft;
  readonly changes: readonly AccountChange[];
  readonly accounts: readonly (BankAccount & { validFrom: LocalDate | null; validUntil: LocalDate | null })[];
  readonly examinations: readonly {
    round: number;
    outcome: 'returned' | 'registered';
    examinedBy: string;
    examinedAt: Date;
  }[];
  /** Wards that another organisation also names. */
  readonly wardsElsewhere: readonly { ward: string; organizationName: string }[];
  /** Where 規約 and passbooks stand with the virus scanner, by their hash. */
  readonly scans: ReadonlyMap<string, ScanState>;
}

/** Everything that the pages of one organisation show, as this actor may see it. */
@Injectable()
export class ViewOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly districts: DistrictStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
    private readonly representatives: RepresentativeChangeStore,
    private readonly examinations: ExaminationStore,
    private readonly identities: Accounts,
    private readonly invitations: Invitations,
    private readonly files: FileStore,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  async execute(actor: Actor, organizationId: string): Promise<OrganizationView> {
    return this.unitOfWork.read(actor, async (tx) => {
      const file = await this.organizations.find(tx, organizationId);
      const changes = await this.changes.history(tx, file.id);
      const identities = await this.identities.list(tx, 'officer');
      const invitations = await this.invitations.open(tx, 'officer');
      const accounts = await this.accounts.history(tx, file.id);
      const documents = [
        file.bylaws,
        ...[file.account, ...accounts, ...changes.map(({ proposed }) => proposed)].map((each) => each?.passbook),
      ];
      const openChange = changes.find(({ state }) => state === 'open') ?? null;
      return {
        file,
        districts: await this.districts.list(tx),
        today: tx.today,
        officersWithAccount: new Set(
          identities.filter(({ state }) => state === 'active').map(({ partyId }) => partyId),
        ),
        officersInvited: new Set(invitations.map(({ partyId }) => partyId)),
        openChange,
        representativeChange: await this.representatives.openOf(tx, file.id),
        registrationDraft: await this.draftOf(tx, ORGANIZATION_REGISTRATION, file.id),
        changeDraft: await this.draftOf(tx, ACCOUNT_CHANGE, openChange?.id),
        changes,
        accounts,
        examinations: await this.examinations.history(tx, file.id),
        wardsElsewhere: actor.kind === 'officer' ? [] : await this.organizations.wardsNamedElsewhere(tx, file.id),
        scans: await this.files.scanStates(
          tx,
          documents.flatMap((document) => document?.sha256 ?? []),
        ),
      };
    });
  }

  private async draftOf(tx: Transaction, kind: string, subjectId: string | undefined): Promise<DecidedByDraft> {
    if (tx.actor.kind !== 'staff') return { ruled: false, draft: null };
    return {
      ruled: await this.authority.rules(tx, kind),
      draft: subjectId === undefined ? null : await this.drafts.openFor(tx, kind, subjectId),
    };
  }
}
