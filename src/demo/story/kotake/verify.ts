import { approve, type Hall } from '../decide.js';
import { until, went, type Troupe } from '../troupe.js';
import type { Carried } from './model-project.js';
import type { View } from './verified.js';

const ISSUE = '検証結果通知書を施行する';
const KEEP = 'この内容で確定する';

/** 検証: three views, the direction through 決裁, its letter, and its publication. */
export async function verify(troupe: Troupe, hall: Hall, { project, cast }: Carried, saidOn: string): Promise<void> {
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
  const panel = went(await both.click('審査会の答えを書く')).form(KEEP);
  const compared = went(await panel.fill({ ...sheet(verified.panel), saidOn }).submit(KEEP));
  const draft = went(
    await compared
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

const sheet = (view: View): Record<string, string> =>
  Object.fromEntries(
    Object.entries(view).flatMap(([point, [option, why]]) => [
      [`form[${point}]`, option],
      [`form[${point}-reason]`, `${why}（見本）`],
    ]),
  );
