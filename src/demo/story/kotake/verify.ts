import { approve, type Hall } from '../decide.js';
import { until, went, type Troupe } from '../troupe.js';
import { YEARS_CALL } from './call-desk.js';
import type { Carried } from './model-project.js';
import { LISTENERS, seatListeners } from './present.js';
import type { Verified, View } from './verified.js';

const ISSUE = '検証結果通知書を施行する';
const KEEP = 'この内容で確定する';
const PANEL = 'モデル事業の審査会（見本）';

/** The panel that is asked about the model projects is set up, and its meeting is called. */
export async function callVerifiers(troupe: Troupe, { clerk }: Hall, heldOn: string): Promise<void> {
  const desk = await troupe.as(clerk);
  const form = went(await desk.get(troupe.path('staff/panels'))).form('審査会を置く');
  const calls = [form.offered('programIds[]', YEARS_CALL)];
  const term = { termFrom: '令和8年4月1日', termUntil: '令和10年3月31日' };
  const panel = went(await form.fill({ name: PANEL, ...term, 'programIds[]': calls }).submit());
  const seated = await seatListeners(panel);
  const meeting = { heldOn, startsAt: '14:00', place: '役場2階 会議室（見本）' };
  went(await seated.form('開催を決める').fill(meeting).submit());
}

/** 検証: three views, that of the panel from its members' own sheets, the direction through 決裁, its letter, and its publication. */
export async function verify(troupe: Troupe, hall: Hall, { project, cast }: Carried): Promise<void> {
  const { verified, title } = project;
  const officer = await troupe.as(cast.signInName);
  let own = '';
  await until(async () => {
    const home = went(await officer.get(troupe.path('committee')));
    own = home.$(`main a[href*="/committee/verifications/"]:contains("${title}")`).attr('href') ?? '';
    return own !== '';
  }, `${cast.name} is asked for its view of ${title}`);
  const answered = went(await officer.get(own)).form('この内容で答える');
  went(await answered.fill(sheet(verified.committee)).submit('この内容で答える'));
  const desk = await troupe.as(hall.clerk);
  const at = own.replace('/committee/', '/staff/');
  const section = went(await went(await desk.get(at)).click('担当課の答えを書く')).form(KEEP);
  const both = went(await section.fill(sheet(verified.section)).submit(KEEP));
  const ask = both.form('審査会の委員に答えてもらう');
  went(await ask.fill({ meetingId: ask.offered('meetingId', PANEL) }).submit());
  await answerAsPanel(troupe, own.replace('/committee/', '/panel/'), verified);
  const draft = went(
    await went(await desk.get(at))
      .form('今後の方向性を起案する')
      .fill({ ...verified.decided })
      .submit(),
  );
  await approve(troupe, hall, draft);
  await until(async () => went(await desk.get(at)).html.includes(ISSUE), 'the direction is decided');
  went(
    await went(await desk.get(at))
      .form(ISSUE)
      .submit(ISSUE),
  );
  const decided = went(await desk.get(at)).form('検証を公表する');
  went(await decided.fill({ confirmed: 'yes' }).submit());
}

/** Every member answers alone; then the chair makes one answer of it. */
async function answerAsPanel(troupe: Troupe, path: string, { panel, members }: Verified): Promise<void> {
  for (const [seat, otherwise] of members.entries()) {
    const member = await troupe.as(LISTENERS[seat]?.signInName ?? '');
    const form = went(await member.get(path)).form('この内容で答える');
    went(await form.fill(sheet({ ...panel, ...otherwise })).submit('この内容で答える'));
  }
  const chair = await troupe.as(LISTENERS[0].signInName);
  const one = went(await chair.get(`${path}/agreement`)).form('審査会の答えとして確定する');
  went(await one.fill(sheet(panel)).submit('審査会の答えとして確定する'));
}

const sheet = (view: View): Record<string, string> =>
  Object.fromEntries(
    Object.entries(view).flatMap(([point, [option, why]]) => [
      [`form[${point}]`, option],
      [`form[${point}-reason]`, `${why}（見本）`],
    ]),
  );
