import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { countsByProject, firstWord } from './continuation.js';

const earlier = (id: string, proposalId: string | null = null) => ({ id, fiscalYear: fiscalYear(2026), proposalId });

describe('the project of an application', () => {
  it('that comes from a proposal is new, whatever else its organisation does', () => {
    expect(firstWord('flowers', [earlier('a', 'buses'), earlier('b')])).toEqual({
      ...{ continuation: 'new', continuesId: null, proposalId: 'flowers' },
    });
  });

  it('goes on with the year before of the same proposal', () => {
    const word = firstWord('flowers', [earlier('a', 'buses'), earlier('b', 'flowers')]);
    expect(word).toMatchObject({ continuation: 'continued', continuesId: 'b' });
  });

  it('goes on with the only one that there is, and is asked for among several', () => {
    expect(firstWord(null, [])).toMatchObject({ continuation: 'new' });
    expect(firstWord(null, [earlier('a', 'buses')])).toMatchObject({ continuation: 'continued', continuesId: 'a' });
    expect(firstWord(null, [earlier('a'), earlier('b')])).toMatchObject({ continuation: 'unsaid', continuesId: null });
  });

  it('counts only where an organisation may have several in a year and the rule asks for the year', () => {
    const asks = { facts: [{ source: 'support-year' }] };
    expect(countsByProject({ perYear: { most: 3 }, rule: asks })).toBe(true);
    expect(countsByProject({ perYear: null, rule: asks })).toBe(true);
    expect(countsByProject({ perYear: { most: 1 }, rule: asks })).toBe(false);
    expect(countsByProject({ perYear: null, rule: { facts: [{ source: 'wards' }] } })).toBe(false);
  });
});
