import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { hasDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { formatEra } from '../../../kernel/local-date.js';
import type { Fields } from '../../../forms/index.js';
import { SIDE_LABELS, SIDES, ViewVerifications, WriteOpinion, type Side } from '../../../verifications/index.js';
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
import { OpinionDto } from '../../shared/opinion.dto.js';
import { typedOpinion } from '../../shared/opinion-form.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { StaffOpinionPage } from './opinion.page.js';

const TITLES: Readonly<Record<Side, string>> = {
  organization: '紙で届いた団体の答え',
  staff: '担当課の答え',
  panel: '審査会の記録から答えを記入',
};

type Answered = Promise<PageResult | RedirectResult>;

interface Sent {
  readonly fields: Fields;
  readonly saidOn: string;
  readonly meeting: string;
  readonly error: DomainError;
}

/** The sheets that staff fill: the section's own, the panel's common view, what an organisation handed in on paper. */
@Controller(':town/staff/verifications/:id/opinions')
@Desk('staff')
export class StaffOpinionsController {
  constructor(
    private readonly views: ViewVerifications,
    private readonly writeOpinion: WriteOpinion,
  ) {}

  @Get(':side')
  show(@Viewer() viewer: Viewer, @Id('id') id: string, @Param('side') side: string): Answered {
    return this.form(viewer, id, sideNamed(side));
  }

  @Post(':side')
  async write(
    @Viewer() viewer: Viewer,
    @Id('id') verificationId: string,
    @Param('side') name: string,
    @Body() body: unknown,
  ): Answered {
    const side = sideNamed(name);
    const { sheet } = await this.views.one(viewer.actor, verificationId);
    const fields = typedOpinion(sheet, body);
    const { version, act } = readForm(OpinionDto, body);
    const saidOn = typedText(body, 'saidOn');
    const meeting = typedText(body, 'meeting');
    const outcome = await attempt(() =>
      this.writeOpinion.execute(viewer.actor, {
        ...{ verificationId, side, fields, meeting, version: Number(version), give: act === 'give' },
        saidOn: side === 'staff' || act === 'keep' ? null : typedDay(saidOn, 'saidOn', '日付'),
      }),
    );
    if (!outcome.ok) return this.form(viewer, verificationId, side, { fields, saidOn, meeting, error: outcome.error });
    const notice = act === 'give' ? `${SIDE_LABELS[side]}の答えを確定しました。` : '途中まで保存しました。';
    return redirect(viewer.url(`staff/verifications/${verificationId}`), { notice });
  }

  private async form(viewer: Viewer, id: string, side: Side, sent?: Sent): Promise<PageResult> {
    if (!hasDuty(viewer.actor, 'promotion')) throw DomainError.forbidden();
    const view = await this.views.one(viewer.actor, id);
    const { verification, asked, opinions, today } = view;
    const opinion = opinions.find((each) => each.side === side);
    const theirs = side === 'organization' && opinion !== undefined && !opinion.onPaper;
    const withPanel = side === 'panel' && verification.meetingId !== null;
    if (!asked.includes(side) || theirs || (withPanel && !sent) || (verification.state !== 'open' && !sent))
      throw DomainError.notFound();
    const title = TITLES[side];
    return page(
      viewer,
      {
        title,
        lead: verification.title,
        breadcrumb: [
          { label: '検証', href: viewer.url('staff/verifications') },
          { label: verification.title, href: viewer.url(`staff/verifications/${id}`) },
          { label: title },
        ],
        ...(sent && { errors: sent.error }),
        body: StaffOpinionPage({
          ...{ viewer, view, side, typed: sent ?? null, isStale: sent?.error.kind === 'stale' },
          saidOn: formatEra(opinion?.saidOn ?? today),
        }),
      },
      sent?.error && (sent.error.kind === 'invalid' ? 422 : 409),
    );
  }
}

/** Throws not-found. */
function sideNamed(name: string): Side {
  const side = SIDES.find((each) => each === name);
  if (!side) throw DomainError.notFound();
  return side;
}
