import type { Page } from '../../visitor/page.js';
import type { FieldValue } from '../../visitor/visitor.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { went, type Troupe } from '../troupe.js';
import { KOTAKE_PROPOSALS, type PlannedProposal } from './proposals.js';

const CALL = '企画提案';
const RECEIVED_ON = '2026/5/15';

/** So many residents write theirs themselves; all others come on paper, from the staff as in the town's own year. */
const WRITTEN_ONLINE = 2;

/** Residents propose without an account. */
export async function proposeOnline(troupe: Troupe): Promise<void> {
  for (const [index, proposal] of KOTAKE_PROPOSALS.slice(0, WRITTEN_ONLINE).entries()) {
    const resident = troupe.passerBy();
    const calls = went(await resident.get(troupe.path('calls')));
    const call = went(await calls.clickTo((href) => /\/calls\/[0-9a-f-]{36}$/.test(href)));
    const blank = went(await resident.get(`${call.path}/proposing`));
    const from = {
      kind: 'resident',
      name: `見本 ${['春子', '夏雄'][index] ?? ''}`,
      publicName: index === 0 ? 'yes' : 'no',
    };
    const section = await blank
      .form()
      .fill({ ...basicsOf(proposal), ...from })
      .submit();
    await send(went(section), proposal, 'この内容で提出する');
  }
}

/** The clerk enters the papers that came in. */
export async function enterPapers(troupe: Troupe, clerk: string): Promise<void> {
  const desk = await troupe.as(clerk);
  const blank = went(await (await callOf(troupe, clerk)).click('紙の提案を入力する'));
  for (const [index, proposal] of KOTAKE_PROPOSALS.slice(WRITTEN_ONLINE).entries()) {
    const from = { kind: 'staff', name: `職員提案 第${String(index + 1)}班（見本）`, publicName: 'yes' };
    const paper = blank.form().fill({ ...basicsOf(proposal), ...from, receivedOn: RECEIVED_ON });
    const begun = went(await paper.submit());
    const section = went(await desk.get(`${begun.url.pathname}/form/proposal`));
    await send(section, proposal, 'この内容で受け付ける');
  }
}

/** One board, one form: every proposal goes to whoever is to do it. */
export async function sortProposals(troupe: Troupe, clerk: string): Promise<void> {
  const call = await callOf(troupe, clerk);
  const board = went(await (await troupe.as(clerk)).get(`${call.url.pathname}/sorting`));
  const form = board.form('仕分けを保存する');
  for (const card of board.$('.sorting-card').toArray()) {
    const title = board.$(card).find('a').first().text().trim();
    const planned = KOTAKE_PROPOSALS.find((each) => each.title === title);
    const name = board.$(card).find('input[name^="sorting["]').first().attr('name') ?? '';
    if (!planned) throw new Error(`nobody planned 「${title}」`);
    form.fill({ [name]: planned.sorted, [name.replace('sorting[', 'why[')]: WHY[planned.sorted] });
  }
  went(await form.submit('仕分けを保存する'));
}

/** How many stand in each column of the board, and the board itself. */
export async function keepSorted(
  troupe: Troupe,
  clerk: string,
  folder: Folder,
): Promise<{ sorted: Record<PlannedProposal['sorted'], number>; board: Paper }> {
  const call = await callOf(troupe, clerk);
  const board = went(await (await troupe.as(clerk)).get(`${call.url.pathname}/sorting`));
  const chosen = (kind: string): number => board.$(`input[name^="sorting["][value="${kind}"][checked]`).length;
  const sorted = { town: chosen('town'), residents: chosen('residents'), together: chosen('together') };
  return { sorted, board: await folder.keep('kotake/sorting-board.html', board.bytes) };
}

const WHY: Readonly<Record<PlannedProposal['sorted'], string>> = {
  town: '町の仕事として、町が予算と人を用意して行うため。（見本）',
  residents: '地域の人だけで始められ、続けられるため。（見本）',
  together: '住民と町が役割を分けると、よりよくなるため。（見本）',
};

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

/** The page of the town's call at the clerk's desk. */
async function callOf(troupe: Troupe, clerk: string): Promise<Page> {
  const calls = went(await (await troupe.as(clerk)).get(troupe.path('staff/proposals')));
  return went(await calls.click(CALL));
}

const basicsOf = ({ title, field }: PlannedProposal): Record<string, FieldValue> => ({
  ...{ title, field, contact: '0949-00-0000（見本）', mail: '' },
});

async function send(section: Page, { aim, activities }: PlannedProposal, button: string): Promise<void> {
  const answers = section.form().fill({ 'form[aim]': aim, 'form[activities]': activities });
  const check = went(await answers.submit('保存して次へ'));
  went(await check.form(button).submit());
}
