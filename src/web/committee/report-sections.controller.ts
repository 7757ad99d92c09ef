import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { askedIn, type Fields } from '../../forms/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import {
  ACCOUNT,
  AddReportFile,
  isReceiptSection,
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
  attempt,
  Desk,
  faultsOf,
  Id,
  json,
  readForm,
  redirect,
  saved,
  Uploads,
  Viewer,
  type JsonResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { messageFor } from '../shared/messages/index.js';
import { readReportAct, type ReportAct } from './report-act.js';
import { reportSectionPage } from './report-section-page.js';
import { reportSectionAfter, reportSectionFor, reportSectionUrl, reportUrl } from './report-words.js';
import { NewReceiptDto, ReportSectionDto } from './report.dto.js';
import { settledFields, unseenQuestions } from '../shared/sections/typed-section.js';
import { typedReportFields } from './typed-report-section.js';
import { reportPlaceOf } from './uploaded-answer.js';

type Answered = Promise<PageResult | RedirectResult | JsonResult>;

/** What one press of a button in a section asks for. */
interface Sent {
  readonly name: string;
  readonly act: ReportAct;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

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
    return this.show(viewer, id, name);
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
    return this.show(viewer, id, ACCOUNT);
  }

  @Post('account')
  saveAccount(@Viewer() viewer: Viewer, @Id('reportId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, ACCOUNT, body);
  }

  @Get('photos')
  photos(@Viewer() viewer: Viewer, @Id('reportId') id: string): Answered {
    return this.show(viewer, id, PHOTOS);
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
    return this.show(viewer, id, RECEIPTS);
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
    return this.show(viewer, id, receiptNamed(name));
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

  private async show(viewer: Viewer, id: string, name: string): Answered {
    const draft = await this.draftOf(viewer, id);
    const { state } = draft.report;
    if (state !== 'open' && state !== 'returned') return redirect(reportUrl(viewer, id));
    return reportSectionPage(viewer, draft, name);
  }

  private async save(
    viewer: Viewer,
    reportId: string,
    name: string,
    body: unknown,
    uploads: readonly Upload[] = [],
  ): Answered {
    const { version, page, act: pressed } = readForm(ReportSectionDto, body);
    const act = readReportAct(pressed);
    const before = await this.draftOf(viewer, reportId);
    const typed = typedReportFields(before, name, body);
    if (!typed) throw DomainError.notFound();
    const fields = without(typed, act);
    const command = { reportId, name, version: Number(version), page, fields, settled: settledFields(body) };
    const outcome = await attempt(() => this.saveSection.execute(viewer.actor, command));
    if (!outcome.ok) {
      if (viewer.autosave) throw outcome.error;
      return this.notKept(viewer, reportId, name, fields, outcome.error);
    }
    const { tookTheirs, conflicts } = outcome.value;
    if (viewer.autosave)
      return tookTheirs
        ? json({ detail: messageFor('applications.other-officer-writes') }, 409)
        : saved(outcome.value.version);
    const twoTexts = conflicts.map((field) => ({
      pointer: pointerOfReport(name, field),
      code: 'applications.two-texts',
    }));
    return this.afterSave(viewer, reportId, { name, act, body, uploads }, twoTexts);
  }

  /** The texts are kept: what follows changes the files, and decides which page comes next. */
  private async afterSave(viewer: Viewer, id: string, sent: Sent, conflicts: readonly Fault[]): Answered {
    const { name, act } = sent;
    const refused = await this.changeFiles(viewer, id, sent);
    if (act.kind === 'remove-receipt') {
      await this.receipts.remove(viewer.actor, { reportId: id, receiptId: name });
      return redirect(reportSectionUrl(viewer, id, RECEIPTS), { notice: '領収書を消しました。' });
    }
    const draft = await this.draftOf(viewer, id);
    if (conflicts.length > 0) return reportSectionPage(viewer, draft, name, [...conflicts, ...refused], 409);
    if (refused.length > 0) return reportSectionPage(viewer, draft, name, refused);
    if (act.kind === 'add-line' || act.kind === 'add-row') {
      return reportSectionPage(viewer, draft, name, [], 200, act.where);
    }
    if (act.kind === 'back') return redirect(reportUrl(viewer, id), { notice: '保存しました。' });
    const here = reportSectionUrl(viewer, id, name);
    if (act.kind !== 'next' && act.kind !== 'another') return redirect(here, { notice: '保存しました。' });
    const missing = draft.faults.filter(({ pointer }) => reportSectionFor(draft, pointer) === name);
    const brought = unseenQuestions(sent.body).filter((question) =>
      askedIn(draft.asked.form, draft.sections).has(question),
    );
    // Nobody is blamed for a question that the page held back.
    const overlooked = missing.filter(({ pointer }) => !brought.some((question) => pointer === `form.${question}`));
    if (overlooked.length > 0) return reportSectionPage(viewer, draft, name, overlooked);
    if (brought.length > 0)
      return redirect(here, { notice: '選んだ内容に合わせて、質問が増えました。続けて入力してください。' });
    return this.goOn(viewer, draft, name, act);
  }

  private async goOn(viewer: Viewer, draft: PreparedReport, name: string, act: ReportAct): Promise<RedirectResult> {
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

  /** Adds what was chosen and takes out what was pressed; the texts of the page are safe by now. */
  private async changeFiles(viewer: Viewer, reportId: string, { act, uploads }: Sent): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const { field, ...upload } of uploads) {
      const added = await attempt(() =>
        this.addFile.execute(viewer.actor, { reportId, place: reportPlaceOf(field), upload }),
      );
      if (!added.ok) faults.push(...faultsOf(added.error));
    }
    if (act.kind === 'remove-file') await this.removeFile.execute(viewer.actor, { reportId, fileId: act.where });
    if (act.kind === 'attach' && uploads.length === 0) {
      faults.push({ pointer: placeOfAttachment(act.where), code: 'reports.file-not-chosen' });
    }
    return faults;
  }

  /** Refused as a whole (sent meanwhile, too large): the page says so and shows what was typed. */
  private async notKept(viewer: Viewer, id: string, name: string, fields: Fields, error: DomainError): Answered {
    const kept = await this.draftOf(viewer, id);
    const section = kept.sections.get(name);
    if (!section) throw error;
    const draft = { ...kept, sections: new Map([...kept.sections, [name, { ...section, fields }] as const]) };
    return reportSectionPage(viewer, draft, name, faultsOf(error), error.kind === 'invalid' ? 422 : 409);
  }

  private draftOf(viewer: Viewer, id: string): Promise<PreparedReport> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}

/** The section without the line or row whose 「削除」 was pressed. */
function without(fields: Fields, act: ReportAct): Fields {
  if (act.kind !== 'remove-line' && act.kind !== 'remove-row') return fields;
  const gone = act.kind === 'remove-line' ? act.where : act.where.replace('.', '~');
  return new Map([...fields].filter(([field]) => field !== gone));
}

/** Throws not-found. */
function receiptNamed(name: string): string {
  if (!isReceiptSection(name)) throw DomainError.notFound();
  return name;
}

function placeOfAttachment(where: string): string {
  if (where === PHOTOS) return PHOTOS;
  return isReceiptSection(where) ? `receipts.${where}.file` : `form.${where}`;
}
