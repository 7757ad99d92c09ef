import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { VoiceSettingsDesk } from '../../consultations/index.js';
import { Calls, readCall, RetentionDesk, WriteCall } from '../../proposals/index.js';
import {
  AddMeetingPhotos,
  meetingTitle,
  Publish,
  readBulletin,
  readMeeting,
  TownPageWords,
  ViewBulletins,
  ViewRecords,
  WriteBulletin,
  WriteMeeting,
  WriteSeries,
  type SeriesWithMeetings,
  type TypedMeeting,
} from '../../records/index.js';
import { BULLETINS } from '../read/read-records.js';
import type { FolderCall, FolderMeeting, FolderSeries } from '../town-folder.js';
import { SETUP, type Laying } from './laying.js';

const EVERY_ROW = { from: 0, most: 10_000 };

/** 募集 that the town does not have yet; one that is there is changed on its page. */
export async function layCalls(laying: Laying): Promise<void> {
  const known = await laying.read((tx) => laying.get(Calls).all(tx));
  for (const call of laying.folder.calls) {
    await laying.attempt(call.file, '', () =>
      layCall(
        laying,
        call,
        known.map((each) => each.call),
      ),
    );
  }
}

async function layCall(
  laying: Laying,
  { file, title, typed, publish }: FolderCall,
  known: readonly { title: string; fiscalYear: number; sectionId: string }[],
): Promise<void> {
  const read = readCall(typed, '');
  const same = known.find((call) => call.title === title && call.fiscalYear === read.fiscalYear);
  if (same) {
    const stored = Object.fromEntries(Object.keys(read).map((key) => [key, (same as never)[key]]));
    if (!isDeepStrictEqual({ ...read, sectionId: same.sectionId }, stored)) {
      laying.left(file, title, 'town-folder.left-call');
    }
    return;
  }
  const write = laying.get(WriteCall);
  const { callId } = await write.begin(laying.actor);
  await write.edit(laying.actor, { callId, version: 1, typed });
  laying.made(file, title);
  const today = await laying.read((tx) => Promise.resolve(tx.today));
  if (publish && read.closes < today) return laying.left(file, title, 'town-folder.left-call-over');
  if (publish) await write.publish(laying.actor, { callId, version: 2, confirmed: true });
}

/** What the town says of itself, unless somebody has said it otherwise on the page. */
export async function layWords(laying: Laying): Promise<void> {
  const { words } = laying.folder;
  if (!words) return;
  const desk = laying.get(TownPageWords);
  const written = await laying.read((tx) => desk.written(tx));
  if (written && isDeepStrictEqual(written.words, words)) return;
  if (written && written.writtenBy !== SETUP) return laying.left('page', '', 'town-folder.left-edited');
  await desk.write(laying.actor, { typed: words, version: written?.version ?? 0 });
  if (written) laying.changed('page', '');
  else laying.made('page', '');
}

/** お知らせ, by their titles. */
export async function layBulletins(laying: Laying): Promise<void> {
  const { bulletins } = laying.folder;
  if (bulletins.length === 0) return;
  const { rows } = await laying.read((tx) => laying.get(ViewBulletins).all(tx, EVERY_ROW));
  for (const [index, typed] of bulletins.entries()) {
    await laying.attempt(BULLETINS, `[${String(index)}]`, async () => {
      const known = rows.find(({ title }) => title === typed.title.trim());
      if (!known) {
        const { id } = await laying.get(WriteBulletin).begin(laying.actor, { typed, requestId: randomUUID() });
        await laying.get(Publish).publish(laying.actor, { kind: 'bulletin', id, version: 1 });
        return laying.made(BULLETINS, typed.title);
      }
      const { content } = readBulletin(typed);
      if (content && saysTheSame(known, content)) return;
      if (known.writtenBy !== SETUP) return laying.left(BULLETINS, typed.title, 'town-folder.left-edited');
      const { id, version } = known;
      await laying.get(WriteBulletin).change(laying.actor, { id, version, typed });
      laying.changed(BULLETINS, typed.title);
    });
  }
}

