import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { countCharacters } from '../../kernel/text.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { isUntold, TELLING_WAYS, type Matter } from '../domain/telling.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTellingStore } from '../store/proposal-telling.store.js';
import { ProposalTellings } from './proposal-tellings.js';

interface TellCommand {
  readonly proposalId: string;
  readonly occasion: string;
  readonly turn: number;
  readonly how: string;
  readonly toldOn: LocalDate;
  readonly note: string;
}

const LONGEST_NOTE = 200;

/** 知らせた: staff say how they told a proposer whom no mail reaches. */
@Injectable()
export class TellProposer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalStore,
    private readonly store: ProposalTellingStore,
    private readonly tellings: ProposalTellings,
  ) {}

  /** Said twice, it is said once. Faults at `how`, `toldOn` and `note`; throws not-found for what is not to be told. */
  execute(actor: Actor, { proposalId, occasion, turn, ...typed }: TellCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.proposals.lock(tx, proposalId);
      const matters = await this.tellings.ofOne(tx, proposal);
      const matter = matters.find((each) => each.occasion === occasion && each.turn === turn);
      if (!matter) throw DomainError.notFound();
      const how = TELLING_WAYS.find((way) => way === typed.how);
      const { toldOn } = typed;
      const note = typed.note.trim();
      refuseWhenFaulty([
        ...(how ? [] : [{ pointer: 'how', code: 'proposals.telling-way-missing' }]),
        ...dayFaults(toldOn, matter, tx.today),
        ...(countCharacters(note) <= LONGEST_NOTE
          ? []
          : [{ pointer: 'note', code: 'forms.too-long', params: { label: 'メモ', most: LONGEST_NOTE } }]),
      ]);
      if (!how || !isUntold(matter)) return;
      await this.store.add(tx, proposalId, { occasion: matter.occasion, turn, how, toldOn, note });
      tx.audit({
        ...{ action: 'proposal.told', subjectKind: 'proposal', subjectId: proposalId },
        ...{ organizationId: proposal.organizationId, detail: { occasion, how } },
      });
    });
  }
}

const dayFaults = (toldOn: LocalDate, { on }: Matter, today: LocalDate): Fault[] =>
  toldOn >= on && toldOn <= today ? [] : [{ pointer: 'toldOn', code: 'proposals.telling-day-out', params: { on } }];
