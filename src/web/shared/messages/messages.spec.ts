import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { hasMessage, messageFor, sentenceList } from './index.js';

const SOURCE = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a code is written: the error itself, a fault's code, a validator's message. */
const CODE =
  /(?:new DomainError\(\s*|DomainError\.invalid\([^;]*?,\s*|refuseWhenFaulty\([^;]*?,\s*|(?:refuse|\.fault)\(\s*(?:[^,;']*|'[^']*'|`[^`]*`),\s*|code: |message: )'([a-z][a-z-]*\.[a-z][a-z-]*)'/g;

const codesIn = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(CODE)].map(([, code = '']) => code);

describe('the catalogue of sentences', () => {
  it('has one for every code that the source can throw', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !name.includes('.spec.'),
    );
    const codes = new Set(files.flatMap((name) => codesIn(join(SOURCE, name))));
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => !hasMessage(code)).sort()).toEqual([]);
  });

  it('never says 不正 or 無効, which name neither the field nor the remedy', () => {
    expect(sentenceList().filter(([, sentence]) => /不正|無効/.test(sentence))).toEqual([]);
  });

  it('refuses a code that it does not know, so that none can ship', () => {
    expect(messageFor('nowhere.to-be-found')).toBe(messageFor('common.invalid'));
  });

  it('fills in names and amounts', () => {
    expect(messageFor('common.too-long', { max: 1000 })).toBe('この欄は1,000文字以内で入力してください。');
  });
});
