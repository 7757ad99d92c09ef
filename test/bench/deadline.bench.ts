import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { Visitor } from '../../src/demo/visitor/visitor.js';
import { Child } from '../../src/start/child-process.js';
import { plantCommittees, type Committee } from './committees.js';
import { freePort } from './free-port.js';
import { TOWN } from './spring.js';

const COMMITTEES = 500;
/** The last minute before the deadline. */
const RUSH_MS = 60_000;
/** An impatient second click, long before the first has its answer. */
const AGAIN_AFTER_MS = 80;
const SIGNING_IN_AT_ONCE = 6;
const LAST_DAY = '2026-05-29';
const WORKER_PATIENCE_MS = 300_000;

interface Database {
  readonly runtimeUrl: string;
  readonly superUrl: string;
}

/** How a press of the button was answered. */
interface Answer {
  readonly status: number;
  readonly isReceived: boolean;
  /** From `Retry-After`. */
  readonly again: number;
}

/** Presses the button once; of a committee it is the one on the check page that it has open. */
type Button = () => Promise<Answer>;

interface Served {
  readonly took: number;
  /** How often it was asked to press again, the house being full. */
  readonly turnedAway: number;
}

/**
 * Web and worker as `npm start` runs them, and the bare route that writes one row for each request. The database does not
 * sync its disk for either, which spares the bare insert the greater part of its time.
 */
export class DeadlineBench {
  private readonly children: Child[] = [];

  constructor(
    private readonly database: Database,
    private readonly dataDir: string,
  ) {}

  /** Throws when an application is lost or received twice, a number is missing, or the worker leaves something undone. */
  async run(): Promise<string> {
    const [web, bare] = [
      await this.start('web', '../main.js'),
      await this.start('web', '../../test/bench/bare-route.js'),
    ];
    await this.start('worker', '../worker.js');
    await Promise.all(this.children.map(({ ready }) => ready));
    const client = new pg.Client(superUrlOf(this.database));
    await client.connect();
    try {
      await client.query('CREATE TABLE bench_rows (id bigint GENERATED ALWAYS AS IDENTITY, sent text)');
      await client.query('GRANT INSERT ON bench_rows TO PUBLIC');
      const committees = await plantCommittees(web, superUrlOf(this.database), COMMITTEES);
      const ready = await openCheckPages(web, committees);
      const inserts = await rush(ready.map(() => () => insertRow(bare)));
      const [before] = await numbers(client);
      const sent = await rush(ready);
      await untilWorkIsDone(client);
      await prove(client, committees, before);
      return report(sent, inserts);
    } finally {
      await client.end();
      // Its worker would take what the comparison of the queues adds to the same queue.
      await this.close();
    }
  }

  close(): Promise<unknown> {
    return Promise.all(this.children.map((child) => child.stop()));
  }

  private async start(name: 'web' | 'worker', script: string): Promise<string> {
    const port = String(await freePort());
    const environment = {
      DATABASE_URL: this.database.runtimeUrl,
      ...{ DATABASE_OWNER_URL: undefined, REDIS_URL: undefined, SMTP_URL: undefined, PUBLIC_URL: undefined },
      ...{ DATA_DIR: this.dataDir, HOST: '127.0.0.1', PORT: port, LOG_LEVEL: 'info', CLOCK_STARTS_ON: LAST_DAY },
    };
    this.children.push(new Child(name, script, environment, path.join(this.dataDir, `deadline-${port}.log`)));
    return `http://127.0.0.1:${port}`;
  }
}

/** Everyone signs in under a name of their own and reads the page that ends with the button. */
async function openCheckPages(origin: string, committees: readonly Committee[]): Promise<Button[]> {
  const waiting = [...committees];
  const ready: Button[] = [];
  const oneAfterTheOther = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) ready.push(await openCheckPage(origin, next));
  };
  await Promise.all(Array.from({ length: SIGNING_IN_AT_ONCE }, oneAfterTheOther));
  return ready;
}

async function openCheckPage(origin: string, { signInName, application }: Committee): Promise<Button> {
  const officer = new Visitor(origin);
  const signIn = (await officer.get('/ogori/sign-in')).form('ログイン');
  await signIn.fill({ signInName, password: DEMO_PASSWORD }).submit();
  const button = (await officer.get(`${application}/check`)).form(`${application}/submission`);
  const fields = ['checkedDigest', 'requestId'].map((name): [string, string] => [name, button.value(name) ?? '']);
  return async () => {
    const body = new URLSearchParams(fields);
    const { status, headers } = await officer.request('POST', `${application}/submission`, { body, follow: false });
    return answer(status, headers, headers.get('location') === `${application}/receipt`);
  };
}

