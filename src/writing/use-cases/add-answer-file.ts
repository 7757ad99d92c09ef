import { placeOf, type FormSection } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { AcceptedUpload, FileStore } from '../../platform/files/index.js';
import type { PaperStore } from '../store/paper.store.js';

const MOST_FILES = 20;

export interface AnswerFile {
  readonly ownerId: string;
  /** What is asked of whoever writes. */
  readonly form: readonly FormSection[];
  /** The file question that it answers. */
  readonly question: string;
  readonly accepted: AcceptedUpload;
}

/**
 * Puts a file to the question that it answers; where the question takes only one it replaces the other. The same bytes for
 * the same question are the same file (`added` is false): an upload that is repeated after its answer was lost adds
 * nothing. Throws not-found for a question that takes no files, `applications.too-many-files` at its place.
 */
export async function addAnswerFile(
  tx: Transaction,
  { papers, store }: { readonly papers: PaperStore; readonly store: FileStore },
  { ownerId, form, question: kind, accepted }: AnswerFile,
): Promise<{ readonly id: string; readonly label: string; readonly sha256: string; readonly added: boolean }> {
  const question = form.flatMap(({ questions }) => questions).find(({ id }) => id === kind);
  if (question?.kind !== 'file') throw DomainError.notFound();
  const { label } = question;
  const stored = await store.receive(tx, accepted);
  const { sha256 } = stored;
  const present = await papers.of(tx, ownerId);
  const same = present.find((file) => file.kind === kind && file.sha256 === sha256);
  if (same) return { id: same.id, label, sha256, added: false };
  const replaced = question.many ? [] : present.filter((file) => file.kind === kind);
  for (const { id } of replaced) await papers.remove(tx, ownerId, id);
  if (present.length - replaced.length >= MOST_FILES) {
    const params = { most: MOST_FILES };
    throw DomainError.invalid([{ pointer: placeOf(kind), code: 'applications.too-many-files', params }]);
  }
  const id = await papers.add(tx, ownerId, { ...stored, kind, label, name: accepted.name });
  return { id, label, sha256, added: true };
}
