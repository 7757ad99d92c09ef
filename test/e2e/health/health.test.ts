import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openWeb, type Web } from '../../support/index.js';

describe('health', () => {
  let web: Web;

  beforeAll(async () => {
    web = await openWeb();
  });

  afterAll(() => web.close());

  it('says that the process lives and that its database answers', async () => {
    const visitor = web.visitor();
    expect((await visitor.get('/health/live')).status).toBe(200);
    expect((await visitor.get('/health/ready')).status).toBe(200);
  });

  it('runs under a role that row-level security binds', async () => {
    const role = new URL(web.database.runtimeUrl).username;
    expect(await web.sql('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1', [role])).toEqual([
      { rolsuper: false, rolbypassrls: false },
    ]);
  });
});
