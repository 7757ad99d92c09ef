import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { askedIn } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  ACCOUNT,
  AddReportFile,
  isReceiptSection,
  isWritten,
  PHOTOS,
  pointerOfReport,
  RECEIPTS,
  RemoveReportFile,
  ReportDrafts,
  ReportReceiptActs,
  SaveReportSection,
  type PreparedReport,
} from '../../performance-reports/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  Desk,
  Id,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import type { SectionAct } from '../shared/sections/section-act.js';
import { SectionDesk, type Answered, type Writing } from '../shared/sections/section-desk.js';
import { reportSectionPage } from './report-section-page.js';
import { reportSectionAfter, reportSectionFor, reportSectionUrl, reportUrl } from './report-words.js';
import { NewReceiptDto } from './report.dto.js';
import { typedReportFields } from './typed-report-section.js';
import { pointerToFile, reportPlaceOf } from './report-places.js';

/** The sections of a report: saved as typed, also by the autosave, each on its own, its files with it. */
@Controller([':town/committee/reports/:reportId', ':town/staff/reports/paper/:reportId'])
@Desk('committee', 'staff')
export class ReportSectionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ReportDrafts,
    private readonly saveSection: SaveReportSection,
    private readonly receipts: ReportReceiptActs,
    private readonly addFile: AddReportFile,
    private readonly removeFile: RemoveReportFile,
  ) {}

  @Get('form/:section')
  form(@Viewer() viewer: Viewer, @Id('reportId') id: string, @Param('section') name: string): Answered {
    return this.desk(viewer, id).show(name);
  }

  @Post('form/:section')
  @AcceptUploads()
  saveForm(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Param('section') name: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    return this.save(viewer, id, name, body, uploads);
  }

  @Get('account')
  account(@Viewer() viewer: Viewer, @Id('reportId') id: string): Answered {
    return this.desk(viewer, id).show(ACCOUNT);
  }

  @Post('account')
  saveAccount(@Viewer() viewer: Viewer, @Id('reportId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, ACCOUNT, body);
  }

  @Get('photos')
  photos(@Viewer() viewer: Viewer, @Id('reportId') id: string): Answered {
    return this.desk(viewer, id).show(PHOTOS);
  }

  @Post('photos')
  @AcceptUploads()
  savePhotos(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    return this.save(viewer, id, PHOTOS, body, uploads);
  }

  @Get('receipts')
  receiptList(@Viewer() viewer: Viewer, @Id('reportId') id: string): Answered {
    return this.desk(viewer, id).show(RECEIPTS);
  }

  @Post('receipts')
  saveReceipts(@Viewer() viewer: Viewer, @Id('reportId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, RECEIPTS, body);
  }

  @Post('receipts/new')
  async addReceipt(
    @Viewer() viewer: Viewer,
    @Id('reportId') reportId: string,
    @Body() body: unknown,
  ): Promise<RedirectResult> {
    const command = readForm(NewReceiptDto, body);
    const { receiptId } = await this.receipts.add(viewer.actor, { reportId, ...command });
    return redirect(reportSectionUrl(viewer, reportId, receiptId));
  }

  @Get('receipts/:receipt')
  receipt(@Viewer() viewer: Viewer, @Id('reportId') id: string, @Param('receipt') name: string): Answered {
    return this.desk(viewer, id).show(receiptNamed(name));
  }

  @Post('receipts/:receipt')
  @AcceptUploads()
  saveReceipt(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Param('receipt') name: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    return this.save(viewer, id, receiptNamed(name), body, uploads);
  }

  private async save(
    viewer: Viewer,
    id: string,
    name: string,
    body: unknown,
    uploads: readonly Upload[] = [],
  ): Answered {
    const fields = typedReportFields(await this.draftOf(viewer, id), name, body);
    if (!fields) throw DomainError.notFound();
    return this.desk(viewer, id).save({ name, body, fields, uploads });
  }

  private desk(viewer: Viewer, id: string): SectionDesk<PreparedReport> {
    return new SectionDesk(viewer, this.writing(viewer, id));
  }

  private writing(viewer: Viewer, reportId: string): Writing<PreparedReport> {
    const { actor } = viewer;
    return {
      load: () => this.draftOf(viewer, reportId),
      isWritable: ({ report }) => isWritten(report),
      save: (section) => this.saveSection.execute(actor, { ...section, reportId }),
      files: {
        placeOf: reportPlaceOf,
        pointerTo: pointerToFile,
        add: (place, upload) => this.addFile.execute(actor, { reportId, place, upload }),
        remove: (fileId) => this.removeFile.execute(actor, { reportId, fileId }),
      },
      pointerOf: pointerOfReport,
      sectionOf: reportSectionFor,
      asked: ({ asked, sections }) => askedIn(asked.form, sections),
      page: (draft, name, shown) => reportSectionPage(viewer, draft, name, shown),
      home: reportUrl(viewer, reportId),
      urlOf: (name) => reportSectionUrl(viewer, reportId, name),
      next: (draft, name, act) => this.goOn(viewer, draft, name, act),
      leave: async (receiptId, act) => {
        if (act.kind !== 'remove-receipt') return null;
        await this.receipts.remove(actor, { reportId, receiptId });
        return redirect(reportSectionUrl(viewer, reportId, RECEIPTS), { notice: '領収書を消しました。' });
      },
    };
  }

  private async goOn(viewer: Viewer, draft: PreparedReport, name: string, act: SectionAct): Promise<RedirectResult> {
    const { id: reportId } = draft.report;
    if (act.kind === 'another') {
      const line = draft.receipts.find(({ id }) => id === name)?.line ?? '';
      const { receiptId } = await this.receipts.add(viewer.actor, { reportId, line, requestId: act.where });
      return redirect(reportSectionUrl(viewer, reportId, receiptId), {
        notice: '保存しました。次の領収書を入力してください。',
      });
    }
    if (isReceiptSection(name)) {
      return redirect(reportSectionUrl(viewer, reportId, RECEIPTS), { notice: '領収書を保存しました。' });
    }
    const next = reportSectionAfter(draft.asked, name);
    return redirect(next === null ? reportUrl(viewer, reportId, 'check') : reportSectionUrl(viewer, reportId, next));
  }

  private draftOf(viewer: Viewer, id: string): Promise<PreparedReport> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}

/** Throws not-found. */
function receiptNamed(name: string): string {
  if (!isReceiptSection(name)) throw DomainError.notFound();
  return name;
}
