import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import {
  ChangePassword,
  EndSession,
  ListSessions,
  ResolveSession,
  SignIn,
  SignOut,
  type SignedIn,
} from '../../../src/identity/index.js';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { RecordDeparture } from '../../../src/staff/index.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let towns: Towns;

beforeAll(async () => {
  house = await openHouse();
  towns = await openTowns(house);
});
beforeEach(() => house.clock.at('2026-04-01'));
afterAll(() => house.close());

const signIn = (signInName: string, password = DEMO_PASSWORD, address = '192.0.2.1'): Promise<SignedIn> =>
  house.get(SignIn).execute(towns.ogori, { signInName, password, address, userAgent: 'Firefox' });

const refusal = (act: Promise<unknown>): Promise<string | null> =>
  act.then(
    () => null,
    (error: unknown) => (error as DomainError).code,
  );

const whoIs = async (token: string, town = towns.ogori): Promise<string | null> =>
  (await house.get(ResolveSession).execute(town, token))?.actor.name ?? null;

describe('signing in', () => {
  it('finds the person and the posts held today', async () => {
    const { token, actor } = await signIn('kakaricho');
    expect(actor).toMatchObject({
      kind: 'staff',
      name: '津古 見本',
      posts: [{ name: 'コミュニティ推進係長', section: 'コミュニティ推進課' }],
    });
    expect(await whoIs(token)).toBe('津古 見本');
  });

  it('understands full-width letters, capitals and stray spaces in the name', async () => {
    expect((await signIn(' ＫＡＣＨＯ ')).actor.name).toBe('大保 見本');
  });

  it('refuses an unknown name, a wrong password and a closed account with the same words', async () => {
    expect(await refusal(signIn('nobody'))).toBe('identity.sign-in-refused');
    expect(await refusal(signIn('tanto1', 'wrong-password'))).toBe('identity.sign-in-refused');

    const leaver = await staffActor(house, towns.ogori, 'tanto2');
    const administrator = await staffActor(house, towns.ogori, 'kanri');
    const { token } = await signIn('tanto2');
    await house
      .get(RecordDeparture)
      .execute(administrator, { staffId: leaver.staffId, leftOn: localDate('2026-04-01'), version: 1 });
    expect(await whoIs(token)).toBe('力武 見本');
    house.clock.at('2026-04-02T00:00');
    expect(await refusal(signIn('tanto2'))).toBe('identity.sign-in-refused');
    expect(await whoIs(token)).toBeNull();
  });

  it('keeps neither password nor token: only argon2id and SHA-256', async () => {
    const { token } = await signIn('kansa');
    const [kept] = await house.sql<{ all: string }>(
      `SELECT (SELECT string_agg(a::text, ' ') FROM accounts a) || (SELECT string_agg(s::text, ' ') FROM sessions s)
           || (SELECT string_agg(e::text, ' ') FROM audit_entries e) AS all`,
    );
    expect(kept?.all).not.toContain(token);
    expect(kept?.all).not.toContain(DEMO_PASSWORD);
    expect(kept?.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('leaves successes and refusals in the trail, without the names that were typed', async () => {
    await signIn('bucho');
    await refusal(signIn('bucho', 'wrong-password'));
    await refusal(signIn('hitomachigai'));
    const trail = await house.sql<{ action: string; actor_name: string; subject_id: string }>(
      `SELECT action, actor_name, subject_id FROM audit_entries WHERE action LIKE 'account.sign%' ORDER BY id DESC LIMIT 3`,
    );
    expect(trail.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['account.sign-in-refused', 'ログイン'],
      ['account.sign-in-refused', 'ログイン'],
      ['account.signed-in', '三沢 見本'],
    ]);
    expect(trail[0]?.subject_id).toBe('unknown');
    expect(trail[1]?.subject_id).toBe(trail[2]?.subject_id);
  });

  it('slows down after five wrong passwords, without keeping the owner out elsewhere or for long', async () => {
    const started = Date.now();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      expect(await refusal(signIn('fukushicho', 'wrong-password', '198.51.100.7'))).toBe('identity.sign-in-refused');
    }
    expect(Date.now() - started).toBeGreaterThan(950);

    expect((await signIn('fukushicho', DEMO_PASSWORD, '203.0.113.9')).actor.name).toBe('宝満 見本');
    expect(await house.sql('SELECT count, next_at - last_at AS gap FROM sign_in_attempts WHERE count > 5')).toEqual([
      { count: 6, gap: { seconds: 3 } },
    ]);

    house.clock.pass(60);
    expect((await signIn('fukushicho', DEMO_PASSWORD, '198.51.100.7')).actor.name).toBe('宝満 見本');
    expect(await house.sql('SELECT 1 FROM sign_in_attempts WHERE count > 5')).toEqual([]);
  });

  it('sends a flood away with the seconds to wait', async () => {
    await refusal(signIn('shicho', 'wrong-password', '198.51.100.8'));
    await house.sql(`UPDATE sign_in_attempts SET next_at = last_at + interval '40 seconds' WHERE count = 1`);
    const attempt = signIn('shicho', DEMO_PASSWORD, '198.51.100.8');
    await expect(attempt).rejects.toMatchObject({ code: 'identity.too-many-attempts', params: { seconds: 40 } });
    house.clock.pass(41);
    expect((await signIn('shicho', DEMO_PASSWORD, '198.51.100.8')).actor.name).toBe('花立 見本');
  });
});

describe('a session', () => {
  it('ends after an hour without a page, and is kept alive by pages', async () => {
    const { token } = await signIn('kacho');
    house.clock.pass(59 * 60);
    expect(await whoIs(token)).toBe('大保 見本');
    house.clock.pass(59 * 60);
    expect(await whoIs(token)).toBe('大保 見本');
    house.clock.pass(60 * 60);
    expect(await whoIs(token)).toBeNull();
  });

  it('is not kept alive by a page that merely watches', async () => {
    const { token } = await signIn('kacho');
    house.clock.pass(50 * 60);
    expect(await house.get(ResolveSession).execute(towns.ogori, token, 'background')).not.toBeNull();
    house.clock.pass(11 * 60);
    expect(await whoIs(token)).toBeNull();
  });

  it('ends after twelve hours however busy', async () => {
    const { token, expiresAt } = await signIn('kacho');
    expect(expiresAt.toISOString()).toBe('2026-04-01T12:00:00.000Z');
    for (let half = 1; half < 24; half += 1) {
      house.clock.pass(30 * 60);
      expect(await whoIs(token)).toBe('大保 見本');
    }
    house.clock.pass(30 * 60);
    expect(await whoIs(token)).toBeNull();
  });

  it('can be listed, and one left open elsewhere can be ended', async () => {
    const here = await signIn('kaikei-kanrisha');
    house.clock.pass(60);
    const elsewhere = await signIn('kaikei-kanrisha');
    const sessions = await house.get(ListSessions).execute(here.actor);
    expect(sessions.map(({ device }) => device)).toEqual(['Firefox', 'Firefox']);

    await house.get(EndSession).execute(here.actor, { sessionId: sessions[0]?.id ?? '' });
    expect([await whoIs(here.token), await whoIs(elsewhere.token)]).toEqual(['稲吉 見本', null]);

    const stranger = await signIn('kaikei-shinsa');
    const attempt = house.get(EndSession).execute(stranger.actor, { sessionId: sessions[1]?.id ?? '' });
    expect(await refusal(attempt)).toBe('common.not-found');
    expect(await whoIs(here.token)).toBe('稲吉 見本');
  });

  it('ends when its person signs out, once and for all', async () => {
    const { token } = await signIn('kansa');
    await house.get(SignOut).execute(towns.ogori, token);
    await house.get(SignOut).execute(towns.ogori, token);
    expect(await whoIs(token)).toBeNull();
  });

  it('belongs to one town', async () => {
    const { token } = await signIn('kanri');
    expect(await whoIs(token, towns.kotake)).toBeNull();
  });

  it('survives the change of its own password; all others end', async () => {
    const here = await signIn('kaikei-shinsa');
    const elsewhere = await signIn('kaikei-shinsa');
    const sessionId = (await house.get(ResolveSession).execute(towns.ogori, here.token))?.sessionId ?? '';
    const change = (currentPassword: string, password: string): Promise<void> =>
      house.get(ChangePassword).execute(here.actor, { currentPassword, password, sessionId });

    expect(await refusal(change('wrong-password', 'atarashii-kotoba'))).toBe('common.invalid');
    expect(await refusal(change(DEMO_PASSWORD, 'kaikei-shinsa'))).toBe('common.invalid');
    await change(DEMO_PASSWORD, 'ａｔａｒａｓｈｉｉ-kotoba');

    expect([await whoIs(here.token), await whoIs(elsewhere.token)]).toEqual(['松崎 見本', null]);
    expect(await refusal(signIn('kaikei-shinsa'))).toBe('identity.sign-in-refused');
    expect((await signIn('kaikei-shinsa', 'atarashii-kotoba')).actor.name).toBe('松崎 見本');
  });
});
