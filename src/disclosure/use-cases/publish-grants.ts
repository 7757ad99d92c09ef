import { Injectable } from '@nestjs/common';
import { ApplicationDirectory, projectPeriod } from '../../applications/index.js';
import type { Answer } from '../../forms/index.js';
import { GrantChanges, type Change } from '../../grant-changes/index.js';
import { GrantDirectory, LaterPaymentsPort, type GrantView } from '../../grants/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { PaidAmounts } from '../../payments/index.js';
import { DeterminationDirectory, type Determination } from '../../performance-reports/index.js';
import { sumYen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { disclosureTermsOf, Programs } from '../../programs/index.js';
import { ProposalDirectory, type ProposalView } from '../../proposals/index.js';
import { RepaymentBooks } from '../../repayments/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import type { PublicGrant } from '../domain/public-grant.js';
import { publishedTexts } from '../domain/published-texts.js';
import { wayOf, type LaterDecision, type PublicPayment } from '../domain/way-of-grant.js';
import { withoutWithheld, type PublicItem } from '../domain/withholding.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
import { PublicGrantStore } from '../store/public-grant.store.js';
import { WithholdingStore } from '../store/withholding.store.js';
import { PublishedReports } from './published-reports.js';

/**
 * Carries what happened to a grant over to what everyone may see. Whatever happened, the whole of it is read anew from the
 * stages: so the order of events does not matter, and building everything anew gives the same.
 */
@Injectable()
export class PublishGrants {
  constructor(
    private readonly store: PublicGrantStore,
    private readonly states: DisclosureStates,
    private readonly grants: GrantDirectory,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly applications: ApplicationDirectory,
    private readonly changes: GrantChanges,
    private readonly payments: PaidAmounts,
    private readonly laterPayments: LaterPaymentsPort,
    private readonly repayments: RepaymentBooks,
    private readonly determinations: DeterminationDirectory,
    private readonly reports: PublishedReports,
    private readonly verifications: VerificationDirectory,
    private readonly proposals: ProposalDirectory,
    private readonly withholdings: WithholdingStore,
  ) {}

  /** What is not out in a letter is not shown, and a decision that was taken back is no more. */
  async follow(tx: Transaction, grantId: string): Promise<void> {
    await this.states.takeTurns(tx, grantId);
    const published = await this.published(tx, grantId);
    const changed = published ? await this.store.put(tx, published) : await this.store.remove(tx, grantId);
    if (changed) await this.states.count(tx);
  }

  /** Everything that belongs on the public pages now; what does not is taken down. */
  async rebuild(tx: Transaction): Promise<void> {
    const ids: string[] = [];
    for (const { id } of await this.grants.list(tx, { state: 'issued' })) {
      const published = await this.published(tx, id);
      if (published) {
        await this.store.put(tx, published);
        ids.push(id);
      }
    }
    await this.store.removeOthers(tx, ids);
  }

  async followOrganization(tx: Transaction, organizationId: string): Promise<void> {
    for (const { id } of await this.grants.forOrganization(tx, organizationId)) await this.follow(tx, id);
  }

  /** null while its letter is not out, and where nothing was granted; without what staff keep back. */
  private async published(tx: Transaction, grantId: string): Promise<PublicGrant | null> {
    const withheld = await this.withholdings.inForce(tx, grantId);
    const grant = await this.whole(tx, grantId, withheld);
    return grant && withoutWithheld(grant, withheld);
  }

  private async whole(tx: Transaction, grantId: string, withheld: readonly PublicItem[]): Promise<PublicGrant | null> {
    const grant = await this.grants.get(tx, grantId);
    const { decidedOn, issuedOn, document } = grant;
    if (grant.state !== 'issued' || grant.outcome === 'refused' || decidedOn === null || issuedOn === null) return null;
    const { id, fiscalYear, organizationId, organizationName, programName, budgetLineId, amount } = grant;
    const changes = (await this.changes.ofGrant(tx, id)).filter(isOut);
    const determination = await this.determinations.ofGrant(tx, id);
    const { paid, parts } = await this.payments.of(tx, id);
    const since = await this.laterPayments.ofGrant(tx, id);
    const paidLater = sumYen(since.map((each) => each.amount));
    const payments = [
      ...parts.flatMap(({ paidOn: on, claim }): PublicPayment[] =>
        on === null ? [] : [{ on, amount: claim.amount, kind: claim.causeId === null ? 'early' : 'settling' }],
      ),
      ...since.map(({ on, amount: each }) => ({ on, amount: each, kind: 'later-year' as const })),
    ];
    const returns = await this.repayments.paidBack(tx, id);
    const { programId } = await this.programs.version(tx, grant.programVersionId);
    const origin = await this.proposalBehind(tx, grant);
    return {
      ...{ id, fiscalYear, organizationId, organizationName, programId, programName, budgetLineId, amount },
      ...{ decidedOn, issuedOn, purpose: document.purpose, paidLater },
      ...{
        paidAmount: sumYen([paid, paidLater]),
        paidOn:
          payments
            .map(({ on }) => on)
            .toSorted()
            .at(-1) ?? null,
      },
      ...(await this.districtOf(tx, organizationId)),
      ...(await this.plannedIn(tx, grant, changes, origin?.fieldLabel ?? '')),
      proposal: originIn(origin),
      ...wayOf({ decidedOn, amount, later: laterDecisions(changes, determination), payments, returns }),
      paidBack: sumYen(returns.map((each) => each.amount)),
      ...(await this.reports.of(tx, grant, determination, withheld)),
      verification: await this.verificationOf(tx, id),
    };
  }

  private async verificationOf(tx: Transaction, grantId: string): Promise<PublicGrant['verification']> {
    const published = await this.verifications.published(tx, grantId);
    if (!published) return null;
    const { id, direction, decidedOn: on, reason: text } = published;
    return { id, on, direction, texts: text === '' ? [] : [{ question: 'reason', label: '方向性の理由', text }] };
  }

  private async proposalBehind(tx: Transaction, { applicationId }: GrantView): Promise<ProposalView | null> {
    const { proposalId } = await this.applications.get(tx, applicationId);
    return proposalId === null ? null : this.proposals.get(tx, proposalId);
  }

  private async districtOf(
    tx: Transaction,
    organizationId: string,
  ): Promise<Pick<PublicGrant, 'districtId' | 'districtName' | 'districtPosition'>> {
    const { districtId, districtName } = await this.organizations.get(tx, organizationId);
    const districts = await this.organizations.districtsOf(tx);
    return { districtId, districtName, districtPosition: districts.findIndex(({ id }) => id === districtId) };
  }

  /**
   * What the organisation set out to do, with every change that it has a letter of. Where the programme asks for no field,
   * the project stands in that of its proposal (`proposedField`, blank without one).
   */
  private async plannedIn(
    tx: Transaction,
    { applicationId, document }: GrantView,
    changes: readonly Change[],
    proposedField: string,
  ): Promise<Pick<PublicGrant, 'title' | 'field' | 'plan' | 'plannedFrom' | 'plannedUntil'>> {
    const amended = changes.findLast(({ kind, sent }) => kind === 'amendment' && sent !== null);
    const answers = amended?.sent?.answers ?? (await this.applications.get(tx, applicationId)).answers;
    const period = projectPeriod(document, answers);
    const { application, field } = disclosureTermsOf(document);
    return {
      title: document.disclosure ? textOf(answers, document.project?.titleQuestion ?? null) : '',
      field: field === null ? proposedField : textOf(answers, field),
      plan: publishedTexts(application, answers),
      plannedFrom: period?.from ?? null,
      plannedUntil: period?.until ?? null,
    };
  }
}

const textOf = (answers: readonly Answer[], question: string | null): string =>
  answers.find(({ id }) => id === question)?.text ?? '';

const originIn = (proposal: ProposalView | null): PublicGrant['proposal'] => {
  if (proposal === null || proposal.number === null) return null;
  const { id, number, title, callTitle } = proposal;
  return { id, number, title, callTitle };
};

/** Its letter is out, or it needs none; a refused one changes nothing. */
const isOut = ({ state, outcome }: Change): boolean =>
  state === 'acknowledged' || (state === 'issued' && outcome !== 'refused');

function laterDecisions(changes: readonly Change[], determination: Determination | null): LaterDecision[] {
  const later = changes.flatMap((change): LaterDecision[] => {
    if (change.state === 'acknowledged') return [];
    const on = change.decidedOn;
    if (on === null) throw new Error(`the change ${change.id} is issued but not decided`);
    const { kind, whole, amount } = change;
    if (kind === 'amendment') return [{ kind: 'changed', on, amount }];
    if (kind === 'discontinuation') return [{ kind: 'discontinued', on, amount: null }];
    return [{ kind: whole ? 'revoked' : 'partly-revoked', on, amount }];
  });
  if (determination?.state === 'issued' && determination.determinedOn !== null) {
    later.push({ kind: 'determined', on: determination.determinedOn, amount: determination.amount });
  }
  return later.toSorted((a, b) => a.on.localeCompare(b.on));
}
