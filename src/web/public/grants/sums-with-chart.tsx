import { totalOf, type PublicSum } from '../../../disclosure/index.js';
import { formatYen, groupDigits, subtractYen } from '../../../kernel/yen.js';
import { BarChart } from '../../shared/charts.js';
import { DataTable, Money } from '../../shared/index.js';

interface Props {
  readonly title: string;
  /** What a row is, e.g. 校区. */
  readonly heading: string;
  readonly sums: readonly PublicSum[];
  readonly nameOf?: (sum: PublicSum) => string;
  readonly href?: (sum: PublicSum) => string;
}

const LEGEND = [
  { kind: 'part', text: '交付額' },
  { kind: 'done', text: '支払済（返還された額を除く）' },
] as const;

/** Sums as a picture and as the table that it repeats, side by side where there is room. */
export function SumsWithChart({ title, heading, sums, nameOf = ({ name }) => name, href }: Props) {
  if (sums.length === 0) return null;
  const most = sums.reduce((first, sum) => (sum.granted > first.granted ? sum : first));
  const all = totalOf(sums);
  return (
    <div class="sums">
      <h3>{title}</h3>
      <div class="sums-parts">
        <BarChart
          label={`${title}の棒グラフ。最も多いのは${nameOf(most)}の${formatYen(most.granted)}。数字は表にあります。`}
          bars={sums.map((sum) => ({
            label: nameOf(sum),
            parts: [
              { value: Number(sum.granted), kind: 'part' },
              { value: Number(subtractYen(sum.paid, sum.paidBack)), kind: 'done' },
            ],
          }))}
          legend={LEGEND}
        />
        <DataTable
          caption={title}
          captionHidden
          empty="まだありません。"
          rows={sums}
          columns={[
            {
              label: heading,
              cell: (sum) => (href ? <a href={href(sum)}>{nameOf(sum)}</a> : nameOf(sum)),
            },
            { label: '件数', align: 'end', tight: true, cell: ({ grants }) => `${groupDigits(grants)}件` },
            { label: '交付額', align: 'end', tight: true, cell: ({ granted }) => <Money yen={granted} /> },
            { label: '支払済', align: 'end', tight: true, cell: ({ paid }) => <Money yen={paid} /> },
            ...(all.paidBack > 0n
              ? [
                  {
                    ...{ label: 'うち返還', align: 'end' as const, tight: true },
                    cell: ({ paidBack }: PublicSum) => <Money yen={paidBack} />,
                  },
                ]
              : []),
          ]}
          totals={
            sums.length > 1
              ? [
                  '合計',
                  `${groupDigits(all.grants)}件`,
                  <Money yen={all.granted} strong />,
                  <Money yen={all.paid} strong />,
                  ...(all.paidBack > 0n ? [<Money yen={all.paidBack} strong />] : []),
                ]
              : undefined
          }
        />
      </div>
    </div>
  );
}
