import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { TOLD_KINDS } from '../../acknowledgements/index.js';
import { LETTER_KINDS } from '../../repayments/index.js';
import { detailInWords } from './audit-detail.js';
import { ACTION_LABEL, actorLabel, reasonInWords } from './audit-words.js';
import { eventLabel } from './event-words.js';

/** Acts as the stages write them: `action: 'x.y'`, `action = 'x.y'`, `entryFor('x.y', …)`. */
function actionsIn(source: string): string[] {
  const places = source.match(/(?:\baction\s*[:=]|entryFor\()[^;{}]*/g) ?? [];
  // A parameter `action` that a state table is asked with names no act: the word beside it is a refusal.
  const acts = places.filter((place) => !place.includes('nextState('));
  return acts.flatMap((place) =>
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

  it('has a Japanese word for every handler, which stands in the trail as who acted, and for every event', () => {
    const sources = readdirSync('src/worker/handlers', { encoding: 'utf8' }).map((name) =>
      readFileSync(path.join('src/worker/handlers', name), 'utf8'),
    );
    const handlers = sources.flatMap((source) =>
      [...source.matchAll(/readonly name = '([a-z-]+)'/g)].map(([, name = '']) => name),
    );
    expect(handlers).toContain('issue-receipt');
    expect(handlers.filter((name) => actorLabel(name) === name)).toEqual([]);
    expect(actorLabel('issue-receipt')).toBe('自動（受付票の作成）');
    expect(actorLabel('見本 花子')).toBe('見本 花子');
    expect(actorLabel('利用開始コード')).toBe('本人（利用開始コードを入力した人）');
    const table = readFileSync('src/worker/subscriptions.ts', 'utf8');
    const events = [...table.matchAll(/^ {2}(\w+): \[/gm)].map(([, name = '']) => name);
    expect(events).toContain('ApplicationSubmitted');
    expect(events.filter((name) => eventLabel(name) === name)).toEqual([]);
  });

  it('gives the reason of a failed job in a sentence where there is one', () => {
    expect(reasonInWords('notices.number-taken')).toMatch(/文書番号/);
    expect(reasonInWords('connect ECONNREFUSED 10.0.0.1:25')).toBe('connect ECONNREFUSED 10.0.0.1:25');
    expect(reasonInWords(null)).toBe('');
  });

  it('has words for what the stages note by a short name', () => {
    expect(detailInWords({ kind: 'receipt', how: 'post', checked: ['bylaws'], fields: ['address'] })).toBe(
      '種類 受付票・方法 郵送・確認した項目 規約・項目 住所',
    );
  });

  it('has words for every letter and slip, and tells the day of a paper from the day of money', () => {
    const kinds = [...Object.values(LETTER_KINDS), ...TOLD_KINDS, 'progress', 'accident', 'repayment-slip'];
    expect(kinds.filter((kind) => detailInWords({ kind }) === `種類 ${kind}`)).toEqual([]);
    expect(detailInWords({ payBy: '2026-12-04' })).toBe('納める期限 令和8年12月4日');
    expect(detailInWords({ receivedOn: '2026-10-21' })).toBe('収受日 令和8年10月21日');
    const receipt = { receiptId: '95795606-3de4-4928-ac27-ae3f408a06b4', receivedOn: '2026-10-21' };
    expect(detailInWords(receipt)).toBe('領収 95795606・領収日 令和8年10月21日');
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
