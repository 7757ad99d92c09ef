import type { Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';
import { openProposal, YEARS_CALL } from './call-desk.js';
import { KOTAKE_PROPOSALS, type PlannedProposal } from './proposals.js';

const PLACE = '役場2階 会議室（見本）';

/** Their proposers are heard, and present them. */
export const HEARD: readonly PlannedProposal[] = KOTAKE_PROPOSALS.filter(({ heard }) => heard !== undefined);

/** The day is told to each proposer who is to be heard. */
export async function planHearings(
  troupe: Troupe,
  { clerk }: Hall,
  heldOn: string,
  proposals = HEARD,
  call = YEARS_CALL,
): Promise<void> {
  for (const { title } of proposals) {
    const planning = went(await (await openProposal(troupe, clerk, title, call)).click('聞き取りの日を決める'));
    const words = '写真や図があれば、お持ちください。（見本）';
    const people = 'まちづくり推進課 担当、コミュニティ支援係長';
    const day = planning.form('聞き取りの日を知らせる');
    went(await day.fill({ heldOn, startsAt: '14:00', place: PLACE, people, words }).submit());
  }
}

/** What was asked and answered on that day is written down. */
export async function hearProposers(
  troupe: Troupe,
  { clerk }: Hall,
  proposals = HEARD,
  call = YEARS_CALL,
): Promise<void> {
  for (const { title, heard = '' } of proposals) {
    const note = went(await (await openProposal(troupe, clerk, title, call)).click('聞き取りを記録する'));
    went(await note.form('記録を保存する').fill({ found: heard }).submit('記録を保存する'));
  }
}
