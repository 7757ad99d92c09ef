import { addDays, type LocalDate } from '../kernel/local-date.js';
import type { TownFolder } from '../town-folder/index.js';
import { daysBefore } from './story/opening-days.js';

type FolderCall = TownFolder['calls'][number];

/** Calls that follow the one of the folder, with its questions: one is over as well, the other is open. */
export const AUTUMN_CALL = '令和8年度 秋の企画提案（見本）';
const WINTER_CALL = '令和8年度 冬の企画提案（見本）';

const DAYS_OPEN = 45;
const OPENED_DAYS_AGO = 6;

/** The call of the folder is over, one after it as well, and a third with a theme of the town is open `today`. */
export function roundsOf(spring: FolderCall, today: LocalDate): FolderCall[] {
  const called = (
    title: string,
    opens: LocalDate,
    closes: LocalDate,
    words: Record<string, string> = {},
  ): FolderCall => ({
    ...spring,
    title,
    typed: { ...spring.typed, title, opens, closes, ...words },
  });
  return [
    called(spring.title, daysBefore(today, 200), daysBefore(today, 176)),
    called(AUTUMN_CALL, daysBefore(today, 45), daysBefore(today, 14)),
    called(WINTER_CALL, daysBefore(today, OPENED_DAYS_AGO), addDays(today, DAYS_OPEN), {
      ...{ themeKind: 'town', theme: '災害にそなえる、となり近所の助け合い（見本）' },
      lead: '大雨や地震のとき、はじめに助け合えるのは、となり近所の人どうしです。ふだんからできることを提案してください。金額や細かな計画は、まだ決まっていなくてかまいません。（見本）',
    }),
  ];
}
