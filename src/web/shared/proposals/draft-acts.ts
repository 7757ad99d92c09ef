import { askedIn, type FormSection } from '../../../forms/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError, type Fault } from '../../../kernel/domain-error.js';
import type { ChangeProposalFiles, ProposalDraft, ProposalKey } from '../../../proposals/index.js';
import { attempt } from '../attempt.js';
import { faultsOf } from '../form-errors.js';
import type { SectionAct } from '../sections/section-act.js';
import { unseenQuestions } from '../sections/typed-section.js';
import type { Upload } from '../uploads.js';

/** Who writes: the actor, and the code of whoever has no account. */
export interface ProposalWriter {
  readonly actor: Actor;
  readonly code: string | null;
  /** Where the code leads back; null for whoever is signed in. */
  readonly link: string | null;
}

/** What one press of a button in a section asks for. */
export interface Sent {
  readonly key: ProposalKey;
  readonly form: FormSection;
  readonly act: SectionAct;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** What a section that was just saved still asks: questions that a choice on it brought, and what was left blank. */
export function openQuestions(
  draft: ProposalDraft,
  { questions }: FormSection,
  body: unknown,
): { readonly brought: readonly string[]; readonly overlooked: readonly Fault[] } {
  const asked = askedIn(draft.call.form, draft.sections);
  const brought = unseenQuestions(body).filter((question) => asked.has(question));
  // Nobody is blamed for a question that the page held back.
  const overlooked = draft.faults.filter(({ pointer }) => {
    const question = pointer.split('.')[1] ?? '';
    return questions.some(({ id }) => id === question) && !brought.includes(question);
  });
  return { brought, overlooked };
}

/** Adds what was chosen and takes out what was pressed; the texts of the page are safe by now. */
export async function changeFiles(
  files: ChangeProposalFiles,
  actor: Actor,
  { key, act, uploads }: Sent,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { field, ...upload } of uploads) {
    const question = /^form\[([a-z0-9-]+)\]$/.exec(field)?.[1] ?? '';
    const added = await attempt(() => files.add(actor, { ...key, question, upload }));
    if (!added.ok) faults.push(...faultsOf(added.error));
  }
  if (act.kind === 'remove-file') await files.remove(actor, { ...key, fileId: act.where });
  if (act.kind === 'attach' && !uploads.some(({ field }) => field === `form[${act.where}]`)) {
    faults.push({ pointer: `form.${act.where}`, code: 'applications.file-not-chosen' });
  }
  return faults;
}

export const keyOf = ({ code }: ProposalWriter, proposalId: string): ProposalKey => ({ proposalId, code });

export function formNamed(form: readonly FormSection[], name: string): FormSection {
  const section = form.find(({ id }) => id === name);
  if (!section) throw DomainError.notFound();
  return section;
}
