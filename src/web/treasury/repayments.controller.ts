import { Body, Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import {
  AFTER_END,
  AnswerReceiptQuestion,
  DecidePayback,
  demandNumber,
  ImportReceipts,
  RecordPayback,
  RecordReceipt,
  ViewRepayments,
  type PaybackDecision,
} from '../../repayments/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedYen } from '../shared/typed-yen.js';
import { acceptUpload } from '../../platform/files/index.js';
import type { ReceiptAct } from './receipt-acts.js';
import { ReceiptsPage } from './repayment-receipts.page.js';
import {
  PaybackDecisionDto,
  PaybackDto,
  PaybackReversalDto,
  QuestionDismissalDto,
  ReceiptReversalDto,
  RepaymentReceiptDto,
} from './repayments.dto.js';
import { TreasuryRepaymentsPage } from './repayments.page.js';

const TITLE = '返還金の領収';

/** 返還金 at the treasury: what came, by the bank's slips. */
@Controller(':town/treasury/repayments')
@Desk('treasury')
export class TreasuryRepaymentsController {
  constructor(
    private readonly repayments: ViewRepayments,
    private readonly recordReceipt: RecordReceipt,
    private readonly answerQuestion: AnswerReceiptQuestion,
    private readonly deciding: DecidePayback,
    private readonly recordPayback: RecordPayback,
    private readonly importReceipts: ImportReceipts,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.listPage(viewer);
  }

  @Post('import')
  @AcceptUploads()
  async import(@Viewer() viewer: Viewer, @Uploads() uploads: readonly Upload[]): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const upload = uploads.find(({ field }) => field === 'file');
      if (!upload) throw DomainError.invalid([{ pointer: 'file', code: 'repayments.list-missing' }]);
      const { bytes } = await acceptUpload(upload, ['csv'], 'file');
      return this.importReceipts.execute(viewer.actor, bytes);
    });
    if (!outcome.ok) return this.listPage(viewer, outcome.error);
    const { taken, known, questions } = outcome.value;
    const before = known > 0 ? `すでに取り込んだものが${String(known)}件ありました。` : '';
    const asks =
      questions > 0
        ? `確かめることのある行が${String(questions)}件あり、まだ取り込んでいません。「確かめる領収」を開いてください。`
        : '';
    return redirect(viewer.url('treasury/repayments'), {
      notice: `領収を${String(taken)}件取り込みました。${before}${asks}`,
    });
  }

  @Get(':demandId')
  show(@Viewer() viewer: Viewer, @Id('demandId') id: string): Promise<PageResult> {
    return this.receiptsPage(viewer, id, null);
  }

  @Post(':demandId/receipts')
  async record(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(RepaymentReceiptDto, body);
      const { requestId, receivedOn, amount, slipNumber, lateReason, takesExcess, another, afterEnd } = form;
      return this.recordReceipt.record(viewer.actor, {
        ...{ demandId, requestId, slipNumber: slipNumber.trim(), lateReason, takesExcess: takesExcess === 'yes' },
        ...{ another: another === 'yes', afterEnd: AFTER_END.find((each) => each === afterEnd) ?? null },
        receivedOn: typedDay(receivedOn, 'receivedOn', '領収日'),
        amount: typedYen(amount, 'amount', 'repayments.amount-missing'),
      });
    });
    if (!outcome.ok) return this.receiptsPage(viewer, demandId, body, outcome.error);
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice: '領収を入力しました。' });
  }

  @Post(':demandId/questions/:questionId/taking')
  async takeQuestion(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('questionId') questionId: string,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.answerQuestion.take(viewer.actor, { demandId, questionId }));
    if (!outcome.ok) return this.receiptsPage(viewer, demandId, null, outcome.error);
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice: '領収を入力しました。' });
  }

  @Post(':demandId/questions/:questionId/dismissal')
  async dismissQuestion(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('questionId') questionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { dismissalReason: reason } = readForm(QuestionDismissalDto, body);
      return this.answerQuestion.dismiss(viewer.actor, { demandId, questionId, reason });
    });
    if (!outcome.ok) return this.receiptsPage(viewer, demandId, null, outcome.error);
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice: '取り込まないことを記録しました。' });
  }

  @Get(':demandId/receipts/:receiptId')
  reversal(
    @Viewer() viewer: Viewer,
    @Id('demandId') id: string,
    @Id('receiptId') receiptId: string,
  ): Promise<PageResult> {
    return this.receiptsPage(viewer, id, null, undefined, { kind: 'reversal', receiptId, body: null });
  }

  @Post(':demandId/receipts/:receiptId/reversal')
  async reverse(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('receiptId') receiptId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { reason } = readForm(ReceiptReversalDto, body);
      return this.recordReceipt.reverse(viewer.actor, { demandId, receiptId, reason });
    });
    if (!outcome.ok) {
      return this.receiptsPage(viewer, demandId, null, outcome.error, { kind: 'reversal', receiptId, body });
    }
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice: '領収を取り消しました。' });
  }

  @Get(':demandId/receipts/:receiptId/payback')
  payback(
    @Viewer() viewer: Viewer,
    @Id('demandId') id: string,
    @Id('receiptId') receiptId: string,
  ): Promise<PageResult> {
    return this.receiptsPage(viewer, id, null, undefined, { kind: 'payback', receiptId, body: null });
  }

  @Post(':demandId/receipts/:receiptId/payback')
  async payBack(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('receiptId') receiptId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { paidOn, ...typed } = readForm(PaybackDto, body);
      const day = typedDay(paidOn, 'paidOn', '還付した日');
      return this.recordPayback.execute(viewer.actor, { demandId, receiptId, paidOn: day, ...typed });
    });
    if (!outcome.ok)
      return this.receiptsPage(viewer, demandId, null, outcome.error, { kind: 'payback', receiptId, body });
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice: '還付を記録しました。' });
  }

  @Post(':demandId/receipts/:receiptId/payback/decision')
  decidePayback(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('receiptId') receiptId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.decide(viewer, { demandId, receiptId, kind: 'payback' }, body);
  }

  @Post(':demandId/receipts/:receiptId/payback/reversal/decision')
  decideCancelling(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('receiptId') receiptId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.decide(viewer, { demandId, receiptId, kind: 'cancelling' }, body);
  }

  @Get(':demandId/receipts/:receiptId/payback/reversal')
  paybackReversal(
    @Viewer() viewer: Viewer,
    @Id('demandId') id: string,
    @Id('receiptId') receiptId: string,
  ): Promise<PageResult> {
    return this.receiptsPage(viewer, id, null, undefined, { kind: 'payback-reversal', receiptId, body: null });
  }

  @Post(':demandId/receipts/:receiptId/payback/reversal')
  async reversePayback(
    @Viewer() viewer: Viewer,
    @Id('demandId') demandId: string,
    @Id('receiptId') receiptId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const typed = readForm(PaybackReversalDto, body);
      return this.recordPayback.reverse(viewer.actor, { demandId, receiptId, ...typed });
    });
    if (!outcome.ok)
      return this.receiptsPage(viewer, demandId, null, outcome.error, { kind: 'payback-reversal', receiptId, body });
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice: '還付の記録を取り消しました。' });
  }

  private async decide(
    viewer: Viewer,
    decided: { readonly demandId: string; readonly receiptId: string; readonly kind: PaybackDecision['kind'] },
    body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { demandId, receiptId, kind } = decided;
    const outcome = await attempt(() =>
      this.deciding.execute(viewer.actor, { ...decided, ...readForm(PaybackDecisionDto, body) }),
    );
    const act = kind === 'payback' ? 'payback' : 'payback-reversal';
    if (!outcome.ok) return this.receiptsPage(viewer, demandId, null, outcome.error, { kind: act, receiptId, body });
    const what = kind === 'payback' ? '還付' : '還付の記録の取消し';
    const notice = `${what}を決めました。別の会計の職員が記録します。`;
    return redirect(viewer.url(`treasury/repayments/${demandId}`), { notice });
  }

  private async listPage(viewer: Viewer, error?: DomainError): Promise<PageResult> {
    const files = await this.repayments.list(viewer.actor, ['demanded', 'settled', 'lapsed', 'written-off']);
    const questions = await this.repayments.openQuestions(
      viewer.actor,
      files.map(({ demand }) => demand.id),
    );
    return page(viewer, {
      title: TITLE,
      lead: '金融機関の領収済通知書を見て、領収日と額を入力します。年度は領収日で決まります。',
      wide: true,
      ...(error && { errors: error }),
      body: TreasuryRepaymentsPage({ viewer, files, questions }),
    });
  }

  private async receiptsPage(
    viewer: Viewer,
    id: string,
    body: unknown,
    error?: DomainError,
    act: ReceiptAct | null = null,
  ): Promise<PageResult> {
    const view = await this.repayments.one(viewer.actor, id);
    const number = demandNumber(view.demand);
    if (act && !view.receipts.some((receipt) => receipt.id === act.receiptId)) throw DomainError.notFound();
    return page(viewer, {
      title: `${number}　${view.demand.organizationName}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/repayments') }, { label: number }],
      ...(error && { errors: error }),
      body: ReceiptsPage({ viewer, view, body, act }),
    });
  }
}
