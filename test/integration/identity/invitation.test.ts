import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import { AcceptInvitation, LookUpInvitation, ResolveSession, SignIn } from '../../../src/identity/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import { AddStaffMember, InviteStaff, type StaffCode } from '../../../src/staff/index.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let towns: Towns;
let administrator: StaffActor;

beforeAll(async () => {
  house = await openHouse();
  towns = await openTowns(house);
  administrator = await staffActor(house, towns.ogori, 'kanri');
});
beforeEach(() => house.clock.at('2026-04-01'));
afterAll(() => house.close());

const newcomer = async (): Promise<string> =>
  (await house.get(AddStaffMember).execute(administrator, { name: '大崎 見本', kana: 'おおさき みほん' })).staffId;
const invite = (staffId: string): Promise<StaffCode> => house.get(InviteStaff).execute(administrator, { staffId });
const accept = (code: string, signInName: string, password = 'hashi-to-kawa', town = towns.ogori): Promise<string> =>
  house
    .get(AcceptInvitation)
    .execute(town, { code, signInName, password, userAgent: '' })
    .then(({ token }) => token);

const refusal = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) => [(error as DomainError).code, ...(error as DomainError).faults.map(({ pointer }) => pointer)],
  );

describe('a printed code', () => {
  it('opens an account once, and signs its person in', async () => {
    const { code, expiresOn, purpose } = await invite(await newcomer());
    expect([purpose, expiresOn]).toEqual(['invitation', '2026-05-01']);
    expect(await house.get(LookUpInvitation).execute(towns.ogori, { code: code.toLowerCase() })).toMatchObject({
      partyName: '大崎 見本',
      signInName: null,
    });

    const token = await accept(code, 'osaki');
    expect((await house.get(ResolveSession).execute(towns.ogori, token))?.actor.name).toBe('大崎 見本');
    expect(await refusal(accept(code, 'osaki-2'))).toEqual(['identity.code-used', 'code']);
  });

  it('typed by two people at the same moment serves one of them', async () => {
    const { code } = await invite(await newcomer());
    const outcomes = await Promise.all(['hitori-me', 'futari-me'].map((name) => refusal(accept(code, name))));
    expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(outcomes).toContainEqual(['identity.code-used', 'code']);
  });

  it('is not used up by a password or a name that is refused', async () => {
    const { code } = await invite(await newcomer());
    expect(await refusal(accept(code, 'kacho'))).toEqual(['common.invalid', 'signInName']);
    expect(await refusal(accept(code, 'あ', '12345678'))).toEqual(['common.invalid', 'signInName', 'password']);
    await accept(code, 'san-nin-me');
  });

  it('works to the end of its last day', async () => {
    const { code } = await invite(await newcomer());
    house.clock.at('2026-05-02T00:00');
    expect(await refusal(accept(code, 'osoi'))).toEqual(['identity.code-expired', 'code']);
    house.clock.at('2026-05-01T23:59');
    await accept(code, 'osoi');
  });

  it('is replaced by the next one', async () => {
    const staffId = await newcomer();
    const first = await invite(staffId);
    const second = await invite(staffId);
    expect(await refusal(accept(first.code, 'furui'))).toEqual(['identity.code-replaced', 'code']);
    await accept(second.code, 'furui');
  });

  it('is worth nothing in another town, and is kept as a hash only', async () => {
    const { code } = await invite(await newcomer());
    expect(await refusal(accept(code, 'yoso', 'hashi-to-kawa', towns.kotake))).toEqual([
      'identity.code-unknown',
      'code',
    ]);
    const [kept] = await house.sql<{ rows: string }>(`SELECT string_agg(i::text, ' ') AS rows FROM invitations i`);
    expect(kept?.rows).not.toContain(code);
    expect(kept?.rows).not.toContain(code.replaceAll('-', ''));
  });

  it('handed over at the counter replaces a forgotten password and ends every session', async () => {
    const { staffId } = await staffActor(house, towns.ogori, 'kakaricho');
    const signedIn = await house
      .get(SignIn)
      .execute(towns.ogori, { signInName: 'kakaricho', password: DEMO_PASSWORD, userAgent: '' });
    const { code, purpose, expiresOn } = await invite(staffId);
    expect([purpose, expiresOn]).toEqual(['reset', '2026-04-08']);
    expect((await house.get(LookUpInvitation).execute(towns.ogori, { code })).signInName).toBe('kakaricho');

    await accept(code, 'ignored', 'yama-to-kawa');
    expect(await house.get(ResolveSession).execute(towns.ogori, signedIn.token)).toBeNull();
    const again = await house
      .get(SignIn)
      .execute(towns.ogori, { signInName: 'kakaricho', password: 'yama-to-kawa', userAgent: '' });
    expect(again.actor.name).toBe('津古 見本');
  });
});
