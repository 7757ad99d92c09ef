import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  AddMeetingFile,
  AddMeetingPhotos,
  ArrangeEnclosures,
  ViewRecords,
  type ArrangeEnclosuresCommand,
  type SentPhoto,
} from '../../../records/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../../shared/index.js';
import { typedTexts } from '../../shared/typed-records.js';
import { typedText } from '../../shared/typed-text.js';
import { answerRefused } from './answer-refused.js';
import { EnclosuresPage, PHOTO_ROWS } from './enclosures.page.js';
import { meetingPath, recordCrumbs, seriesPath } from './records-paths.js';
import { typedVersion } from './typed-version.js';

/** Photographs and files of a meeting. */
@Controller(':town/staff/public-face/meetings/:meetingId')
@Desk('staff')
export class EnclosuresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ViewRecords,
    private readonly addPhotos: AddMeetingPhotos,
    private readonly addFile: AddMeetingFile,
    private readonly arranging: ArrangeEnclosures,
  ) {}

  @Get('enclosures')
  show(@Viewer() viewer: Viewer, @Id('meetingId') id: string): Promise<PageResult> {
    return this.showPage(viewer, id);
  }

  @Post('photos')
  @AcceptUploads()
  async photos(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const photos = sentPhotos(body, uploads);
    const outcome = await attempt(() => this.addPhotos.execute(viewer.actor, { meetingId: id, photos }));
    if (!outcome.ok) return this.showPage(viewer, id, { body, error: outcome.error });
    const came = outcome.value;
    const notice = came === 0 ? 'その写真は、すでに入っています。' : `写真を${String(came)}枚加えました。`;
    return redirect(viewer.url(`${meetingPath(id)}/enclosures`), { notice });
  }

  @Post('files')
  @AcceptUploads()
  async files(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const upload = uploads.find(({ field }) => field === 'file') ?? null;
    const command = { meetingId: id, title: typedText(body, 'fileTitle'), upload };
    const outcome = await attempt(() => this.addFile.execute(viewer.actor, command));
    if (!outcome.ok) return this.showPage(viewer, id, { body, error: outcome.error });
    return redirect(viewer.url(`${meetingPath(id)}/enclosures`), { notice: '資料を加えました。' });
  }

  @Post('photos/order')
  arrangePhotos(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.arrange(viewer, { meetingId: id, kind: 'photo', ...arrangement(body) }, body);
  }

  @Post('files/order')
  arrangeFiles(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.arrange(viewer, { meetingId: id, kind: 'file', ...arrangement(body) }, body);
  }

  @Get('photos/:photoId/:size')
  async photo(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Id('photoId') photoId: string,
    @Param('size') size: string,
  ): Promise<DownloadResult> {
    if (size !== 'large' && size !== 'small') throw DomainError.notFound();
    const { bytes, mediaType } = await this.unitOfWork.read(viewer.actor, async (tx) =>
      this.records.photo(tx, await this.records.meetingOf(tx, id), photoId, size),
    );
    return download({ bytes, fileName: `${photoId}.jpg`, mediaType, inline: true });
  }

  @Get('files/:fileId')
  async file(
    @Viewer() viewer: Viewer,
    @Id('meetingId') id: string,
    @Id('fileId') fileId: string,
  ): Promise<DownloadResult> {
    const { bytes, mediaType, name } = await this.unitOfWork.read(viewer.actor, async (tx) =>
      this.records.file(tx, await this.records.meetingOf(tx, id), fileId),
    );
    return download({ bytes, fileName: name, mediaType });
  }

  private async arrange(
    viewer: Viewer,
    command: ArrangeEnclosuresCommand,
    body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.arranging.execute(viewer.actor, command));
    if (!outcome.ok) return this.showPage(viewer, command.meetingId, { body, error: outcome.error });
    const notice = { save: '保存しました。', move: '順番を変えました。', remove: '外しました。' }[command.act.kind];
    return redirect(viewer.url(`${meetingPath(command.meetingId)}/enclosures`), { notice });
  }

  private async showPage(
    viewer: Viewer,
    id: string,
    refused?: { readonly body: unknown; readonly error: DomainError },
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const view = await this.unitOfWork.read(viewer.actor, (tx) => this.records.meetingOf(tx, id));
    const { series, meeting } = view;
    const title = '写真と資料';
    const captions = typedTexts(refused?.body, 'captions');
    const typed = (name: string): string | undefined => {
      const [, of] = /^captions\[(.+)\]$/.exec(name) ?? [];
      return of === undefined ? typedText(refused?.body, name) || undefined : captions[of];
    };
    const content = {
      title: `第${String(meeting.number)}回の${title}`,
      breadcrumb: recordCrumbs(
        viewer,
        { label: series.title, href: viewer.url(seriesPath(series.id)) },
        { label: `第${String(meeting.number)}回`, href: viewer.url(meetingPath(id)) },
        { label: title },
      ),
      body: EnclosuresPage({ viewer, view, typed }),
    };
    return answerRefused(viewer, content, refused?.error ?? null);
  }
}

/** The rows in which something was chosen or typed: words alone are a photograph that was forgotten. */
function sentPhotos(body: unknown, uploads: readonly Upload[]): SentPhoto[] {
  return PHOTO_ROWS.flatMap((row) => {
    const [fileField, descriptionField] = [`photo${String(row)}`, `description${String(row)}`];
    const upload = uploads.find(({ field }) => field === fileField) ?? null;
    const description = typedText(body, descriptionField);
    return upload || description.trim() !== '' ? [{ upload, description, fileField, descriptionField }] : [];
  });
}

function arrangement(body: unknown): Pick<ArrangeEnclosuresCommand, 'version' | 'captions' | 'act'> {
  const [kind, id = ''] = typedText(body, 'act').split(':');
  const act =
    kind === 'up' || kind === 'down'
      ? ({ kind: 'move', id, direction: kind } as const)
      : kind === 'remove'
        ? ({ kind: 'remove', id } as const)
        : ({ kind: 'save' } as const);
  return { version: typedVersion(body), captions: new Map(Object.entries(typedTexts(body, 'captions'))), act };
}
