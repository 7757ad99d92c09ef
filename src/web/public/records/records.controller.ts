import { Controller, Get, Param } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { meetingTitle, ViewRecords } from '../../../records/index.js';
import {
  Desk,
  download,
  Id,
  page,
  SHARED_FOR_SECONDS,
  Viewer,
  type DownloadResult,
  type PageResult,
} from '../../shared/index.js';
import { townCrumbs } from '../town-crumbs.js';
import { MeetingPage, RecordsPage, SeriesPage } from './records.page.js';

const TITLE = '取り組みの記録';

/** 取り組みの記録 for everyone: what is published, and its pictures and files only as long as it is. */
@Controller(':town/records')
@Desk('public')
export class PublicRecordsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ViewRecords,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const records = await this.unitOfWork.read(viewer.actor, (tx) => this.records.published(tx));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: TITLE,
      lead: '話し合いや研修で、いつ、何をしたかの記録です。',
      breadcrumb: townCrumbs(viewer, { label: TITLE }),
      body: RecordsPage({ viewer, records }),
    });
  }

  @Get(':series')
  async series(@Viewer() viewer: Viewer, @Param('series') series: string): Promise<PageResult> {
    const number = numberOf(series);
    const view = await this.unitOfWork.read(viewer.actor, (tx) => this.records.publishedSeries(tx, number));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: view.series.title,
      wide: true,
      breadcrumb: townCrumbs(viewer, { label: TITLE, href: viewer.url('records') }, { label: view.series.title }),
      body: SeriesPage({ viewer, view }),
    });
  }

  @Get(':series/:meeting')
  async meeting(
    @Viewer() viewer: Viewer,
    @Param('series') series: string,
    @Param('meeting') meeting: string,
  ): Promise<PageResult> {
    const [seriesNumber, number] = [numberOf(series), numberOf(meeting)];
    const view = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.records.publishedMeeting(tx, seriesNumber, number),
    );
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: `${view.series.title}　${meetingTitle(view.meeting)}`,
      breadcrumb: townCrumbs(
        viewer,
        { label: TITLE, href: viewer.url('records') },
        { label: view.series.title, href: viewer.url(`records/${series}`) },
        { label: meetingTitle(view.meeting) },
      ),
      body: MeetingPage({ viewer, view }),
    });
  }

  @Get(':series/:meeting/photos/:photoId/:size')
  async photo(
    @Viewer() viewer: Viewer,
    @Param('series') series: string,
    @Param('meeting') meeting: string,
    @Id('photoId') photoId: string,
    @Param('size') size: string,
  ): Promise<DownloadResult> {
    if (size !== 'large' && size !== 'small') throw DomainError.notFound();
    const [seriesNumber, number] = [numberOf(series), numberOf(meeting)];
    const { bytes, mediaType } = await this.unitOfWork.read(viewer.actor, async (tx) =>
      this.records.photo(tx, await this.records.publishedMeeting(tx, seriesNumber, number), photoId, size),
    );
    const fileName = `record-${series}-${meeting}.jpg`;
    return download({ bytes, fileName, mediaType, inline: true, ...neverAnother(`${photoId}-${size}`) });
  }

  @Get(':series/:meeting/files/:fileId')
  async file(
    @Viewer() viewer: Viewer,
    @Param('series') series: string,
    @Param('meeting') meeting: string,
    @Id('fileId') fileId: string,
  ): Promise<DownloadResult> {
    const [seriesNumber, number] = [numberOf(series), numberOf(meeting)];
    const { bytes, mediaType, name } = await this.unitOfWork.read(viewer.actor, async (tx) =>
      this.records.file(tx, await this.records.publishedMeeting(tx, seriesNumber, number), fileId),
    );
    return download({ bytes, fileName: name, mediaType, ...neverAnother(fileId) });
  }
}

/** A number in an address; anything else names no record. */
function numberOf(part: string): number {
  if (!/^[1-9]\d{0,5}$/.test(part)) throw DomainError.notFound();
  return Number(part);
}

/** Under the id of a picture or paper nothing else will ever stand. */
const neverAnother = (tag: string) => ({ tag, publicForSeconds: SHARED_FOR_SECONDS, immutable: true });
