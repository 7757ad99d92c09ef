import type { MunicipalityId } from '../../kernel/actor.js';
import type { ProgramDocument } from '../../programs/index.js';

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
  readonly document: (references: ProgramReferences) => ProgramDocument;
}
