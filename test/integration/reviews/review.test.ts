import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import {
  ApplicationDirectory,
  changesBetween,
  linesIn,
  type ApplicationDraft,
  type CorrectionPoint,
  type SubmittedContent,
} from '../../../src/applications/index.js';
import { sectionNamed, type TypedAnswer } from '../../../src/forms/index.js';
import { CaseList, type CaseItem } from '../../../src/cases/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  PassApplication,
  ReturnApplication,
  Reviews,
  SaveReview,
  type ReviewForm,
  type ReviewView,
} from '../../../src/reviews/index.js';
import {
  aPassedApplication,
  aPublishedProgram,
  aSubmittedApplication,
  draftOf,
  passReview,
  saveSection,
  submitApplication,
} from '../../support/builders/applications.js';
import { aRegisteredOrganization } from '../../support/builders/organizations.js';
import { aTownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

/** What stands in a section, to be sent again with an answer to a point. */
const answersOf = ({ content }: ApplicationDraft, section: string): Record<string, TypedAnswer> =>
  Object.fromEntries(content.answers.filter((each) => each.section === section).map(({ id, value }) => [id, value]));

describe('reviewing', () => {
  let house: House;
  let clerk: StaffActor;
  let colleague: StaffActor;
  let chief: StaffActor;
  let officer: OfficerActor;
  let id: string;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20' });
    const hall = await aTownHall(house);
    clerk = await hall.person('担当 一子', '担当');
    colleague = await hall.person('同僚 二郎', '担当');
    chief = await hall.person('課長 三郎', '課長');
    officer = (await aRegisteredOrganization(house, clerk)).officer;
  });

  beforeEach(async () => {
    id = await aSubmittedApplication(house, officer, await aPublishedProgram(house, clerk));
  });

  afterAll(() => house.close());

  const read = <T>(who: StaffActor | OfficerActor, look: Parameters<UnitOfWork['read']>[1]): Promise<T> =>
    house.get(UnitOfWork).read(who, look) as Promise<T>;
  const review = (): Promise<ReviewView> => read(clerk, (tx) => house.get(Reviews).of(tx, id));
  const points = (): Promise<CorrectionPoint[]> =>
    read(officer, (tx) => house.get(ApplicationDirectory).pointsOf(tx, id));
  const caseOf = (): Promise<CaseItem> => read(clerk, (tx) => house.get(CaseList).find(tx, id));
  const rounds = async (): Promise<SubmittedContent[]> => {
    const sent = await house.get(UnitOfWork).read(clerk, (tx) => house.get(ApplicationDirectory).submissionsOf(tx, id));
    return sent.map(({ content }) => content);
  };
  const form = (version: number, words: Partial<ReviewForm> = {}): ReviewForm => ({
    applicationId: id,
    version,
    answers: [],
    points: [],
    assessments: [],
    ...words,
  });
  const yesToAll = async (): Promise<ReviewForm['answers']> =>
    (await review()).items
      .filter(({ automatic }) => !automatic)
      .map((item) => ({ itemId: item.id, answer: 'yes', remark: '' }));

  it('answers by itself what can be answered, and says why', async () => {
    const { items, version } = await review();
    expect(version).toBe(0);
    expect(
      items.filter(({ automatic }) => automatic).map(({ id: item, answer, remark }) => [item, answer, remark]),
    ).toEqual([
      ['registered', 'yes', '団体の登録は済んでいます。'],
      ['period', 'yes', '令和8年4月20日に受け付けました。受付期間は令和8年4月1日から令和8年5月29日までです。'],
      ['officers', 'yes', '見本 花子さんの任期は令和8年4月1日から令和10年3月31日まで、提出は令和8年4月20日です。'],
      ['balance', 'yes', '収入合計は630,000円、支出合計は630,000円です。'],
      ['declared', 'yes', '4項目のうち4項目に同意しています。'],
    ]);
    expect(items.filter(({ automatic }) => !automatic).map(({ answer }) => answer)).toEqual([null, null, null]);
  });

  it('keeps answers as they are given and shows them to the colleague, whose old page is refused', async () => {
    await house
      .get(SaveReview)
      .execute(clerk, form(0, { answers: [{ itemId: 'purpose', answer: 'yes', remark: '総会資料で確認' }] }));
    expect(await review()).toMatchObject({ version: 1, changedBy: '担当 一子' });
    expect((await review()).items.find((item) => item.id === 'purpose')).toMatchObject({
      answer: 'yes',
      remark: '総会資料で確認',
      by: '担当 一子',
    });
    expect(await caseOf()).toMatchObject({ phase: 'review' });

    await expect(house.get(SaveReview).execute(colleague, form(0))).rejects.toMatchObject({
      code: 'reviews.saved-by-another',
      kind: 'stale',
      params: { name: '担当 一子' },
    });
    await house
      .get(SaveReview)
      .execute(colleague, form(1, { answers: [{ itemId: 'plan', answer: 'no', remark: '' }] }));
    expect((await review()).items.map(({ by }) => by).filter(Boolean)).toEqual(['担当 一子', '同僚 二郎']);
  });

  it('lets nothing pass that is open, answered no, or set aside without a reason', async () => {
    const answers = [
      { itemId: 'purpose', answer: 'no', remark: '' },
      { itemId: 'plan', answer: 'not-applicable', remark: ' ' },
    ];
    await expect(house.get(PassApplication).execute(clerk, form(0, { answers }))).rejects.toMatchObject({
      faults: [
        { pointer: 'answers.purpose', code: 'reviews.item-not-fulfilled' },
        { pointer: 'answers.plan', code: 'reviews.reason-missing' },
        { pointer: 'answers.expenses', code: 'reviews.item-unanswered' },
      ],
    });
    const written = form(0, {
      answers: await yesToAll(),
      points: [{ pointer: 'form.aim', text: '書き足してください。' }],
    });
    await expect(house.get(PassApplication).execute(clerk, written)).rejects.toMatchObject({
      code: 'reviews.points-not-sent',
    });
  });

  it('passes, once, and then the application may be drafted for decision', async () => {
    const answers = await yesToAll();
    await house.get(PassApplication).execute(clerk, form(0, { answers }));
    expect(await caseOf()).toMatchObject({ phase: 'passed', waitingFor: 'promotion' });
    const passed = await house.get(UnitOfWork).read(clerk, (tx) => house.get(Reviews).passedApplications(tx));
    expect(passed.find((each) => each.id === id)).toMatchObject({ state: 'passed', amount: 630_000n });
    expect((await review()).outcomes).toMatchObject([{ round: 1, outcome: 'passed', madeBy: '担当 一子' }]);
    await expect(house.get(PassApplication).execute(clerk, form(1, { answers }))).rejects.toMatchObject({
      code: 'reviews.not-open',
    });
  });

  it('returns with points at their places, which the committee answers there or mends', async () => {
    const line = linesIn(sectionNamed((await draftOf(house, officer, id)).sections, 'budget'))[0];
    if (!line) throw new Error('the application has a line');
    const toReturn = form(0, {
      points: [
        { pointer: 'form.aim', text: 'だれのための活動か書いてください。' },
        { pointer: `budget.${line.id}`, text: '会場費の回数を摘要に書いてください。' },
        { pointer: 'form.next', text: '  ' },
      ],
    });
    await house.get(ReturnApplication).execute(clerk, { ...toReturn, correctBy: '令和8年5月8日' });
    expect(await caseOf()).toMatchObject({ phase: 'returned', waitingFor: 'committee', dueOn: '2026-05-08' });
    const [first, second, ...more] = await points();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      round: 1,
      label: '今年度に目ざすこと',
      text: 'だれのための活動か書いてください。',
      answer: null,
    });
    expect(second).toMatchObject({ pointer: `budget.${line.id}`, label: '支出：会議費' });

    const unmended = await draftOf(house, officer, id);
    expect(unmended.faults).toEqual([
      {
        pointer: `pointAnswers.${first?.id ?? ''}`,
        code: 'applications.point-unanswered',
        params: { label: '今年度に目ざすこと' },
      },
      {
        pointer: `pointAnswers.${second?.id ?? ''}`,
        code: 'applications.point-unanswered',
        params: { label: '支出：会議費' },
      },
    ]);
    await saveSection(house, officer, id, 'plan', {
      answers: answersOf(unmended, 'plan'),
      pointAnswers: { [first?.id ?? '']: '一人暮らしの高齢の人のためです。' },
    });
    await saveSection(house, officer, id, 'budget', { lines: [{ ...line, remark: '会場費（年12回）' }] });
    house.clock.at('2026-06-05');
    await submitApplication(house, officer, id);
    house.clock.at('2026-04-20');

    expect((await points()).map(({ answer }) => answer)).toEqual(['一人暮らしの高齢の人のためです。', '']);
    const [after, before] = await rounds();
    if (!after || !before) throw new Error('there are two rounds');
    expect(changesBetween(before, after)).toEqual([
      {
        pointer: `budget.${line.id}`,
        label: '支出：会議費',
        before: '会議費 630,000円（会場費）',
        after: '会議費 630,000円（会場費（年12回））',
      },
    ]);
    expect(await review()).toMatchObject({ points: [], outcomes: [{ round: 1, outcome: 'returned' }] });
    const { items } = await review();
    expect(items.find((item) => item.id === 'period')).toMatchObject({ answer: 'yes' });
    await passReview(house, clerk, id);
  });

  it('keeps 収受番号 and 収受日 through a correction', async () => {
    const before = await caseOf();
    await house.get(ReturnApplication).execute(clerk, {
      ...form(0, { points: [{ pointer: 'budget.whole', text: '見直してください。' }] }),
      correctBy: '2026-05-08',
    });
    const point = (await points())[0]?.id ?? '';
    await saveSection(house, officer, id, 'pledges', {
      answers: answersOf(await draftOf(house, officer, id), 'pledges'),
      pointAnswers: { [point]: '見直しました。' },
    });
    house.clock.at('2026-05-01');
    const receipt = await submitApplication(house, officer, id);
    house.clock.at('2026-04-20');
    expect(receipt).toEqual({ receivedNumber: before.receivedNumber, receivedOn: '2026-04-20', round: 2 });
  });

  it('does not return without a point, without a day, or to a place that is not there', async () => {
    const back = (correctBy: string, wishes: ReviewForm['points']) =>
      house.get(ReturnApplication).execute(clerk, { ...form(0, { points: wishes }), correctBy });
    const point = { pointer: 'form.aim', text: '書き足してください。' };
    await expect(back('2026-05-08', [])).rejects.toMatchObject({ faults: [{ code: 'applications.no-points' }] });
    await expect(back('', [point])).rejects.toMatchObject({
      faults: [{ pointer: 'correctBy', code: 'reviews.correct-by-missing' }],
    });
    await expect(back('2026-04-19', [point])).rejects.toMatchObject({
      faults: [{ pointer: 'correctBy', code: 'reviews.correct-by-past' }],
    });
    await expect(back('2026-05-08', [{ ...point, pointer: 'form.nowhere' }])).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await review()).toMatchObject({ version: 0 });
  });

  it('belongs to promotion staff: approvers and the audit only read, officers see nothing of it', async () => {
    expect(() => house.get(SaveReview).execute(chief, form(0))).toThrow('common.forbidden');
    await expect(house.get(UnitOfWork).read(chief, (tx) => house.get(Reviews).of(tx, id))).resolves.toMatchObject({
      applicationId: id,
    });
    await expect(house.get(UnitOfWork).read(officer, (tx) => house.get(Reviews).of(tx, id))).rejects.toThrow(
      'common.forbidden',
    );
  });

  it('lists cases by due day, page by page, each once', async () => {
    for (let count = 0; count < 3; count += 1)
      await aPassedApplication(house, officer, clerk, await aPublishedProgram(house, clerk));
    const all = await house.get(UnitOfWork).read(clerk, (tx) => house.get(CaseList).forStaff(tx));
    const seen: string[] = [];
    let after: Parameters<CaseList['forStaff']>[2] = null;
    do {
      const here: Awaited<ReturnType<CaseList['forStaff']>> = await house
        .get(UnitOfWork)
        .read(clerk, (tx) => house.get(CaseList).forStaff(tx, {}, after, 2));
      seen.push(...here.items.map((item) => item.id));
      after = here.next;
    } while (after);
    expect(seen).toEqual(all.items.map((item) => item.id));
    const passed = await house
      .get(UnitOfWork)
      .read(clerk, (tx) => house.get(CaseList).forStaff(tx, { phase: 'passed', waitingFor: 'promotion' }));
    expect(passed.items.every(({ phase }) => phase === 'passed')).toBe(true);
    expect(passed.items.length).toBeGreaterThanOrEqual(3);
  });
});
