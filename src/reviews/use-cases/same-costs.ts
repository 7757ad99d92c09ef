import { Injectable } from '@nestjs/common';
import {
  ApplicationDirectory,
  BYLAWS,
  GRANT_LINE,
  nameInWords,
  restoreBudget,
  type ApplicationView,
  type Submission,
  type SubmittedContent,
} from '../../applications/index.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import type { ComparedFile, SameCostFacts } from '../domain/same-cost.js';

/** Gathers what is compared where a checklist asks whether the same cost is granted twice. */
@Injectable()
export class SameCosts {
  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly programs: Programs,
    private readonly municipalities: Municipalities,
  ) {}

  /** null where the checklist does not ask. */
  async of(tx: Transaction, application: ApplicationView, { content }: Submission): Promise<SameCostFacts | null> {
    const { document, programId } = application;
    if (!document.checklist.some(({ automatic }) => automatic === 'same-cost')) return null;
    const others = await this.applications.othersOfYear(tx, application);
    const programmes = (await this.programs.published(tx)).filter((version) => version.programId !== programId);
    return {
      expenditure: restoreBudget(content.budget).expenditure,
      income: restoreBudget(content.budget).income.filter(({ category }) => category !== GRANT_LINE),
      files: filesOf(content),
      others: others.map(({ application: other, document: edition, title, submission }) => ({
        name: nameInWords(title, edition.name),
        receivedNumber: other.receivedNumber,
        expenditure: restoreBudget(submission.content.budget).expenditure,
        files: filesOf(submission.content),
      })),
      townName: (await this.municipalities.of(tx)).name,
      programNames: [...new Set(programmes.map((version) => version.document.name))],
    };
  }
}

const filesOf = ({ files }: SubmittedContent): readonly ComparedFile[] => files.filter(({ kind }) => kind !== BYLAWS);
