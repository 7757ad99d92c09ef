import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import { asJson, type ShownContent } from '../domain/shown-case.js';

/** SHA-256 in hex over the canonical JSON of what is shown, together with those very bytes. */
export function digestOf(shown: ShownContent): { digest: string; content: string } {
  const content = canonicalJson(asJson(shown));
  return { digest: createHash('sha256').update(content, 'utf8').digest('hex'), content };
}
