import { Controller, Get, Param, Post } from '@nestjs/common';
import { AddFile, ApplicationDrafts, ApplicationFiles, RemoveFile, sectionOf } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  Desk,
  download,
  Id,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { sectionPath } from './application-words.js';
import { uploadedAnswer } from './uploaded-answer.js';

/** The files of an application apart from its sections: added, taken out, looked at, each by its own address. */
@Controller(':town/committee/applications/:applicationId/files')
@Desk('committee')
export class ApplicationFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly files: ApplicationFiles,
    private readonly addFile: AddFile,
    private readonly removeFile: RemoveFile,
  ) {}

  /** Fields are named `form[<question>]`; leads back to the section in which the first question stands. */
  @Post()
  @AcceptUploads()
  async add(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<RedirectResult> {
    const answers = uploads.map(uploadedAnswer);
    const [first] = answers;
    if (!first) throw DomainError.invalid([{ pointer: '', code: 'applications.file-not-chosen' }]);
    for (const answer of answers) await this.addFile.execute(viewer.actor, { applicationId, ...answer });
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
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.files.read(tx, id, sha256),
    );
    return download({ bytes, mediaType, fileName: name });
  }

  private async backTo(viewer: Viewer, id: string, question: string, notice: string): Promise<RedirectResult> {
    const form = await this.unitOfWork.read(viewer.actor, (tx) => this.drafts.formOf(tx, id));
    return redirect(viewer.url(sectionPath(id, sectionOf(form, `form.${question}`))), { notice });
  }
}
