import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { isShown, readBulletin, standingOf } from './bulletin.js';
import { captionFaults, moved } from './enclosure.js';
import { daysInWords, meetingTitle, readMeeting, readNumber } from './meeting.js';
import { afterAct, type PublicationAction, type PublicationState } from './publication.js';
import { shownWords } from './town-words.js';

const codes = ({ faults }: { faults: readonly { pointer: string; code: string }[] }): string[] =>
  faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('what is published', () => {
  it('is taken down, never a draft again', () => {
    const led = (state: PublicationState, action: PublicationAction): string => {
      try {
        return afterAct(state, action);
      } catch (error) {
        return error instanceof DomainError ? error.kind : String(error);
      }
    };
    expect(led('draft', 'publish')).toBe('published');
    expect(led('draft', 'take-down')).toBe('conflict');
    expect(led('published', 'take-down')).toBe('taken-down');
    expect(led('published', 'publish')).toBe('conflict');
    expect(led('taken-down', 'publish')).toBe('published');
    expect(led('taken-down', 'take-down')).toBe('conflict');
  });
});

describe('a bulletin', () => {
  const typed = { title: ' 説明会 ', day: '令和8年5月1日', body: '行います。', shownFrom: '', shownUntil: '' };

  it('is shown from its own day where nothing else was typed', () => {
    expect(readBulletin(typed).content).toEqual({
      title: '説明会',
      day: '2026-05-01',
      body: '行います。',
      shownFrom: '2026-05-01',
      shownUntil: null,
    });
  });

  it('names each field that is wrong', () => {
    expect(codes(readBulletin({ title: '', day: '', body: ' ', shownFrom: 'いつか', shownUntil: '' }))).toEqual([
      'title records.title-missing',
      'day common.day-missing',
      'body records.body-missing',
      'shownFrom common.day-unreadable',
    ]);
    expect(codes(readBulletin({ ...typed, shownUntil: '2026/4/30' }))).toEqual([
      'shownUntil records.shown-until-before-from',
    ]);
  });

  it('is seen on its first and its last day, not before and not after', () => {
    const bulletin = {
      state: 'published',
      shownFrom: localDate('2026-05-01'),
      shownUntil: localDate('2026-05-31'),
    } as const;
    const on = (day: string): string => standingOf(bulletin, localDate(day));
    expect(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map(on)).toEqual([
      'to-come',
      'published',
      'published',
      'over',
    ]);
    expect(isShown({ ...bulletin, state: 'draft' }, localDate('2026-05-10'))).toBe(false);
  });
});

describe('a meeting', () => {
  it('has its number as people write it', () => {
    expect(['第10回', '１０', ' 10 ', '0', '第回', '1000', '十'].map(readNumber)).toEqual([
      10,
      10,
      10,
      null,
      null,
      null,
      null,
    ]);
    expect(meetingTitle({ number: 10, title: '' })).toBe('第10回');
    expect(meetingTitle({ number: 3, title: '提案を読み合わせる' })).toBe('第3回　提案を読み合わせる');
  });

  it('is written after it was held', () => {
    const typed = { number: '1', heldOn: '2026/5/2', title: '', body: '話し合いました。' };
    expect(codes(readMeeting(typed, localDate('2026-05-01')))).toEqual(['heldOn records.meeting-in-future']);
    expect(readMeeting(typed, localDate('2026-05-02')).content?.heldOn).toBe('2026-05-02');
    expect(codes(readMeeting({ number: '', heldOn: '', title: '', body: '' }, localDate('2026-05-02')))).toEqual([
      'number records.number-missing',
      'heldOn common.day-missing',
      'body records.meeting-body-missing',
    ]);
  });

  it('tells the days of several from the first to the last', () => {
    const days = ['2012-10-04', '2012-04-25', '2012-07-13'].map(localDate);
    expect(daysInWords(days)).toBe('平成24年4月25日から平成24年10月4日まで');
    expect(daysInWords([])).toBe('');
  });
});

describe('photographs', () => {
  it('change places with their neighbour and stay where there is none', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'x', 'down')).toEqual(['a', 'b']);
  });

  it('have words for those who do not see them', () => {
    expect(captionFaults('', 'description1', 'photo')).toEqual([
      { pointer: 'description1', code: 'records.description-missing' },
    ]);
    expect(captionFaults('机を囲んで話す職員', 'description1', 'photo')).toEqual([]);
  });
});

describe('the words of a town', () => {
  it('are neutral where it has written none, field by field', () => {
    const neutral = shownWords(null);
    expect(Object.values(neutral).every((text) => text.length > 20)).toBe(true);
    const own = shownWords({
      lead: '見本市の窓口です。',
      summary: '',
      about: '',
      applying: '',
      accessibility: '',
      privacy: '',
    });
    expect(own).toEqual({ ...neutral, lead: '見本市の窓口です。' });
  });
});
