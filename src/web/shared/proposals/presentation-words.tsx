import { formatEra } from '../../../kernel/local-date.js';
import type { Presentation } from '../../../panels/index.js';
import { slotInWords, timesInWords } from '../panel-words.js';

/** When, where, as which and how long one presents. */
export function PresentationWords({ presentation }: { presentation: Presentation }) {
  const { panelName, heldOn, startsAt, place, order, of, times, slot } = presentation;
  const about = slotInWords(slot);
  return (
    <>
      <p>
        {formatEra(heldOn)}
        {startsAt !== null && ` ${startsAt}から`}、{place}（{panelName}）
      </p>
      <p>
        {`${String(of)}件のうち${String(order)}番目`}
        {about !== '' && `（${about}ごろ）`}。{timesInWords(times)}です。
      </p>
    </>
  );
}
