import type { Folder, Paper } from '../papers-of-the-year.js';
import type { Cost } from '../project.js';
import { went, type Troupe } from '../troupe.js';
import { callOf, receivedOf } from './call-desk.js';
import { MODEL_PROJECTS } from './model-projects.js';
import { plannedAs, type PlannedProposal } from './proposals.js';

const PROGRAM = 'モデル事業補助金';

/** The list of what came in, as staff save it, and how many rows it has on their page. */
export async function keepReceived(
  troupe: Troupe,
  clerk: string,
  folder: Folder,
): Promise<{ proposals: number; received: Paper }> {
  const call = await callOf(troupe, clerk);
  const desk = await troupe.as(clerk);
  const list = went(await desk.get(`${call.url.pathname}/received`));
  const links = list.$('main a[href*="/staff/proposals/received/"]').toArray();
  const proposals = new Set(links.map((link) => list.$(link).attr('href'))).size;
  const table = went(await desk.get(`${call.url.pathname}/received.csv`));
  return { proposals, received: await folder.keep('kotake/proposals-received.csv', table.bytes) };
}

/** How many stand in each column of the board, and the board itself. */
export async function keepSorted(
  troupe: Troupe,
  clerk: string,
  folder: Folder,
): Promise<{ sorted: Record<PlannedProposal['sorted'], number>; board: Paper }> {
  const call = await callOf(troupe, clerk);
  const board = went(await (await troupe.as(clerk)).get(`${call.url.pathname}/sorting`));
  const columns = board.$('.sorting-board section').toArray();
  const linesOf = (label: string): number =>
    columns
      .filter((column) => board.$(column).find('h3').text().startsWith(label))
      .reduce((lines, column) => lines + board.$(column).find('li').length, 0);
  const sorted = {
    ...{ town: linesOf('町が行うもの'), residents: linesOf('住民が行うもの') },
    together: linesOf('協働で行うもの'),
  };
  return { sorted, board: await folder.keep('kotake/sorting-board.html', board.bytes) };
}

/** What the town did with a proposal, on the page on which its clerk reads it. */
export interface DecidedProposal {
  readonly title: string;
  readonly page: Paper;
}

/** Read on the pages of all that came in; those of which something was decided are kept. */
export async function keepConsidered(
  troupe: Troupe,
  clerk: string,
  folder: Folder,
): Promise<{ heard: number; presented: number; decided: DecidedProposal[] }> {
  const desk = await troupe.as(clerk);
  const decided: DecidedProposal[] = [];
  let heard = 0;
  let presented = 0;
  for (const [title, path] of await receivedOf(troupe, clerk)) {
    const page = went(await desk.get(path));
    if (page.text.includes('に話をうかがいました')) heard += 1;
    if (page.text.includes('で発表されました')) presented += 1;
    const { result } = plannedAs(title);
    if (!result) continue;
    const file = `kotake/proposal-${result.kind}-${String(decided.length + 1)}.html`;
    decided.push({ title, page: await folder.keep(file, page.bytes) });
  }
  return { heard, presented, decided };
}

/** A model project as everybody finds it in the end; amounts in yen as strings of digits. */
export interface ModelProject {
  readonly title: string;
  readonly program: string;
  readonly organization: string;
  readonly amount: string;
  readonly paid: string;
  readonly determined: string;
  readonly direction: string;
  readonly planned: { readonly costs: readonly Cost[]; readonly spent: Readonly<Record<string, number>> };
  /** The page of the grant, and the one on which its verification stands. */
  readonly grant: Paper;
  readonly verification: Paper;
}

/** What the story reads of a line of the open data. */
interface PublicGrant {
  readonly title: string;
  readonly program: string;
  readonly organization: string;
  readonly direction: string;
  readonly amount: string | number;
  readonly paidAmount: string | number;
  readonly determinedAmount: string | number;
}

/** From the open data and the published verifications. */
export async function collectModelProjects(troupe: Troupe, folder: Folder): Promise<ModelProject[]> {
  const visitor = troupe.passerBy();
  const { data } = went(await visitor.get(troupe.path('open-data/grants.json'))).json<{ data: PublicGrant[] }>();
  const models = data.filter(({ program }) => program.includes(PROGRAM));
  const projects: ModelProject[] = [];
  for (const [index, { title, program, organization, direction, ...grant }] of models.entries()) {
    const planned = MODEL_PROJECTS.find((each) => each.title === title);
    if (!planned) throw new Error(`nobody planned 「${title}」`);
    const { costs, report } = planned;
    const number = String(index + 1);
    const verification = went(await went(await visitor.get(troupe.path('verifications'))).click(title));
    const page = went(await went(await visitor.get(troupe.path('grants'))).click(title));
    projects.push({
      ...{ title, program, organization, direction },
      ...{ amount: String(grant.amount), paid: String(grant.paidAmount), determined: String(grant.determinedAmount) },
      planned: { costs, spent: report.costs },
      grant: await folder.keep(`kotake/grant-${number}.html`, page.bytes),
      verification: await folder.keep(`kotake/verification-${number}.html`, verification.bytes),
    });
  }
  return projects;
}
