import { Agent, get } from 'node:http';
import path from 'node:path';
import { Child } from '../../src/start/child-process.js';
import { rateOf, type Contest } from './compare.js';
import { freePort } from './free-port.js';
import { plantPublicRecord, TODAY } from './spring.js';

const TURN_MS = 600;
const VISITORS = 4;
const LIST = '/ogori/grants';

export interface PublicBench {
  readonly contests: readonly Contest[];
  close(): Promise<void>;
}

/** What everyone may look up, without a proxy in front, against a bare route that answers the same rows as JSON. */
export async function openPublicBench(
  database: { runtimeUrl: string; superUrl: string },
  dataDir: string,
): Promise<PublicBench> {
  await plantPublicRecord(database);
  const start = async (script: string, log: string): Promise<{ child: Child; url: string }> => {
    const port = String(await freePort());
    const environment = {
      DATABASE_URL: database.runtimeUrl,
      DATABASE_OWNER_URL: undefined,
      REDIS_URL: undefined,
      SMTP_URL: undefined,
      PUBLIC_URL: undefined,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'info',
      CLOCK_STARTS_ON: TODAY,
    };
    const child = new Child('web', script, environment, path.join(dataDir, log));
    return { child, url: `http://127.0.0.1:${port}` };
  };
  const web = await start('../main.js', 'public-web.log');
  const bare = await start('../../test/bench/bare-route.js', 'public-bare.log');
  const agent = new Agent({ keepAlive: true });
  const close = async (): Promise<void> => {
    agent.destroy();
    await Promise.all([web.child.stop(), bare.child.stop()]);
  };
  try {
    await Promise.all([web.child.ready, bare.child.ready]);
    const first = await ask(web.url + LIST, {}, agent);
    const grant = /\/ogori\/grants\/[0-9a-f-]{36}/.exec(first.body)?.[0] ?? '';
    const asking =
      (address: () => string, headers: Record<string, string> = {}, status = 200) =>
      () =>
        rateOf(() => ask(address(), headers, agent, status), TURN_MS, VISITORS);
    // Words that nobody has asked for before: such a page is drawn for this visitor alone.
    let asked = 0;
    const peer = {
      name: 'bare NestJS route, the same rows and sums as JSON',
      turn: asking(() => `${bare.url}/grants`),
    };
    const contest = (what: string, name: string, turn: () => Promise<number>): Contest => ({
      what,
      ours: { name, turn },
      peer,
    });
    return {
      close,
      contests: [
        contest(
          'Public list of grants, 10,000 grants',
          'page as everyone gets it',
          asking(() => web.url + LIST),
        ),
        contest(
          'Public list of grants, each search the first of its kind',
          'page drawn anew',
          asking(() => `${web.url}${LIST}?words=${encodeURIComponent(`見本の事業${String((asked += 1))}`)}`),
        ),
        contest(
          'Public page of one grant',
          'page as everyone gets it',
          asking(() => web.url + grant),
        ),
        contest(
          'Public list of grants, unchanged',
          '304 to whoever has it',
          asking(() => web.url + LIST, { 'If-None-Match': first.tag }, 304),
        ),
      ],
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Answer {
  readonly tag: string;
  readonly body: string;
}

function ask(url: string, headers: Record<string, string>, agent: Agent, status = 200): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      if (response.statusCode !== status) reject(new Error(`${url} answered ${String(response.statusCode)}`));
      else
        response.once('end', () =>
          resolve({ tag: response.headers.etag ?? '', body: Buffer.concat(parts).toString('utf8') }),
        );
    }).once('error', reject);
  });
}
