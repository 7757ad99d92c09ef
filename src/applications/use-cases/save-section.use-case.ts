import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseOversized } from '../domain/section-size.js';
import { fieldsOf, type TypedSection } from '../domain/sections.js';
import { KeepSection, type SavedSection, type SectionToKeep } from './keep-section.js';

export interface SaveSectionCommand extends Omit<SectionToKeep, 'write'> {
  readonly typed: TypedSection;
}

/** Keeps what is typed in one section, also what could not be submitted. */
@Injectable()
export class SaveSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepSection,
  ) {}

  execute(actor: Actor, { typed, ...section }: SaveSectionCommand): Promise<SavedSection> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    const fields = fieldsOf(typed);
    refuseOversized(section.name, fields);
    return this.unitOfWork.run(actor, (tx) => this.keeper.keep(tx, { ...section, write: () => fields }));
  }
}
