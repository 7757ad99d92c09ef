import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ConfigError, isRunByNpm, readConfig, type AppConfig } from './config/index.js';
import { EmbeddedPostgresError } from './platform/database/embedded/index.js';
import type { DemoAccount, Opening } from './demo/index.js';
import { Child } from './start/child-process.js';
import { clockOfDemo } from './demo/demo-year.js';
import { describeAccounts, provideDemoData } from './start/demo-data.js';
import { freePort, waitForPort } from './start/free-port.js';
import { ensureSchema } from './start/schema.js';
import { becomeOnlyInstance, type OwnDatabase } from './start/only-instance.js';
import { StartError } from './start/start-error.js';
import { onStopSignals } from './start/stop-signals.js';

/** A port still held by an instance that is stopping falls free soon; one that a stranger holds does not. */
const PORT_PATIENCE_MS = 20_000;
const STRANGERS_PORT_PATIENCE_MS = 1_000;
/** People wait for the address, not for the last sample. */
const OPENING_PATIENCE_MS = 3_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Ending {
  readonly exitCode: number;
  readonly reason: Error;
}

/** `npm start`: database (our own unless one is given), schema, demo data, web and worker, until a signal ends them all. */
class Installation {
  private database: OwnDatabase | undefined;
  private children: Child[] = [];
  /** Only while what is over by now is played. */
  private backDoor: Child | undefined;
  private accounts: readonly DemoAccount[] = [];
  private starting: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;
  /** Set while the sample organisations are still being laid out; false where that failed. */
  opening: Promise<boolean> | undefined;
  private readonly stopWanted = new AbortController();

  constructor(private readonly config: AppConfig) {}

  start(): Promise<void> {
    return (this.starting = this.startInOrder());
  }

  /** What the person at the terminal wants to know once everything runs. */
  describe(): string {
    const { publicUrl } = this.config;
    const accounts = this.accounts.length > 0 ? `\n\n${describeAccounts(this.accounts, publicUrl.origin)}` : '';
    return `${publicUrl.href}${accounts}`;
  }

  /** Children first, so that none of them loses its database in the middle of its work. */
  stop(): Promise<void> {
    return (this.stopping ??= (async () => {
      this.stopWanted.abort();
      await this.database?.announceStopping();
      await this.stopChildren();
      // A start that is under way ends at its next step; what it has opened until then is closed here.
      await this.starting?.catch(() => undefined);
      await this.stopChildren();
      await this.database?.stop();
    })());
  }

  get isStopping(): boolean {
    return this.stopWanted.signal.aborted;
  }

  force(): void {
    for (const child of [...this.children, this.backDoor]) child?.kill();
  }

  /** Settles when the first part ends, be it asked to or not; with its exit code and the reason. */
  firstEnd(): Promise<Ending> {
    const children = this.children.map(async (child) => ({
      exitCode: await child.ended,
      reason: await child.failure(),
    }));
    const database = this.database?.ended.then(() => ({
      exitCode: 1,
      reason: new StartError(`The embedded PostgreSQL stopped; its log is in ${this.config.dataDir}.`),
    }));
    return Promise.race(database ? [...children, database] : children);
  }

  private async startInOrder(): Promise<void> {
    const { config } = this;
    const { signal } = this.stopWanted;
    const waitedFor = new Set<string>();
    const onWait = (what: string): void => {
      signal.throwIfAborted();
      if (!waitedFor.has(what)) say(`Waiting for ${what} …`);
      waitedFor.add(what);
    };
    const { runtimeUrl, ownerUrl } = await this.openDatabase(onWait);
    signal.throwIfAborted();
    const predecessor = waitedFor.size > 0 || this.database?.postgres.adopted;
    await waitForPort(config, predecessor ? PORT_PATIENCE_MS : STRANGERS_PORT_PATIENCE_MS, onWait);
    if (ownerUrl) await ensureSchema(ownerUrl, runtimeUrl);
    signal.throwIfAborted();
    const demo = config.demoData ? await provideDemoData(config, runtimeUrl) : undefined;
    this.accounts = demo?.accounts ?? [];
    signal.throwIfAborted();
    await this.startChildren(runtimeUrl, demo?.opening);
    signal.throwIfAborted();
    if (demo?.opening) await this.lay(this.play(demo.opening, runtimeUrl));
  }

  /** The sample organisations: worth a short wait, not a long one. */
  private async lay(opening: Promise<void>): Promise<void> {
    this.opening = opening
      .then(() => true)
      .catch((error: unknown) => {
        if (!this.isStopping) process.stderr.write(`The demonstration could not be laid out: ${describe(error)}\n`);
        return false;
      })
      .finally(() => {
        this.opening = undefined;
      });
    await Promise.race([this.opening, sleep(OPENING_PATIENCE_MS)]);
  }

