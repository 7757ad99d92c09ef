import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { givesPledge, inquiryAnswer, inquiryFaults, readAccessReason, type Inquiry } from './inquiry.js';

const asked = (answer: Inquiry['answer']): Inquiry => ({
  askedOn: localDate('2026-05-01'),
  answer,
  recordedAt: new Date('2026-05-01T00:00:00Z'),
  recordedBy: '担当 一子',
});

describe('暴力団排除の照会', () => {
  it('rests on the pledge that speaks of it', () => {
    const books = { kind: 'declaration', text: '帳簿を備えます。' };
    expect(givesPledge([books, { kind: 'declaration', text: '暴力団員と関係がなく、照会に同意します。' }])).toBe(true);
    expect(givesPledge([books, { kind: 'text', text: '暴力団の追放を呼びかけます。' }])).toBe(false);
  });

  it.each<[Inquiry | null, boolean, string]>([
    [null, false, '照会はまだ記録されていません。'],
    [asked('waiting'), false, '令和8年5月1日に照会し、回答を待っています。'],
    [asked('clear'), true, '令和8年5月1日に照会し、該当なしの回答がありました。'],
    [asked('found'), false, '令和8年5月1日に照会し、該当ありの回答がありました。照会の担当者に確かめてください。'],
  ])('%j is fulfilled: %s', (inquiry, fulfilled, why) => {
    expect(inquiryAnswer(inquiry)).toEqual({ fulfilled, why });
  });

  it('is not recorded for nobody or for tomorrow', () => {
    const codes = (chosen: number, day: string): string[] =>
      inquiryFaults(chosen, localDate(day), localDate('2026-05-01')).map(({ code }) => code);
    expect(codes(1, '2026-05-01')).toEqual([]);
    expect(codes(0, '2026-05-02')).toEqual(['reviews.inquiry-nothing-chosen', 'reviews.inquiry-in-future']);
  });

  it('opens the names only for a stated reason', () => {
    expect(readAccessReason(' 警察署への照会 ')).toBe('警察署への照会');
    expect(() => readAccessReason('  ')).toThrow('common.invalid');
    expect(() => readAccessReason('照'.repeat(301))).toThrow('common.invalid');
  });
});
