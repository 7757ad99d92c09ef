import { PROJECT_GRANT } from './apply-project.js';
import type { Folder, Paper } from './papers-of-the-year.js';
import type { Scene } from './scenes.js';
import { went, type Troupe } from './troupe.js';

const PANEL = '小郡市補助金審査会（見本）';

/** By sign-in name; the first one is in the chair. */
const MEMBERS = [
  { signInName: 'iin1', name: '乙隈 見本', capacity: '学識経験者（見本）' },
  { signInName: 'iin2', name: '干潟 見本', capacity: '学識経験者（見本）' },
  { signInName: 'iin3', name: '上岩田 見本', capacity: '住民代表（見本）' },
  { signInName: 'iin4', name: '下岩田 見本', capacity: '住民代表（見本）' },
  { signInName: 'iin5', name: '二森 見本', capacity: '住民代表（見本）' },
  { signInName: 'iin6', name: '福童 見本', capacity: '商工会（見本）' },
  { signInName: 'iin7', name: '寺福童 見本', capacity: '社会福祉協議会（見本）' },
] as const;

/** This member serves on the committee of this district. */
const TIED = { member: '寺福童 見本', district: '立石' };

const MINUTES = '1　開会\n2　申請の説明と質疑\n3　採点\n4　講評のまとめ\n5　閉会（見本）';
const COMMENT = '参加する人がさらに広がるよう、知らせ方を工夫してください。（見本）';

/** What the summary says of the panel: who sat there, who was barred from what, and what came out. */
export interface PanelSummary {
  readonly name: string;
  readonly members: readonly string[];
  readonly results: readonly PanelResultLine[];
  /** 審査結果一覧 as the staff take it out. */
  readonly paper: Paper;
}

interface PanelResultLine {
  readonly place: string;
  readonly organization: string;
  readonly title: string;
  /** Points of each member in the order of `members`, or why there are none. */
  readonly totals: readonly string[];
  readonly mean: string;
  readonly exactMean: string;
}

/** Set up, called, scored by all seven members, and confirmed with its record on one day. */
export async function judgeProjects(troupe: Troupe, scene: Scene): Promise<void> {
  await recordTie(troupe, scene);
  const meeting = await callMeeting(troupe, scene, { heldOn: '令和8年5月18日', startsAt: '14:00' });
  for (const [seat, { signInName }] of MEMBERS.entries()) await scoreAll(troupe, signInName, seat);
  const desk = await troupe.as(scene.hall.clerk);
  went(
    await went(await desk.get(meeting))
      .form('採点を締め切る')
      .submit(),
  );
  const record = went(await desk.get(`${meeting}/record`)).form('結果を確定する');
  for (const name of record.fields.filter((field) => field.startsWith('comments['))) record.fill({ [name]: COMMENT });
  went(await record.fill({ minutes: MINUTES }).submit('結果を確定する'));
}

async function recordTie(troupe: Troupe, { cast }: Scene): Promise<void> {
  const organization = cast.find(({ district }) => district === TIED.district)?.name ?? '';
  const desk = await troupe.as('kanri');
  const form = went(await desk.get(troupe.path('admin/staff/declarations'))).form('利害関係を届け出る');
  const tiedStaffId = form.offered('tiedStaffId', TIED.member);
  const organizationId = form.offered('organizationId', organization);
  went(await form.fill({ tiedStaffId, organizationId, tieKind: 'officer' }).submit());
}

/** Sets up the panel and calls it; the address of the meeting, with every project that waits for it on its agenda. */
export async function callMeeting(
  troupe: Troupe,
  { hall }: Scene,
  when: { readonly heldOn: string; readonly startsAt: string },
): Promise<string> {
  const desk = await troupe.as(hall.clerk);
  const form = went(await desk.get(troupe.path('staff/panels'))).form('審査会を置く');
  const programIds = [form.offered('programIds[]', `令和8年度 ${PROJECT_GRANT}`)];
  const term = { termFrom: '令和8年4月1日', termUntil: '令和10年3月31日' };
  let panel = went(await form.fill({ name: PANEL, ...term, 'programIds[]': programIds }).submit());
  for (const [seat, { name, capacity }] of MEMBERS.entries()) {
    const member = panel.form('委員を加える');
    const role = seat === 0 ? 'chair' : 'member';
    panel = went(await member.fill({ staffId: member.offered('staffId', name), role, capacity }).submit());
  }
  const place = '小郡市役所 大会議室（見本）';
  const called = panel.form('開催を決める').fill({ ...when, place });
  const agenda = went(await called.submit());
  return went(await agenda.form('議題に加える').tickAll('subjectIds[]').submit()).url.pathname;
}

/** Every case that this member may see; the points are the story's own and the same in every run. */
async function scoreAll(troupe: Troupe, signInName: string, seat: number): Promise<void> {
  const member = await troupe.as(signInName);
  const home = went(await member.get(troupe.path('panel')));
  for (const title of home.texts('.task a')) {
    const form = went(await home.click(title)).form('保存して一覧に戻る');
    const points = form.fields.filter((field) => field.startsWith('points['));
    for (const [index, name] of points.entries()) {
      form.fill({ [name]: String(pointsOf(title, seat, index)) });
    }
    went(await form.submit());
  }
}

/** From 5 to 10, in another mixture for every case, so that no two of them come out equal. */
function pointsOf(title: string, seat: number, criterion: number): number {
  const signs = [...title].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 13 * seat);
  return 5 + (((signs * (criterion + seat + 2)) % 97) % 6);
}

/** What the staff's list of results says, read from the file that they take out. */
export async function collectPanel(troupe: Troupe, { hall }: Scene, folder: Folder): Promise<PanelSummary> {
  const desk = await troupe.as(hall.clerk);
  const panels = went(await desk.get(troupe.path('staff/panels')));
  const meeting = panels.$('main a[href*="/panel-meetings/"]').attr('href') ?? '';
  const list = went(await desk.get(`${meeting}/results.csv`));
  const [head = [], ...rows] = list.bytes
    .toString('utf8')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const members = head.slice(4, head.indexOf('合計'));
  const cell = (row: readonly string[], heading: string): string => row[head.indexOf(heading)] ?? '';
  return {
    name: PANEL,
    members,
    results: rows.map((row) => ({
      ...{ place: row[0] ?? '', organization: cell(row, '団体'), title: cell(row, '件名') },
      totals: row.slice(4, 4 + members.length),
      ...{ mean: cell(row, '平均'), exactMean: cell(row, '平均（分数）') },
    })),
    paper: await folder.keep('panel-results.csv', list.bytes),
  };
}
