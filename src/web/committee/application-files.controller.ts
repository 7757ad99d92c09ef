import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { AddFile, ApplicationDrafts, ApplicationFiles, RemoveFile, sectionOf } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
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
import { sectionUrl } from './application-words.js';
import { AddedFiles } from './question-files.js';
import { questionOfUpload } from '../shared/sections/section-desk.js';

/** The files of an application apart from its sections: added, taken out, looked at, each by its own address. */
@Controller([':town/committee/applications/:applicationId/files', ':town/staff/paper/:applicationId/files'])
@Desk('committee', 'staff')
export class ApplicationFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly files: ApplicationFiles,
    private readonly addFile: AddFile,
    private readonly removeFile: RemoveFile,
  ) {}

  /**
   * Fields are named `form[<question>]`. The uploading script gets the list of what its question holds now; a form is led
   * back to the section in which the first question stands.
   */
  @Post()
  @AcceptUploads()
  async add(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<RedirectResult | JsonResult> {
    const answers = uploads.map(({ field, ...upload }) => ({ question: questionOfUpload(field), upload }));
    const [first] = answers;
    if (!first) throw DomainError.invalid([{ pointer: '', code: 'applications.file-not-chosen' }]);
    for (const answer of answers) await this.addFile.execute(viewer.actor, { applicationId, ...answer });
    if (viewer.autosave) return json({ list: await this.listOf(viewer, applicationId, first.question) }, 201);
    return this.backTo(viewer, applicationId, first.question, '書類を添えました。');
  }

  @Post(':fileId/removal')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Id('fileId') fileId: string,
  ): Promise<RedirectResult> {
    const { kind } = await this.removeFile.execute(viewer.actor, { applicationId, fileId });
    return this.backTo(viewer, applicationId, kind, '書類を外しました。');
  }

  @Get(':sha256')
  async read(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.files.read(tx, id, sha256),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  private async listOf(viewer: Viewer, id: string, question: string): Promise<string> {
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
    return fragment(AddedFiles({ viewer, draft, question }));
  }

  private async backTo(viewer: Viewer, id: string, question: string, notice: string): Promise<RedirectResult> {
    const form = await this.unitOfWork.read(viewer.actor, (tx) => this.drafts.formOf(tx, id));
    return redirect(sectionUrl(viewer, id, sectionOf(form, `form.${question}`)), { notice });
  }
}
