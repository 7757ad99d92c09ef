import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

const BITS_OF_ONE_HOME = 64;
const BITS_A_GROUP = 16;

/**
 * A sender as the gate keeps them: a hash that nobody can turn back once the day's secret is gone. Of an IPv6 address
 * only the network of the home counts, because a home has more addresses than anybody could use up.
 */
export const hashOfSender = (secret: string, sender: string): string =>
  createHmac('sha256', secret).update(homeOf(sender)).digest('hex');

function homeOf(sender: string): string {
  const plain = sender.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after = ''] = plain.toLowerCase().split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(before), groups(after)];
  const gap = plain.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : [];
  return [...first, ...gap, ...last]
    .slice(0, BITS_OF_ONE_HOME / BITS_A_GROUP)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
