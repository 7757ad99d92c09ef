import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramVersion } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import { carryDraft, type CarriedDraft } from '../domain/carry-draft.js';
import { journeyOf } from '../domain/form.js';
import { fallsBehind } from '../domain/paper.js';
import type { Sections } from '../../forms/index.js';
import { ApplicationStore } from '../store/application.store.js';
import { LeftoverStore } from '../store/leftover.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { askedOf } from './asked-of.js';
import { DraftDueDays } from './draft-due-days.js';
import { draftAmount } from './draft-amount.js';
import { GrantAmounts } from './grant-amounts.js';

/**
 * Drafts follow the newest edition of their programme and year. What was sent stays with the edition it was sent under, and
 * a paper with the one of the day on which it arrived.
 */
@Injectable()
export class CarryDraftsOver {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly leftovers: LeftoverStore,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly amounts: GrantAmounts,
    private readonly dueDays: DraftDueDays,
    private readonly cases: CaseList,
  ) {}

  /** After a publication: says of each draft on another edition that it fell behind, so that each is carried by itself. */
  async announce(tx: Transaction, versionId: string): Promise<void> {
    const { programId, document } = await this.programs.version(tx, versionId);
    for (const draft of await this.applications.draftsOf(tx, { programId, fiscalYear: document.fiscalYear })) {
      const { id: subjectId, organizationId } = draft;
      if (fallsBehind(draft, versionId)) tx.announce({ type: 'DraftFellBehind', subjectId, organizationId });
    }
  }

  /** Waits for whoever writes in the draft. Once it is on the newest edition, or sent, there is nothing left to do. */
  async carry(tx: Transaction, applicationId: string): Promise<void> {
    const application = await this.applications.getForUpdate(tx, applicationId);
    const [newest] = await this.programs.newestPublished(tx, [application]);
    if (application.state !== 'draft' || !newest || !fallsBehind(application, newest.id)) return;
    // Taken back at this very moment it is not found, and the delivery is tried again.
    const after = await this.programs.holdForBuilding(tx, newest.id);
    const before = await this.programs.version(tx, application.programVersionId);
    const sections = await this.sections.all(tx, applicationId);
    const carried = carryDraft(askedOf(before.document, application), askedOf(after.document, application), sections);
    await this.write(tx, application, { carried, sections, after });
    await this.leftovers.keep(tx, applicationId, carried.left, null);
    const knownVersionId = application.knownVersionId ?? before.id;
    await this.applications.change(tx, application, { programVersionId: after.id, knownVersionId });
    await this.followInLists(tx, application, after);
    const { organizationId } = application;
    const detail = { from: before.number, to: after.number };
    tx.audit({
      ...{ action: 'application.carried-over', subjectKind: 'application', subjectId: applicationId },
      ...{ organizationId, detail },
    });
    tx.announce({ type: 'DraftCarriedOver', subjectId: applicationId, organizationId });
  }

  /** Sections that are not asked for any more are emptied; their earlier saves stay on record. */
  private async write(
    tx: Transaction,
    { id }: Application,
    { carried, sections, after }: { carried: CarriedDraft; sections: Sections; after: ProgramVersion },
  ): Promise<void> {
    const names = journeyOf(after.document.form);
    await this.sections.open(
      tx,
      id,
      names.filter((name) => !sections.has(name)),
    );
    for (const name of new Set([...names, ...sections.keys()])) {
      const section = await this.sections.getForUpdate(tx, id, name);
      const { fields, parked } = carried.sections.get(name) ?? { fields: new Map<string, string>(), parked: [] };
      const same = JSON.stringify([[...section.fields], section.parked]) === JSON.stringify([[...fields], parked]);
      if (!same) await this.sections.save(tx, id, section, { fields, parked, page: after.id });
    }
  }

  private async followInLists(tx: Transaction, application: Application, { document }: ProgramVersion): Promise<void> {
    const { id, programId, organizationId } = application;
    const { figures } = await this.amounts.work(tx, {
      ...{ document, programId, applicationId: id, project: application },
      organization: await this.organizations.get(tx, organizationId),
      sections: await this.sections.all(tx, id),
    });
    await this.cases.move(tx, id, {
      phase: 'drafting',
      waitingFor: 'committee',
      amount: draftAmount(document, figures.working),
    });
    await this.dueDays.follow(tx, { programId, organizationId, fiscalYear: application.fiscalYear });
  }
}
