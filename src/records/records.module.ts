import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { proveMachine } from '../kernel/machine.js';
import { publicationMachine } from './domain/publication.js';
import { BulletinRow } from './store/bulletin-row.js';
import { BulletinStore } from './store/bulletin.store.js';
import { EnclosureStore } from './store/enclosure.store.js';
import { MeetingFileRow } from './store/meeting-file-row.js';
import { MeetingRow } from './store/meeting-row.js';
import { MeetingStore } from './store/meeting.store.js';
import { PhotoRow } from './store/photo-row.js';
import { PublicationStore } from './store/publication.store.js';
import { SeriesRow } from './store/series-row.js';
import { SeriesStore } from './store/series.store.js';
import { TownWordsRow } from './store/town-words-row.js';
import { TownWordsStore } from './store/town-words.store.js';
import { AddMeetingFile } from './use-cases/add-meeting-file.use-case.js';
import { AddMeetingPhotos } from './use-cases/add-meeting-photos.use-case.js';
import { ArrangeEnclosures } from './use-cases/arrange-enclosures.use-case.js';
import { Publish } from './use-cases/publish.use-case.js';
import { TownPageWords } from './use-cases/town-page-words.js';
import { ViewBulletins } from './use-cases/view-bulletins.js';
import { ViewRecords } from './use-cases/view-records.js';
import { WriteBulletin } from './use-cases/write-bulletin.use-case.js';
import { WriteMeeting } from './use-cases/write-meeting.use-case.js';
import { WriteSeries } from './use-cases/write-series.use-case.js';

proveMachine('publication', publicationMachine, 'draft');

const ROWS = [TownWordsRow, BulletinRow, SeriesRow, MeetingRow, PhotoRow, MeetingFileRow];
const STORES = [TownWordsStore, PublicationStore, BulletinStore, SeriesStore, MeetingStore, EnclosureStore];
const OFFERED = [
  TownPageWords,
  WriteBulletin,
  ViewBulletins,
  WriteSeries,
  WriteMeeting,
  AddMeetingPhotos,
  AddMeetingFile,
  ArrangeEnclosures,
  ViewRecords,
  Publish,
];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS)],
  providers: [...STORES, ...OFFERED],
  exports: OFFERED,
})
export class RecordsModule {}
