import type { Fault } from '../../kernel/domain-error.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import { planAnswers, planFaults, type PlanAnswer, type Question } from './plan.js';
import { readBudget, type AskedBudget } from './planned-budget.js';
import { budgetIn, declarationsIn, planIn, pointerOf, type Sections } from './sections.js';
import { storeBudget, type StoredBudget } from './stored-budget.js';

/** A file as it was sent. Its short code is what people compare; the whole hash stands in the receipt's annex. */
export interface SubmittedFile {
  /** Where it belongs: the id of the requested file, or of a document of the organisation. */
  readonly kind: string;
  readonly label: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

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
  readonly plan: readonly PlanAnswer[];
  readonly budget: StoredBudget;
  readonly declarations: readonly { readonly id: string; readonly text: string }[];
  readonly files: readonly SubmittedFile[];
}

/** One sending of an application; a correction makes the next round. Never changed. */
export interface Submission {
  readonly id: string;
  readonly applicationId: string;
  readonly round: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly content: SubmittedContent;
}

/** The first eight characters of a hash, in the shape people read aloud: `3FA9-01C2`. */
export const shortCode = (sha256: string): string => `${sha256.slice(0, 4)}-${sha256.slice(4, 8)}`.toUpperCase();

/** What the programme asks for, as far as completeness is judged by it. */
export interface Requirements {
  readonly planQuestions: readonly Question[];
  readonly budget: AskedBudget;
  readonly declarations: readonly { readonly id: string; readonly text: string }[];
  readonly files: readonly { readonly id: string; readonly label: string; readonly required: boolean }[];
}

/** Everything that is missing before these sections can be sent; each fault points at its field. */
export function contentFaults(
  asked: Requirements,
  sections: Sections,
  grant: Yen,
  files: readonly { readonly kind: string }[],
): Fault[] {
  const faults = [
    ...planFaults(asked.planQuestions, planIn(sections.plan)),
    ...readBudget(asked.budget, budgetIn(sections.budget), grant).faults,
  ];
  const declared = declarationsIn(sections.declarations);
  for (const { id } of asked.declarations) {
    if (!declared.includes(id)) {
      faults.push({ pointer: `declarations.${id}`, code: 'applications.declaration-missing' });
    }
  }
  for (const { id, label, required } of asked.files) {
    if (required && !files.some((file) => file.kind === id)) {
      faults.push({ pointer: `files.${id}`, code: 'applications.file-missing', params: { label } });
    }
  }
  for (const { name, parked } of Object.values(sections)) {
    for (const field of new Set(parked.map((text) => text.field))) {
      faults.push({ pointer: pointerOf(name, field), code: 'applications.two-texts' });
    }
  }
  return faults;
}

/** The sections in words, as they are frozen. Call it only when `contentFaults` found nothing. */
export const submittedSections = (
  asked: Requirements,
  sections: Sections,
  grant: Yen,
): Pick<SubmittedContent, 'plan' | 'budget' | 'declarations'> => ({
  plan: planAnswers(asked.planQuestions, planIn(sections.plan)),
  budget: storeBudget(readBudget(asked.budget, budgetIn(sections.budget), grant).budget),
  declarations: asked.declarations.filter(({ id }) => declarationsIn(sections.declarations).includes(id)),
});
