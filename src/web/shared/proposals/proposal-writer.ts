import type { FormSection } from '../../../forms/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { ProposalKey } from '../../../proposals/index.js';

/** Who writes: the actor, and the code of whoever has no account. */
export interface ProposalWriter {
  readonly actor: Actor;
  readonly code: string | null;
  /** Where the code is typed to come back; null for whoever is signed in. */
  readonly link: string | null;
}

export const keyOf = ({ code }: ProposalWriter, proposalId: string): ProposalKey => ({ proposalId, code });

/** Throws not-found. */
export function formNamed(form: readonly FormSection[], name: string): FormSection {
  const section = form.find(({ id }) => id === name);
  if (!section) throw DomainError.notFound();
  return section;
}

/** The section in which a place is mended: that of its question. */
export const sectionAt = (form: readonly FormSection[], pointer: string): string | null =>
  form.find(({ questions }) => questions.some(({ id }) => id === pointer.split('.')[1]))?.id ?? null;
