import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { applicationMachine } from '../domain/application.js';
import { mergeSection, type Merge } from '../domain/merge-section.js';
import { refuseOversized } from '../domain/section-size.js';
import { fieldsOf, type ParkedText, type Section, type SectionName, type TypedSection } from '../domain/sections.js';
import { ApplicationStore } from '../store/application.store.js';
import { SectionStore } from '../store/section.store.js';
import { CaseTitles } from './case-titles.js';

export interface SaveSectionCommand {
  readonly applicationId: string;
  readonly name: SectionName;
  /** The version from which the page was filled. */
  readonly version: number;
  /** Names the opened page, so that its own earlier saves are not taken for those of another officer. */
  readonly page: string;
  readonly typed: TypedSection;
  /** Fields whose parked texts have been dealt with. */
  readonly settled: readonly string[];
}

export interface SavedSection {
  readonly version: number;
  /** True when another officer's text went in: the page on screen is no longer the newest. */
  readonly tookTheirs: boolean;
  /** Fields that another officer wrote first; what this page typed there is parked beside it. */
  readonly conflicts: readonly string[];
}

/**
 * Keeps what is typed in one section, also what could not be submitted. Texts of two officers are brought together
 * field by field; where both wrote at one field, the first stays and the second is parked beside it for both to see.
 */
@Injectable()
export class SaveSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly sections: SectionStore,
    private readonly titles: CaseTitles,
  ) {}

  execute(actor: Actor, command: SaveSectionCommand): Promise<SavedSection> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    refuseOversized(command.typed);
    return this.unitOfWork.run(actor, (tx) => this.save(tx, command));
  }

  private async save(tx: Transaction, command: SaveSectionCommand): Promise<SavedSection> {
    const { applicationId, name } = command;
    const application = await this.applications.getForEditing(tx, applicationId);
    nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
    const section = await this.sections.getForUpdate(tx, applicationId, name);
    const merge = await this.merge(tx, command, section);
    const parked = parkedAfter(tx, section, merge, command.settled);
    const conflicts = merge.conflicts.map(({ field }) => field);
    const changed =
      !sameFields(section.fields, merge.fields) || parked.length !== section.parked.length || conflicts.length > 0;
    if (!changed) return { version: section.version, tookTheirs: merge.tookTheirs, conflicts };
    await this.sections.save(tx, applicationId, section, { fields: merge.fields, parked, page: command.page });
    await this.titles.follow(tx, application, { name, fields: merge.fields });
    return { version: section.version + 1, tookTheirs: merge.tookTheirs, conflicts };
  }

  private async merge(
    tx: Transaction,
    { applicationId, name, version, page, typed }: SaveSectionCommand,
    section: Section,
  ): Promise<Merge> {
    if (version < 1 || version > section.version) throw DomainError.stale();
    const [base, ...since] = await this.sections.revisionsFrom(tx, applicationId, name, version);
    if (!base) throw DomainError.stale();
    return mergeSection(base, since, page, fieldsOf(typed));
  }
}

/** A page that saves again replaces what it parked before; what is settled goes. */
function parkedAfter(
  tx: Transaction,
  { parked }: Section,
  { conflicts }: Merge,
  settled: readonly string[],
): ParkedText[] {
  const again = conflicts.map(({ field }) => field);
  const by = tx.actor.name;
  const kept = parked.filter(
    (text) => !settled.includes(text.field) && !(again.includes(text.field) && text.by === by),
  );
  return [...kept, ...conflicts.map(({ field, mine }) => ({ field, text: mine, by, at: tx.now.toISOString() }))];
}

function sameFields(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size === after.size && [...after].every(([field, text]) => before.get(field) === text);
}
