import type { Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';
import type { Page } from '../../visitor/page.js';
import { YEARS_CALL } from './call-desk.js';
import { HEARD } from './hear.js';

/** The panel that listens to the proposals of a call. */
const THE_YEARS = { panel: '企画提案発表会（見本）', call: YEARS_CALL };
const MINUTES = '1　開会\n2　提案の発表と質疑\n3　採点\n4　講評のまとめ\n5　閉会（見本）';

/** Who listens and scores, the first one in the chair; the points of each for 必要性, 協働, 実現性, 継続 by title. */
export const LISTENERS = [
  { signInName: 'chocho', name: '御徳 見本' },
  { signInName: 'fukuchocho', name: '勝野 見本' },
  { signInName: 'kacho', name: '新多 見本' },
] as const;

interface Heard {
  readonly points: readonly (readonly number[])[];
  readonly question: string;
  readonly comment: string;
}

/** What was asked and said of each presentation; all of it 見本. */
const SAID: Readonly<Record<string, Heard>> = {
  '遠賀川の河川敷の花畑（見本）': {
    points: [
      [8, 9, 8, 8],
      [9, 9, 8, 7],
      [8, 8, 9, 8],
    ],
    question: '問　水が出たときは、どうしますか。\n答　川の水位が下がってから、区ごとに片付けます。（見本）',
    comment: '区ごとに受け持つ工夫がよい。水やりの当番を早めに決めてください。（見本）',
  },
  '買い物と見守りの移動販売（見本）': {
    points: [
      [9, 8, 6, 6],
      [9, 9, 7, 6],
      [8, 8, 6, 7],
    ],
    question:
      '問　商店の負担は、重くなりませんか。\n答　三つの店で交代します。続けられるかどうかは、やってみて確かめます。（見本）',
    comment: '必要性は高い。商店が無理なく続けられる方法を考えてください。（見本）',
  },
  '放課後の寺子屋（見本）': {
    points: [
      [9, 8, 9, 9],
      [8, 9, 8, 8],
      [9, 9, 9, 8],
    ],
    question: '問　雨の日の帰り道は、だれが見ますか。\n答　高校生と区の役員が、途中まで一緒に歩きます。（見本）',
    comment: '子どもも大人も集まれる場になる。地域の団体が主になって進めてください。（見本）',
  },
};

const MEETING = /\/panel-meetings\/[0-9a-f-]{36}$/;

/** The panel is set up, its meeting is called, and whoever was heard is told when to present. */
export async function callPresentations(
  troupe: Troupe,
  { clerk }: Hall,
  heldOn: string,
  titles = HEARD.map(({ title }) => title),
  { panel: name, call } = THE_YEARS,
): Promise<void> {
  const desk = await troupe.as(clerk);
  const form = went(await desk.get(troupe.path('staff/panels'))).form('審査会を置く');
  const term = { termFrom: '令和8年4月1日', termUntil: '令和9年3月31日' };
  const calls = [form.offered('programIds[]', call)];
  const panel = await seatListeners(went(await form.fill({ name, ...term, 'programIds[]': calls }).submit()));
  const minutes = { talkMinutes: '10', questionMinutes: '10' };
  const meeting = { heldOn, startsAt: '14:00', place: '役場2階 会議室（見本）', ...minutes };
  const agenda = went(await panel.form('開催を決める').fill(meeting).submit()).form('議題に加える');
  const subjects = titles.map((title) => agenda.offered('subjectIds[]', title));
  const listed = went(await agenda.fill({ 'subjectIds[]': subjects }).submit());
  went(await listed.form('発表する人に知らせる').submit());
}

/** On the page of a panel; the first of them takes the chair. */
export async function seatListeners(page: Page): Promise<Page> {
  let panel = page;
  for (const [seat, { name }] of LISTENERS.entries()) {
    const member = panel.form('委員を加える');
    const role = seat === 0 ? 'chair' : 'member';
    panel = went(await member.fill({ staffId: member.offered('staffId', name), role }).submit());
  }
  return panel;
}

/** They present it; mayor, deputy and head of the section score, and what was asked and said is written down. */
export async function presentProposals(troupe: Troupe, { clerk }: Hall, proposals = HEARD): Promise<void> {
  for (const [seat, { signInName }] of LISTENERS.entries()) await scoreAll(troupe, signInName, seat, proposals);
  const desk = await troupe.as(clerk);
  const panels = went(await desk.get(troupe.path('staff/panels')));
  const meeting = went(await panels.clickTo((href) => MEETING.test(href)));
  went(await meeting.form('採点を締め切る').submit());
  const record = went(await desk.get(`${meeting.url.pathname}/record`));
  const form = record.form('結果を確定する');
  for (const [kind, words] of [
    ['questions', 'question'],
    ['comments', 'comment'],
  ] as const) {
    for (const name of form.fields.filter((field) => field.startsWith(`${kind}[`))) {
      const label = record.$(`label[for="${record.$(`[name="${name}"]`).attr('id') ?? ''}"]`).text();
      form.fill({ [name]: saidOf(label)[words] });
    }
  }
  went(await form.fill({ minutes: MINUTES }).submit('結果を確定する'));
}

async function scoreAll(troupe: Troupe, signInName: string, seat: number, proposals: typeof HEARD): Promise<void> {
  const member = await troupe.as(signInName);
  for (const { title } of proposals) {
    const home = went(await member.get(troupe.path('panel')));
    const form = went(await home.click(title)).form('保存して一覧に戻る');
    const given = saidOf(title).points[seat] ?? [];
    const items = form.fields.filter((field) => field.startsWith('points['));
    form.fill(Object.fromEntries(items.map((name, index) => [name, String(given[index] ?? '')])));
    went(await form.submit());
  }
}

/** Of the presentation that these words name. */
function saidOf(words: string): Heard {
  const found = Object.entries(SAID).find(([title]) => words.includes(title));
  if (!found) throw new Error(`nobody planned what is said of 「${words}」`);
  return found[1];
}
