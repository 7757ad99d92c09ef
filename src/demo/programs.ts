import type { ProgramDocument } from '../programs/index.js';
import { kotake, ogori } from './towns/index.js';

/** The records of a town that a programme names; they exist only once the town is opened. */
export interface ProgramReferences {
  readonly budgetLineId: string;
  readonly handledBy: string;
}

/** A programme of the demonstration as a document of its own, for whoever needs one without its town. */
export interface DemoProgram {
  readonly document: (references: ProgramReferences) => ProgramDocument;
}

function programOf({ town, programs }: typeof ogori, code: string): DemoProgram {
  const program = programs.find((each) => each.code === code);
  if (!program) throw new Error(`${town.name} has no programme ${code}`);
  return { document: (references) => ({ ...program.document, ...references }) };
}

export const ogoriOperatingGrant = programOf(ogori, 'unei');
export const ogoriProjectSubsidy = programOf(ogori, 'jigyo');
export const kotakeOperatingGrant = programOf(kotake, 'unei');
export const kotakeModelSubsidy = programOf(kotake, 'model');
