import { approve, type Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';
import { callOf, openProposal, receivedOf, YEARS_CALL } from './call-desk.js';
import type { IdeaResult } from './ideas/idea.js';
import { KOTAKE_PROPOSALS, plannedAs, type PlannedProposal } from './proposals.js';

/** Does the area need it? Every proposal but those `left` is answered, with the reason that its proposer reads. */
export async function screenProposals(
  troupe: Troupe,
  { clerk }: Hall,
  left: readonly PlannedProposal[] = [],
  call = YEARS_CALL,
): Promise<void> {
  const desk = await troupe.as(clerk);
  for (const [title, path] of await receivedOf(troupe, clerk, call)) {
    if (left.some((each) => each.title === title)) continue;
    const form = went(await desk.get(path)).form('必要性の確認を保存する');
    went(await form.fill({ ...plannedAs(title).screened }).submit('必要性の確認を保存する'));
  }
}

/** Who sorted. */
const MEETING = '協働のまちづくり庁内会議（見本）';

/** One board, one form: every proposal but those `left` goes to whoever is to do it, as a meeting of that day said. */
export async function sortProposals(
  troupe: Troupe,
  { clerk }: Hall,
  metOn: string,
  left: readonly PlannedProposal[] = [],
): Promise<void> {
  const call = await callOf(troupe, clerk);
  const board = went(await (await troupe.as(clerk)).get(`${call.url.pathname}/sorting`));
  const form = board.form('仕分けを保存する');
  for (const card of board.$('.sorting-card').toArray()) {
    const planned = plannedAs(board.$(card).find('a').first().text().trim());
    if (left.includes(planned)) continue;
    const name = board.$(card).find('input[name^="sorting["]').first().attr('name') ?? '';
    form.fill({ [name]: planned.sorted, [name.replace('sorting[', 'why[')]: WHY[planned.sorted] });
  }
  const sorted = went(await form.fill({ meeting: MEETING, metOn }).submit('仕分けを保存する'));
  // Offered once all are sorted: from then on the proposers are told.
  if (sorted.html.includes(SETTLE)) went(await sorted.form(SETTLE).submit(SETTLE));
}

const SETTLE = '仕分けを確定して知らせる';

const WHY: Readonly<Record<PlannedProposal['sorted'], string>> = {
  town: '町の仕事として、町が予算と人を用意して行うため。（見本）',
  residents: '地域の人だけで始められ、続けられるため。（見本）',
  together: '住民と町が役割を分けると、よりよくなるため。（見本）',
};

/** What was decided: like proposals become one, some are refused with a comment, others adopted with an amount by 決裁. */
export async function decideProposals(troupe: Troupe, hall: Hall, proposals = KOTAKE_PROPOSALS): Promise<void> {
  const decided = proposals.flatMap(({ title, result }) => (result ? [{ title, result }] : []));
  // Who is merged stands with the other before that is adopted.
  const inTurn = (['merged', 'refused', 'adopted'] as const).flatMap((kind) =>
    decided.filter(({ result }) => result.kind === kind),
  );
  for (const { title, result } of inTurn) await decideProposal(troupe, hall, title, result);
}

async function decideProposal(troupe: Troupe, hall: Hall, title: string, result: IdeaResult): Promise<void> {
  const page = went(await (await openProposal(troupe, hall.clerk, title)).click('結果を決める'));
  if (result.kind === 'merged') {
    const form = page.form('統合する');
    const into = optionNaming(
      page
        .$('select[name=into] option')
        .toArray()
        .map((each) => page.$(each)),
      result.into,
    );
    went(await form.fill({ into, mergerComment: result.comment, mergerConfirmed: 'yes' }).submit('統合する'));
    return;
  }
  if (result.kind === 'refused') {
    const refusal = { refusalComment: result.comment, refusalConfirmed: 'yes' };
    went(await page.form('不採択にする').fill(refusal).submit('不採択にする'));
    return;
  }
  const form = page.form('採択を起案する');
  const lines = page
    .$('select[name=budgetLineId] option')
    .toArray()
    .map((each) => page.$(each));
  const { amount, comment } = result;
  const words = { amount: amount.toLocaleString('ja-JP'), budgetLineId: optionNaming(lines, 'モデル事業'), comment };
  await approve(troupe, hall, went(await form.fill(words).submit('採択を起案する')));
}

/** The value of the option whose words hold these: numbers stand before the titles. */
function optionNaming(
  options: readonly { text(): string; attr(name: string): string | undefined }[],
  words: string,
): string {
  const value = options.find((option) => option.text().includes(words))?.attr('value');
  if (value === undefined) throw new Error(`nothing offered says 「${words}」`);
  return value;
}

/** An adopted proposal that came from no organisation is given to one. */
export async function chooseCarriers(
  troupe: Troupe,
  { clerk }: Hall,
  nameOf: (district: string) => string,
  proposals = KOTAKE_PROPOSALS,
): Promise<void> {
  const desk = await troupe.as(clerk);
  for (const { title, result } of proposals) {
    if (result?.kind !== 'adopted' || result.district === undefined) continue;
    const page = went(await desk.get(troupe.path('staff/model-projects')));
    const form = page.form(`[action$="/staff/model-projects"][aria-label*="${title}"]`);
    const field = form.fields.find((name) => name.startsWith('organizations[')) ?? '';
    went(await form.fill({ [field]: form.offered(field, nameOf(result.district)) }).submit());
  }
}
