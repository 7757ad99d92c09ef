import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds before `npm start` only where something changed since: a second start must not wait for the compiler, nor pull
 * the files from under an instance that is still stopping.
 */
const STAMP = 'dist/.built';
const SOURCES = ['src', 'migrations', 'package-lock.json', '.swcrc', 'nest-cli.json', 'tsconfig.json'];

function newest(entry) {
  const found = statSync(entry);
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time tells of files added, renamed and removed.
  return Math.max(found.mtimeMs, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const started = new Date();
if (Math.max(...SOURCES.map(newest)) >= built) {
  rmSync(STAMP, { force: true });
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, '');
  // Whatever changes while the compiler reads is built next time.
  utimesSync(STAMP, started, started);
}
