import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeSection, type Revision } from './merge-section.js';
import type { Fields } from './fields.js';

const fields = (record: Record<string, string>): Fields => new Map(Object.entries(record));
const revision = (version: number, page: string, record: Record<string, string>): Revision => ({
  version,
  page,
  fields: fields(record),
});
const opened = revision(1, 'start', { aim: 'はじめの文', next: '' });

describe('two officers at one section', () => {
  it('keeps both when they wrote at different fields', () => {
    const hers = revision(2, 'hers', { aim: '彼女の文', next: '' });
    const merge = mergeSection(opened, [hers], 'his', fields({ aim: 'はじめの文', next: '彼の文' }));
    expect(Object.fromEntries(merge.fields)).toEqual({ aim: '彼女の文', next: '彼の文' });
    expect(merge).toMatchObject({ conflicts: [], tookTheirs: true });
  });

  it('keeps what was saved first and hands the other text back when both wrote at one field', () => {
    const hers = revision(2, 'hers', { aim: '彼女の文', next: '' });
    const merge = mergeSection(opened, [hers], 'his', fields({ aim: '彼の文', next: '' }));
    expect(merge.fields.get('aim')).toBe('彼女の文');
    expect(merge.conflicts).toEqual([{ field: 'aim', mine: '彼の文' }]);
  });

  it('sees no conflict where both typed the same', () => {
    const hers = revision(2, 'hers', { aim: '同じ文', next: '' });
    expect(mergeSection(opened, [hers], 'his', fields({ aim: '同じ文', next: '' })).conflicts).toEqual([]);
  });

  it('keeps a line that she changed while he removed it, and says so', () => {
    const base = revision(1, 'start', { line: '会議費 1,000円' });
    const hers = revision(2, 'hers', { line: '会議費 2,000円' });
    const merge = mergeSection(base, [hers], 'his', fields({}));
    expect(merge.fields.get('line')).toBe('会議費 2,000円');
    expect(merge.conflicts).toEqual([{ field: 'line', mine: null }]);
  });

  it('takes a line that she added although his page never had it', () => {
    const hers = revision(2, 'hers', { aim: 'はじめの文', next: '', added: '研修費' });
    expect(mergeSection(opened, [hers], 'his', fields({ aim: 'はじめの文', next: '' })).fields.get('added')).toBe(
      '研修費',
    );
  });
});

describe('one page that saves again and again', () => {
  it('never meets itself, not even with the version it was opened with', () => {
    const mine = [revision(2, 'mine', { aim: '一度め' }), revision(3, 'mine', { aim: '二度め' })];
    const merge = mergeSection(opened, mine, 'mine', fields({ aim: 'はじめの文' }));
    expect(merge.fields.get('aim')).toBe('はじめの文');
    expect(merge).toMatchObject({ conflicts: [], tookTheirs: false });
  });
});

describe('whatever is typed', () => {
  const record = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'));
  it('loses nothing: each of my fields is in the result or handed back', () => {
    fc.assert(
      fc.property(record, record, record, (base, theirs, mine) => {
        const merge = mergeSection(revision(1, 'start', base), [revision(2, 'theirs', theirs)], 'mine', fields(mine));
        for (const [field, text] of Object.entries(mine)) {
          const kept = merge.fields.get(field) === text;
          const returned = merge.conflicts.some((conflict) => conflict.field === field && conflict.mine === text);
          const untouched = base[field] === text;
          expect(kept || returned || untouched).toBe(true);
        }
        for (const [field, text] of Object.entries(theirs)) {
          if (base[field] !== text) expect(merge.fields.get(field)).toBe(text);
        }
      }),
    );
  });

  it('is exactly mine while nobody else has saved', () => {
    fc.assert(
      fc.property(record, record, (base, mine) => {
        const merge = mergeSection(revision(1, 'start', base), [], 'mine', fields(mine));
        expect(Object.fromEntries(merge.fields)).toEqual(mine);
      }),
    );
  });
});
