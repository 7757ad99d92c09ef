/**
 * 公開ページ: what the town tells of itself and of its work. 取り組みの記録, お知らせ and the words of the town page are
 * written by promotion staff and read by everyone.
 */
export { TownPageWords } from './use-cases/town-page-words.js';
export { WriteBulletin } from './use-cases/write-bulletin.use-case.js';
export { ViewBulletins } from './use-cases/view-bulletins.js';
export { WriteSeries } from './use-cases/write-series.use-case.js';
export { WriteMeeting } from './use-cases/write-meeting.use-case.js';
export { AddMeetingPhotos, type SentPhoto } from './use-cases/add-meeting-photos.use-case.js';
export { AddMeetingFile } from './use-cases/add-meeting-file.use-case.js';
export { ArrangeEnclosures, type ArrangeEnclosuresCommand } from './use-cases/arrange-enclosures.use-case.js';
export { Publish, type PublishedRef } from './use-cases/publish.use-case.js';
export { ViewRecords, type MeetingView, type PhotoSize, type SeriesWithMeetings } from './use-cases/view-records.js';
export { PUBLIC_FACE_READERS } from './use-cases/public-face-readers.js';
export type { WrittenWords } from './store/town-words.store.js';
export type { PublishedKind } from './store/publication.store.js';
export {
  faultsInWords,
  LONGEST_WORDS,
  shownWords,
  trimmedWords,
  WORD_FIELDS,
  WORD_LABEL,
  type TownWords,
} from './domain/town-words.js';
export { STATE_LABEL, type Publication, type PublicationState } from './domain/publication.js';
export {
  LONGEST_BODY,
  LONGEST_TITLE,
  readBulletin,
  standingOf,
  type Bulletin,
  type BulletinStanding,
  type TypedBulletin,
} from './domain/bulletin.js';
export { LONGEST_LEAD, LONGEST_SERIES_TITLE, readSeries, type Series, type SeriesContent } from './domain/series.js';
export {
  daysInWords,
  LONGEST_MEETING_BODY,
  LONGEST_MEETING_TITLE,
  meetingTitle,
  readMeeting,
  type Meeting,
  type TypedMeeting,
} from './domain/meeting.js';
export { LONGEST_DESCRIPTION, MOST_PHOTOS, type Direction, type MeetingFile, type Photo } from './domain/enclosure.js';
