import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AddFile,
  ApplicationDrafts,
  ApplicationFiles,
  RemoveFile,
  SaveSection,
  type ApplicationDraft,
} from '../../applications/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  faultsOf,
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
import { SectionDto } from './application-sections.dto.js';
import { applicationPath, sectionAfter, sectionWords } from './application-words.js';
import { FilesPage } from './files.page.js';
import { typedSection } from './typed-section.js';

/** The files of an application: added one by one or together, taken out, looked at. */
@Controller(':town/committee/applications/:applicationId/files')
@Desk('committee')
export class ApplicationFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly files: ApplicationFiles,
    private readonly addFile: AddFile,
    private readonly removeFile: RemoveFile,
    private readonly saveSection: SaveSection,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    const draft = await this.draftOf(viewer, id);
    const { state } = draft.application;
    if (state !== 'draft' && state !== 'returned') return redirect(viewer.url(applicationPath(id)));
    return this.filesPage(viewer, draft);
  }

  @Post()
  @AcceptUploads()
  async add(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const { version, page: opened, act = 'stay' } = readForm(SectionDto, body);
    const typed = typedSection('files', body);
    const kept = await attempt(() =>
      this.saveSection.execute(viewer.actor, {
        applicationId,
        name: 'files',
        version: Number(version),
        page: opened,
        typed,
        settled: [],
      }),
    );
    const faults: Fault[] = kept.ok ? [] : [...faultsOf(kept.error)];
    for (const upload of kept.ok ? uploads : []) faults.push(...(await this.keep(viewer, applicationId, upload)));
    const draft = await this.draftOf(viewer, applicationId);
    if (faults.length === 0 && act === 'next')
      faults.push(...draft.faults.filter(({ pointer }) => pointer.startsWith('files')));
    if (faults.length === 0 && act !== 'next' && uploads.length === 0) {
      faults.push({ pointer: `files.${draft.document.files[0]?.id ?? 'other'}`, code: 'applications.file-not-chosen' });
    }
    if (faults.length > 0) return this.filesPage(viewer, draft, faults);
    const path =
      act === 'next'
        ? applicationPath(applicationId, sectionAfter('files') ?? 'check')
        : applicationPath(applicationId, 'files');
    return redirect(viewer.url(path), uploads.length > 0 ? { notice: '書類を添えました。' } : {});
  }

  @Post(':fileId/removal')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Id('fileId') fileId: string,
  ): Promise<RedirectResult> {
    await this.removeFile.execute(viewer.actor, { applicationId, fileId });
    return redirect(viewer.url(applicationPath(applicationId, 'files')), { notice: '書類を外しました。' });
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

  private async keep(viewer: Viewer, applicationId: string, { field, ...upload }: Upload): Promise<readonly Fault[]> {
    const kind = /^files\[([a-z0-9-]+)\]$/.exec(field)?.[1];
    if (kind === undefined) throw DomainError.notFound();
    const outcome = await attempt(() => this.addFile.execute(viewer.actor, { applicationId, kind, upload }));
    return outcome.ok ? [] : faultsOf(outcome.error);
  }

  private filesPage(viewer: Viewer, draft: ApplicationDraft, errors: readonly Fault[] = []): PageResult {
    const { title, lead } = sectionWords('files');
    const content = {
      title,
      lead,
      breadcrumb: [
        { label: 'ホーム', href: viewer.url('committee') },
        { label: draft.document.name, href: viewer.url(applicationPath(draft.application.id)) },
        { label: title },
      ],
      body: FilesPage({ viewer, draft }),
    };
    return page(viewer, errors.length > 0 ? { ...content, errors } : content);
  }

  private draftOf(viewer: Viewer, id: string): Promise<ApplicationDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}
