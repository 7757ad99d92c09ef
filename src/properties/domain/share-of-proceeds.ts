import { applyRatio, ratio } from '../../kernel/ratio.js';
import { workingOf, type Working } from '../../kernel/working.js';
import { formatYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** How an item was paid for. */
export interface Funding {
  /** 取得価格. */
  readonly price: Yen;
  /** 確定額 of the grant, and the eligible cost that it was determined from. */
  readonly grant: Yen;
  readonly cost: Yen;
}

const LABEL = '補助金に相当する額';

/**
 * What of the proceeds belongs to the town: the part that its grant paid of the cost, cut down to the yen, and never more
 * than the grant paid of this item.
 */
export function shareOfProceeds(proceeds: Yen, { price, grant, cost }: Funding, article: string): Working {
  if (proceeds === ZERO_YEN || cost === ZERO_YEN) return workingOf([]);
  const share = grant >= cost ? ratio(1, 1) : ratio(grant, cost);
  const whole = applyRatio(proceeds, share);
  const most = applyRatio(price, share);
  const times = grant >= cost ? '' : ` × ${formatYen(grant)} ÷ ${formatYen(cost)}（円未満切捨て）`;
  return workingOf([
    whole <= most
      ? { label: LABEL, article, formula: `収入の見込み${formatYen(proceeds)}${times}`, yen: whole }
      : { label: LABEL, article, formula: `取得価格${formatYen(price)}${times}を限度`, yen: most },
  ]);
}