  /**
   * What is over by now is played at a door of its own, whose clock moves from day to day with the worker's; whoever comes
   * in at the front finds today. Then the worker comes back to today, whatever happened, and the rest is played there.
   */
  private async play({ past, present }: Opening, databaseUrl: string): Promise<void> {
    const [, worker] = this.children;
    const port = await freePort();
    const first = past[0]?.day;
    this.backDoor = this.launch('web', databaseUrl, { CLOCK_STARTS_ON: first, HOST: '127.0.0.1', PORT: String(port) });
    try {
      await this.backDoor.ready;
      for (const { day, play } of past) {
        await Promise.all([this.backDoor.moveClock(day), worker?.moveClock(day)]);
        await play(`http://127.0.0.1:${String(port)}`);
      }
    } finally {
      await this.backDoor.stop();
      this.backDoor = undefined;
      if (!this.isStopping) await worker?.moveClock(this.config.clockStartsOn);
    }
    await present(this.ownOrigin);
  }

  /** The database that was given, else our own. */
  private async openDatabase(
    onWait: (what: string) => void,
  ): Promise<{ runtimeUrl: string; ownerUrl: string | undefined }> {
    const { config } = this;
    if (config.databaseUrl) return { runtimeUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl };
    this.database = await becomeOnlyInstance(config.dataDir, config.publicUrl.origin, onWait);
    return this.database.postgres;
  }

  private async stopChildren(): Promise<void> {
    await Promise.all([...this.children.map((child) => child.stop()), this.backDoor?.stop()]);
  }

  private async startChildren(databaseUrl: string, opening: Opening | undefined): Promise<void> {
    const first = opening?.past[0]?.day;
    this.children = [
      this.launch('web', databaseUrl),
      this.launch('worker', databaseUrl, first === undefined ? {} : { CLOCK_STARTS_ON: first }),
    ];
    await Promise.all(this.children.map((child) => child.ready));
    await this.untilReady();
  }

  private launch(
    name: 'web' | 'worker',
    databaseUrl: string,
    own: Readonly<Record<string, string | undefined>> = {},
  ): Child {
    const environment = {
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: undefined,
      PUBLIC_URL: this.config.publicUrl.href,
      CLOCK_STARTS_ON: this.config.clockStartsOn,
      ...own,
    };
    // At a terminal the address stays in sight and logs go to files; elsewhere whoever collects the output wants them.
    const log = process.stdout.isTTY ? path.join(this.config.dataDir, `${name}.log`) : undefined;
    return new Child(name, name === 'web' ? '../main.js' : '../worker.js', environment, log);
  }

  /** How this machine reaches its own web process. */
  private get ownOrigin(): string {
    const { host, port } = this.config;
    return `http://${host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? '[::1]' : host}:${String(port)}`;
  }

  private async untilReady(): Promise<void> {
    const response = await fetch(`${this.ownOrigin}/health/ready`);
    if (!response.ok) throw new StartError(`The web process is not ready: ${await response.text()}`);
  }
}

async function run(): Promise<void> {
  const began = Date.now();
  const config = withClockOfDemo(readConfig());
  const installation = new Installation(config);
  onStopSignals(
    () => {
      say('\nStopping … (again to force)');
      void installation.stop().then(() => process.exit(0));
    },
    () => installation.force(),
    isRunByNpm(),
  );
  try {
    await installation.start();
    say(`\nReady after ${((Date.now() - began) / 1000).toFixed(1)} s:  ${installation.describe()}\n`);
    if (installation.opening) {
      say('The sample organisations are still being laid out; their accounts work one after the other.');
      void installation.opening.then((isThere) =>
        isThere && !installation.isStopping ? say('All sample organisations are there.') : undefined,
      );
    }
    const end = await installation.firstEnd();
    if (!installation.isStopping) await giveUp(installation, end.reason, end.exitCode);
  } catch (error) {
    if (!installation.isStopping) await giveUp(installation, error, 1);
  }
}

/** A demonstration whose year is over, or not yet here, stands on a day of its year and says so. */
function withClockOfDemo(config: AppConfig): AppConfig {
  const clockStartsOn = config.clockStartsOn ?? (config.demoData ? clockOfDemo(new Date()) : undefined);
  if (clockStartsOn !== undefined) say(`The demonstration's clock starts on ${clockStartsOn}.`);
  return { ...config, clockStartsOn };
}

async function giveUp(installation: Installation, reason: unknown, exitCode: number): Promise<never> {
  process.stderr.write(`${describe(reason)}\n`);
  await installation.stop();
  process.exit(exitCode || 1);
}

/** Faults that the person at the terminal can mend come without a stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inWords = [StartError, EmbeddedPostgresError, ConfigError].some((kind) => error instanceof kind);
  return inWords ? error.message : (error.stack ?? error.message);
}

await run();
