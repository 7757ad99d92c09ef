import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen, ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { disposalMachine, DISPOSAL_KIND_LABELS, type Disposal } from '../domain/disposal.js';
import type { PropertyItem } from '../domain/property.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';

export const PROPERTY_DISPOSAL = 'property-disposal';

/** 財産処分の承認 as a subject of approval; its last approval spends nothing, the letter makes it known. */
@Injectable()
export class DisposalSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = PROPERTY_DISPOSAL;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly disposals: PropertyDisposalStore,
    private readonly items: PropertyItemStore,
    private readonly grants: GrantDirectory,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.disposals.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const disposal = await this.disposals.find(tx, id);
    const item = await this.items.find(tx, disposal.itemId);
    const grant = await this.grants.get(tx, disposal.grantId);
    const { propertyArticle } = keepingTermsOf(grant.document);
    return {
      title: `${disposal.organizationName}　${disposal.itemName}の${DISPOSAL_KIND_LABELS[disposal.kind]}`,
      organizationId: disposal.organizationId,
      organizationName: disposal.organizationName,
      amount: ZERO_YEN,
      outcome: disposal.outcome === 'refused' ? '不承認' : '承認',
      basis: `${grant.document.legalBasis.title}　${propertyArticle}`.trim(),
      working: disposal.working && disposal.working.lines.length > 0 ? disposal.working : null,
      facts: factsOf(disposal, item),
      earlier: [
        { label: '財産処分承認申請と備品台帳', href: `staff/properties/${disposal.id}` },
        { label: `交付決定　${grant.letterNumber ?? ''}`, href: `staff/grants/${grant.id}` },
      ],
      budget: null,
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const { state } = await this.disposals.find(tx, id);
    nextState(disposalMachine, 'properties.moved-on', state, 'draft');
  }

  async approved(tx: Transaction, id: string, _draftId: string, decidedOn: LocalDate): Promise<void> {
    const disposal = await this.disposals.find(tx, id);
    const state = nextState(disposalMachine, 'properties.moved-on', disposal.state, 'decide');
    await this.disposals.change(tx, disposal, { state, decidedOn });
    const { organizationId } = disposal;
    tx.audit({ action: 'disposal.decided', subjectKind: PROPERTY_DISPOSAL, subjectId: id, organizationId });
  }

  async released(tx: Transaction, id: string): Promise<void> {
    const disposal = await this.disposals.find(tx, id);
    const state = nextState(disposalMachine, 'properties.moved-on', disposal.state, 'release');
    await this.disposals.change(tx, disposal, { state, outcome: null, terms: '', payBack: null, working: null });
    const { organizationId } = disposal;
    tx.audit({ action: 'disposal.released', subjectKind: PROPERTY_DISPOSAL, subjectId: id, organizationId });
  }
}

const factsOf = (disposal: Disposal, item: PropertyItem): PresentedSubject['facts'] => [
  { label: '備品', value: `${item.name}　${String(item.quantity)}点　取得価格${formatYen(item.price)}` },
  { label: '買った日', value: formatEra(item.boughtOn) },
  { label: '処分の制限', value: `${formatEra(item.restrictedUntil)}まで` },
  { label: '処分の方法', value: DISPOSAL_KIND_LABELS[disposal.kind] },
  { label: '処分の予定日', value: formatEra(disposal.plannedOn) },
  { label: '収入の見込み', value: formatYen(disposal.proceeds) },
  { label: '申請の理由', value: disposal.reason },
  ...(disposal.outcome === 'approved'
    ? [{ label: '納付を求める額', value: formatYen(disposal.payBack ?? ZERO_YEN) }]
    : []),
  ...(disposal.terms === ''
    ? []
    : [{ label: disposal.outcome === 'refused' ? '承認しない理由' : '承認の条件', value: disposal.terms }]),
];
