import { DomainError } from '../../kernel/domain-error.js';
import type { Fields } from './fields.js';

/**
 * A part of what is filled in: a section of the form by its id, or a page that the stage adds to it. Each is saved and
 * versioned on its own: two people at two parts never meet.
 */
export type SectionName = string;

/** What one person typed while another saved first; kept until someone has settled it. */
export interface ParkedText {
  readonly field: string;
  /** null: the person took the field out. */
  readonly text: string | null;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface Section {
  readonly name: SectionName;
  readonly fields: Fields;
  readonly parked: readonly ParkedText[];
  /** Counts the saves. */
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export type Sections = ReadonlyMap<SectionName, Section>;

/** Throws not-found. */
export function sectionNamed(sections: Sections, name: SectionName): Section {
  const section = sections.get(name);
  if (!section) throw DomainError.notFound();
  return section;
}
