import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { storeWorking } from '../../kernel/working.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { disposalMachine, type Disposal } from '../domain/disposal.js';
import { shareOfProceeds } from '../domain/share-of-proceeds.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { PROPERTY_DISPOSAL } from './disposal-subject.js';
import { PropertyGrounds } from './property-grounds.js';

export interface DraftDisposalCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  readonly disposalId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly outcome: 'approved' | 'refused';
  /** Further conditions, or why it is refused. */
  readonly terms: string;
  readonly title: string;
  readonly reason: string;
}

const LONGEST = 1000;

/**
 * What staff do with 財産処分承認申請: 起案 of the answer, with the town's share of the proceeds and its working, or 差戻し with a
 * note. Faults at `terms`, `title`, `reason`, `note`.
 */
@Injectable()
export class DraftDisposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disposals: PropertyDisposalStore,
    private readonly items: PropertyItemStore,
    private readonly grounds: PropertyGrounds,
    private readonly grants: GrantDirectory,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftDisposalCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { disposalId, version, outcome, title, reason, marks = [], carried = false, cites = '' } = command;
    const terms = command.terms.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const disposal = await this.disposals.lock(tx, disposalId);
      refuseUnlessAsShown(disposal, version);
      const state = nextState(disposalMachine, 'properties.moved-on', disposal.state, 'propose');
      const missing = outcome === 'refused' && terms === '' ? 'properties.refusal-reason-missing' : null;
      refuseWhenFaulty(textFaults('terms', terms, missing));
      await this.disposals.change(tx, disposal, {
        state,
        outcome,
        terms,
        ...(await this.share(tx, disposal, outcome)),
      });
      const draft = { kind: PROPERTY_DISPOSAL, title, reason, subjectIds: [disposalId], marks, carried, cites };
      const draftId = await this.drafts.start(tx, draft);
      note(tx, disposal, 'disposal.proposed');
      return { draftId };
    });
  }

  /** 差戻し: the organisation reads the note, and may apply again. */
  return(actor: Actor, disposalId: string, version: number, typed: string): Promise<void> {
    requireDuty(actor, 'promotion');
    const text = typed.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const disposal = await this.disposals.lock(tx, disposalId);
      refuseUnlessAsShown(disposal, version);
      const state = nextState(disposalMachine, 'properties.moved-on', disposal.state, 'return');
      refuseWhenFaulty(textFaults('note', text, text === '' ? 'properties.note-missing' : null));
      await this.disposals.change(tx, disposal, { state, note: text });
      note(tx, disposal, 'disposal.returned');
      tx.announce({ type: 'DisposalReturned', subjectId: disposal.id, organizationId: disposal.organizationId });
    });
  }

  private async share(
    tx: Transaction,
    { itemId, grantId, proceeds }: Disposal,
    outcome: DraftDisposalCommand['outcome'],
  ): Promise<Pick<Disposal, 'payBack' | 'working'>> {
    const item = await this.items.find(tx, itemId);
    const { document } = await this.grants.get(tx, grantId);
    const article = keepingTermsOf(document).propertyArticle;
    const asked = outcome === 'approved' ? proceeds : ZERO_YEN;
    const working = shareOfProceeds(asked, await this.grounds.fundingOf(tx, item), article);
    return { payBack: working.total, working: storeWorking(working) };
  }
}

function refuseUnlessAsShown(disposal: Disposal, version: number): void {
  if (disposal.version !== version) throw new DomainError('properties.moved-on', 'stale');
}

function textFaults(pointer: string, text: string, missing: string | null): Fault[] {
  if (missing !== null) return [{ pointer, code: missing }];
  const params = { label: '入力した文', most: LONGEST };
  return [...text].length > LONGEST ? [{ pointer, code: 'properties.text-too-long', params }] : [];
}

function note(tx: Transaction, { id: subjectId, organizationId }: Disposal, action: string): void {
  tx.audit({ action, subjectKind: PROPERTY_DISPOSAL, subjectId, organizationId });
}
