import { Body, Controller, Get, Post } from '@nestjs/common';
import { AllowLateSubmission, SubmissionWindows } from '../../applications/index.js';
import { CaseList } from '../../cases/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { parseTime } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ExtendAcceptance, Programs } from '../../programs/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { ExtensionDto, LateAcceptanceDto } from './program-period.dto.js';
import { ProgramPeriodPage, type ProgramPeriod } from './program-period.page.js';

/** More drafts of one programme than a town has organisations are not to be expected. */
const MOST_DRAFTS = 500;

/** 受付期間 of a published edition: its extensions for everyone, and 期限後の受付 for one organisation. */
@Controller(':town/staff/programs/:versionId/period')
@Desk('staff')
export class ProgramPeriodController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly windows: SubmissionWindows,
    private readonly organizations: OrganizationDirectory,
    private readonly cases: CaseList,
    private readonly extendAcceptance: ExtendAcceptance,
    private readonly allowLate: AllowLateSubmission,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult> {
    return this.periodPage(viewer, versionId, {});
  }

  @Post('extensions')
  async extend(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { closesOn, closesTime, extensionReason } = readForm(ExtensionDto, body);
      const closes = { day: typedDay(closesOn, 'closesOn', '新しい締切の日'), time: typedTime(closesTime) };
      return this.extendAcceptance.execute(viewer.actor, { versionId, closes, reason: extensionReason });
    });
    if (!outcome.ok) return this.periodPage(viewer, versionId, body, atFields(outcome.error, 'extensionReason'));
    return this.back(viewer, versionId, '延長を公表しました。');
  }

  @Post('late-acceptances')
  async allow(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { whom, untilOn, lateReason: reason } = readForm(LateAcceptanceDto, body);
      const day = typedDay(untilOn, 'untilOn', 'いつまで受け付けるか');
      const sender = await this.senderOf(viewer, whom);
      return this.allowLate.execute(viewer.actor, { versionId, ...sender, untilOn: day, reason });
    });
    if (!outcome.ok) return this.periodPage(viewer, versionId, body, atFields(outcome.error, 'lateReason'));
    return this.back(viewer, versionId, '期限後の受付を認めました。');
  }

  private async senderOf(
    viewer: Viewer,
    whom: string,
  ): Promise<{ organizationId: string; applicationId: string | null }> {
    const [kind, id = ''] = whom.split(':');
    if (kind === 'organization') return { organizationId: id, applicationId: null };
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.cases.find(tx, id));
    if (!draft) throw DomainError.notFound();
    return { organizationId: draft.organizationId, applicationId: id };
  }

  private back(viewer: Viewer, versionId: string, notice: string): RedirectResult {
    return redirect(viewer.url(`staff/programs/${versionId}/period`), { notice });
  }

  private async periodPage(
    viewer: Viewer,
    versionId: string,
    typed: unknown,
    error?: DomainError,
  ): Promise<PageResult> {
    const loaded = await this.load(viewer, versionId);
    const { name } = loaded.program.document;
    return page(viewer, {
      title: `${name}の受付期間`,
      wide: true,
      breadcrumb: [
        { label: '補助制度', href: viewer.url('staff/programs') },
        { label: name, href: viewer.url(`staff/programs/${versionId}`) },
        { label: '受付期間' },
      ],
      ...(error && { errors: error }),
      body: ProgramPeriodPage({ viewer, ...loaded, typed, mayAct: hasDuty(viewer.actor, 'promotion') }),
    });
  }

  private load(viewer: Viewer, versionId: string): Promise<ProgramPeriod> {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const version = await this.programs.version(tx, versionId);
      if (version.state !== 'published') throw DomainError.notFound();
      const { programId, document } = version;
      const drafting = await this.cases.forStaff(tx, { programId, phase: 'drafting' }, null, MOST_DRAFTS);
      const organizations = await this.organizations.list(tx);
      return {
        program: { ...version, period: await this.programs.periodOf(tx, version) },
        extensions: await this.programs.extensionsOf(tx, version),
        allowed: await this.windows.allowedFor(tx, version),
        organizations: organizations.filter(({ state }) => state === 'registered'),
        drafts: drafting.items.filter(({ fiscalYear }) => fiscalYear === document.fiscalYear),
        now: tx.now,
      };
    });
  }
}

function typedTime(typed: string): string | null {
  try {
    return parseTime(typed);
  } catch (error) {
    if (error instanceof DomainError) throw DomainError.invalid([{ pointer: 'closesTime', code: error.code }]);
    throw error;
  }
}

/** Both forms of the page have a reason: the fault stands at the one that was sent. */
const atFields = ({ code, kind, params, faults }: DomainError, reasonField: string): DomainError =>
  new DomainError(
    code,
    kind,
    params,
    faults.map((fault) => (fault.pointer === 'reason' ? { ...fault, pointer: reasonField } : fault)),
  );
