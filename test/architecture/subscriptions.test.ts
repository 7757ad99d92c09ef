import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { proveSubscriptions } from '../../src/worker/prove-subscriptions.js';
import { SUBSCRIPTION_TABLE } from '../../src/worker/subscriptions.js';

describe('when X has happened, then Y', () => {
  test('every event that the source announces has its line in the table', () => {
    const announced = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(path.join('src', file), 'utf8').matchAll(/announce\(\{\s*type: '(\w+)'/g)])
      .map(([, type]) => type);
    expect(announced.length).toBeGreaterThan(10);
    expect(announced.filter((type) => type === undefined || !(type in SUBSCRIPTION_TABLE))).toEqual([]);
  });

  test('a forgotten line and a line for nothing stop the start', () => {
    const { LetterIssued, ...rest } = SUBSCRIPTION_TABLE;
    expect(LetterIssued).toBeDefined();
    expect(() => proveSubscriptions(rest)).toThrow('no line in the subscriptions for: LetterIssued');
    expect(() => proveSubscriptions({ ...SUBSCRIPTION_TABLE, SunRisen: [] })).toThrow('nobody announces: SunRisen');
  });
});
