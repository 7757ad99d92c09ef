import { describe, expect, it } from '@jest/globals';
import { newestNews, type NewsItem } from './news-item.js';

const item = (category: string, day: number): NewsItem => ({
  ...{ title: `${category}${String(day)}`, text: '', path: `${category}/${String(day)}`, category },
  at: new Date(Date.UTC(2026, 4, day)),
});
const many = (category: string, from: number, until: number): NewsItem[] =>
  Array.from({ length: until - from + 1 }, (_, index) => item(category, from + index));

describe('what the feed has room for', () => {
  it('is the newest of all, newest first', () => {
    const titles = newestNews([item('a', 2), item('b', 3), item('a', 1)], 2, 2).map(({ title }) => title);
    expect(titles).toEqual(['b3', 'a2']);
  });

  it('leaves room for the others where one kind came in great numbers, and gives it back where they have nothing', () => {
    const records = many('records', 10, 30);
    const kinds = (items: readonly NewsItem[]) => items.filter(({ category }) => category === 'records').length;
    expect(kinds(newestNews([...records, ...many('grants', 1, 8), ...many('calls', 1, 8)], 10, 4))).toBe(4);
    expect(kinds(newestNews([...records, ...many('grants', 1, 2)], 10, 4))).toBe(8);
  });
});
