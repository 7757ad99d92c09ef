import type { TypedBulletin } from '../../../records/index.js';
import type { FolderSeries, TownFolder } from '../../../town-folder/index.js';
import type { Page } from '../../visitor/page.js';
import { went, type Troupe } from '../troupe.js';

const FACE = 'staff/public-face';

/** The words of the town, its お知らせ and its records, written and published by this clerk. */
export async function publishTownPage(
  troupe: Troupe,
  clerk: string,
  face: Pick<TownFolder, 'words' | 'bulletins'>,
): Promise<void> {
  const visitor = await troupe.as(clerk);
  const words = went(await visitor.get(troupe.path(`${FACE}/words`)));
  went(
    await words
      .form()
      .fill({ ...face.words })
      .submit('公開する'),
  );
  for (const bulletin of face.bulletins) await publishBulletin(troupe, clerk, bulletin);
}

/** お知らせ that is shown from the day it bears. */
export type ToldAtOnce = Omit<TypedBulletin, 'shownFrom'>;

/** One お知らせ, published at once. */
export async function publishBulletin(troupe: Troupe, clerk: string, bulletin: ToldAtOnce): Promise<void> {
  const blank = went(await (await troupe.as(clerk)).get(troupe.path(`${FACE}/bulletins/new`)));
  const filled = blank.form().fill({ ...bulletin });
  await publish(went(await filled.submit('下書きを保存する')));
}

/** Every series with its meetings and pictures; returns how many meetings were published. */
export async function publishRecords(troupe: Troupe, clerk: string, series: readonly FolderSeries[]): Promise<number> {
  for (const each of series) {
    const visitor = await troupe.as(clerk);
    const blank = went(await visitor.get(troupe.path(`${FACE}/records/new`)));
    const page = went(await blank.form().fill({ title: each.title, lead: each.lead }).submit('保存する'));
    for (const meeting of each.meetings) await publishMeeting(troupe, clerk, page.path, meeting);
    await publish(went(await visitor.get(page.path)));
  }
  return series.reduce((sum, { meetings }) => sum + meetings.length, 0);
}

async function publishMeeting(
  troupe: Troupe,
  clerk: string,
  seriesPath: string,
  { number, heldOn, title, body, photos }: FolderSeries['meetings'][number],
): Promise<void> {
  const visitor = await troupe.as(clerk);
  const blank = went(await visitor.get(`${seriesPath}/meetings/new`));
  const filled = blank.form().fill({ number, heldOn, title, body });
  const draft = went(await filled.submit('下書きを保存する'));
  if (photos.length > 0) {
    const form = went(await visitor.get(`${draft.path}/enclosures`)).form('写真を加える');
    for (const [index, { name: fileName, bytes, description }] of photos.entries()) {
      const row = String(index + 1);
      const photo = { bytes, fileName, mediaType: 'image/jpeg' };
      form.fill({ [`photo${row}`]: photo, [`description${row}`]: description });
    }
    went(await form.submit());
  }
  await publish(photos.length > 0 ? went(await visitor.get(draft.path)) : draft);
}

const publish = async (draft: Page): Promise<Page> => went(await draft.form('公開する').submit());
