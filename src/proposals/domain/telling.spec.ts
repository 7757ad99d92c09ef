import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { isUntold, mattersOf, type Telling } from './telling.js';

const SENT = { submittedAt: new Date('2026-05-20T01:00:00Z'), withdrawnAt: null };
const screened = (turn: number) => ({ turn, screenedAt: new Date('2026-05-25T01:00:00Z') });
const told = (occasion: Telling['occasion'], turn: number): Telling => ({
  ...{ occasion, turn, how: 'phone', toldOn: localDate('2026-05-26'), note: '' },
  ...{ writtenAt: new Date('2026-05-26T01:00:00Z'), writtenBy: '見本' },
});
const untold = (course: Parameters<typeof mattersOf>[0], tellings: readonly Telling[]): string[] =>
  mattersOf(course, tellings)
    .filter(isUntold)
    .map(({ occasion, turn }) => `${occasion} ${String(turn)}`);

describe('what a proposer is told', () => {
  it('is each thing once, and a screening that was said anew once more', () => {
    const course = { proposal: SENT, screening: screened(1), decision: null, decisionOfOther: null };
    expect(untold({ ...course, screening: null }, [])).toEqual([]);
    expect(untold(course, [])).toEqual(['screening 1']);
    expect(untold(course, [told('screening', 1)])).toEqual([]);
    expect(untold({ ...course, screening: screened(2) }, [told('screening', 1)])).toEqual(['screening 2']);
  });

  it('is the day of its hearing and of its presentation, each time it changes and until it was there', () => {
    const at = new Date('2026-06-10T01:00:00Z');
    const course = { proposal: SENT, screening: null, decision: null, decisionOfOther: null };
    const planned = (turn: number, held = false) => ({ ...course, hearing: { turn, plannedAt: at, held } });
    expect(untold(planned(1), [])).toEqual(['hearing 1']);
    expect(untold(planned(2), [told('hearing', 1)])).toEqual(['hearing 2']);
    expect(untold(planned(2, true), [])).toEqual([]);
    expect(untold({ ...course, presentation: { turn: 7, at, held: false } }, [])).toEqual(['presentation 7']);
  });

  it('is no invitation any more once the proposal is decided; what was told stays', () => {
    const at = new Date('2026-06-10T01:00:00Z');
    const course = {
      ...{ proposal: SENT, screening: null, decisionOfOther: null },
      ...{ hearing: { turn: 1, plannedAt: at, held: false }, presentation: { turn: 7, at, held: false } },
    };
    const drafted = { ...course, decision: { decidedOn: null } };
    expect(untold(drafted, [])).toEqual(['hearing 1', 'presentation 7']);
    const decided = { ...course, decision: { decidedOn: localDate('2026-07-13') } };
    expect(untold(decided, [])).toEqual(['result 1']);
    expect(mattersOf(decided, [told('hearing', 1)]).map(({ occasion }) => occasion)).toEqual(['hearing', 'result']);
  });

  it('of a merged one is also what became of the other', () => {
    const decided = { decidedOn: localDate('2026-07-13') };
    const merged = { proposal: SENT, screening: screened(1), decision: decided, decisionOfOther: { decidedOn: null } };
    const heard = [told('screening', 1), told('result', 1)];
    expect(untold(merged, heard)).toEqual([]);
    expect(untold({ ...merged, decisionOfOther: decided }, heard)).toEqual(['merged-result 1']);
  });

  it('is nothing once it was taken back', () => {
    const back = { ...SENT, withdrawnAt: new Date('2026-05-30T01:00:00Z') };
    expect(untold({ proposal: back, screening: screened(1), decision: null, decisionOfOther: null }, [])).toEqual([]);
  });
});
