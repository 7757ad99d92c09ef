import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  BatchCover,
  CollectBatch,
  ConfirmBatch,
  MarkBatchPaid,
  RecordUnexecuted,
  ReleaseBatch,
  TakeOutOfBatch,
  ViewBatches,
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
  type Outcome,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { partOf, type PartOfRows } from '../shared/pages-of-rows.js';
import { typedDay } from '../shared/typed-day.js';
import { BatchReadingPage } from './batch-reading.page.js';
import type { TypedUnexecuted } from './batch-unexecuted.js';
import { BatchPage } from './batch.page.js';
import { BatchesPage, type TypedCollection } from './batches.page.js';
import { outcomeFaults } from './outcome-faults.js';
import {
  BatchCollectionDto,
  BatchConfirmationDto,
  BatchPaymentDto,
  BatchRemovalDto,
  UnexecutedDto,
} from './treasury.dto.js';

const TITLE = '支払の束';
/** Orders left behind that the page names one by one. */
const MOST_NAMED = 100;

interface BatchPageState {
  readonly errors?: DomainError | readonly Fault[];
  readonly typedPaidOn?: string | undefined;
  readonly typedUnexecuted?: TypedUnexecuted | undefined;
  readonly part?: PartOfRows;
}

/** 支払の束: collected for a day, released by the 会計管理者, handed to the bank as a file, paid on its notice. */
@Controller(':town/treasury/batches')
@Desk('treasury')
export class BatchesController {
  constructor(
    private readonly batches: ViewBatches,
    private readonly collectBatch: CollectBatch,
    private readonly takeOutOfBatch: TakeOutOfBatch,
    private readonly releaseBatch: ReleaseBatch,
    private readonly markBatchPaid: MarkBatchPaid,
    private readonly recordUnexecuted: RecordUnexecuted,
    private readonly confirmBatch: ConfirmBatch,
    private readonly batchCover: BatchCover,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult | RedirectResult> {
    if (viewer.town.paymentMode !== 'bank-file') return redirect(viewer.url('treasury/exports'));
    return this.listPage(viewer, {}, undefined, partOf(from));
  }

  @Post()
  async collect(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { paymentDate, orderIds, all } = readForm(BatchCollectionDto, body);
      return this.collectBatch.execute(viewer.actor, {
        paymentDate: typedDay(paymentDate, 'paymentDate', '振込日'),
        orderIds: all === 'yes' ? 'all' : orderIds,
      });
    });
    if (!outcome.ok) return this.listPage(viewer, (body ?? {}) as TypedCollection, outcome.error);
    const { batchId, count, held } = outcome.value;
    if (held.length > 0) return this.batchPage(viewer, batchId, { errors: outcomeFaults(held.slice(0, MOST_NAMED)) });
    const notice = `${groupDigits(count)}件を束にしました。`;
    return redirect(viewer.url(`treasury/batches/${batchId}`), { notice });
  }

  @Get(':batchId')
  show(@Viewer() viewer: Viewer, @Id('batchId') batchId: string, @Query('from') from: unknown): Promise<PageResult> {
    return this.batchPage(viewer, batchId, { part: partOf(from) });
  }

  /** 送付書: goes to the bank with the file; before the release it is a proposal. */
  @Get(':batchId/cover')
  async cover(@Viewer() viewer: Viewer, @Id('batchId') batchId: string): Promise<DownloadResult> {
    const cover = await this.batchCover.draw(viewer.actor, batchId);
    return download({ ...cover, mediaType: 'application/pdf', inline: true });
  }

  /** Each record field by field, as the bank's machine reads it. */
  @Get(':batchId/reading')
  async reading(
    @Viewer() viewer: Viewer,
    @Id('batchId') batchId: string,
    @Query('page') typed: unknown,
  ): Promise<PageResult> {
    const number = typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1;
    const view = await this.batches.reading(viewer.actor, batchId, number);
    return page(viewer, {
      title: '銀行が読む内容',
      wide: true,
      breadcrumb: [
        { label: TITLE, href: viewer.url('treasury/batches') },
        { label: formatEra(view.batch.paymentDate), href: viewer.url(`treasury/batches/${batchId}`) },
        { label: '銀行が読む内容' },
      ],
      ...(view.faults.length > 0 && { errors: view.faults }),
      body: BatchReadingPage({ viewer, view }),
    });
  }

  @Post(':batchId/confirmation')
  async confirm(
    @Viewer() viewer: Viewer,
    @Id('batchId') batchId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { sha256 } = readForm(BatchConfirmationDto, body);
      return this.confirmBatch.execute(viewer.actor, { batchId, sha256 });
    });
    return this.after(viewer, batchId, outcome, '送付書を確認しました。');
  }

  @Get(':batchId/file')
  async file(@Viewer() viewer: Viewer, @Id('batchId') batchId: string): Promise<DownloadResult> {
    const file = await this.batches.download(viewer.actor, batchId);
    if (!file) throw DomainError.notFound();
    return download({ ...file, mediaType: 'application/octet-stream' });
  }

  @Post(':batchId/release')
  async release(@Viewer() viewer: Viewer, @Id('batchId') batchId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.releaseBatch.execute(viewer.actor, { batchId }));
    return this.after(viewer, batchId, outcome, '振込データを作りました。ダウンロードして銀行に送ってください。');
  }

  @Post(':batchId/payment')
  async payment(
    @Viewer() viewer: Viewer,
    @Id('batchId') batchId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const paidOn = typedDay(readForm(BatchPaymentDto, body).paidOn, 'paidOn', '支払済の日');
      return this.markBatchPaid.execute(viewer.actor, { batchId, paidOn });
    });
    const typed = (body as { paidOn?: unknown } | null)?.paidOn;
    const paidOn = typeof typed === 'string' ? typed : '';
    return this.after(viewer, batchId, outcome, '支払済として記録しました。', paidOn);
  }

  @Post(':batchId/unexecuted')
  async unexecuted(
    @Viewer() viewer: Viewer,
    @Id('batchId') batchId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { toldOn, confirmed, ...said } = readForm(UnexecutedDto, body);
      return this.recordUnexecuted.execute(viewer.actor, {
        ...{ batchId, ...said, confirmed: confirmed === 'yes' },
        toldOn: typedDay(toldOn, 'toldOn', '銀行から聞いた日'),
      });
    });
    if (!outcome.ok) {
      return this.batchPage(viewer, batchId, {
        errors: outcome.error,
        typedUnexecuted: (body ?? {}) as TypedUnexecuted,
      });
    }
    const notice = '銀行が実行しなかったことを記録しました。支出命令は「振込不能・組戻」に並びます。';
    return redirect(viewer.url(`treasury/batches/${batchId}`), { notice });
  }

  @Post(':batchId/removal')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('batchId') batchId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { orderId } = readForm(BatchRemovalDto, body);
      return this.takeOutOfBatch.execute(viewer.actor, { batchId, orderId });
    });
    return this.after(viewer, batchId, outcome, '支出命令を束から外しました。');
  }

  @Post(':batchId/dissolution')
  async dissolve(@Viewer() viewer: Viewer, @Id('batchId') batchId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.takeOutOfBatch.execute(viewer.actor, { batchId }));
    return this.after(viewer, batchId, outcome, '束を解きました。支出命令は支払の手続を待つ状態に戻りました。');
  }

  private async after(
    viewer: Viewer,
    batchId: string,
    outcome: Outcome<unknown>,
    notice: string,
    typedPaidOn?: string,
  ): Promise<PageResult | RedirectResult> {
    if (!outcome.ok) return this.batchPage(viewer, batchId, { errors: outcome.error, typedPaidOn });
    return redirect(viewer.url(`treasury/batches/${batchId}`), { notice });
  }

  private async listPage(
    viewer: Viewer,
    typed: TypedCollection,
    errors?: DomainError,
    part = partOf(undefined),
  ): Promise<PageResult> {
    const desk = await this.batches.desk(viewer.actor, part);
    return page(viewer, {
      title: TITLE,
      wide: true,
      ...(errors && { errors }),
      body: BatchesPage({ viewer, desk, typed, part }),
    });
  }

  private async batchPage(
    viewer: Viewer,
    batchId: string,
    { errors, typedPaidOn, typedUnexecuted, part = partOf(undefined) }: BatchPageState = {},
  ): Promise<PageResult> {
    const view = await this.batches.one(viewer.actor, batchId, part);
    const { paymentDate, number } = view.batch;
    return page(viewer, {
      title: `${formatEra(paymentDate)}の束（${String(number)}）`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/batches') }, { label: formatEra(paymentDate) }],
      ...(errors && { errors }),
      body: BatchPage({ viewer, view, typedPaidOn, typedUnexecuted, part }),
    });
  }
}
