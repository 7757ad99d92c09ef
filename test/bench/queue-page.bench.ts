import { Agent, get } from 'node:http';
import path from 'node:path';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { Visitor } from '../../src/demo/visitor/visitor.js';
import { Child } from '../../src/start/child-process.js';
import { rateOf, type Contest } from './compare.js';
import { freePort } from './free-port.js';
import { TODAY } from './spring.js';

const TURN_MS = 600;
const VISITORS = 4;
const COOKIE = 'session-ogori';
const PAGE = '/ogori/staff/queue';

export interface QueueBench {
  readonly contest: Contest;
  close(): Promise<void>;
}

/** A clerk's first page through the web process as it runs at a town hall, against a bare route in a process of its own. */
export async function openQueueBench(databaseUrl: string, dataDir: string): Promise<QueueBench> {
  const start = async (script: string, log: string): Promise<{ child: Child; url: string }> => {
    const port = String(await freePort());
    const environment = {
      DATABASE_URL: databaseUrl,
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
  const web = await start('../main.js', 'web.log');
  const bare = await start('../../test/bench/bare-route.js', 'bare.log');
  const agent = new Agent({ keepAlive: true });
  const close = async (): Promise<void> => {
    agent.destroy();
    await Promise.all([web.child.stop(), bare.child.stop()]);
  };
  try {
    await Promise.all([web.child.ready, bare.child.ready]);
    const cookie = await signIn(web.url);
    const asking = (url: string, headers: Record<string, string>) => () =>
      rateOf(() => ask(url, headers, agent), TURN_MS, VISITORS);
    return {
      close,
      contest: {
        what: 'Pages of the staff queue, 10,000 cases',
        ours: { name: 'page for a signed-in clerk', turn: asking(web.url + PAGE, { cookie }) },
        peer: {
          name: 'bare NestJS route, the same queries of the cases as JSON',
          turn: asking(`${bare.url}/queue`, {}),
        },
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signIn(url: string): Promise<string> {
  const clerk = new Visitor(url);
  const form = (await clerk.get('/ogori/sign-in')).form('ログイン');
  await form.fill({ signInName: 'tanto1', password: DEMO_PASSWORD }).submit();
  return `${COOKIE}=${clerk.cookie(COOKIE) ?? ''}`;
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      response.resume();
      response.once('error', reject);
      // Whoever is not signed in is led away: that would be a fast page and a wrong one.
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${String(response.statusCode)}`));
      else response.once('end', resolve);
    }).once('error', reject);
  });
}
