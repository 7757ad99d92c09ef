import type { Page } from '../../visitor/page.js';
import type { FieldValue } from '../../visitor/visitor.js';
import type { CastOrganization } from '../cast.js';
import { went, type Troupe } from '../troupe.js';
import { callOf, YEARS_CALL } from './call-desk.js';
import { KOTAKE_PROPOSALS, type PlannedProposal } from './proposals.js';

const RECEIVED_ON = '2026/5/15';
const CONTACT = { contact: '0949-00-0000（見本）', mail: '' };
const SENT_ONLINE = 'この内容で提出する';

/** Residents propose without an account, each organisation at its own desk. */
export async function proposeOnline(
  troupe: Troupe,
  organizations: readonly CastOrganization[],
  proposals = KOTAKE_PROPOSALS,
  call = YEARS_CALL,
): Promise<void> {
  for (const proposal of proposals) {
    const { by } = proposal;
    if (by.kind === 'resident') {
      const { kind, name, publicName } = by;
      const blank = await blankOf(troupe, call);
      const basics = { ...basicsOf(proposal), ...CONTACT, kind, name, publicName };
      await send(went(await blank.form().fill(basics).submit()), proposal, SENT_ONLINE);
    } else if (by.kind === 'organization') {
      for (const cast of organizations.filter(({ district }) => district === by.district)) {
        await proposeAsOrganization(troupe, cast, proposal, call);
      }
    }
  }
}

async function blankOf(troupe: Troupe, title: string): Promise<Page> {
  const resident = troupe.passerBy();
  const calls = went(await resident.get(troupe.path('calls')));
  const call = went(await calls.click(title));
  return went(await resident.get(`${call.path}/proposing`));
}

async function proposeAsOrganization(
  troupe: Troupe,
  cast: CastOrganization,
  proposal: PlannedProposal,
  call: string,
): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const list = went(await officer.get(troupe.path('committee/proposals')));
  const blank = went(await list.click(`団体として提案する：${call}`));
  const begun = went(
    await blank
      .form()
      .fill({ ...basicsOf(proposal), publicName: 'yes' })
      .submit(),
  );
  await send(went(await officer.get(`${begun.url.pathname}/form/proposal`)), proposal, SENT_ONLINE);
}

/** The clerk enters the papers that the staff handed in, as in the town's own year; one group for each field. */
export async function enterPapers(
  troupe: Troupe,
  clerk: string,
  receivedOn = RECEIVED_ON,
  proposals = KOTAKE_PROPOSALS,
  call = YEARS_CALL,
): Promise<void> {
  const desk = await troupe.as(clerk);
  const blank = went(await (await callOf(troupe, clerk, call)).click('紙の提案を入力する'));
  const fields = [...new Set(KOTAKE_PROPOSALS.map(({ field }) => field))];
  for (const proposal of proposals.filter(({ by }) => by.kind === 'staff')) {
    const group = `職員提案 第${String(fields.indexOf(proposal.field) + 1)}班（見本）`;
    const from = { ...CONTACT, kind: 'staff', name: group, publicName: 'yes' };
    const paper = blank.form().fill({ ...basicsOf(proposal), ...from, receivedOn });
    const begun = went(await paper.submit());
    const section = went(await desk.get(`${begun.url.pathname}/form/proposal`));
    await send(section, proposal, 'この内容で受け付ける');
  }
}

const basicsOf = ({ title, field }: PlannedProposal): Record<string, FieldValue> => ({ title, field });

async function send(section: Page, { aim, activities, people = '' }: PlannedProposal, button: string): Promise<void> {
  const answers = { 'form[aim]': aim, 'form[activities]': activities, 'form[people]': people };
  const check = went(await section.form().fill(answers).submit('保存して次へ'));
  went(await check.form(button).submit());
}
