import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { clearRun, RUN_PREFIX } from './clear-run.mjs';

/**
 * Gives this run a folder of its own. The database server starts in it when the first test asks for one, so that a run
 * of pure specs needs none.
 */
export default function openRun() {
  clearAbandonedRuns();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${RUN_PREFIX}${process.pid}-`));
  // Under root the server is another user, who must pass through.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  process.env.TEST_RUN_FOLDER = folder;
  process.env.TEST_RUN_NAME = `t${process.pid}`;
  process.once('exit', () => clearRun(folder));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      clearRun(folder);
      process.kill(process.pid, signal);
    });
  }
}

/** Runs that were killed outright left their server behind. */
function clearAbandonedRuns() {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(RUN_PREFIX))) {
    if (!isAlive(Number(name.slice(RUN_PREFIX.length).split('-')[0]))) clearRun(path.join(os.tmpdir(), name));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
