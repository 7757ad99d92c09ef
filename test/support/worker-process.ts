import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onceARun } from './once-a-run.js';
import type { House } from './house.js';

/** A worker in a process of its own on the house's database, as it runs at a town hall. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(house: House): Promise<WorkerProcess> {
    await onceARun('build', () =>
      Promise.resolve(execFileSync(process.execPath, ['.config/build-if-stale.mjs']).toString()),
    );
    const child = fork('dist/src/worker.js', {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        LOG_LEVEL: 'silent',
        DATA_DIR: house.config.dataDir,
        DATABASE_URL: house.config.databaseUrl,
        ...(house.config.redisUrl === undefined ? {} : { REDIS_URL: house.config.redisUrl }),
        ...(house.config.smtpUrl === undefined ? {} : { SMTP_URL: house.config.smtpUrl }),
        ...(house.config.clockStartsOn === undefined ? {} : { CLOCK_STARTS_ON: house.config.clockStartsOn }),
      },
    });
    const worker = new WorkerProcess(child);
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the worker ended before it was ready'))),
    ]);
    return worker;
  }

  /** As when the power fails: no farewell, locks stay behind. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
