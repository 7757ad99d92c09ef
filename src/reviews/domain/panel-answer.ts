import { formatEra, type LocalDate } from '../../kernel/local-date.js';

interface JudgedAt {
  readonly panelName: string;
  readonly number: number;
  readonly heldOn: LocalDate;
}

/** Where an application stands with the panel that its programme asks for. */
export type PanelFacts =
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'waiting'; readonly at: JudgedAt }
  | {
      readonly kind: 'judged';
      readonly at: JudgedAt;
      readonly result: {
        readonly mean: string;
        readonly most: number;
        readonly place: number | null;
        readonly of: number;
        readonly shortfalls: readonly string[];
      };
    };

/**
 * The review waits for a result, whatever it says: what fell short is refused by a decision, which needs the review, too.
 */
export function panelAnswer(panel: PanelFacts | null): { readonly fulfilled: boolean; readonly why: string } {
  if (!panel) return { fulfilled: true, why: 'この補助制度は審査会を求めていません。' };
  if (panel.kind === 'not-listed') return { fulfilled: false, why: 'まだ審査会の議題になっていません。' };
  const { panelName, number, heldOn } = panel.at;
  const meeting = `${panelName}の第${String(number)}回（${formatEra(heldOn)}）`;
  if (panel.kind === 'waiting') {
    return { fulfilled: false, why: `${meeting}で審査します。結果はまだ確定していません。` };
  }
  const { mean, most, place, of, shortfalls } = panel.result;
  const points = `${meeting}の結果は、${String(most)}点満点で平均${mean}点`;
  const ending = place === null ? `です。${shortfalls.join('')}` : `、${String(of)}件のうち${String(place)}位です。`;
  return { fulfilled: true, why: points + ending };
}
