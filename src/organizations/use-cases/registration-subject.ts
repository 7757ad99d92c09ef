import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { ACCOUNT_KINDS } from '../domain/bank-account.js';
import type { OrganizationFile } from '../domain/organization-file.js';
import { representativeOf } from '../domain/officer.js';
import { organizationMachine } from '../domain/organization.js';
import { refuseUnfitRegistration, REGISTRATION_CHECKLIST } from '../domain/registration.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { ExaminationStore } from '../store/examination.store.js';
import { OrganizationStore } from '../store/organization.store.js';

export const ORGANIZATION_REGISTRATION = 'organization-registration';

/**
 * 団体の登録 as a subject of approval, in a town whose table rules it: the examination is its review, the last approval
 * registers. Until then nobody but staff changes the registration, and what they correct voids the approvals.
 */
@Injectable()
export class RegistrationSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = ORGANIZATION_REGISTRATION;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly examinations: ExaminationStore,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.organizations.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const file = await this.organizations.find(tx, id);
    const { checked, examinedBy, examinedAt } = await this.examinations.proposal(tx, file);
    return {
      title: `${file.details.name}　団体の登録`,
      organizationId: id,
      organizationName: file.details.name,
      amount: ZERO_YEN,
      outcome: '登録',
      basis: '団体の登録の確認項目（見本）',
      working: null,
      facts: [
        ...factsOf(file),
        { label: '確認した職員', value: `${formatEra(dayInJapan(examinedAt))}　${examinedBy}` },
        ...REGISTRATION_CHECKLIST.map(({ id: item, text }, index) => ({
          label: `確認項目${String(index + 1)}`,
          value: `${text}：${checked.includes(item) ? '確認済み' : '未確認'}`,
        })),
      ],
      earlier: [{ label: '登録の届出と添付書類', href: `staff/organizations/${id}` }],
      budget: null,
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    await this.registrable(tx, id);
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    const { file, state, account } = await this.registrable(tx, id);
    await this.examinations.adopt(tx, file);
    await this.accounts.begin(tx, account.id);
    await this.organizations.save(tx, id, { state, registeredOn: tx.today });
    tx.announce({ type: 'OrganizationRegistered', subjectId: id, organizationId: id });
    tx.audit({
      action: 'organization.registered',
      subjectKind: 'organization',
      subjectId: id,
      organizationId: id,
      detail: { round: file.round },
    });
  }

  /** The registration stays with the section: it is drafted again, or returned to the organisation with remarks. */
  released(): Promise<void> {
    return Promise.resolve();
  }

  private async registrable(
    tx: Transaction,
    id: string,
  ): Promise<{ file: OrganizationFile; state: 'registered'; account: { id: string } }> {
    const file = await this.organizations.find(tx, id);
    const state = nextState(organizationMachine, 'organizations.not-under-examination', file.state, 'register');
    if (state !== 'registered') throw new DomainError('organizations.not-under-examination', 'conflict');
    const { checked } = await this.examinations.proposal(tx, file);
    return { file, state, account: refuseUnfitRegistration(file.account, checked) };
  }
}

/** Who they are and where money would go; telephone numbers and mail addresses decide nothing. */
function factsOf({
  details,
  districtName,
  wards,
  bylaws,
  officers,
  account,
}: OrganizationFile): PresentedSubject['facts'] {
  const representative = representativeOf(officers);
  return [
    { label: '校区', value: districtName },
    { label: '行政区', value: `${String(wards.length)}行政区（${wards.join('、')}）` },
    { label: '住所', value: `〒${details.postalCode} ${details.address}` },
    { label: '代表者', value: representative ? `${representative.role}　${representative.name}` : '未入力' },
    { label: '役員', value: `${String(officers.length)}人` },
    { label: '規約', value: bylaws ? `${bylaws.name}（照合 ${bylaws.sha256.slice(0, 12)}）` : '未入力' },
    ...(account
      ? [
          {
            label: '振込先の口座',
            value: `${account.bankName} ${account.branchName}　${ACCOUNT_KINDS[account.accountKind]} ${account.accountNumber}`,
          },
          { label: '口座名義（カナ）', value: `${account.holderKana}（振込用 ${account.transferKana ?? '未確認'}）` },
        ]
      : []),
  ];
}
