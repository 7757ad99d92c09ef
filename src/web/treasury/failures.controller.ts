import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  ConcludeFailure,
  RecordTransferFailure,
  ResumePayment,
  TakeBackFailure,
  ViewFailures,
  ViewOrders,
} from '../../payments/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Outcome,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { orderNumber } from '../shared/payment-words.js';
import { optionalDay, typedDay } from '../shared/typed-day.js';
import { FailurePage, type TypedFailureActs } from './failure.page.js';
import { failurePath, FailuresPage } from './failures.page.js';
import {
  FailureConclusionDto,
  FailureMistakeDto,
  MoneyReturnDto,
  ResumptionDto,
  TransferFailureDto,
} from './treasury.dto.js';

const TITLE = '振込不能・組戻';
const RETURNED_ON = '資金の戻った日';

/** 振込不能・組戻: what the bank gave back, until it is paid once more or has been dealt with otherwise. */
@Controller(':town/treasury/failures')
@Desk('treasury')
export class FailuresController {
  constructor(
    private readonly failures: ViewFailures,
    private readonly orders: ViewOrders,
    private readonly recordFailure: RecordTransferFailure,
    private readonly resumePayment: ResumePayment,
    private readonly concludeFailure: ConcludeFailure,
    private readonly takeBackFailure: TakeBackFailure,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const desk = await this.failures.desk(viewer.actor);
    return page(viewer, { title: TITLE, wide: true, body: FailuresPage({ viewer, desk }) });
  }

  @Get(':orderId')
  show(@Viewer() viewer: Viewer, @Id('orderId') orderId: string): Promise<PageResult> {
    return this.failurePage(viewer, orderId, {});
  }

  @Post(':orderId')
  async record(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { failedOn, returnedOn, ...said } = readForm(TransferFailureDto, body);
      return this.recordFailure.execute(viewer.actor, {
        ...{ orderId, ...said },
        failedOn: typedDay(failedOn, 'failedOn', '知らせの日'),
        returnedOn: optionalDay(returnedOn, 'returnedOn', RETURNED_ON),
      });
    });
    return this.after(viewer, orderId, body, outcome, '振込不能・組戻を記録しました。担当課の画面にも並びます。');
  }

  @Post(':orderId/return')
  async moneyReturned(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { failureId, returnedOn } = readForm(MoneyReturnDto, body);
      const day = typedDay(returnedOn, 'returnedOn', RETURNED_ON);
      return this.recordFailure.recordReturn(viewer.actor, { failureId, returnedOn: day });
    });
    return this.after(viewer, orderId, body, outcome, '入金日を記録しました。');
  }

  @Post(':orderId/resumption')
  async resume(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { remark } = readForm(ResumptionDto, body);
      return this.resumePayment.execute(viewer.actor, { orderId, remark });
    });
    return this.after(
      viewer,
      orderId,
      body,
      outcome,
      '支出命令を会計審査に戻しました。審査と決定のあと、束に入れます。',
    );
  }

  @Post(':orderId/conclusion')
  async conclude(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.concludeFailure.execute(viewer.actor, readForm(FailureConclusionDto, body)),
    );
    return this.after(
      viewer,
      orderId,
      body,
      outcome,
      '歳入への受入れを記録しました。団体への支払は、担当課が翌年度以降の予算での支払として求めます。',
    );
  }

  @Post(':orderId/mistake')
  async takeBack(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.takeBackFailure.execute(viewer.actor, readForm(FailureMistakeDto, body)));
    return this.after(
      viewer,
      orderId,
      body,
      outcome,
      '振込不能の記録を取り消しました。支払は、記録の前の状態に戻りました。',
    );
  }

  private async after(
    viewer: Viewer,
    orderId: string,
    body: unknown,
    outcome: Outcome<unknown>,
    notice: string,
  ): Promise<PageResult | RedirectResult> {
    if (!outcome.ok) return this.failurePage(viewer, orderId, (body ?? {}) as TypedFailureActs, outcome.error);
    return redirect(viewer.url(failurePath(orderId)), { notice });
  }

  private async failurePage(
    viewer: Viewer,
    orderId: string,
    typed: TypedFailureActs,
    errors?: DomainError,
  ): Promise<PageResult> {
    const view = await this.orders.one(viewer.actor, orderId);
    const failures = await this.failures.ofOrder(viewer.actor, orderId);
    return page(viewer, {
      title: `振込不能・組戻　${orderNumber(view.order)}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/failures') }, { label: orderNumber(view.order) }],
      ...(errors && { errors }),
      body: FailurePage({ viewer, view, failures, typed }),
    });
  }
}
