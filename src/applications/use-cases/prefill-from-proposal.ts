import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { refuseOversizedFields, type Answer } from '../../forms/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ProgramDocument } from '../../programs/index.js';
import { numberInWords, type ProposalView } from '../../proposals/index.js';
import { carryForward } from '../domain/carry-forward.js';
import type { Offer } from '../domain/earlier-application.js';
import { CarryStore } from '../store/carry.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { KeepSection } from './keep-section.js';

const NO_BUDGET = { income: [], expenditure: [] };

/**
 * What an adopted proposal says goes into the draft that begins from it, by the questions that both ask under one id, else by
 * their words. Days and files are given anew. It is noted as a carry, so that the officers read it once more.
 */
@Injectable()
export class PrefillFromProposal {
  constructor(
    private readonly sections: ApplicationSectionStore,
    private readonly keeper: KeepSection,
    private readonly carries: CarryStore,
  ) {}

  async fill(
    tx: Transaction,
    applicationId: string,
    { form, budget, project }: ProgramDocument,
    proposal: ProposalView,
  ): Promise<void> {
    const sections = await this.sections.all(tx, applicationId);
    const answers = withTitle(proposal, project?.titleQuestion);
    const { offers } = carryForward({ form, budget, decidedAnew: [] }, sections, {
      ...{ form: proposal.form, sameProgram: true, content: { answers, budget: NO_BUDGET } },
    });
    const carried = offers.filter(({ ticked }) => ticked);
    for (const name of new Set(carried.map(({ section }) => section))) {
      await this.write(tx, applicationId, name, sections.get(name)?.version ?? 0, carried);
    }
    if (carried.length === 0) return;
    await this.carries.add(tx, applicationId, {
      ...{ earlierId: null, proposalId: proposal.id },
      earlierName: `企画提案${numberInWords(proposal.number)}「${proposal.title}」`,
      fields: carried.map(({ section, label }) => ({ section, label })),
    });
  }

  private async write(
    tx: Transaction,
    applicationId: string,
    name: string,
    version: number,
    carried: readonly Offer[],
  ): Promise<void> {
    const here = carried.filter(({ section }) => section === name);
    await this.keeper.keep(tx, {
      ...{ ownerId: applicationId, name, version, page: randomUUID(), settled: [] },
      write: (shown) => {
        const fields = new Map([...shown, ...here.map(({ field, text }) => [field, text] as const)]);
        refuseOversizedFields(fields);
        return fields;
      },
    });
  }
}

/** The title of a proposal stands beside its answers. */
const withTitle = ({ title, answers }: ProposalView, titleQuestion: string | undefined): readonly Answer[] =>
  titleQuestion === undefined || answers.some(({ id }) => id === titleQuestion)
    ? answers
    : [
        ...answers,
        {
          ...{
            id: titleQuestion,
            section: '',
            sectionTitle: '',
            label: '名称',
            kind: 'text',
            text: title,
            value: title,
          },
          table: null,
        },
      ];
