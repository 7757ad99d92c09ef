import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const RUN_PREFIX = 'chiiki-test-';

/** Ends the run's own database server, where one was started, and deletes everything the run left on disk. */
export function clearRun(folder) {
  const home = homeOfServer(folder);
  if (home !== undefined) {
    stop(path.join(home, 'data', 'postmaster.pid'));
    remove(home);
  }
  remove(folder);
}

/** The server says in `postgres.json` where its data stand: under root not always in our folder. */
function homeOfServer(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'server', 'postgres.json'), 'utf8')).folder;
  } catch {
    return undefined;
  }
}

function stop(pidFile) {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}

function remove(folder) {
  try {
    // The server's last processes may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  } catch {
    // Another user's leftovers in a shared temporary folder are not ours to delete.
  }
}