async function insertRow(origin: string): Promise<Answer> {
  const { status, headers } = await fetch(`${origin}/rows`, { method: 'POST', headers: { connection: 'close' } });
  return answer(status, headers, status === 201);
}

const answer = (status: number, headers: Headers, isReceived: boolean): Answer => ({
  ...{ status, isReceived, again: Number(headers.get('retry-after')) * 1000 },
});

/** Each presses at a moment of its own, and once more out of impatience; what became of the first press. */
async function rush(buttons: readonly Button[]): Promise<Served[]> {
  return Promise.all(
    buttons.map(async (button) => {
      await sleep(Math.random() * RUSH_MS);
      const [served] = await Promise.all([
        untilReceived(button),
        sleep(AGAIN_AFTER_MS).then(() => untilReceived(button)),
      ]);
      return served;
    }),
  );
}

/** Whom the house cannot serve yet presses again when the page says so: the time counts from the first press. */
async function untilReceived(button: Button): Promise<Served> {
  const pressed = performance.now();
  for (let turnedAway = 0; ; turnedAway += 1) {
    const { status, isReceived, again } = await button();
    if (isReceived) return { took: performance.now() - pressed, turnedAway };
    if (status !== 503) throw new Error(`a press of the button was answered with ${String(status)}`);
    await sleep(again);
  }
}

async function untilWorkIsDone(client: pg.Client): Promise<void> {
  const until = Date.now() + WORKER_PATIENCE_MS;
  const left = async (): Promise<number> => {
    const { rows } = await client.query<{ left: number }>(
      `SELECT ((SELECT count(*) FROM outbox_events WHERE dispatched_at IS NULL)
             + (SELECT count(*) FROM outbox_deliveries WHERE state <> 'done'))::int AS left`,
    );
    return rows[0]?.left ?? 0;
  };
  while ((await left()) > 0) {
    if (Date.now() > until) throw new Error(`the worker has left ${String(await left())} pieces of work undone`);
    await sleep(500);
  }
}

const numbers = async (client: pg.Client): Promise<number[]> => {
  const { rows } = await client.query<{ number: number }>(
    'SELECT last_number AS number FROM reception_series WHERE municipality_id = $1',
    [TOWN],
  );
  return rows.map(({ number }) => number);
};

/** Every draft was received, once, under the next numbers without a gap, and has its receipt. */
async function prove(client: pg.Client, committees: readonly Committee[], before = 0): Promise<void> {
  const ids = committees.map(({ application }) => application.split('/').at(-1));
  const { rows } = await client.query<{ number: string; submissions: number; receipts: number }>(
    `SELECT received_number AS number,
            (SELECT count(*)::int FROM application_submissions s WHERE s.application_id = a.id) AS submissions,
            (SELECT count(*)::int FROM letters l JOIN application_submissions s ON s.id::text = l.subject_id::text
              WHERE s.application_id = a.id) AS receipts
       FROM applications a WHERE id = ANY($1::uuid[]) AND state = 'submitted'`,
    [ids],
  );
  const taken = rows.map(({ number }) => Number(number.split('-').at(-1))).sort((a, b) => a - b);
  const isComplete = taken.length === ids.length && taken.every((number, place) => number === before + place + 1);
  if (!isComplete) throw new Error(`of ${String(ids.length)} drafts ${String(taken.length)} were received`);
  if (rows.some(({ submissions, receipts }) => submissions !== 1 || receipts !== 1)) {
    throw new Error('an application was received twice, or has no receipt');
  }
}

function report(sent: readonly Served[], inserts: readonly Served[]): string {
  const line = (what: string, share: number): string => {
    const [ours, bare] = [percentile(sent, share), percentile(inserts, share)];
    return `  ${what}: ${ours.toFixed(0)} ms, a bare insert ${bare.toFixed(0)} ms, ratio ${(ours / bare).toFixed(1)}`;
  };
  const [seconds, turnedAway] = [RUSH_MS / 1000, sent.filter((served) => served.turnedAway > 0).length];
  return [
    `Deadline: ${String(COMMITTEES)} committees submit within ${String(seconds)} s, each presses twice: all received once, numbers without a gap, every receipt drawn`,
    line('median', 0.5),
    line('99th percentile', 0.99),
    `  asked to press again, as the house was full: ${String(turnedAway)}`,
    `  load of the machine over these minutes: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')} on ${String(availableParallelism())} processors`,
  ].join('\n');
}

const percentile = (served: readonly Served[], share: number): number =>
  served.map(({ took }) => took).sort((a, b) => a - b)[
    Math.min(served.length - 1, Math.floor(served.length * share))
  ] ?? 0;

function superUrlOf({ superUrl, runtimeUrl }: Database): string {
  const url = new URL(superUrl);
  url.pathname = new URL(runtimeUrl).pathname;
  return url.href;
}
