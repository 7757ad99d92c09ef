import type { Page } from '../visitor/page.js';
import { PROJECT_GRANT } from './apply-project.js';
import type { CastOrganization } from './cast.js';
import { approve, issue, untilDrawn } from './decide.js';
import { paperName, type Folder, type Paper } from './papers-of-the-year.js';
import type { Scene } from './scenes.js';
import { went, type Troupe } from './troupe.js';

const REASON = '審査の結果により、それぞれの案件について次のとおり決定してよろしいか伺います。（見本）';

/** 減額 by hand and 不交付, by district; every other project is granted its 査定額. */
const OTHERWISE: Readonly<Record<string, { outcome: string; amount: string; reason: string }>> = {
  東野: {
    outcome: 'reduced',
    amount: '60,000',
    reason: '受講者の募集は市の広報紙でもお知らせするため、ちらしの部数を減らした額とします。（見本）',
  },
  立石: {
    outcome: 'refused',
    amount: '',
    reason: '花壇をつくる空き地の持ち主の承諾が得られておらず、今年度のうちに始められる見込みがないため。（見本）',
  },
};

/** The first post of the route takes this one out of the draft; its budget stays reserved. */
const HELD = '味坂';
const WHY_HELD = '会場を年度末まで使えるか、確かめてから決めます。（見本）';

/** What was decided of one project. */
export interface ProjectDecision {
  /** 交付, 減額交付, 不交付, or 保留. */
  readonly outcome: string;
  /** Yen, as a string of digits. */
  readonly amount: string;
  /** 支出負担行為番号; blank of a refusal and on hold. */
  readonly commitment: string;
  /** null on hold. */
  readonly letter: Paper | null;
}

/** What the budget line of the projects holds, in yen as strings of digits. */
export interface ProjectBudget {
  readonly reserved: string;
  readonly committed: string;
}

/** One draft for all projects, each with its own outcome; the posts approve it, and the letters go out. */
export async function decideProjects(troupe: Troupe, scene: Scene): Promise<void> {
  const desk = await troupe.as(scene.hall.clerk);
  const shown = went(await desk.get(troupe.path('staff/grants')));
  const form = shown.form(troupe.path('staff/grants/drafts')).tickAll('applicationIds[]').fill({ reason: REASON });
  for (const [district, choice] of Object.entries(OTHERWISE)) {
    const { name } = castOf(scene, district);
    const id = shown.$(`tr:contains("${name}") input[name="applicationIds[]"]`).attr('value') ?? '';
    for (const [field, value] of Object.entries(choice)) form.fill({ [`outcomes[${id}][${field}]`]: value });
  }
  const draft = went(await form.submit());
  await hold(troupe, scene, draft.url.pathname);
  await approve(troupe, scene.hall, draft);
  await untilDrawn(troupe, scene.hall, await issue(troupe, scene.hall));
}

async function hold(troupe: Troupe, scene: Scene, draft: string): Promise<void> {
  const [first = ''] = scene.hall.approvers;
  const shown = went(await (await troupe.as(first)).get(draft));
  const { name } = castOf(scene, HELD);
  const held = shown.$(`.choice:contains("${name}") input[name="itemIds[]"]`).attr('value') ?? '';
  const form = shown.form(`${draft}/acts/hold`);
  went(await form.fill({ 'itemIds[]': [held], keepReservation: 'yes', holdReason: WHY_HELD }).submit());
}

/** As the staff's page of decisions says it; null where nothing was drafted. */
export async function decisionOn(
  troupe: Troupe,
  { hall }: Scene,
  cast: CastOrganization,
  folder: Folder,
): Promise<ProjectDecision | null> {
  const desk = await troupe.as(hall.clerk);
  const page = went(await desk.get(troupe.path('staff/grants')));
  const row = page.$(`tr:contains("${cast.name}"):contains("${PROJECT_GRANT}")`);
  if (row.length === 0) return null;
  const note = row.find('[data-label="決定額"] .line-note').text();
  const outcome = row.text().includes('保留') ? '保留' : (/^(減額交付|不交付)/.exec(note)?.[0] ?? '交付');
  const letter = row.find('a[href*="/staff/letters/"]').attr('href');
  return {
    outcome,
    amount: digitsOf(row.find('[data-label="決定額"]').text().replace(note, '')),
    commitment: row.find('[data-label="支出負担行為"]').text().trim(),
    letter: letter
      ? await folder.keep(paperName('letter-project', troupe, cast), went(await desk.get(`${letter}/pdf`)).bytes)
      : null,
  };
}

export async function collectProjectBudget(troupe: Troupe, { hall }: Scene): Promise<ProjectBudget> {
  const page: Page = went(await (await troupe.as(hall.clerk)).get(troupe.path('staff/budget')));
  const row = page.$(`tr:contains("${PROJECT_GRANT}")`);
  const cell = (label: string): string => digitsOf(row.find(`[data-label="${label}"]`).text());
  return { reserved: cell('起案中'), committed: cell('負担行為済額') };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function castOf(scene: Scene, district: string): CastOrganization {
  const cast = scene.cast.find((each) => each.district === district);
  if (!cast) throw new Error(`nobody plays ${district}`);
  return cast;
}
