import { Injectable } from '@nestjs/common';
import type { GrantView } from '../../grants/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import { Municipalities, type Municipality } from '../../municipalities/index.js';
import { LetterTemplates, type Addressee, type Letter } from '../../notices/index.js';
import { OrganizationDirectory, type OrganizationProfile, type Payee } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ClaimWords } from '../../programs/index.js';
import { claimInWords, type Claim, type ClaimConfirmation } from '../domain/claim.js';
import { ACCOUNT_KIND_LABEL } from '../domain/payee.js';
import { ClaimStore } from '../store/claim.store.js';

/** Composes 請求書: from the organisation to the head of the town, without a number and without a seal. */
@Injectable()
export class ClaimLetter {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly organizations: OrganizationDirectory,
    private readonly templates: LetterTemplates,
    private readonly claims: ClaimStore,
  ) {}

  /** Throws `payments.no-representative` while nobody stands for the organisation. */
  async compose(tx: Transaction, claim: Claim, grant: GrantView, confirmation: ClaimConfirmation): Promise<Letter> {
    const town = await this.municipalities.of(tx);
    const organization = await this.organizations.get(tx, claim.organizationId);
    const payee = await this.organizations.payeeForUpdate(tx, claim.organizationId);
    const { document } = grant;
    const live = await this.claims.liveOfGrant(tx, grant.id);
    const before = sumYen(
      live.filter(({ id, state }) => id !== claim.id && state === 'confirmed').map(({ amount }) => amount),
    );
    const said = { ...wordsOf(claim, grant, confirmation, payee), ...figuresOf(claim, grant, before) };
    const words = await this.templates.render(tx, document.letters.claim, said);
    return {
      ...words,
      kind: 'claim',
      formLabel: document.letters.claim.formLabel,
      numbered: false,
      amount: { label: '請求額', yen: String(claim.amount) },
      addressee: headOf(town),
      sender: senderOf(organization),
      contact: null,
      subjectKind: 'claim',
      subjectId: claim.id,
      organizationId: claim.organizationId,
    };
  }
}

type Figures = Pick<ClaimWords, 'amount' | 'grantAmount' | 'claimedBefore' | 'unclaimed'>;

/** 交付決定額, 既請求額, 今回請求額, 残額: what is left is never below zero, also where a change has lowered the grant. */
function figuresOf({ amount }: Claim, { amountInForce }: GrantView, before: Yen): Figures {
  const left = amountInForce - before - amount;
  return {
    ...{ amount: String(amount), grantAmount: String(amountInForce), claimedBefore: String(before) },
    unclaimed: String(left > 0n ? left : 0n),
  };
}

const wordsOf = (
  claim: Claim,
  grant: GrantView,
  confirmation: ClaimConfirmation,
  payee: Payee,
): Omit<ClaimWords, keyof Figures> => ({
  program: claim.programName,
  claimArticle: grant.document.articles.claim,
  decidedOn: grant.issuedOn ?? confirmation.claimedOn,
  decisionNumber: grant.letterNumber ?? '',
  paymentMethod: claimInWords(claim),
  account: accountInWords(payee),
  responsible: { name: confirmation.responsibleName, phone: confirmation.responsiblePhone },
  inCharge: { name: confirmation.inChargeName, phone: confirmation.inChargePhone },
});

const headOf = (town: Municipality): Addressee => ({
  lines: [],
  organization: '',
  person: town.headVacantActing ?? `${town.headTitle}　${town.headName}`,
  honorific: '様',
});

function senderOf(organization: OrganizationProfile): Letter['sender'] {
  const { representative, name, postalCode, address } = organization;
  if (!representative) throw new DomainError('payments.no-representative', 'conflict', { organization: name });
  return {
    lines: [`〒${postalCode}　${address}`, name],
    title: representative.role,
    name: representative.name,
    seal: 'none',
  };
}

const accountInWords = (payee: Payee): ClaimWords['account'] => ({
  bank: payee.bankName,
  branch: payee.branchName,
  kind: ACCOUNT_KIND_LABEL[payee.accountKind],
  number: payee.accountNumber,
  holder: payee.holderKana,
});
