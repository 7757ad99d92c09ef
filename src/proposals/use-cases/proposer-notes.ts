import { Injectable } from '@nestjs/common';
import { dayInJapan } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { TemplateData } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { Presentations } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Call } from '../domain/call.js';
import type { Decision } from '../domain/decision.js';
import { numberInWords, PROPOSAL_SUBJECT, type Proposal } from '../domain/proposal.js';
import { SORTING_LABELS, type Sorting } from '../domain/sorting.js';
import { isUntold, type Matter, type Occasion } from '../domain/telling.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalHearingStore } from '../store/proposal-hearing.store.js';
import { ProposalTellingStore } from '../store/proposal-telling.store.js';
import { hearingWords, presentationWords } from './day-words.js';
import { ProposalTellings } from './proposal-tellings.js';

/** What a proposer is told in words, by mail or on paper. */
export interface ProposerNote {
  readonly proposalId: string;
  /** Its wording: `templates/mails/<kind>.md`. */
  readonly kind: (typeof KINDS)[Occasion];
  /** null where no address is known. */
  readonly to: string | null;
  readonly sectionId: string;
  /** The page in the town on which its proposer reads the same. */
  readonly path: string;
  readonly words: TemplateData;
}

/** An occasion as it is told, with its note. */
export interface Told extends Pick<Matter, 'occasion' | 'turn'> {
  readonly note: ProposerNote;
}

/** Puts into words what proposers are told, and notes what went out by mail. */
@Injectable()
export class ProposerNotes {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly calls: CallStore,
    private readonly course: ProposalCourseStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly store: ProposalTellingStore,
    private readonly tellings: ProposalTellings,
    private readonly organizations: OrganizationDirectory,
    private readonly hearings: ProposalHearingStore,
    private readonly presentations: Presentations,
  ) {}

  /** That it came in; null once it was taken back, or was told already. */
  async received(tx: Transaction, proposalId: string): Promise<Told | null> {
    const proposal = await this.proposals.get(tx, proposalId);
    const told = (await this.store.of(tx, [proposalId])).get(proposalId) ?? [];
    if (proposal.withdrawnAt !== null || told.some(({ occasion }) => occasion === 'received')) return null;
    const matter = { occasion: 'received' as const, turn: 1 };
    return { ...matter, note: await this.noteOf(tx, proposal, matter) };
  }

  /** What nobody has told its proposer yet, the newest of this kind. */
  async untold(tx: Transaction, proposalId: string, ...occasions: readonly Occasion[]): Promise<Told | null> {
    const proposal = await this.proposals.get(tx, proposalId);
    const matters = await this.tellings.ofOne(tx, proposal);
    const matter = matters.findLast((each) => occasions.includes(each.occasion) && isUntold(each));
    return matter ? { ...matter, note: await this.noteOf(tx, proposal, matter) } : null;
  }

  /** Ids of the proposals of a call that were sent and not taken back, by number. */
  async ofCall(tx: Transaction, callId: string): Promise<string[]> {
    return (await this.proposals.sentTo(tx, callId)).filter(({ state }) => state !== 'withdrawn').map(({ id }) => id);
  }

  /** Ids of the proposals that were merged into this one. */
  async mergedInto(tx: Transaction, proposalId: string): Promise<string[]> {
    return (await this.decisions.mergedInto(tx, [proposalId])).map((decision) => decision.proposalId);
  }

  async mailed(tx: Transaction, { occasion, turn, note: { proposalId } }: Told): Promise<void> {
    await this.store.add(tx, proposalId, { occasion, turn, how: 'mail', toldOn: tx.today, note: '' });
  }

  /** Of an organisation as the register knows it; null where none is known. */
  async addressOf(
    tx: Transaction,
    { organizationId, proposer }: Pick<Proposal, 'organizationId' | 'proposer'>,
  ): Promise<string | null> {
    const mail = organizationId === null ? proposer.mail : (await this.organizations.get(tx, organizationId)).mail;
    return mail === '' ? null : mail;
  }

  /** The caller has let the reader in. */
  async noteOf(
    tx: Transaction,
    proposal: Proposal,
    { occasion }: Pick<Matter, 'occasion' | 'turn'>,
  ): Promise<ProposerNote> {
    const { id, organizationId, accessHash, number, title, proposer } = proposal;
    const call = await this.calls.get(tx, proposal.callId);
    return {
      ...{ proposalId: id, sectionId: call.sectionId, kind: KINDS[occasion] },
      to: await this.addressOf(tx, proposal),
      path: organizationId ? `committee/proposals/${id}` : 'my-proposals',
      words: {
        ...{ name: proposer.name, number: numberInWords(number), title, call: call.title },
        honorific: proposer.kind === 'organization' || proposer.kind === 'company' ? '御中' : '様',
        way: organizationId ? 'sign-in' : accessHash === null ? 'none' : 'code',
        ...(await this.wordsOf(tx, proposal, call, occasion)),
      },
    };
  }

  private async wordsOf(tx: Transaction, { id }: Proposal, call: Call, occasion: Occasion): Promise<TemplateData> {
    if (occasion === 'received') return { afterwards: call.afterwards };
    if (occasion === 'screening') {
      const { outcome = 'relevant', reason = '' } = (await this.course.screeningOf(tx, id)) ?? {};
      return { outcome, reason };
    }
    if (occasion === 'hearing') return hearingWords(await this.hearings.of(tx, id));
    if (occasion === 'presentation') {
      return presentationWords((await this.presentations.of(tx, PROPOSAL_SUBJECT, [id])).get(id));
    }
    const sorting = (await this.course.sortingsOf(tx, [id])).at(-1) ?? null;
    if (occasion === 'sorting') return sortingWords(sorting);
    const own = await this.decisions.of(tx, id);
    if (!own) throw new Error('nothing is decided of the proposal');
    if (occasion === 'result') {
      const sorted = { sorting: sorting ? SORTING_LABELS[sorting.kind] : '', sortingReason: sorting?.reason ?? '' };
      return { ...decisionWords(own), ...sorted, into: await this.nameOf(tx, own.mergedInto), other: '' };
    }
    const theirs = own.mergedInto === null ? null : await this.decisions.of(tx, own.mergedInto);
    if (!theirs) throw new Error('nothing is decided of the proposal that it was merged into');
    return {
      ...decisionWords(theirs),
      sorting: '',
      sortingReason: '',
      into: '',
      other: await this.nameOf(tx, own.mergedInto),
    };
  }

  private async nameOf(tx: Transaction, id: string | null): Promise<string> {
    if (id === null) return '';
    const { number, title } = await this.proposals.get(tx, id);
    return `${numberInWords(number)}「${title}」`;
  }
}

const KINDS = {
  received: 'proposal-received',
  screening: 'proposal-screened',
  hearing: 'hearing-told',
  presentation: 'presentation-told',
  sorting: 'proposal-sorted',
  result: 'proposal-decided',
  'merged-result': 'proposal-decided',
} as const satisfies Readonly<Record<Occasion, string>>;

function sortingWords(sorting: Sorting | null): TemplateData {
  if (!sorting) throw new Error('the proposal is not sorted');
  const { kind, reason, sortedAt } = sorting;
  return { sorting: SORTING_LABELS[kind], reason, sortedOn: dayInJapan(sortedAt) };
}

const decisionWords = ({ kind, amount, comment, decidedOn }: Decision): TemplateData => ({
  ...{ outcome: kind, comment, decidedOn: decidedOn ?? '' },
  amount: amount === null ? '' : formatYen(amount),
});
