import type { Fault } from '../../kernel/domain-error.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import {
  askedIn,
  readAnswers,
  type Answer,
  type FormSection,
  placeOf,
  sectionNamed,
  type Sections,
  type SubmittedFile,
  splitField,
} from '../../forms/index.js';
import { BUDGET, journeyOf, sectionOf } from './form.js';
import { atTheirRows } from './budget-places.js';
import { readBudget, type AskedBudget } from './planned-budget.js';
import type { Rectification } from './rectification.js';
import { budgetIn, isPointField, pointerOf } from './sections.js';
import { storeBudget, type StoredBudget } from './stored-budget.js';
import { BYLAWS } from './bylaws.js';

/** Who applies, as the register said on that day. */
export interface Applicant {
  readonly name: string;
  readonly address: string;
  readonly representative: { readonly role: string; readonly name: string };
  readonly wards: readonly string[];
}

/** Everything that was sent, in words: it can be read without the programme that asked for it. */
export interface SubmittedContent {
  readonly applicant: Applicant;
  /** What the rule counted or knew, by the id of its facts. */
  readonly facts: Readonly<Record<string, number | string>>;
  readonly working: StoredWorking;
  readonly answers: readonly Answer[];
  readonly budget: StoredBudget;
  readonly files: readonly SubmittedFile[];
}

/** One sending of an application; a correction makes the next round. What was sent never changes. */
export interface Submission {
  readonly id: string;
  readonly applicationId: string;
  readonly round: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly sent: SubmittedContent;
  /** Trifles that staff put right in it, oldest first. */
  readonly rectifications: readonly Rectification[];
  /** What counts: what was sent, with the rectifications. */
  readonly content: SubmittedContent;
}

/** What the programme asks for, as far as completeness is judged by it. */
export interface Requirements {
  readonly form: readonly FormSection[];
  readonly budget: AskedBudget;
}

/** What lies in a draft: what is written in its sections, and its files. */
export interface Written {
  readonly sections: Sections;
  readonly files: readonly SubmittedFile[];
}

/** Everything that is missing before these sections can be sent, in the order of the journey; each fault points at its field. */
export function contentFaults({ form, budget }: Requirements, { sections, files }: Written, grant: Yen): Fault[] {
  const typed = budgetIn(sectionNamed(sections, BUDGET));
  const faults = [
    ...readAnswers(form, sections, files).faults,
    ...atTheirRows(readBudget(budget, typed, grant).faults, typed.lines),
  ];
  return [
    ...journeyOf(form).flatMap((name) => faults.filter(({ pointer }) => sectionOf(form, pointer) === name)),
    ...unsettledFaults(form, sections),
  ];
}

/** Files in which a virus was found keep a draft from being sent, each at the question that it answers. */
export const infectedFaults = (files: readonly SubmittedFile[], infected: (sha256: string) => boolean): Fault[] =>
  files
    .filter(({ sha256 }) => infected(sha256))
    .map(({ kind, name }) => ({
      pointer: kind === BYLAWS ? '' : placeOf(kind),
      code: 'files.infected',
      params: { name },
    }));

/** Texts of two officers that nobody has brought together yet; where nothing is asked any more nothing waits. */
function unsettledFaults(form: readonly FormSection[], sections: Sections): Fault[] {
  const asked = askedIn(form, sections);
  return [...sections.values()].flatMap(({ name, parked }) =>
    [...new Set(parked.map(({ field }) => field))]
      .filter((field) => name === BUDGET || isPointField(field) || asked.has(splitField(field).question))
      .map((field) => ({ pointer: pointerOf(name, field), code: 'applications.two-texts' })),
  );
}

/** The sections in words and the files that go with them, as they are frozen. Call it only when `contentFaults` found nothing. */
export function submittedSections(
  { form, budget }: Requirements,
  { sections, files }: Written,
  grant: Yen,
): Pick<SubmittedContent, 'answers' | 'budget' | 'files'> {
  const asked = askedIn(form, sections);
  return {
    answers: readAnswers(form, sections, files).answers,
    budget: storeBudget(readBudget(budget, budgetIn(sectionNamed(sections, BUDGET)), grant).budget),
    files: files.filter(({ kind }) => kind === BYLAWS || asked.has(kind)),
  };
}
