import { describe, expect, it } from '@jest/globals';
import { sortingChanges, type Sorting, type SortingKind } from './sorting.js';

const sorted = (turn: number, kind: SortingKind, reason = '見本のため'): Sorting => ({
  ...{ id: `s${String(turn)}`, proposalId: 'p', kind, reason, turn },
  ...{ sortedAt: new Date('2026-06-01T00:00:00Z'), sortedBy: '見本', meeting: '', metOn: null },
});
const typed = (kind: string, seen = '', reason = '見本のため') => ({ proposalId: 'p', seen, kind, reason });

describe('sorting', () => {
  it('writes what changed and nothing else', () => {
    expect(sortingChanges([typed('', '', '')], []).changes).toEqual([]);
    expect(sortingChanges([typed('town')], []).changes).toMatchObject([{ kind: 'town', turn: 1 }]);
    expect(sortingChanges([typed('town', 's1')], [sorted(1, 'town')]).changes).toEqual([]);
    expect(sortingChanges([typed('town', 's1', '道路のため')], [sorted(1, 'town')]).changes).toMatchObject([
      { reason: '道路のため', turn: 2 },
    ]);
  });

  it('sent twice, it is the same', () => {
    expect(sortingChanges([typed('town')], [sorted(1, 'town')])).toEqual({ changes: [], faults: [], overtaken: [] });
  });

  it('does not write over what somebody else said meanwhile, and leaves alone what was not touched', () => {
    const history = [sorted(1, 'town'), sorted(2, 'together')];
    expect(sortingChanges([typed('residents', 's1')], history)).toMatchObject({ changes: [], overtaken: ['p'] });
    expect(sortingChanges([typed('town', 's1')], history)).toMatchObject({ changes: [], overtaken: [] });
  });

  it('what is chosen or changed needs a reason; what stands without one is left alone', () => {
    expect(sortingChanges([typed('town', '', ' ')], [])).toMatchObject({
      changes: [],
      faults: [{ pointer: 'why[p]' }],
    });
    const faults = sortingChanges([typed('residents', 's1', '')], [sorted(1, 'town')]).faults;
    expect(faults).toMatchObject([{ pointer: 'why[p]' }]);
    const old = [sorted(1, 'town', '')];
    expect(sortingChanges([typed('town', 's1', '')], old)).toEqual({ changes: [], faults: [], overtaken: [] });
  });

  it('a reason alone sorts nothing', () => {
    expect(sortingChanges([typed('', '', '道路のため')], []).faults).toMatchObject([{ pointer: 'sorting[p]' }]);
    expect(sortingChanges([typed('elsewhere')], []).faults).toHaveLength(1);
  });
});
