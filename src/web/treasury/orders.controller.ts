import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ViewProof } from '../../closing/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import {
  AcceptDoubtedPayee,
  AcceptPaymentOrders,
  CHECK_ITEMS,
  CheckPaymentOrders,
  ORDER_PAPERS,
  OrderPapers,
  ReturnPaymentOrder,
  ViewOrders,
  type Finding,
  type OrderOutcome,
} from '../../payments/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { partOf } from '../shared/pages-of-rows.js';
import { orderNumber } from '../shared/payment-words.js';
import type { TypedCheck } from './check-fields.js';
import { OrderListPrint } from './order-list.print.js';
import { underBooksAlarm } from '../shared/books-alarm.js';
import { TreasuryOrderPage, type TypedTreasuryAct } from './order.page.js';
import { TreasuryOrdersPage, type DeskState, type ShownOrders } from './orders.page.js';
import { doneCount, outcomeFaults } from './outcome-faults.js';
import { ChosenOrdersDto, OrderCheckDto, OrderReturnDto, PayeeAcceptanceDto } from './treasury.dto.js';

const TITLE = '会計審査';
/** Lines of one printed list. */
const ON_PAPER = 1_000;

/** 会計審査: what was ordered, the checker's answers, and the decision of the 会計管理者. */
@Controller(':town/treasury/orders')
@Desk('treasury')
export class TreasuryOrdersController {
  constructor(
    private readonly orders: ViewOrders,
    private readonly checkOrders: CheckPaymentOrders,
    private readonly acceptOrders: AcceptPaymentOrders,
    private readonly acceptPayeeOf: AcceptDoubtedPayee,
    private readonly returnOrder: ReturnPaymentOrder,
    private readonly papers: OrderPapers,
    private readonly proofs: ViewProof,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer, @Query() query: Readonly<Record<string, unknown>>): Promise<PageResult> {
    return this.listPage(viewer, {}, undefined, undefined, query);
  }

