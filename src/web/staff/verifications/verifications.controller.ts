import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { fiscalYear } from '../../../kernel/fiscal-year.js';
import {
  DecideDirection,
  IssueDirectionLetter,
  OpenVerifications,
  PublishVerification,
  PutToPanel,
  VERIFICATION_STATES,
  ViewVerifications,
} from '../../../verifications/index.js';
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
} from '../../shared/index.js';
import { verificationName } from '../../shared/verification-words.js';
import { optionsIn } from '../draft-options.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { StaffVerificationPage } from './verification.page.js';
import { DirectionDto, PublicationOfVerificationDto, VerificationActDto } from './verifications.dto.js';
import { StaffVerificationsPage } from './verifications.page.js';

type Answered = Promise<PageResult | RedirectResult>;
type Asked = Readonly<Record<string, unknown>>;

/** 検証 of the town's projects: what came in, the direction, its publication. */
@Controller(':town/staff/verifications')
@Desk('staff')
export class StaffVerificationsController {
  constructor(
    private readonly views: ViewVerifications,
    private readonly opening: OpenVerifications,
    private readonly direction: DecideDirection,
    private readonly letter: IssueDirectionLetter,
    private readonly publication: PublishVerification,
    private readonly panel: PutToPanel,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query() asked: Asked): Answered {
    const query = { year: textOf(asked['year']), program: textOf(asked['program']), state: textOf(asked['state']) };
    const desk = await this.views.desk(viewer.actor, {
      fiscalYear: /^20[2-9]\d$/.test(query.year) ? fiscalYear(Number(query.year)) : null,
      programId: query.program === '' ? null : query.program,
      state: VERIFICATION_STATES.find((state) => state === query.state) ?? null,
    });
    const body = StaffVerificationsPage({ viewer, desk, query, part: partOf(asked['from']) });
    return page(viewer, { title: '検証', wide: true, body });
  }

  @Post('openings/:grantId')
  async open(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<RedirectResult> {
    const { verificationId } = await this.opening.execute(viewer.actor, grantId);
    return redirect(viewer.url(`staff/verifications/${verificationId}`), {
      notice: '検証を始めました。団体の画面に出ています。',
    });
  }

  @Get(':id')
  show(@Viewer() viewer: Viewer, @Id('id') id: string): Answered {
    return this.one(viewer, id);
  }

  @Post(':id/draft')
  async draft(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const form = readForm(DirectionDto, body);
      const { version, direction, why, title, reason } = form;
      return this.direction.draft(viewer.actor, {
        ...{ verificationId, version: Number(version), direction, reason: why },
        draft: { title, reason, ...optionsIn(form) },
      });
    });
    if (!outcome.ok) return this.one(viewer, verificationId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '今後の方向性を起案しました。' });
  }

  @Post(':id/decision')
  decide(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    return this.act(
      viewer,
      verificationId,
      body,
      '今後の方向性を決めました。検証結果通知書を施行してください。',
      () => {
        const { version, direction, why } = readForm(DirectionDto, body);
        const command = { verificationId, version: Number(version), direction, reason: why };
        return this.direction.decide(viewer.actor, command);
      },
    );
  }

  @Post(':id/letter')
  async issue(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const issuedOn = typedDay(typedText(body, 'issuedOn'), 'issuedOn', '施行日');
      const externalNumber = typedText(body, 'externalNumber');
      return this.letter.execute(viewer.actor, { verificationId, issuedOn, externalNumber });
    });
    if (!outcome.ok) return this.one(viewer, verificationId, body, outcome.error);
    return redirect(viewer.url(`staff/letters/batches/${outcome.value.batchId}`));
  }

  @Post(':id/publication')
  publish(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    return this.act(viewer, verificationId, body, '公表しました。住民の読めるページに出ています。', () => {
      const { version } = readForm(PublicationOfVerificationDto, body);
      return this.publication.publish(viewer.actor, { verificationId, version: Number(version) });
    });
  }

  @Post(':id/take-down')
  takeDown(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    return this.act(viewer, verificationId, body, '公表を取りやめました。', () => {
      const { version, takenDownReason } = readForm(VerificationActDto, body);
      return this.publication.takeDown(viewer.actor, { verificationId, version: Number(version) }, takenDownReason);
    });
  }

  @Post(':id/panel')
  putToPanel(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    return this.act(
      viewer,
      verificationId,
      body,
      '審査会の委員に答えをお願いしました。委員の画面に出ています。',
      () => {
        const { version, meetingId } = readForm(VerificationActDto, body);
        return this.panel.execute(viewer.actor, { verificationId, version: Number(version), meetingId });
      },
    );
  }

  @Post(':id/panel-release')
  takeFromPanel(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    return this.act(viewer, verificationId, body, '審査会から取り下げました。委員の画面から消えます。', () => {
      const { version } = readForm(VerificationActDto, body);
      return this.panel.execute(viewer.actor, { verificationId, version: Number(version), meetingId: null });
    });
  }

  @Post(':id/withdrawal')
  withdraw(@Viewer() viewer: Viewer, @Id('id') verificationId: string, @Body() body: unknown): Answered {
    return this.act(viewer, verificationId, body, '検証を取りやめました。', () => {
      const { version, note } = readForm(VerificationActDto, body);
      return this.publication.withdraw(viewer.actor, { verificationId, version: Number(version) }, note);
    });
  }

  private async act(viewer: Viewer, id: string, body: unknown, notice: string, perform: () => Promise<void>): Answered {
    const outcome = await attempt(perform);
    if (!outcome.ok) return this.one(viewer, id, body, outcome.error);
    return redirect(viewer.url(`staff/verifications/${id}`), { notice });
  }

  private async one(viewer: Viewer, id: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.views.one(viewer.actor, id);
    return page(
      viewer,
      {
        title: `${verificationName(view.verification)}の検証`,
        wide: true,
        breadcrumb: [{ label: '検証', href: viewer.url('staff/verifications') }, { label: view.verification.title }],
        ...(error && { errors: error }),
        body: StaffVerificationPage({ viewer, view, body, mayAct: hasDuty(viewer.actor, 'promotion') }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
