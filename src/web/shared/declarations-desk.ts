import { Injectable } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Absences, StaffDirectory, Ties } from '../../staff/index.js';
import { attempt, type Outcome } from './attempt.js';
import { AbsenceDto, TieDto } from './declarations.dto.js';
import { readForm } from './read-form.js';
import { page, type PageResult } from './results.js';
import { StaffDeclarations } from './staff-declarations.js';
import { typedDay } from './typed-day.js';
import { typedText } from './typed-text.js';
import type { Viewer } from './viewer.js';

interface Place {
  /** Inside the town, e.g. `staff/declarations`. */
  readonly path: string;
  /** An administrator enters for everyone, others for themselves. */
  readonly forEveryone: boolean;
}

/** The same page at two desks: one's own 不在 and 利害関係, and everyone's. */
@Injectable()
export class DeclarationsDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: Absences,
    private readonly ties: Ties,
    private readonly staff: StaffDirectory,
    private readonly organizations: OrganizationDirectory,
  ) {}

  recordAbsence(viewer: Viewer, body: unknown): Promise<Outcome<void>> {
    return attempt(() => {
      const form = readForm(AbsenceDto, body);
      return this.absences.record(viewer.actor, {
        staffId: form.absentStaffId,
        fromOn: typedDay(form.fromOn, 'fromOn', '不在の始まり'),
        untilOn: typedDay(form.untilOn, 'untilOn', '不在の終わり'),
        reason: form.reason,
      });
    });
  }

  recordTie(viewer: Viewer, body: unknown): Promise<Outcome<void>> {
    return attempt(() => {
      const { tiedStaffId: staffId, organizationId, tieKind: kind, note } = readForm(TieDto, body);
      return this.ties.record(viewer.actor, { staffId, organizationId, kind, note });
    });
  }

  async page(viewer: Viewer, { path, forEveryone }: Place, body?: unknown, error?: DomainError): Promise<PageResult> {
    const { actor } = viewer;
    const own = actor.kind === 'staff' ? actor.staffId : '';
    const seen = await this.unitOfWork.read(actor, async (tx) => ({
      members: await this.staff.list(tx),
      organizations: await this.organizations.list(tx),
      today: tx.today,
    }));
    const mine = ({ staffId }: { staffId: string }): boolean => forEveryone || staffId === own;
    const isAdministrator = hasDuty(actor, 'administer');
    return page(viewer, {
      title: '不在と利害関係',
      wide: true,
      ...(error && { errors: error }),
      body: StaffDeclarations({
        at: viewer.url(path),
        today: seen.today,
        absences: (await this.absences.list(actor)).filter(mine),
        ties: (await this.ties.list(actor)).filter(mine),
        organizations: seen.organizations.map(({ id, name }) => ({ value: id, label: name })),
        members: seen.members
          .filter(({ id }) => forEveryone || id === own)
          .map(({ id, name }) => ({ value: id, label: name })),
        nameOf: (staffId) => seen.members.find(({ id }) => id === staffId)?.name ?? '',
        mayRecord: forEveryone ? isAdministrator : actor.kind === 'staff',
        mayEndTies: forEveryone && isAdministrator,
        typed: (field) => typedText(body, field),
      }),
    });
  }
}
