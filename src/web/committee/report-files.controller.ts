import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AddReportFile, isReceiptSection, PHOTOS, ReportDrafts, ReportFiles } from '../../performance-reports/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  Desk,
  download,
  fragment,
  Id,
  json,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type JsonResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { AddedReportFiles } from './report-parts.js';
import { AddedPhotos } from './report-photos.page.js';
import { reportUrl } from './report-words.js';
import { reportPlaceOf } from './report-places.js';

/** The files of a report apart from its sections: added as they are chosen, and looked at, each by its own address. */
@Controller([':town/committee/reports/:reportId/files', ':town/staff/reports/paper/:reportId/files'])
@Desk('committee', 'staff')
export class ReportFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ReportDrafts,
    private readonly files: ReportFiles,
    private readonly addFile: AddReportFile,
  ) {}

  /** The uploading script gets the list of what the place holds now; a form is led back to the report. */
  @Post()
  @AcceptUploads()
  async add(
    @Viewer() viewer: Viewer,
    @Id('reportId') reportId: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<RedirectResult | JsonResult> {
    const [first] = uploads;
    if (!first) throw DomainError.invalid([{ pointer: '', code: 'reports.file-not-chosen' }]);
    for (const { field, ...upload } of uploads) {
      await this.addFile.execute(viewer.actor, { reportId, place: reportPlaceOf(field), upload });
    }
    if (viewer.autosave) return json({ list: await this.listOf(viewer, reportId, reportPlaceOf(first.field)) }, 201);
    return redirect(reportUrl(viewer, reportId), { notice: 'ファイルを添えました。' });
  }

  @Get(':sha256')
  async read(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.files.read(tx, id, sha256),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  private async listOf(viewer: Viewer, id: string, place: string): Promise<string> {
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
    const question = draft.asked.form.flatMap(({ questions }) => questions).find((each) => each.id === place);
    const label = isReceiptSection(place) ? '領収書' : (question?.label ?? '');
    const list =
      place === PHOTOS ? AddedPhotos({ viewer, draft }) : AddedReportFiles({ viewer, draft, kind: place, label });
    return fragment(list);
  }
}
