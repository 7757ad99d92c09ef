import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Route } from '../../support/routes.js';

/** One line of `routes.txt`. */
export interface Line extends Route {
  /** For each parameter after the town the table whose records it names; null for what is no record. */
  readonly records: readonly (string | null)[];
}

/** The lines that somebody wrote down, against which the application's own routes are held. */
export function readLines(): Line[] {
  const file = path.join(import.meta.dirname, 'routes.txt');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [method = '', desks = '', address = '', ...records] = line.split(/\s+/);
      return {
        name: `${method} ${address}`,
        method: method as Line['method'],
        path: address,
        desks: (desks === 'none' ? [] : desks.split('|')) as Line['desks'],
        records: records.map((record) => (record === '-' ? null : record)),
      };
    });
}

/** The address in this town, with these records for its parameters. */
export function addressOf(line: Line, town: string, idOf: (table: string) => string): string {
  const [, ...parameters] = line.path.match(/:\w+/g) ?? [];
  return parameters.reduce(
    (address, parameter, at) => {
      const table = line.records[at];
      return address.replace(parameter, table ? idOf(table) : 'x');
    },
    line.path.replace(':town', town),
  );
}

/** Runs so many at a time, as a handful of browsers would. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>, atATime = 6): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
