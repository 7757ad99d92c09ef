import { Body, Controller, Get, Post } from '@nestjs/common';
import { DecisionFiles, SealDraft, ViewDraft, type DraftPage } from '../../approvals/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { StaffDirectory } from '../../staff/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type Choice,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { SealDto } from './approvals.dto.js';
import { DraftPaperPage } from './draft-paper.page.js';
import { draftUrl } from './draft-view.js';

/** 起案用紙 for towns that decide on paper, and 決裁文書 of what was decided. */
@Controller(':town/staff/approvals/:draftId')
@Desk('staff')
export class DraftPaperController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ViewDraft,
    private readonly seal: SealDraft,
    private readonly staff: StaffDirectory,
    private readonly files: DecisionFiles,
  ) {}

  @Get('paper')
  show(@Viewer() viewer: Viewer, @Id('draftId') draftId: string): Promise<PageResult> {
    return this.paper(viewer, draftId);
  }

  @Post('paper')
  @AcceptUploads()
  async enter(
    @Viewer() viewer: Viewer,
    @Id('draftId') draftId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { digests, seals, decidedOn } = readForm(SealDto, body);
      return this.seal.execute(viewer.actor, {
        draftId,
        shownDigests: textsIn(digests),
        sealers: textsIn(seals),
        decidedOn: typedDay(decidedOn, 'decidedOn', '決裁日'),
        scan: uploads.find(({ field }) => field === 'scan') ?? null,
      });
    });
    if (outcome.ok) return redirect(draftUrl(viewer, draftId), { notice: '紙の決裁を記録しました。' });
    return this.paper(viewer, draftId, outcome.error, body);
  }

  @Get('file')
  async file(@Viewer() viewer: Viewer, @Id('draftId') draftId: string): Promise<DownloadResult> {
    const file = await this.files.read(viewer.actor, draftId);
    return download({ ...file, mediaType: 'application/pdf', inline: true });
  }

  private async paper(viewer: Viewer, draftId: string, error?: DomainError, values?: unknown): Promise<PageResult> {
    const view = await this.drafts.execute(viewer.actor, draftId);
    const status = error && error.kind !== 'invalid' ? 409 : undefined;
    return page(
      viewer,
      {
        title: `起案用紙　${view.draft.title}`,
        wide: true,
        breadcrumb: [
          { label: '起案・決裁', href: viewer.url('staff/approvals') },
          { label: view.draft.number, href: draftUrl(viewer, draftId) },
          { label: '起案用紙' },
        ],
        ...(error && { errors: error }),
        body: DraftPaperPage({
          viewer,
          view,
          sealers: await this.sealers(viewer, view),
          typed: values === undefined ? undefined : { form: 'seal', values },
          mayEnter: view.onPaper && hasDuty(viewer.actor, 'promotion'),
        }),
      },
      status,
    );
  }

  /** The holders of each open post, and the deputies that its rule names. */
  private sealers(viewer: Viewer, { draft }: DraftPage): Promise<Map<number, Choice[]>> {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const { posts, holders } = await this.staff.staffingOn(tx, tx.today);
      const open = draft.steps.filter(({ role, actId }) => role !== 'inform' && actId === null);
      return new Map(
        open.map(({ ordinal, postId }) => {
          const deputy = posts.find(({ id }) => id === posts.find((post) => post.id === postId)?.deputyPostId);
          const own = (holders.get(postId) ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }));
          const others = (holders.get(deputy?.id ?? '') ?? []).map(({ staffId, name }) => ({
            value: `deputy:${staffId}`,
            label: `代決：${deputy?.name ?? ''} ${name}`,
          }));
          return [ordinal, [...own, ...others]];
        }),
      );
    });
  }
}

const textsIn = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
