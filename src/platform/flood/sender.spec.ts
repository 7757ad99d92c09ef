import { describe, expect, it } from '@jest/globals';

import { hashOfSender } from './sender.js';

describe('who counts as one sender', () => {
  const same = (one: string, other: string, secret = 'today'): boolean =>
    hashOfSender('today', one) === hashOfSender(secret, other);

  it('is one address of the old kind, however it is written', () => {
    expect(same('192.0.2.1', '::ffff:192.0.2.1')).toBe(true);
    expect(same('192.0.2.1', '192.0.2.2')).toBe(false);
  });

  it('is all of one home’s network of the new kind', () => {
    expect(same('2001:db8:1:2:a:b:c:d', '2001:0db8:1:2::ffff')).toBe(true);
    expect(same('2001:db8::1', '2001:db8:0:0:9:9:9:9')).toBe(true);
    expect(same('2001:db8:1:2::1', '2001:db8:1:3::1')).toBe(false);
  });

  it('is not known again another day', () => {
    expect(same('192.0.2.1', '192.0.2.1', 'tomorrow')).toBe(false);
  });
});
