import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { BudgetLedger, standingOf } from '../../budgets/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { formatYen, ZERO_YEN } from '../../kernel/yen.js';
import { PanelResults } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { fieldLabelOf, PROPOSER_KIND_LABELS } from '../domain/call.js';
import type { Decision } from '../domain/decision.js';
import { numberInWords, PROPOSAL_SUBJECT, type Proposal } from '../domain/proposal.js';
import { sortingsInForce, SORTING_LABELS } from '../domain/sorting.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { AdoptionBudgets } from './adoption-budgets.js';
import { ProposalDirectory } from './proposal-directory.js';
import { adoptionLabel, PROPOSAL_ADOPTION, Settlement } from './settlement.js';
import { newestOf, noteInWords, Visits, visitTitle, type VisitNote, type VisitVersion } from '../../visits/index.js';
import { panelFacts } from './panel-facts.js';
import { ProposalTies } from './proposal-ties.js';

/** 企画提案の採択 as a subject of approval: what was proposed, what was said of it, and the amount it may have. */
@Injectable()
export class AdoptionSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = PROPOSAL_ADOPTION;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly proposals: ProposalStore,
    private readonly calls: CallStore,
    private readonly course: ProposalCourseStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly directory: ProposalDirectory,
    private readonly ledger: BudgetLedger,
    private readonly budgets: AdoptionBudgets,
    private readonly settlement: Settlement,
    private readonly visits: Visits,
    private readonly panels: PanelResults,
    private readonly ties: ProposalTies,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** The proposals first, as whoever decides one locks it before its budget line. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const lines: string[] = [];
    for (const id of [...ids].sort()) {
      await this.proposals.lock(tx, id);
      const decision = await this.decisions.of(tx, id);
      if (decision?.budgetLineId) lines.push(decision.budgetLineId);
    }
    await this.ledger.lock(tx, lines);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const proposal = await this.proposals.get(tx, id);
    const call = await this.calls.get(tx, proposal.callId);
    const decision = await this.decisions.of(tx, id);
    const line = decision?.budgetLineId ? await this.ledger.line(tx, decision.budgetLineId) : null;
    const screening = await this.course.screeningOf(tx, id);
    const sorting = sortingsInForce(await this.course.sortingsOf(tx, [id])).get(id);
    const standing = await this.panels.of(tx, { kind: PROPOSAL_SUBJECT, id });
    const notes = await this.visits.about(tx, { kind: PROPOSAL_SUBJECT, id });
    const amount = decision?.amount ?? ZERO_YEN;
    const { name, of } = keptProposer(proposal);
    const { mergedNames, mergedPublicNames } = await this.directory.get(tx, id);
    const others = mergedNames.length - mergedPublicNames.length;
    const merged = [...mergedPublicNames, ...(others > 0 ? [`氏名を公表しない提案者${String(others)}人`] : [])];
    return {
      title: `${numberInWords(proposal.number)}　${proposal.title}`,
      ...{ organizationId: proposal.organizationId, organizationName: name, amount },
      outcome: '採択',
      basis: call.title,
      working: null,
      facts: [
        { label: '提案者', value: of },
        ...(merged.length === 0 ? [] : [{ label: '統合した提案の提案者', value: merged.join('、') }]),
        { label: '分野', value: fieldLabelOf(call, proposal.fieldId) },
        { label: '必要性の確認', value: screening?.reason ?? '' },
        { label: '仕分け', value: sorting ? SORTING_LABELS[sorting.kind] : '未分類' },
        { label: '予算の額', value: formatYen(amount) },
        { label: '予算科目', value: line ? `${line.code}　${line.name}` : '' },
        { label: '提案者へのコメント', value: decision?.comment ?? '' },
        ...panelFacts(standing),
        ...notes.map((note, index) => ({
          label: `聞き取り${String(index + 1)}`,
          value: noteInWords(name === '' ? withoutProposer(note) : note),
        })),
      ],
      earlier: [
        { label: '提案の内容', href: `staff/proposals/received/${id}` },
        ...(standing.kind === 'judged'
          ? [{ label: '審査会の結果', href: `staff/panel-meetings/${standing.at.meetingId}/results` }]
          : []),
        ...notes.map((note) => ({ label: `${visitTitle(newestOf(note))}の記録`, href: `staff/visits/${note.id}` })),
      ],
      budget: line && { lineName: `${line.code} ${line.name}`, ...standingOf(line) },
      tiedStaffIds: (await this.ties.of(tx, proposal)).map(({ staffId }) => staffId),
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const { number, title } = await this.proposals.get(tx, id);
    await this.budgets.keep(tx, await this.proposed(tx, id), adoptionLabel({ number, title }));
  }

  /** The amount stays reserved: it is committed only when the application that begins from the proposal is decided. */
  async approved(tx: Transaction, id: string, _draftId: string, decidedOn: LocalDate): Promise<void> {
    await this.settlement.settle(tx, await this.proposals.lock(tx, id), await this.proposed(tx, id), decidedOn);
  }

  async released(tx: Transaction, id: string): Promise<void> {
    const { organizationId } = await this.proposals.get(tx, id);
    await this.budgets.release(tx, id);
    await this.decisions.drop(tx, id);
    tx.audit({ action: 'proposal.released', subjectKind: 'proposal', subjectId: id, organizationId });
  }

  private async proposed(tx: Transaction, id: string): Promise<Decision> {
    const decision = await this.decisions.of(tx, id);
    if (!decision) throw new DomainError('proposals.not-decidable', 'conflict');
    return decision;
  }
}

/**
 * What is shown here is kept with the decision for good, so a name that is erased after the town's time is no part of it: who
 * approves reads it on the page of the proposal.
 */
function keptProposer({ organizationId, proposer }: Proposal): { readonly name: string; readonly of: string } {
  const kind = PROPOSER_KIND_LABELS[proposer.kind];
  if (organizationId === null && !proposer.publicName)
    return { name: '', of: `${kind}（氏名は「提案の内容」で見られます）` };
  return { name: proposer.name, of: `${proposer.name}（${kind}）` };
}

function withoutProposer(note: VisitNote): VisitNote {
  const [first, ...rest] = note.versions;
  return { ...note, versions: [unnamed(first), ...rest.map(unnamed)] };
}

const unnamed = (version: VisitVersion): VisitVersion => ({
  ...version,
  people: version.people.map((person) => (person.side === 'proposer' ? { ...person, name: '本人' } : person)),
});
