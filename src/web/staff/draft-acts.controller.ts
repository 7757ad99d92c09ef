import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ActOnDraft,
  AttachToDraft,
  RecastCases,
  RedraftHeld,
  ViewDraft,
  marksOf,
  type PlainAct,
} from '../../approvals/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type Outcome,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { AttachmentDto, DraftActDto, DraftWordsDto, RecastDto } from './approvals.dto.js';
import { draftPage, draftUrl } from './draft-view.js';

type Answer = Promise<PageResult | RedirectResult>;

interface ActOfPage {
  readonly act: (form: DraftActDto) => PlainAct;
  readonly notice: string;
}

const shownIn = ({ digests }: DraftActDto): Record<string, string> =>
  Object.fromEntries(Object.entries(digests).map(([id, digest]) => [id, String(digest)]));
const stepIn = ({ step }: DraftActDto): number => Number(step ?? '0');

/** The acts that a form of the draft's page asks for, by the last part of its address. */
const ACTS: Readonly<Record<string, ActOfPage>> = {
  deputise: {
    act: (form) => ({ kind: 'deputise', shown: shownIn(form), comment: form.deputyComment, step: stepIn(form) }),
    notice: '代決しました。上司が戻ると後閲に回ります。',
  },
  differ: {
    act: (form) => ({ kind: 'differ', shown: shownIn(form), comment: form.difference, step: stepIn(form) }),
    notice: '意見を付けて回しました。',
  },
  reject: {
    act: (form) => ({ kind: 'reject', reason: form.rejectionReason, step: stepIn(form) }),
    notice: '却下しました。押さえていた予算を戻しました。',
  },
  'pull-back': {
    act: (form) => ({ kind: 'pull-back', reason: form.pullBackReason }),
    notice: '引き戻しました。直して再提出するか、取り下げてください。',
  },
  hold: {
    act: (form) => ({
      kind: 'hold',
      itemIds: form.itemIds,
      keepReservation: form.keepReservation === 'yes',
      reason: form.holdReason,
    }),
    notice: '案件を起案から外しました。',
  },
  remark: { act: (form) => ({ kind: 'remark', comment: form.remark }), notice: '意見を記録しました。' },
  ask: {
    act: (form) => ({ kind: 'ask', of: Number(form.askOf), question: form.question, step: stepIn(form) }),
    notice: '質問を送りました。',
  },
  answer: {
    act: (form) => ({ kind: 'answer', actId: form.actId ?? '', answer: form.answer }),
    notice: '回答しました。',
  },
  acknowledge: {
    act: (form) => ({ kind: 'acknowledge', actId: form.actId ?? '' }),
    notice: '追加された書類の確認を記録しました。',
  },
  review: {
    act: (form) => ({ kind: 'review', actId: form.actId ?? '', comment: form.reviewComment }),
    notice: '後閲を記録しました。',
  },
  read: { act: () => ({ kind: 'read' }), notice: '供覧を記録しました。' },
};

/** The acts on a draft beside approving and sending it back. */
@Controller(':town/staff/approvals/:draftId')
@Desk('staff')
export class DraftActsController {
  constructor(
    private readonly drafts: ViewDraft,
    private readonly acts: ActOnDraft,
    private readonly recast: RecastCases,
    private readonly redraft: RedraftHeld,
    private readonly papers: AttachToDraft,
  ) {}

  @Post('acts/:act')
  async act(
    @Viewer() viewer: Viewer,
    @Id('draftId') draftId: string,
    @Param('act') name: string,
    @Body() body: unknown,
  ): Answer {
    const known = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
    if (!known) throw DomainError.notFound();
    const outcome = await attempt(() =>
      this.acts.execute(viewer.actor, draftId, known.act(readForm(DraftActDto, body))),
    );
    return this.answer(viewer, draftId, outcome, known.notice, { form: name, values: body });
  }

  @Post('recasting')
  async recastCases(@Viewer() viewer: Viewer, @Id('draftId') draftId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { recastComment: comment } = readForm(RecastDto, body);
      return this.recast.execute(viewer.actor, { draftId, comment });
    });
    const notice = '変わった案件を出し直しました。その案件だけ承認を取り直します。';
    return this.answer(viewer, draftId, outcome, notice, { form: 'recast', values: body });
  }

  @Post('held')
  async draftHeld(@Viewer() viewer: Viewer, @Id('draftId') draftId: string, @Body() body: unknown): Answer {
    const outcome = await attempt(() => {
      const { title, reason, marks, carried } = readForm(DraftWordsDto, body);
      const how = { marks: marksOf(marks), carried: carried === 'yes' };
      return this.redraft.execute(viewer.actor, { draftId, title, reason, ...how });
    });
    if (!outcome.ok) return this.answer(viewer, draftId, outcome, '', { form: 'held', values: body });
    return redirect(draftUrl(viewer, outcome.value.draftId), { notice: '保留していた案件を起案しました。' });
  }

  @Post('attachments')
  @AcceptUploads()
  async attach(
    @Viewer() viewer: Viewer,
    @Id('draftId') draftId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answer {
    const outcome = await attempt(() => {
      const { note } = readForm(AttachmentDto, body);
      const file = uploads.find(({ field }) => field === 'file') ?? null;
      return this.papers.execute(viewer.actor, { draftId, file, note });
    });
    return this.answer(viewer, draftId, outcome, '書類を追加しました。', { form: 'attach', values: body });
  }

  @Get('attachments/:actId')
  async paper(
    @Viewer() viewer: Viewer,
    @Id('draftId') draftId: string,
    @Id('actId') actId: string,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.papers.read(viewer.actor, draftId, actId);
    return download({ bytes, fileName: name, mediaType });
  }

  /** The draft again: with the notice, or with why the act was refused and what was typed. */
  private async answer(
    viewer: Viewer,
    draftId: string,
    outcome: Outcome<unknown>,
    notice: string,
    typed: { form: string; values: unknown },
  ): Answer {
    if (outcome.ok) return redirect(draftUrl(viewer, draftId), { notice });
    return draftPage(viewer, await this.drafts.execute(viewer.actor, draftId), { error: outcome.error, typed });
  }
}
