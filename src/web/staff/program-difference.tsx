import { formatYen, type Yen } from '../../kernel/yen.js';

/** `＋30,000円`, `△10,000円`, `増減なし`: which way an amount goes is said and not only coloured. */
export const differenceInWords = (yen: Yen): string =>
  yen === 0n ? '増減なし' : `${yen > 0n ? '＋' : ''}${formatYen(yen)}`;

export const Difference = ({ yen }: { yen: Yen }) => <span class="money">{differenceInWords(yen)}</span>;
