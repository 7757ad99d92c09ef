import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import type { SavedSection, SentSection } from '../../writing/index.js';
import type { Application } from '../domain/application.js';
import { carryDraft, type LeftText } from '../domain/carry-draft.js';
import type { Fields } from '../../forms/index.js';
import { BUDGET } from '../domain/form.js';
import { leftOfMoved } from '../domain/left-of-moved.js';
import { requireApplicant, requireWriter } from '../domain/paper.js';
import { refuseOversized } from '../domain/section-size.js';
import { ApplicationStore } from '../store/application.store.js';
import { LeftoverStore } from '../store/leftover.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { askedOf } from './asked-of.js';
import { KeepSection } from './keep-section.js';

export interface SaveSectionCommand extends SentSection {
  readonly applicationId: string;
  readonly fields: Fields;
  /** The edition whose form the page shows; without one the draft's own. */
  readonly edition?: string | undefined;
}

/**
 * Keeps what is typed in one section, also what could not be submitted. A page that still shows an older edition is
 * brought together with the draft as far as its questions stand where they stood; the rest of it is kept as 前の版での回答.
 */
@Injectable()
export class SaveSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly leftovers: LeftoverStore,
    private readonly programs: Programs,
    private readonly keeper: KeepSection,
  ) {}

  /** `behind`: the page shows an older edition than the draft is on. */
  execute(
    actor: Actor,
    { applicationId, fields, edition, ...section }: SaveSectionCommand,
  ): Promise<SavedSection & { readonly behind: boolean }> {
    requireApplicant(actor);
    refuseOversized(section.name, fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForEditing(tx, applicationId);
      requireWriter(actor, application);
      if (edition === undefined || edition === application.programVersionId) {
        return {
          ...(await this.keeper.keep(tx, { ...section, ownerId: applicationId, write: () => fields })),
          behind: false,
        };
      }
      return { ...(await this.keepBehind(tx, application, section, { edition, fields })), behind: true };
    });
  }

  private async keepBehind(
    tx: Transaction,
    application: Application,
    section: SentSection,
    { edition, fields }: { readonly edition: string; readonly fields: Fields },
  ): Promise<SavedSection> {
    const { id: applicationId, programVersionId } = application;
    const { name, page } = section;
    const [before, after] = [
      await this.programs.version(tx, edition),
      await this.programs.version(tx, programVersionId),
    ];
    if (before.programId !== after.programId) throw DomainError.notFound();
    const asked = askedOf(after.document, application);
    const written = { name, fields, parked: [], version: 1, savedAt: tx.now, savedBy: tx.actor.name };
    const carried = carryDraft(askedOf(before.document, application), asked, new Map([[name, written]]));
    const kept = await this.sections.all(tx, applicationId);
    const left: LeftText[] = name === BUDGET ? [] : [...carried.left, ...leftOfMoved(asked.form, name, carried, kept)];
    await this.leftovers.keep(
      tx,
      applicationId,
      left.map((text) => ({ ...text, writtenBy: tx.actor.name })),
      page,
    );
    const mine = carried.sections.get(name)?.fields;
    if (!mine) return { version: section.version, tookTheirs: true, conflicts: [] };
    return this.keeper.keep(tx, { ...section, ownerId: applicationId, write: () => mine });
  }
}