  /** 支出命令一覧, for the file and the seal. */
  @Get('print')
  async print(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult> {
    const part = partOf(from, ON_PAPER);
    const orders = await this.orders.inStates(viewer.actor, ['ordered', 'checked', 'accepted'], part);
    return page(viewer, {
      title: '支出命令一覧',
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/orders') }, { label: '支出命令一覧' }],
      body: OrderListPrint({ viewer, orders, part }),
    });
  }

  @Post('check')
  async check(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(OrderCheckDto, body);
      return this.checkOrders.execute(viewer.actor, { orderIds: form.orderIds, findings: findingsOf(form) });
    });
    if (!outcome.ok) return this.listPage(viewer, (body ?? {}) as TypedCheck, outcome.error);
    return this.after(viewer, outcome.value, '件の審査結果を記録しました。');
  }

  @Post('acceptance')
  async accept(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.acceptOrders.execute(viewer.actor, readForm(ChosenOrdersDto, body)));
    if (!outcome.ok) return this.listPage(viewer, {}, outcome.error);
    return this.after(viewer, outcome.value, '件の支払を決定しました。');
  }

  @Get(':orderId')
  show(@Viewer() viewer: Viewer, @Id('orderId') orderId: string): Promise<PageResult> {
    return this.orderPage(viewer, orderId, {});
  }

  @Get(':orderId/papers/:paper')
  async paper(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Param('paper') name: string,
  ): Promise<DownloadResult> {
    const paper = ORDER_PAPERS.find((each) => each === name);
    if (!paper) throw DomainError.notFound();
    return download({ ...(await this.papers.open(viewer.actor, orderId, paper)), inline: true });
  }

  @Post(':orderId/check')
  async checkOne(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const findings = findingsOf(readForm(OrderCheckDto, body));
      return this.checkOrders.execute(viewer.actor, { orderIds: [orderId], findings });
    });
    return this.afterOne(viewer, orderId, (body ?? {}) as TypedTreasuryAct, outcome, '審査結果を記録しました。');
  }

  @Post(':orderId/acceptance')
  async acceptOne(@Viewer() viewer: Viewer, @Id('orderId') orderId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.acceptOrders.execute(viewer.actor, { orderIds: [orderId] }));
    return this.afterOne(viewer, orderId, {}, outcome, '支払を決定しました。');
  }

  @Post(':orderId/payee-acceptance')
  async acceptPayee(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { acceptance } = readForm(PayeeAcceptanceDto, body);
      await this.acceptPayeeOf.execute(viewer.actor, { orderId, acceptance });
      return [];
    });
    return this.afterOne(
      viewer,
      orderId,
      (body ?? {}) as TypedTreasuryAct,
      outcome,
      '理由を残して支払を決定しました。',
    );
  }

  @Post(':orderId/return')
  async sendBack(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { reason } = readForm(OrderReturnDto, body);
      await this.returnOrder.execute(viewer.actor, { orderId, reason });
      return [];
    });
    const done = '支出命令を返付しました。担当課の一覧に、理由とともに戻っています。';
    return this.afterOne(viewer, orderId, (body ?? {}) as TypedTreasuryAct, outcome, done);
  }

  private async afterOne(
    viewer: Viewer,
    orderId: string,
    typed: TypedTreasuryAct,
    outcome: Awaited<ReturnType<typeof attempt<readonly OrderOutcome[]>>>,
    notice: string,
  ): Promise<PageResult | RedirectResult> {
    if (!outcome.ok) return this.orderPage(viewer, orderId, typed, outcome.error);
    const faults = outcomeFaults(outcome.value);
    if (faults.length > 0) return this.orderPage(viewer, orderId, typed, faults);
    return redirect(viewer.url('treasury/orders'), { notice });
  }

  /** Everything done: back to the list. Something refused: the list, with each refusal and what was done beside it. */
  private async after(
    viewer: Viewer,
    outcomes: readonly OrderOutcome[],
    words: string,
  ): Promise<PageResult | RedirectResult> {
    const notice = `${String(doneCount(outcomes))}${words}`;
    const faults = outcomeFaults(outcomes);
    if (faults.length === 0) return redirect(viewer.url('treasury/orders'), { notice });
    return this.listPage(viewer, {}, faults, doneCount(outcomes) > 0 ? notice : undefined);
  }

  private async listPage(
    viewer: Viewer,
    typed: TypedCheck,
    errors?: DomainError | readonly Fault[],
    partly?: string,
    query: Readonly<Record<string, unknown>> = {},
  ): Promise<PageResult> {
    const list = async (state: DeskState): Promise<ShownOrders> => {
      const part = partOf(query[state]);
      return { ...(await this.orders.inStates(viewer.actor, [state], part)), part };
    };
    const orders = {
      ...{ ordered: await list('ordered'), checked: await list('checked') },
      ...{ accepted: await list('accepted'), instructed: await list('instructed') },
    };
    const alarm = await this.proofs.alarm(viewer.actor);
    return page(viewer, {
      title: TITLE,
      wide: true,
      ...(errors && { errors }),
      body: underBooksAlarm(viewer, alarm, TreasuryOrdersPage({ viewer, orders, typed, partly })),
    });
  }

  private async orderPage(
    viewer: Viewer,
    orderId: string,
    typed: TypedTreasuryAct,
    errors?: DomainError | readonly Fault[],
  ): Promise<PageResult> {
    const view = await this.orders.one(viewer.actor, orderId);
    return page(viewer, {
      title: `支出命令 ${orderNumber(view.order)}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/orders') }, { label: orderNumber(view.order) }],
      ...(errors && { errors }),
      body: TreasuryOrderPage({ viewer, view, typed }),
    });
  }
}

/** An item without an answer is left out: the checklist names it. */
function findingsOf({ findings, remark }: OrderCheckDto): Finding[] {
  return CHECK_ITEMS.flatMap(({ id }) => {
    const answer = findings[id];
    if (answer !== 'agrees' && answer !== 'problem') return [];
    return [{ item: id, agrees: answer === 'agrees', remark: answer === 'problem' ? remark : '' }];
  });
}
