import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { StartApplication } from '../../../src/applications/index.js';
import { SendBackDraft, WithdrawDraft } from '../../../src/approvals/index.js';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { ViewProof } from '../../../src/closing/index.js';
import { ViewPublicGrants, WriteOpenData } from '../../../src/disclosure/index.js';
import type { GrantView } from '../../../src/grants/index.js';
import { publicActor, type StaffActor } from '../../../src/kernel/actor.js';
import { yen } from '../../../src/kernel/yen.js';
import { readCsv } from '../../../src/platform/csv/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  BeginProposal,
  DecideProposal,
  FreeAdoptionBudget,
  ProposalDesk,
  ProposalDirectory,
  ReceivedProposals,
  SaveProposal,
  ScreenProposal,
  SubmitProposal,
  WriteCall,
  type ProposalState,
} from '../../../src/proposals/index.js';
import {
  aPublishedProgram,
  fillApplication,
  passReview,
  submitApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { aBudgetLine, draftDecision, grantOf, issueLetters } from '../../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

/** What every table rules; whether adoptions are drafted is the town's choice. */
const GRANTS = [
  { act: 'grant-decision', upTo: null, posts: ['係長', '課長'] },
  { act: 'payment-order', upTo: null, posts: ['係長', '課長'] },
] as const;
const ADOPTED = 700_000;
const COMMENT = '地域に必要な取り組みです。';

describe('the budget of an adoption', () => {
  let house: House;
  let hall: TownHall;
  let clerk: StaffActor;
  let approvers: readonly StaffActor[];
  let ours: TestOrganization;
  let callId: string;
  let lineId: string;
  let program: TestProgram;
  let granted: GrantView;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-10' });
    hall = await aTownHall(house);
    clerk = await hall.person('担当 見本', '担当');
    approvers = [await hall.person('係長 見本', '係長'), await hall.person('課長 見本', '課長')];
    await hall.decideBy([...GRANTS]);
    ours = await aRegisteredOrganization(house, clerk);
    lineId = await aBudgetLine(house, clerk, '02-01-07', 900_000);
    program = await aPublishedProgram(house, clerk, { budgetLineId: lineId, fromProposals: true });
    ({ callId } = await house.get(WriteCall).begin(clerk));
    await house.get(WriteCall).publish(clerk, { callId, version: 1, confirmed: true });
  });

  afterAll(() => house.close());

  /** Sent by the organisation and found needed. */
  const aRelevantProposal = async (title: string): Promise<string> => {
    const { officer } = ours;
    const typed = { kind: '', name: '', contact: '', mail: '', publicName: 'yes', title, field: 'community' };
    const proposalId = await house.get(BeginProposal).byOrganization(officer, { callId, typed });
    const key = { proposalId, code: null };
    const fields = new Map([
      ['aim', '集う場がない。'],
      ['activities', '月に2回開く。'],
    ]);
    const saved = { ...key, name: 'proposal', version: 1, page: randomUUID(), fields, settled: [] };
    await house.get(SaveProposal).section(officer, saved);
    await house.get(SubmitProposal).submit(officer, key);
    const { version } = await viewOf(proposalId);
    const found = { outcome: 'relevant', reason: '求められています。' };
    await house.get(ScreenProposal).execute(clerk, { proposalId, version, ...found });
    return proposalId;
  };
  const viewOf = (id: string) => house.get(UnitOfWork).read(clerk, (tx) => house.get(ProposalDirectory).get(tx, id));
  const stateOf = async (id: string): Promise<ProposalState> => (await viewOf(id)).state;
  const line = () => house.get(UnitOfWork).read(clerk, (tx) => house.get(BudgetLedger).line(tx, lineId));
  const adoptionOf = async (proposalId: string, amount: number) => {
    const { version } = await viewOf(proposalId);
    return { proposalId, version, comment: COMMENT, amount: yen(amount), budgetLineId: lineId };
  };
  const adopt = async (proposalId: string, amount: number): Promise<void> =>
    house.get(DecideProposal).adopt(clerk, await adoptionOf(proposalId, amount));
  const draftAdoption = async (proposalId: string, amount: number): Promise<string> => {
    const draft = { title: '企画提案の採択について', reason: '採択する。' };
    const command = await adoptionOf(proposalId, amount);
    return (await house.get(DecideProposal).draftAdoption(clerk, { ...command, draft })).draftId;
  };
  /** As its section reads it beside the proposal. */
  const budgetOf = (id: string) =>
    house.get(UnitOfWork).read(clerk, async (tx) => {
      const { proposal } = await house.get(ReceivedProposals).get(tx, id);
      return (await house.get(ProposalDesk).standingOf(tx, proposal)).budget;
    });
  /** An approver sends it back, and its drafter drops it. */
  const giveUp = async (draftId: string): Promise<void> => {
    const back = { draftId, toStep: 'drafter', reason: '額を確かめてください。' } as const;
    await house.get(SendBackDraft).execute(approvers[0] as StaffActor, back as never);
    await house.get(WithdrawDraft).execute(clerk, { draftId, reason: '取り下げます。' } as never);
  };
  /** The books of the town agree, the money kept for adoptions among them. */
  const proved = async (): Promise<boolean> => (await house.get(ViewProof).now(clerk)).proof.balanced;

  it('a town that drafts no adoption keeps the amount at once, and nobody is promised the same yen', async () => {
    const [first, second] = [await aRelevantProposal('集いの場'), await aRelevantProposal('朝市')];
    await expect(adopt(second, 900_001)).rejects.toMatchObject({
      faults: [{ pointer: 'amount', code: 'proposals.over-budget', params: { available: 900_000n } }],
    });
    await adopt(first, ADOPTED);
    expect(await line()).toMatchObject({ reserved: 700_000n, committed: 0n, available: 200_000n });
    await expect(adopt(second, 200_001)).rejects.toMatchObject({ faults: [{ code: 'proposals.over-budget' }] });
    expect(await stateOf(second)).toBe('relevant');
    expect(await proved()).toBe(true);
  });

  it('the grant of what began from it draws on what was kept, and gives it back with its draft', async () => {
    const [adopted] = await house.get(UnitOfWork).read(clerk, (tx) => house.get(ProposalDirectory).adopted(tx));
    const begun = { programVersionId: program.versionId, requestId: randomUUID(), proposalId: adopted?.id ?? '' };
    const { applicationId } = await house.get(StartApplication).execute(ours.officer, begun);
    await fillApplication(house, ours.officer, applicationId);
    await submitApplication(house, ours.officer, applicationId);
    await passReview(house, clerk, applicationId);
    // Less than was promised: 570,000 yen and 10,000 for each ward.
    const given = await draftDecision(house, clerk, [applicationId]);
    expect(await line()).toMatchObject({ reserved: 700_000n, committed: 0n });
    const { amount } = await grantOf(house, clerk, applicationId);
    expect(await budgetOf(begun.proposalId)).toMatchObject({ kept: 700_000n - amount, drawn: amount });
    await giveUp(given);
    expect(await line()).toMatchObject({ reserved: 700_000n, available: 200_000n });
    expect(await budgetOf(begun.proposalId)).toMatchObject({ kept: 700_000n, drawn: 0n });

    await approveByAll(house, await draftDecision(house, clerk, [applicationId]), ...approvers);
    const after = await line();
    expect(after.reserved).toBe(0n);
    expect(after.committed).toBeGreaterThan(570_000n);
    expect(after.committed).toBeLessThan(700_000n);
    expect(after.available).toBe(900_000n - after.committed);
    expect(await proved()).toBe(true);
    granted = await grantOf(house, clerk, applicationId);
  });

  it('what everyone reads of that grant stands in the field of its proposal', async () => {
    await issueLetters(house, clerk, [granted.id], '2026-05-10');
    await house.drainOutbox();
    const everyone = publicActor(clerk.municipalityId);
    expect((await house.get(ViewPublicGrants).execute(everyone)).fields).toMatchObject([
      { name: 'コミュニティ', grants: 1, granted: granted.amount },
    ]);
    const bytes = await house.get(WriteOpenData).csv(everyone, 'grants');
    expect(readCsv(bytes, ['分野'])[0]?.cells).toEqual({ 分野: 'コミュニティ' });
  });

  it('the proposal behind a grant is named only when its call has closed', async () => {
    const everyone = publicActor(clerk.municipalityId);
    const shown = async () => {
      const bytes = await house.get(WriteOpenData).csv(everyone, 'grants');
      return { origin: (await house.get(ViewPublicGrants).one(everyone, granted.id)).proposal, csv: String(bytes) };
    };
    const open = await shown();
    expect(open.origin).toBeNull();
    expect(open.csv).toContain(ours.name);
    expect(open.csv).not.toContain('集いの場');
    house.clock.at('2026-08-01');
    const closed = await shown();
    expect(closed.origin).toMatchObject({ number: 1, title: '集いの場' });
    expect(closed.csv).toContain('第1号　集いの場');
    // by the ids of the columns the three files are joined
    const write = (name: 'grants' | 'proposals' | 'budgets', columns: string[]) =>
      house
        .get(WriteOpenData)
        .csv(everyone, name)
        .then((bytes) => readCsv(bytes, columns).map(({ cells }) => cells));
    const [grant] = await write('grants', ['提案番号', '予算科目コード', '制度番号', '西暦年度']);
    const proposals = await write('proposals', ['提案番号', '提案の名称']);
    expect(proposals.find((row) => row['提案番号'] === grant?.['提案番号'])).toMatchObject({ 提案の名称: '集いの場' });
    const budgets = await write('budgets', ['予算科目コード', '西暦年度', '制度番号', '交付件数']);
    const budget = budgets.find(
      (row) => row['予算科目コード'] === grant?.['予算科目コード'] && row['西暦年度'] === grant?.['西暦年度'],
    );
    expect(budget).toMatchObject({ 交付件数: '1', 制度番号: expect.stringContaining(grant?.['制度番号'] ?? '?') });
    house.clock.at('2026-05-10');
  });

  it('a draft of an adoption holds the amount while it goes round, and nothing about the proposal moves meanwhile', async () => {
    await hall.decideBy([...GRANTS, { act: 'proposal-adoption', upTo: null, posts: ['係長', '課長'] }]);
    const proposalId = await aRelevantProposal('花壇');
    const before = await line();
    await expect(adopt(proposalId, 100_000)).rejects.toThrow('proposals.adoption-by-draft');
    const dropped = await draftAdoption(proposalId, 100_000);
    expect((await line()).reserved).toBe(100_000n);
    const { version } = await viewOf(proposalId);
    const aside = { proposalId, version, outcome: 'set-aside', reason: '重なる。' };
    await expect(house.get(ScreenProposal).execute(clerk, aside)).rejects.toThrow('proposals.screening-while-drafted');
    const back = { proposalId, code: null, confirmed: true };
    await expect(house.get(SubmitProposal).withdraw(ours.officer, back)).rejects.toThrow(
      'proposals.withdrawal-while-drafted',
    );
    const other = await aRelevantProposal('花の植え替え');
    const { version: seen } = await viewOf(other);
    const merger = { proposalId: other, version: seen, comment: COMMENT, into: proposalId, confirmed: true };
    await expect(house.get(DecideProposal).merge(clerk, merger)).rejects.toMatchObject({
      faults: [{ pointer: 'into' }],
    });
    await giveUp(dropped);
    expect((await line()).available).toBe(before.available);
    expect(await stateOf(proposalId)).toBe('relevant');

    await approveByAll(house, await draftAdoption(proposalId, 80_000), ...approvers);
    expect(await stateOf(proposalId)).toBe('adopted');
    expect(await line()).toMatchObject({ reserved: 80_000n, committed: before.committed });

    await expect(house.get(FreeAdoptionBudget).execute(clerk, { proposalId, why: ' ' })).rejects.toMatchObject({
      faults: [{ pointer: 'freedWhy' }],
    });
    await house.get(FreeAdoptionBudget).execute(clerk, { proposalId, why: '提案した団体が行わないため' });
    expect((await line()).available).toBe(before.available);
    await expect(house.get(FreeAdoptionBudget).execute(clerk, { proposalId, why: 'もう一度' })).rejects.toThrow(
      'proposals.nothing-kept',
    );
    expect(await proved()).toBe(true);
  });

  it('the money of a year that is over promises nothing', async () => {
    const proposalId = await aRelevantProposal('見守り');
    house.clock.at('2027-04-02');
    await expect(draftAdoption(proposalId, 1_000)).rejects.toMatchObject({
      faults: [{ pointer: 'budgetLineId', code: 'proposals.budget-line-missing' }],
    });
  });
});
