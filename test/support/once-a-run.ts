import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/** A folder that exists as long as this run of tests. */
export function runFolder(): string {
  return fromSetup('TEST_RUN_FOLDER');
}

/** Unique among everything that tests on the same machine. */
export function runName(): string {
  return fromSetup('TEST_RUN_NAME');
}

/**
 * Does costly work once for all test files of a run, which live in several processes: the first one that asks does it,
 * the others wait for its result, which must survive JSON.
 */
export async function onceARun<T>(what: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(runFolder(), `${what}.json`);
  if (claim(`${file}.claimed`)) {
    const outcome: Outcome<T> = await work().then(
      (value) => ({ value }),
      (error: unknown) => ({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
    writeFileSync(`${file}.draft`, JSON.stringify(outcome));
    renameSync(`${file}.draft`, file);
  }
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(25)) {
    const text = read(file);
    if (text === undefined) continue;
    const outcome = JSON.parse(text) as Outcome<T>;
    if ('fault' in outcome) throw new Error(`${what}: ${outcome.fault}`);
    return outcome.value;
  }
  throw new Error(`${what}: not ready within ${String(PATIENCE_MS / 1000)} s`);
}

type Outcome<T> = { readonly value: T } | { readonly fault: string };

function fromSetup(variable: 'TEST_RUN_FOLDER' | 'TEST_RUN_NAME'): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error('tests start through jest, whose global setup prepares the run');
  return value;
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
