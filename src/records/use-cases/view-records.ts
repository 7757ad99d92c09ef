import { Injectable } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent, type ScanState } from '../../platform/files/index.js';
import type { MeetingFile, Photo } from '../domain/enclosure.js';
import type { Meeting } from '../domain/meeting.js';
import type { Series } from '../domain/series.js';
import { EnclosureStore } from '../store/enclosure.store.js';
import { MeetingStore } from '../store/meeting.store.js';
import { SeriesStore } from '../store/series.store.js';
import { PUBLIC_FACE_READERS } from './public-face-readers.js';

export interface SeriesWithMeetings {
  readonly series: Series;
  /** In the order of their numbers, each with its photographs. */
  readonly meetings: readonly (Meeting & { readonly photos: readonly Photo[] })[];
}

export interface MeetingView {
  readonly series: Series;
  readonly meeting: Meeting;
  readonly photos: readonly Photo[];
  readonly files: readonly MeetingFile[];
  readonly scans: ReadonlyMap<string, ScanState>;
  readonly previous: Meeting | null;
  readonly next: Meeting | null;
}

export type PhotoSize = 'large' | 'small';

/** 取り組みの記録 as residents read it (`published…`) and as staff do. */
@Injectable()
export class ViewRecords {
  constructor(
    private readonly series: SeriesStore,
    private readonly meetings: MeetingStore,
    private readonly enclosures: EnclosureStore,
    private readonly files: FileStore,
  ) {}

  /** Every public series with its public meetings, in their order. */
  async published(tx: Transaction): Promise<SeriesWithMeetings[]> {
    return (await this.withMeetings(tx))
      .filter(({ series }) => series.state === 'published')
      .map(({ series, meetings }) => ({ series, meetings: meetings.filter(({ state }) => state === 'published') }));
  }

  /** Throws not-found. */
  async publishedSeries(tx: Transaction, number: number): Promise<SeriesWithMeetings> {
    const series = await this.series.publishedAt(tx, number);
    const meetings = (await this.meetings.ofSeries(tx, series.id)).filter(({ state }) => state === 'published');
    return { series, meetings: await this.withPhotos(tx, meetings) };
  }

  /** Throws not-found, also while its series is not public. */
  async publishedMeeting(tx: Transaction, seriesNumber: number, number: number): Promise<MeetingView> {
    const series = await this.series.publishedAt(tx, seriesNumber);
    const meetings = (await this.meetings.ofSeries(tx, series.id)).filter(({ state }) => state === 'published');
    return this.viewOf(tx, series, meetings, (meeting) => meeting.number === number);
  }

  /** Every series with its meetings, whatever their state. */
  async all(tx: Transaction): Promise<SeriesWithMeetings[]> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    return this.withMeetings(tx);
  }

  /** Throws not-found. */
  async seriesOf(tx: Transaction, id: string): Promise<SeriesWithMeetings> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    const series = await this.series.get(tx, id);
    return { series, meetings: await this.withPhotos(tx, await this.meetings.ofSeries(tx, id)) };
  }

  /** Throws not-found. */
  async meetingOf(tx: Transaction, id: string): Promise<MeetingView> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    const { seriesId } = await this.meetings.get(tx, id);
    const meetings = await this.meetings.ofSeries(tx, seriesId);
    return this.viewOf(tx, await this.series.get(tx, seriesId), meetings, (meeting) => meeting.id === id);
  }

  /** A photograph of a meeting that the caller may see. Throws not-found. */
  async photo(tx: Transaction, { photos }: MeetingView, id: string, size: PhotoSize): Promise<FileContent> {
    const photo = photos.find((each) => each.id === id);
    if (!photo) throw DomainError.notFound();
    return this.files.open(tx, size === 'large' ? photo.sha256 : photo.smallSha256);
  }

  /** A file of a meeting that the caller may see. Throws not-found. */
  async file(tx: Transaction, { files }: MeetingView, id: string): Promise<FileContent & { readonly name: string }> {
    const file = files.find((each) => each.id === id);
    if (!file) throw DomainError.notFound();
    return { ...(await this.files.open(tx, file.sha256)), name: file.name };
  }

  private async withMeetings(tx: Transaction): Promise<SeriesWithMeetings[]> {
    const meetings = await this.withPhotos(tx, await this.meetings.all(tx));
    return (await this.series.all(tx)).map((series) => ({
      series,
      meetings: meetings.filter(({ seriesId }) => seriesId === series.id),
    }));
  }

  private async withPhotos(tx: Transaction, meetings: readonly Meeting[]): Promise<SeriesWithMeetings['meetings']> {
    const ids = meetings.map(({ id }) => id);
    const photos = await this.enclosures.photosOf(tx, ids);
    return meetings.map((meeting) => ({ ...meeting, photos: photos.get(meeting.id) ?? [] }));
  }

  private async viewOf(
    tx: Transaction,
    series: Series,
    meetings: readonly Meeting[],
    isIt: (meeting: Meeting) => boolean,
  ): Promise<MeetingView> {
    const at = meetings.findIndex(isIt);
    const meeting = meetings[at];
    if (!meeting) throw DomainError.notFound();
    const photos = await this.enclosures.photos(tx, meeting.id);
    const files = await this.enclosures.files(tx, meeting.id);
    const scans = await this.files.scanStates(
      tx,
      files.map(({ sha256 }) => sha256),
    );
    const neighbour = (index: number): Meeting | null => meetings[index] ?? null;
    return { series, meeting, photos, files, scans, previous: neighbour(at - 1), next: neighbour(at + 1) };
  }
}
