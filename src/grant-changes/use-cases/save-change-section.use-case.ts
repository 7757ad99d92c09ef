import { Injectable } from '@nestjs/common';
import { refuseOversized } from '../../applications/index.js';
import { type Fields } from '../../forms/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { keepSection, type SavedSection, type SentSection } from '../../writing/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeSectionStore } from '../store/grant-change-section.store.js';
import { GrantChanges } from './grant-changes.js';

export interface SaveChangeSectionCommand extends SentSection {
  readonly changeId: string;
  readonly fields: Fields;
}

/** Keeps what is typed in one part of a change, also what could not be sent; texts of two officers are brought together. */
@Injectable()
export class SaveChangeSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sections: GrantChangeSectionStore,
    private readonly changes: GrantChanges,
  ) {}

  execute(actor: Actor, { changeId, fields, ...sent }: SaveChangeSectionCommand): Promise<SavedSection> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    refuseOversized(sent.name, fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const { state } = await this.changes.lock(tx, changeId);
      nextState(changeMachine, 'grant-changes.state', state, 'write');
      return (await keepSection(tx, this.sections, { ...sent, ownerId: changeId, write: () => fields })).saved;
    });
  }
}
