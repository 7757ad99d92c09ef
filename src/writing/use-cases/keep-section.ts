import { mergeSection, parkedAfter, sameFields, type Fields, type Revision, type Section } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { SectionStore } from '../store/section.store.js';

/** What one opened page sends of a section. */
export interface SentSection {
  readonly name: string;
  /** The version from which the page was filled. */
  readonly version: number;
  /** Names the opened page, so that its own earlier saves are not taken for those of another writer. */
  readonly page: string;
  /** Fields whose parked texts have been dealt with. */
  readonly settled: readonly string[];
}

export interface SectionToKeep extends SentSection {
  readonly ownerId: string;
  /** What the section shall hold, given what it held at that version. */
  readonly write: (shown: Fields) => Fields;
}

export interface SavedSection {
  readonly version: number;
  /** True when another writer's text went in: the page on screen is no longer the newest. */
  readonly tookTheirs: boolean;
  /** Fields that another writer wrote first; what this page typed there is parked beside it. */
  readonly conflicts: readonly string[];
}

/**
 * Keeps what is typed in one section, also what could not be sent; its caller has found it to be of a size that forms send,
 * and who writes to be allowed to. Texts of two writers are brought together field by field; where both wrote at one, the
 * first stays and the second is parked beside it for both to see. `kept`: what the section holds now, null where nothing
 * changed. Throws not-found, and stale for a version that never was.
 */
export async function keepSection(
  tx: Transaction,
  sections: SectionStore,
  { ownerId, name, version, page, settled, write }: SectionToKeep,
): Promise<{ readonly saved: SavedSection; readonly kept: Fields | null }> {
  const section = await sections.getForUpdate(tx, ownerId, name);
  const [base, ...since] = await revisionsFrom(tx, sections, { ownerId, section, version });
  const merge = mergeSection(base, since, page, write(base.fields));
  const parked = parkedAfter(section.parked, merge, settled, { by: tx.actor.name, at: tx.now });
  const conflicts = merge.conflicts.map(({ field }) => field);
  const { fields, tookTheirs } = merge;
  const same = sameFields(section.fields, fields) && parked.length === section.parked.length;
  if (same && conflicts.length === 0) return { saved: { version: section.version, tookTheirs, conflicts }, kept: null };
  await sections.save(tx, ownerId, section, { fields, parked, page });
  return { saved: { version: section.version + 1, tookTheirs, conflicts }, kept: fields };
}

async function revisionsFrom(
  tx: Transaction,
  sections: SectionStore,
  { ownerId, section, version }: { readonly ownerId: string; readonly section: Section; readonly version: number },
): Promise<[Revision, ...Revision[]]> {
  if (version < 1 || version > section.version) throw DomainError.stale();
  const [base, ...since] = await sections.revisionsFrom(tx, ownerId, section.name, version);
  if (!base) throw DomainError.stale();
  return [base, ...since];
}
