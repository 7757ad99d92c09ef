import type { MunicipalityId } from '../../kernel/actor.js';
import type { ExpenditureCategory, ProgramDocument } from '../../programs/index.js';

/** The records of a town that a programme names; they exist only once the town is opened. */
export interface ProgramReferences {
  readonly budgetLineId: string;
  readonly handledBy: string;
}

export interface DemoProgram {
  readonly town: MunicipalityId;
  readonly code: string;
  /** Code of the budget line from which it is paid. */
  readonly budgetCode: string;
  /** Applications are decided as they come, so that a project of the day on which somebody tries it out may begin. */
  readonly decidedAtOnce?: true;
  readonly document: (references: ProgramReferences) => ProgramDocument;
}

/** A category that the grant pays without further questions. */
export const payable = (id: string, label: string): ExpenditureCategory => ({
  id,
  label,
  treatment: 'eligible',
  note: '',
  article: '',
  limits: [],
});
