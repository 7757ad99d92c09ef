import { Agent, get } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { Visitor } from '../../src/demo/visitor/visitor.js';
import { Child } from '../../src/start/child-process.js';
import { freePort } from './free-port.js';
import { emptyTown, plantDecided, plantQueued } from './archive.js';
import { TODAY } from './spring.js';

const ROUNDS = 100;
const WARM_UP = 5;

/** What a town's people open all day; each answers with a full page of rows in both towns, but for the number. */
const PAGES: readonly (readonly [what: string, signInName: string, address: string])[] = [
  ["approver's inbox", 'kacho', 'staff/approvals'],
  ['staff queue', 'tanto1', 'staff/queue'],
  ['queue by state', 'tanto1', 'staff/queue?waiting=all&phase=returned'],
  ['search: organisation', 'tanto1', 'staff/queue?words=見本7校区'],
  ['search: number', 'tanto1', 'staff/queue?words=8小コ第321号'],
  ['search: a two-character word', 'tanto1', 'staff/queue?words=防災'],
  ['search: the word and a state', 'tanto1', 'staff/queue?words=防災&phase=submitted'],
];

/** The same town twice: with a thousand cases, and with two hundred thousand decided ones beside them. */
export class ArchiveBench {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly children: Child[] = [];

  constructor(
    private readonly database: { readonly runtimeUrl: string; readonly superUrl: string },
    private readonly dataDir: string,
  ) {}

  /** Nobody else may be connected to the planted town meanwhile: it is copied. */
  async run(): Promise<string> {
    const few = await this.copy('bench_few', plantQueued);
    const many = await this.copy('bench_many', async (client) => {
      await plantDecided(client);
      await plantQueued(client);
    });
    const [small, large] = [await this.open(few, 'few'), await this.open(many, 'many')];
    const lines: string[] = [];
    for (const [what, signInName, address] of PAGES) {
      const times = { small: [] as number[], large: [] as number[] };
      for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
        const [a, b] = [await this.ask(small, signInName, address), await this.ask(large, signInName, address)];
        // The first only warm them up.
        if (round < WARM_UP) continue;
        times.small.push(a);
        times.large.push(b);
      }
      const [a, b] = [percentile95(times.small), percentile95(times.large)];
      lines.push(`  ${what}: ratio ${(b / a).toFixed(2)} (${b.toFixed(1)} ms against ${a.toFixed(1)} ms)`);
    }
    return ['1,000 cases queued, 200,000 decided beside them, against the 1,000 alone: 95th percentile', ...lines].join(
      '\n',
    );
  }

  async close(): Promise<void> {
    this.agent.destroy();
    await Promise.all(this.children.map((child) => child.stop()));
  }

  private async copy(name: string, plant: (client: pg.Client) => Promise<void>): Promise<string> {
    const url = new URL(this.database.runtimeUrl);
    const template = url.pathname.slice(1);
    await withClient(this.database.superUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
    url.pathname = `/${name}`;
    const superUrl = new URL(this.database.superUrl);
    superUrl.pathname = url.pathname;
    await withClient(superUrl.href, async (client) => {
      await emptyTown(client);
      await plant(client);
      await client.query('VACUUM ANALYZE');
    });
    return url.href;
  }

  private async open(databaseUrl: string, name: string): Promise<(signInName: string) => Promise<Asked>> {
    const port = String(await freePort());
    const environment = {
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: undefined,
      REDIS_URL: undefined,
      SMTP_URL: undefined,
      PUBLIC_URL: undefined,
      DATA_DIR: this.dataDir,
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'info',
      CLOCK_STARTS_ON: TODAY,
    };
    const child = new Child('web', '../main.js', environment, path.join(this.dataDir, `web-${name}.log`));
    this.children.push(child);
    await child.ready;
    const origin = `http://127.0.0.1:${port}`;
    const cookies = new Map<string, string>();
    return async (signInName) => {
      const cookie = cookies.get(signInName) ?? (await signIn(origin, signInName));
      cookies.set(signInName, cookie);
      return { origin, cookie };
    };
  }

  private async ask(
    town: (signInName: string) => Promise<Asked>,
    signInName: string,
    address: string,
  ): Promise<number> {
    const { origin, cookie } = await town(signInName);
    const start = performance.now();
    await this.page(`${origin}/ogori/${address}`, cookie);
    return performance.now() - start;
  }

  private page(url: string, cookie: string): Promise<void> {
    return new Promise((resolve, reject) => {
      get(encodeURI(url), { headers: { cookie }, agent: this.agent }, (response) => {
        response.resume();
        response.once('error', reject);
        // Whoever is not signed in is led away: that would be a fast page and a wrong one.
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${String(response.statusCode)}`));
        else response.once('end', resolve);
      }).once('error', reject);
    });
  }
}

interface Asked {
  readonly origin: string;
  readonly cookie: string;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function signIn(origin: string, signInName: string): Promise<string> {
  const visitor = new Visitor(origin);
  const form = (await visitor.get('/ogori/sign-in')).form('ログイン');
  await form.fill({ signInName, password: DEMO_PASSWORD }).submit();
  return `session-ogori=${visitor.cookie('session-ogori') ?? ''}`;
}

const percentile95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;
