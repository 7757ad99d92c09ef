import { Body, Controller, Post } from '@nestjs/common';
import { AnswerRepresentativeChange } from '../../../organizations/index.js';
import {
  Desk,
  Id,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
  attempt,
} from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { AcknowledgementPages } from './acknowledgement-pages.js';
import { ReturnDto } from './acknowledgements.dto.js';

/** 差戻し of a 代表者変更届; everything else that becomes of it is an answer as to whatever is told. */
@Controller(':town/staff/representative-changes/:changeId')
@Desk('staff')
export class RepresentativeChangesController {
  constructor(
    private readonly answers: AnswerRepresentativeChange,
    private readonly pages: AcknowledgementPages,
  ) {}

  @Post('return')
  async return(
    @Viewer() viewer: Viewer,
    @Id('changeId') changeId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, note, correctBy: typed } = readForm(ReturnDto, body);
      const correctBy = typedDay(typed, 'correctBy', '直す期限');
      return this.answers.return(viewer.actor, { changeId, version: Number(version), note, correctBy });
    });
    if (!outcome.ok) return this.pages.of(viewer, 'representative-change', changeId, { body, error: outcome.error });
    return redirect(viewer.url('staff/changes'), { notice: '差し戻しました。団体にメールで知らせます。' });
  }
}
