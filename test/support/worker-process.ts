import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onceARun } from './once-a-run.js';
import type { House } from './house.js';

/** A worker in a process of its own on the house's database, as it runs at a town hall. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(house: House): Promise<WorkerProcess> {
    return new WorkerProcess(await startProcess(house, 'worker'));
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

/** Starts what is built of this project on the house's database and waits until it is ready. */
export async function startProcess(
  house: House,
  name: 'worker' | 'main',
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  await onceARun('build', () =>
    Promise.resolve(execFileSync(process.execPath, ['.config/build-if-stale.mjs']).toString()),
  );
  const { dataDir, databaseUrl, redisUrl, smtpUrl, clockStartsOn } = house.config;
  const child = fork(`dist/src/${name}.js`, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }),
      ...(clockStartsOn === undefined ? {} : { CLOCK_STARTS_ON: clockStartsOn }),
      ...environment,
    },
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended before it was ready`))),
  ]);
  return child;
}
