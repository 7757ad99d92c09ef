import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readOfficer, type TypedOfficer } from '../domain/officer.js';
import { refuseLockedPart } from '../domain/organization.js';
import { readTogether } from '../domain/typed-text.js';
import { OfficerStore } from '../store/officer.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { refuseUnprintable } from './printable.js';

export interface SaveOfficerCommand extends TypedOfficer {
  readonly organizationId: string;
  /** Null adds an officer. */
  readonly officerId: string | null;
  readonly version: number;
}

/** Adds or changes an officer. Naming a representative takes the role from whoever had it. */
@Injectable()
export class SaveOfficer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly officers: OfficerStore,
  ) {}

  async execute(actor: Actor, command: SaveOfficerCommand): Promise<{ officerId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      refuseLockedPart(file.state, 'officers', actor);
      const { entry } = readTogether({
        entry: () => readOfficer(command),
        printable: () => refuseUnprintable({ role: command.role, name: command.name }),
      });
      const known = file.officers.find(({ id }) => id === command.officerId);
      if (command.officerId !== null && !known) throw DomainError.notFound();
      if (file.state === 'registered' && known?.isRepresentative && !entry.isRepresentative) {
        throw DomainError.invalid([
          { pointer: 'isRepresentative', code: 'organizations.representative-needs-successor' },
        ]);
      }
      const officerId = known?.id ?? randomUUID();
      if (known) await this.officers.update(tx, file.id, known.id, command.version, entry);
      else await this.officers.insert(tx, file.id, officerId, entry);
      await this.organizations.save(tx, file.id, {});
      tx.audit({
        action: known ? 'officer.changed' : 'officer.added',
        subjectKind: 'officer',
        subjectId: officerId,
        organizationId: file.id,
        detail: { representative: entry.isRepresentative },
      });
      return { officerId };
    });
  }
}
