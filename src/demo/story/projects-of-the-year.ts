import type { Page } from '../visitor/page.js';
import { applyForProject, enterProject, PROJECT_GRANT } from './apply-project.js';
import { openApplication } from './apply.js';
import type { CastOrganization } from './cast.js';
import { correct, openCase, pass, returnWithPoint } from './decide.js';
import { decisionOn, type ProjectDecision } from './decide-projects.js';
import { judgeProjects } from './panel-of-the-year.js';
import { paperName, receiptOf, workingOn, type Folder, type Paper, type SummaryLine } from './papers-of-the-year.js';
import type { Calculated, Cost, Project } from './project.js';
import { OGORI_PROJECTS } from './projects.js';
import type { Scene } from './scenes.js';
import { went, type Troupe } from './troupe.js';

/** Staff find something missing here, and the organisation adds it. */
const RETURNED = '小郡';
const POINT = 'けが人が出たときの連絡のしかたを書き加えてください。（見本）';
const ADDITION = 'けが人は救護班が手当てし、本部から消防署と家族に連絡します。（見本）';

/** This organisation takes its application back. */
const WITHDRAWN = '大原';
const WHY_WITHDRAWN = '河川敷の工事が夏に行われることになり、安全に行える場所がないため。（見本）';

/** This organisation brings its application to the counter as a paper. */
const ON_PAPER = { district: '御原', receivedOn: '令和8年4月10日' };

/** What the summary says of one project: what was planned, and what the pages made of it. */
export interface ProjectLine {
  readonly town: string;
  readonly organization: string;
  readonly title: string;
  /** Came as a paper, and was entered by the clerk. */
  readonly onPaper: boolean;
  /** As the list of cases says it. */
  readonly state: string;
  /** Yen, as a string of digits. */
  readonly amount: string;
  readonly working: SummaryLine['working'];
  /** 査定額, and why it differs or a doubtful cost was accepted. */
  readonly assessed: {
    readonly amount: string;
    readonly lines: readonly {
      readonly cost: string;
      readonly applied: string;
      readonly assessed: string;
      readonly reason: string;
    }[];
  };
  readonly planned: { readonly costs: readonly Cost[]; readonly income: readonly Calculated[] };
  /** null of what was taken back before it was decided. */
  readonly decision: ProjectDecision | null;
  /** Points and their answers, where the application was returned. */
  readonly corrections: readonly string[];
  readonly receipt: Paper;
}

export async function applyForProjects(troupe: Troupe, scene: Scene): Promise<void> {
  for (const { cast, project } of plannedIn(scene)) {
    if (cast.district === ON_PAPER.district) {
      await enterProject(troupe, scene.hall.clerk, cast, project, ON_PAPER.receivedOn);
    } else await applyForProject(troupe, cast, project);
  }
}

/** One is returned and mended, one is taken back; the panel judges what remains, and then all of it passes. */
export async function reviewProjects(troupe: Troupe, scene: Scene): Promise<void> {
  for (const { cast } of plannedIn(scene)) {
    if (cast.district === WITHDRAWN) {
      await withdraw(troupe, cast);
      continue;
    }
    if (cast.district === RETURNED) {
      const place = { program: PROJECT_GRANT, section: 'project', question: 'content' };
      await returnWithPoint(troupe, scene.hall, cast, POINT, place);
      await correct(troupe, cast, ADDITION, place);
    }
  }
  await judgeProjects(troupe, scene);
  for (const { cast, project } of plannedIn(scene)) {
    if (cast.district === WITHDRAWN) continue;
    await pass(troupe, scene.hall, cast, PROJECT_GRANT, (review) => assess(review, project.costs));
  }
}

/** What staff write beside the costs on which they have something to say. */
function assess(review: Page, costs: readonly Cost[]): Record<string, string> {
  const fields = costs.flatMap(({ category, remark, assessed }): [string, string][] => {
    if (!assessed) return [];
    const choice = review.$('select[name^="assessments["]').filter((_, select) => {
      const row = review.$(select).closest('tr').text();
      return row.includes(category) && row.includes(remark);
    });
    const name = choice.attr('name') ?? '';
    return [
      [name, assessed.eligible],
      [name.replace('[eligible]', '[reason]'), assessed.reason],
    ];
  });
  return Object.fromEntries(fields);
}

/** 査定額 and the judged costs, as the review's page shows them. */
function assessedOn(application: Page): ProjectLine['assessed'] {
  const digits = application.$('#assessed-amount .figure-value').text().replace(/\D/g, '');
  const lines = application
    .$('#assessed-working table')
    .filter((_, table) => application.$(table).find('caption').text() === '査定した経費')
    .find('tbody tr')
    .toArray()
    .map((row) => {
      const cell = (label: string): string => application.$(row).find(`[data-label="${label}"]`).text().trim();
      return { cost: cell('経費'), applied: cell('申請'), assessed: cell('査定'), reason: cell('理由') };
    });
  return { amount: digits, lines };
}

async function withdraw(troupe: Troupe, cast: CastOrganization): Promise<void> {
  const question = went(await (await openApplication(troupe, cast, PROJECT_GRANT)).click('この申請を取り下げる'));
  const form = question.form(question.url.pathname);
  went(await form.fill({ reason: WHY_WITHDRAWN }).tickAll('confirmed').submit());
}

/** What the pages of the staff say of every project at the end of the story, and the receipts. */
export async function collectProjects(troupe: Troupe, scene: Scene, folder: Folder): Promise<ProjectLine[]> {
  const desk = await troupe.as(scene.hall.clerk);
  const lines: ProjectLine[] = [];
  for (const { cast, project } of plannedIn(scene)) {
    const queue = went(await desk.get(troupe.path('staff/queue?waiting=all')));
    const application = await openCase(queue, cast, PROJECT_GRANT);
    const { lines: working, total } = workingOn(application);
    const row = queue.$(`a[href="${application.url.pathname}"]`).closest('tr');
    const receipt = await receiptOf(troupe, cast, PROJECT_GRANT);
    lines.push({
      town: troupe.slug,
      organization: cast.name,
      title: project.title,
      onPaper: application.text.includes('紙で受け付けた申請です'),
      state: row.find('[data-label="状態"] .tag').first().text().trim(),
      amount: total,
      working,
      assessed: assessedOn(application),
      planned: { costs: project.costs, income: project.income },
      decision: await decisionOn(troupe, scene, cast, folder),
      corrections: application.texts('section:has(> .section-head > h2:contains("補正の経過")) dd p'),
      receipt: await folder.keep(paperName('receipt-project', troupe, cast), receipt),
    });
  }
  return lines;
}

function plannedIn(scene: Scene): { cast: CastOrganization; project: Project }[] {
  return OGORI_PROJECTS.map((project) => {
    const cast = scene.cast.find(({ district }) => district === project.district);
    if (!cast) throw new Error(`nobody plays ${project.district}`);
    return { cast, project };
  });
}
