import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { ExportOrders, exportNumberText, ImportPaidList, ViewAccounting } from '../../payments/index.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { acceptUpload } from '../../platform/files/index.js';
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
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { partOf } from '../shared/pages-of-rows.js';
import { ExportPage } from './export.page.js';
import { ExportsPage } from './exports.page.js';
import { LayoutPage } from './layout.page.js';
import { AllOrChosenOrdersDto } from './treasury.dto.js';

const TITLE = '財務会計との受け渡し';

/** The files between us and the town's financial accounting system, in a town that pays through it. */
@Controller(':town/treasury/exports')
@Desk('treasury')
export class ExportsController {
  constructor(
    private readonly accounting: ViewAccounting,
    private readonly exportOrders: ExportOrders,
    private readonly importPaidList: ImportPaidList,
  ) {}

  @Get()
  async list(
    @Viewer() viewer: Viewer,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<PageResult | RedirectResult> {
    if (viewer.town.paymentMode !== 'accounting-file') return redirect(viewer.url('treasury/batches'));
    return this.listPage(viewer, undefined, query);
  }

  @Post()
  async export(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { all, orderIds } = readForm(AllOrChosenOrdersDto, body);
      return this.exportOrders.execute(viewer.actor, { orderIds: all === 'yes' ? 'all' : orderIds });
    });
    if (!outcome.ok) return this.listPage(viewer, outcome.error);
    const notice = 'ファイルを作りました。ダウンロードして財務会計に取り込んでください。';
    return redirect(viewer.url(`treasury/exports/${outcome.value.exportId}`), { notice });
  }

  @Post('paid-lists')
  @AcceptUploads()
  async paidList(
    @Viewer() viewer: Viewer,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const upload = uploads.find(({ field }) => field === 'file');
      if (!upload) throw DomainError.invalid([{ pointer: 'file', code: 'payments.paid-list-missing' }]);
      const { bytes, name } = await acceptUpload(upload, ['csv'], 'file');
      return this.importPaidList.execute(viewer.actor, { bytes, fileName: name });
    });
    if (!outcome.ok) return this.listPage(viewer, outcome.error);
    const { taken, failed, known, repeated } = outcome.value;
    const notice = repeated
      ? 'このファイルは取り込み済みです。何も変わっていません。'
      : `${String(taken)}件を支払済みにしました。${failed > 0 ? `支払不能が${String(failed)}件あります。「振込不能」で処理してください。` : ''}${known > 0 ? `すでに支払済みのものが${String(known)}件ありました。` : ''}`;
    return redirect(viewer.url('treasury/exports'), { notice });
  }

  /** The documented layout of both files. */
  @Get('layout')
  layout(@Viewer() viewer: Viewer): PageResult {
    return page(viewer, {
      title: '受け渡すファイルの様式',
      lead: '財務会計システムの担当者や事業者に渡す説明です。',
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/exports') }, { label: 'ファイルの様式' }],
      body: LayoutPage(),
    });
  }

  @Get(':exportId')
  async show(
    @Viewer() viewer: Viewer,
    @Id('exportId') exportId: string,
    @Query('from') from: unknown,
  ): Promise<PageResult> {
    const part = partOf(from);
    const view = await this.accounting.one(viewer.actor, exportId, part);
    const number = exportNumberText(fiscalYear(view.file.fiscalYear), view.file.number);
    return page(viewer, {
      title: `出力 ${number}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/exports') }, { label: number }],
      body: ExportPage({ viewer, view, part }),
    });
  }

  @Get(':exportId/file')
  async file(@Viewer() viewer: Viewer, @Id('exportId') exportId: string): Promise<DownloadResult> {
    return download({
      ...(await this.accounting.download(viewer.actor, exportId)),
      mediaType: 'text/csv; charset=utf-8',
    });
  }

  private async listPage(
    viewer: Viewer,
    errors?: DomainError | readonly Fault[],
    query: Readonly<Record<string, unknown>> = {},
  ): Promise<PageResult> {
    const parts = { accepted: partOf(query['accepted']), waiting: partOf(query['waiting']) };
    const desk = await this.accounting.desk(viewer.actor, parts);
    return page(viewer, {
      title: TITLE,
      wide: true,
      ...(errors && { errors }),
      body: ExportsPage({ viewer, desk, parts }),
    });
  }
}
