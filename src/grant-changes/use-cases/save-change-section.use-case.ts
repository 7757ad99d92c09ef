import { Injectable } from '@nestjs/common';
import { refuseOversized } from '../../applications/index.js';
import { type Section } from '../../forms/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { sameFields, writtenFields } from '../domain/written.js';
import { GrantChangeStore } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';

export interface SaveChangeSectionCommand {
  readonly changeId: string;
  readonly name: string;
  /** From which the page was filled. */
  readonly version: number;
  readonly fields: Section['fields'];
}

/**
 * Keeps what is typed in one part of a change, also what could not be sent. Throws `grant-changes.section-changed` where
 * somebody else saved the part meanwhile with other words: nothing of theirs is overwritten unseen.
 */
@Injectable()
export class SaveChangeSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly changes: GrantChanges,
  ) {}

  execute(actor: Actor, { changeId, name, version, fields }: SaveChangeSectionCommand): Promise<{ version: number }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    refuseOversized(name, fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      nextState(changeMachine, 'grant-changes.state', change.state, 'write');
      const section = change.sections[name];
      if (!section) throw DomainError.notFound();
      if (sameFields(section.fields, fields)) return { version: section.version };
      if (section.version !== version) throw new DomainError('grant-changes.section-changed', 'stale');
      const saved = {
        ...{ version: version + 1, fields: writtenFields(fields) },
        ...{ savedAt: tx.now.toISOString(), savedBy: actor.name },
      };
      await this.store.change(tx, change, { sections: { ...change.sections, [name]: saved } });
      return { version: saved.version };
    });
  }
}
