import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { applicationMachine } from '../domain/application.js';
import {
  type Fields,
  mergeSection,
  type Revision,
  parkedAfter,
  sameFields,
  type Section,
  type SectionName,
} from '../../forms/index.js';
import { requireWriter } from '../domain/paper.js';
import { ApplicationStore } from '../store/application.store.js';
import { SectionStore } from '../store/section.store.js';
import { CaseTitles } from './case-titles.js';

export interface SectionToKeep {
  readonly applicationId: string;
  readonly name: SectionName;
  /** The version from which the page was filled. */
  readonly version: number;
  /** Names the opened page, so that its own earlier saves are not taken for those of another officer. */
  readonly page: string;
  /** What the section shall hold, given what it held at that version. */
  readonly write: (shown: Fields) => Fields;
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
 * Writes into a section of a draft what its caller has found to be of a size that forms send. Texts of two officers are brought together field by field; where both wrote at one
 * field, the first stays and the second is parked beside it for both to see.
 */
@Injectable()
export class KeepSection {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly sections: SectionStore,
    private readonly titles: CaseTitles,
  ) {}

  async keep(tx: Transaction, { applicationId, name, page, settled, ...asked }: SectionToKeep): Promise<SavedSection> {
    const application = await this.applications.getForEditing(tx, applicationId);
    requireWriter(tx.actor, application);
    nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
    const section = await this.sections.getForUpdate(tx, applicationId, name);
    const [base, ...since] = await this.revisionsFrom(tx, applicationId, section, asked.version);
    const merge = mergeSection(base, since, page, asked.write(base.fields));
    const parked = parkedAfter(section.parked, merge, settled, { by: tx.actor.name, at: tx.now });
    const conflicts = merge.conflicts.map(({ field }) => field);
    const changed =
      !sameFields(section.fields, merge.fields) || parked.length !== section.parked.length || conflicts.length > 0;
    if (!changed) return { version: section.version, tookTheirs: merge.tookTheirs, conflicts };
    await this.sections.save(tx, applicationId, section, { fields: merge.fields, parked, page });
    await this.titles.follow(tx, application, { name, fields: merge.fields });
    return { version: section.version + 1, tookTheirs: merge.tookTheirs, conflicts };
  }

  private async revisionsFrom(
    tx: Transaction,
    applicationId: string,
    section: Section,
    version: number,
  ): Promise<[Revision, ...Revision[]]> {
    if (version < 1 || version > section.version) throw DomainError.stale();
    const [base, ...since] = await this.sections.revisionsFrom(tx, applicationId, section.name, version);
    if (!base) throw DomainError.stale();
    return [base, ...since];
  }
}
