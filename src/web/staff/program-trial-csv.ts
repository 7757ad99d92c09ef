import type { RuleTrial, TriedApplication } from '../../applications/index.js';
import { subtractYen } from '../../kernel/yen.js';
import { writeCsv } from '../../platform/csv/index.js';

/** What is to be said of a row beside its amounts. */
export const remarkOf = ({ missing, lost }: TriedApplication): string =>
  [
    missing.length > 0 ? `${missing.join('、')}がわからないため、計算できません。` : '',
    lost.length > 0 ? `この版にない科目（${lost.join('、')}）の支出は、対象経費に入れていません。` : '',
  ].join('');

/** The rows of a trial as a table for a spreadsheet; an amount that is not known is an empty cell. */
export const trialCsv = ({ rows }: RuleTrial): Buffer =>
  writeCsv<TriedApplication>(
    [
      { header: '収受番号', cell: ({ application }) => application.receivedNumber ?? '' },
      { header: '団体', cell: ({ application }) => application.organizationName },
      { header: '申請', cell: ({ title }) => title },
      { header: '申請のときの額', cell: ({ before }) => before },
      { header: 'この版での額', cell: ({ after }) => after?.total ?? null },
      { header: '差', cell: ({ before, after }) => (after ? subtractYen(after.total, before) : null) },
      { header: '備考', cell: remarkOf },
    ],
    rows,
  );
