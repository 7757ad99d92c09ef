import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { Faults, foldSpaces } from './typed-text.js';

const MAX_WARDS = 200;
const MAX_NAME = 30;

/**
 * 行政区, one a line, in the order typed; blank lines are nothing. A name twice is refused, because the number
 * of wards is an amount of money. Throws faults at `pointer`.
 */
export function readWards(typed: string, pointer = 'wards'): string[] {
  const faults = new Faults();
  const wards = typed
    .split(/\r\n|\r|\n/)
    .map(foldSpaces)
    .filter((line) => line !== '');
  if (wards.length === 0) faults.add(pointer, 'organizations.wards-missing');
  if (wards.length > MAX_WARDS) faults.add(pointer, 'organizations.wards-too-many', { max: MAX_WARDS });
  const tooLong = wards.find((name) => [...name].length > MAX_NAME);
  if (tooLong) faults.add(pointer, 'organizations.ward-too-long', { name: tooLong.slice(0, MAX_NAME), max: MAX_NAME });
  const twice = [...new Set(wards.filter((name, index) => wards.findIndex((other) => sameName(other, name)) < index))];
  if (twice.length > 0) faults.add(pointer, 'organizations.ward-twice', { names: twice.join('、') });
  refuseWhenFaulty(faults.list);
  return wards;
}

/** 「一区」 typed full-width and half-width, with or without a blank, is one ward. */
const sameName = (a: string, b: string): boolean => key(a) === key(b);
const key = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
