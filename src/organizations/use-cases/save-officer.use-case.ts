import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { readOfficer, representativeOf, type Officer, type TypedOfficer } from '../domain/officer.js';
import { refuseLockedPart } from '../domain/organization.js';
import { changesRepresentative } from '../domain/representative-change.js';
import { readTogether } from '../domain/typed-text.js';
import { OfficerStore, type OfficerEntry } from '../store/officer.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { RepresentativeChangeStore } from '../store/representative-change.store.js';
import { refuseUnprintable } from './printable.js';
import { REPRESENTATIVE_CHANGE } from './representative-change-record.js';

export interface SaveOfficerCommand extends TypedOfficer {
  readonly organizationId: string;
  /** Null adds an officer. */
  readonly officerId: string | null;
  readonly version: number;
}

export interface SavedOfficer {
  readonly officerId: string;
  /** 代表者変更届: whoever represents the organisation changes when the town has confirmed it. */
  readonly told: boolean;
}

/**
 * Adds or changes an officer. Before the registration, naming a representative takes the role from whoever had it; after it,
 * this is told to the town (代表者変更届). Throws `organizations.representative-in-draft`.
 */
@Injectable()
export class SaveOfficer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly officers: OfficerStore,
    private readonly changes: RepresentativeChangeStore,
  ) {}

  async execute(actor: Actor, command: SaveOfficerCommand): Promise<SavedOfficer> {
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
      const before = representativeOf(file.officers);
      const told = file.state === 'registered' && before !== null && changesRepresentative(known ?? null, entry);
      const listed = told ? untilConfirmed(entry, known ?? null) : entry;
      if (known) await this.officers.update(tx, file.id, known.id, command.version, listed);
      else await this.officers.insert(tx, file.id, officerId, listed);
      await this.organizations.save(tx, file.id, {});
      if (told) await this.tell(tx, file.id, before, { ...entry, id: officerId });
      tx.audit({
        action: known ? 'officer.changed' : 'officer.added',
        subjectKind: 'officer',
        subjectId: officerId,
        organizationId: file.id,
        detail: { representative: listed.isRepresentative },
      });
      return { officerId, told };
    });
  }

  /** 代表者変更届: one at a time; told again, it takes the place of the one that is open. */
  private async tell(
    tx: Transaction,
    organizationId: string,
    before: Officer,
    after: OfficerEntry & { readonly id: string },
  ): Promise<void> {
    const subjectId = await this.changes.tell(tx, {
      ...{ organizationId, officerId: after.id, termFrom: after.termFrom },
      ...{ beforeRole: before.role, beforeName: before.name, afterRole: after.role, afterName: after.name },
    });
    const subject = { subjectKind: REPRESENTATIVE_CHANGE, subjectId, organizationId };
    tx.audit({ action: 'representative-change.told', ...subject });
  }
}

/** On the list at once, so that a new officer can sign in; as representative, and by another name, when it is confirmed. */
const untilConfirmed = (entry: OfficerEntry, known: Officer | null): OfficerEntry =>
  known?.isRepresentative ? { ...entry, role: known.role, name: known.name } : { ...entry, isRepresentative: false };
