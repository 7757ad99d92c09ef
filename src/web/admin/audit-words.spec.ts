import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { detailInWords } from './audit-detail.js';
import { ACTION_LABEL } from './audit-words.js';

/** Acts as the stages write them: `action: 'x.y'`, `action = 'x.y'`, `entryFor('x.y', …)`. */
function actionsIn(source: string): string[] {
  const places = source.match(/(?:\baction\s*[:=]|entryFor\()[^;{}]*/g) ?? [];
  return places.flatMap((place) =>
    (place.match(/'[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*'/g) ?? []).map((literal) => literal.slice(1, -1)),
  );
}

describe('the audit trail', () => {
  it('has a Japanese word for every act of every stage', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.spec)\.ts$/.test(name),
    );
    const audited = sources
      .map((name) => readFileSync(path.join('src', name), 'utf8'))
      .filter((source) => source.includes('.audit('));
    const acts = [...new Set(audited.flatMap(actionsIn))];
    expect(acts.length).toBeGreaterThan(10);
    expect(acts.filter((act) => !ACTION_LABEL.has(act))).toEqual([]);
  });

  it('tells the detail without empty parts and with short ids', () => {
    const detail = {
      staffId: '95795606-3de4-4928-ac27-ae3f408a06b4',
      fromOn: '2026-04-01',
      untilOn: null,
      duties: ['audit'],
      representative: false,
    };
    expect(detailInWords(detail)).toBe('職員 95795606・始まりの日 令和8年4月1日・仕事 監査（閲覧のみ）・代表者 いいえ');
  });
});