/** 取り組みの記録: series by their titles, meetings by their numbers. */
export async function layRecords(laying: Laying): Promise<void> {
  const known = await laying.read((tx) => laying.get(ViewRecords).all(tx));
  for (const series of laying.folder.series) {
    const there = known.find((each) => each.series.title === series.title.trim());
    const seriesId = there?.series.id ?? (await beginSeries(laying, series));
    if (seriesId === null) continue;
    for (const [index, meeting] of series.meetings.entries()) {
      const place = `meetings[${String(index)}]`;
      await laying.attempt(series.file, place, () =>
        layMeeting(laying, { series, seriesId, there: there?.meetings ?? null }, meeting),
      );
    }
  }
}

const beginSeries = (laying: Laying, { file, title, lead }: FolderSeries): Promise<string | null> =>
  laying.attempt(file, '', async () => {
    const { id } = await laying
      .get(WriteSeries)
      .begin(laying.actor, { typed: { title, lead }, requestId: randomUUID() });
    await laying.get(Publish).publish(laying.actor, { kind: 'series', id, version: 1 });
    laying.made(file, title);
    return id;
  });

async function layMeeting(
  laying: Laying,
  { series, seriesId, there }: { series: FolderSeries; seriesId: string; there: SeriesWithMeetings['meetings'] | null },
  { photos, ...typed }: FolderMeeting,
): Promise<void> {
  const today = await laying.read((tx) => Promise.resolve(tx.today));
  const { content } = readMeeting(typed, today);
  const known = there?.find(({ number }) => number === content?.number);
  const name = content ? `${series.title}　${meetingTitle(content)}` : series.title;
  if (!known) {
    await addMeeting(laying, seriesId, typed, photos);
    // Of a new series its own line says enough.
    if (there) laying.made(series.file, name);
    return;
  }
  if (content && saysTheSame(known, content)) return;
  if (known.writtenBy !== SETUP) return laying.left(series.file, name, 'town-folder.left-edited');
  const { id, version } = known;
  await laying.get(WriteMeeting).change(laying.actor, { id, version, typed });
  laying.changed(series.file, name);
}

async function addMeeting(
  laying: Laying,
  seriesId: string,
  typed: TypedMeeting,
  photos: FolderMeeting['photos'],
): Promise<void> {
  const command = { seriesId, typed, requestId: randomUUID() };
  const { id } = await laying.get(WriteMeeting).begin(laying.actor, command);
  if (photos.length > 0) {
    const sent = photos.map(({ name, bytes, description }) => ({
      ...{ upload: { name, bytes }, description },
      ...{ fileField: name, descriptionField: name },
    }));
    await laying.get(AddMeetingPhotos).execute(laying.actor, { meetingId: id, photos: sent });
  }
  const version = photos.length > 0 ? 2 : 1;
  await laying.get(Publish).publish(laying.actor, { kind: 'meeting', id, version });
}

/** 町長への手紙・意見募集: the town's days and topics, until it has saved its own on the page. */
export async function layVoices(laying: Laying): Promise<void> {
  const { voices } = laying.folder;
  if (!voices) return;
  const desk = laying.get(VoiceSettingsDesk);
  const { version, ...kept } = await desk.read(laying.actor);
  if (isDeepStrictEqual(kept, voices)) return;
  if (version > 0) return laying.left('town.json', 'voices', 'town-folder.left-voices');
  await laying.attempt('town.json', 'voices', async () => {
    await desk.save(laying.actor, { ...voices, topics: voices.topics.join('\n'), version });
    laying.made('town.json', 'voices');
  });
}

/** How long the town keeps who proposed, until it has saved its own on the page. */
export async function layRetention(laying: Laying): Promise<void> {
  const { retention } = laying.folder;
  if (!retention) return;
  const desk = laying.get(RetentionDesk);
  const { version, ...kept } = await laying.read((tx) => desk.of(tx));
  if (isDeepStrictEqual(kept, retention)) return;
  if (version > 0) return laying.left('town.json', 'retention', 'town-folder.left-voices');
  await laying.attempt('town.json', 'retention', async () => {
    await desk.save(laying.actor, { ...retention, version });
    laying.made('town.json', 'retention');
  });
}

const saysTheSame = (kept: object, content: object): boolean =>
  Object.entries(content).every(([field, value]) => (kept as Readonly<Record<string, unknown>>)[field] === value);
