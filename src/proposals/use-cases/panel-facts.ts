import type { PresentedSubject } from '../../approvals/index.js';
import { formatEra } from '../../kernel/local-date.js';
import type { PanelStanding } from '../../panels/index.js';

/** What the panel said of a proposal, as the draft of its adoption cites it; nothing where no panel has it. */
export function panelFacts(standing: PanelStanding): PresentedSubject['facts'] {
  if (standing.kind === 'not-listed') return [];
  const { panelName, number, heldOn } = standing.at;
  const meeting = `${panelName}　第${String(number)}回（${formatEra(heldOn)}）`;
  if (standing.kind === 'waiting')
    return [{ label: '審査会', value: `${meeting}の議題。結果はまだ確定していません。` }];
  const { result, comment, questions } = standing;
  const place = result.place === null ? '基準に達していない' : `${String(result.of)}件のうち${String(result.place)}位`;
  const mean = `平均${result.mean}点（${String(result.most)}点満点、採点した委員${String(result.counted)}人）`;
  return [
    { label: '審査会', value: [meeting, place, mean, ...result.shortfalls].join('　') },
    ...(questions === '' ? [] : [{ label: '質疑', value: questions }]),
    { label: '講評', value: comment },
  ];
}
