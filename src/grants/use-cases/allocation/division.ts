import { yen } from '../../../kernel/yen.js';
import { allocateProRata, proRataLine, ROUNDING_UNITS, roundingInWords } from '../../../programs/index.js';
import type { Division } from '../../domain/allocation/division.js';

type RoundingUnit = (typeof ROUNDING_UNITS)[number];

const unitOf = (unit: number): RoundingUnit => {
  const known = ROUNDING_UNITS.find((each) => each === unit);
  if (!known) throw new RangeError(`no unit to round to: ${String(unit)}`);
  return known;
};

/** 按分 by the rule of the programmes, so that a trial and the rule of an edition never differ. */
export const division: Division = {
  divide: (requests, available, unit) =>
    new Map(allocateProRata(requests, available, unitOf(unit)).shares.map(({ id, amount }) => [id, amount])),
  inWords: ({ ceiling, unit, article }, requested, share, asked) =>
    proRataLine({ method: 'pro-rata', unit: unitOf(unit), article }, { id: '', amount: requested }, share, {
      available: yen(ceiling),
      asked,
    }).formula,
  rounding: (unit) => roundingInWords({ unit: unitOf(unit), mode: 'down' }),
};
