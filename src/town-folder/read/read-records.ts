import { DocumentReader } from '../../forms/index.js';
import { localDate } from '../../kernel/local-date.js';
import { readBulletin, readMeeting, readSeries, type TypedBulletin } from '../../records/index.js';
import type { FaultBook } from '../faults.js';
import type { FolderMeeting, FolderPhoto, FolderSeries } from '../town-folder.js';
import type { FolderFiles } from './folder-files.js';
import { strayKeys } from './stray-keys.js';

export const BULLETINS = 'bulletins.json';
const PHOTOS = 'records/photos';
/** Whether a meeting lies ahead is known on the day on which the folder is laid. */
const ANY_DAY = localDate('9999-12-31');
const LONG = 10_000;

/** `bulletins.json`: お知らせ, a list. */
export function readBulletins(files: FolderFiles, book: FaultBook): TypedBulletin[] {
  const input = files.json(BULLETINS);
  const reader = new DocumentReader({ bulletins: input });
  return reader
    .everyRow('bulletins', (row) => ({
      title: row.optionalText('title', '題', LONG),
      day: row.optionalText('day', '日付', LONG),
      body: row.optionalText('body', '本文', LONG),
      shownFrom: row.optionalText('shownFrom', '掲載を始める日', LONG),
      shownUntil: row.optionalText('shownUntil', '掲載を終える日', LONG),
    }))
    .map((typed, index, all) => {
      const place = `[${String(index)}]`;
      book.addAll(BULLETINS, readBulletin(typed).faults, (pointer) => `${place}.${pointer}`);
      if (index === 0)
        for (const stray of strayKeys(input, all)) book.add(BULLETINS, stray, 'town-folder.name-unknown');
      return typed;
    });
}

/** `records/*.json`: each a series of meetings with what was done; its photographs lie in `records/photos`. */
export function readRecords(files: FolderFiles, book: FaultBook): FolderSeries[] {
  return files.names('records', '.json').flatMap((file) => {
    const input = files.json(file);
    if (input === null) return [];
    const reader = new DocumentReader(input);
    const photoNames: { photos: readonly object[] }[] = [];
    const series = {
      title: reader.optionalText('title', '会の名称', LONG),
      lead: reader.optionalText('lead', '会の説明', LONG),
      meetings: reader.everyRow('meetings', (row): FolderMeeting => {
        const photos = row.everyRow('photos', (photo) => ({
          file: photo.text('file', '写真のファイル名', 100),
          description: photo.text('description', '写真の説明', 300),
        }));
        photoNames.push({ photos });
        return {
          number: row.optionalText('number', '回', LONG),
          heldOn: row.optionalText('heldOn', '開催日', LONG),
          title: row.optionalText('title', '題', LONG),
          body: row.optionalText('body', '本文', LONG),
          photos: photos.flatMap((photo) => photoIn(files, file, photo, book)),
        };
      }),
    };
    book.addAll(file, reader.faults);
    book.addAll(file, readSeries(series).faults);
    series.meetings.forEach((meeting, index) => {
      book.addAll(file, readMeeting(meeting, ANY_DAY).faults, (pointer) => `meetings[${String(index)}].${pointer}`);
    });
    const like = { ...series, meetings: series.meetings.map((each, index) => ({ ...each, ...photoNames[index] })) };
    for (const stray of strayKeys(input, like)) book.add(file, stray, 'town-folder.name-unknown');
    return [{ file, ...series }];
  });
}

function photoIn(
  files: FolderFiles,
  file: string,
  photo: { readonly file: string; readonly description: string },
  book: FaultBook,
): FolderPhoto[] {
  const bytes = files.bytes(`${PHOTOS}/${photo.file}`);
  if (bytes) return [{ name: photo.file, bytes, description: photo.description }];
  book.add(file, photo.file, 'town-folder.photo-missing', { path: `${PHOTOS}/${photo.file}` });
  return [];
}
