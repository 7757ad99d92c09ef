import { describe, expect, it } from '@jest/globals';

import { returnPath } from './return-path.js';

describe('the address to return to after signing in', () => {
  it.each(['/ogori/staff/queue', '/ogori/staff/queue?page=2', '/ogori/'])('may be %s', (path) => {
    expect(returnPath(path, 'ogori', '/ogori/')).toBe(path);
  });

  it.each([
    undefined,
    ['/ogori/a', '/ogori/b'],
    '',
    'https://evil.test/ogori/',
    '//evil.test/ogori/',
    '/ogori//evil.test',
    '/ogori/\\evil.test',
    '/ogori/../kotake/staff',
    '/ogori/%2e%2e/kotake/staff',
    '/kotake/staff',
    '/ogoriX/staff',
    '/ogori/\nSet-Cookie: a=b',
    'javascript:alert(1)',
    `/ogori/${'x'.repeat(600)}`,
  ])('is never %j', (path) => {
    expect(returnPath(path, 'ogori', '/ogori/')).toBe('/ogori/');
  });
});
