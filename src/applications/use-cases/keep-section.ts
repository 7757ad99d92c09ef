import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { keepSection, type SavedSection, type SectionToKeep } from '../../writing/index.js';
import { applicationMachine } from '../domain/application.js';
import { requireWriter } from '../domain/paper.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { ApplicationStore } from '../store/application.store.js';
import { CaseTitles } from './case-titles.js';

/** Writes into a section of a draft what its caller has found to be of a size that forms send; the case is named after it. */
@Injectable()
export class KeepSection {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly titles: CaseTitles,
  ) {}

  async keep(tx: Transaction, section: SectionToKeep): Promise<SavedSection> {
    const application = await this.applications.getForEditing(tx, section.ownerId);
    requireWriter(tx.actor, application);
    nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
    const { saved, kept } = await keepSection(tx, this.sections, section);
    if (kept) await this.titles.follow(tx, application, { name: section.name, fields: kept });
    return saved;
  }
}
