import type { PresentedTable } from '../../approvals/index.js';
import { CheckAnswers, DataTable, Section, type Viewer } from '../shared/index.js';

/** So many rows an approver reads here; a longer table opens whole on its own page, and prints whole in 決裁文書. */
const MOST = 200;

interface AnnexesProps {
  readonly viewer: Viewer;
  readonly annexes: readonly PresentedTable[];
}

/** 別表 of a draft: the tables on which several of its cases rest. */
export function Annexes({ viewer, annexes }: AnnexesProps) {
  return (
    <>
      {annexes.map(({ title, head, columns, rows, totals, href }) => (
        <Section title={`別表　${title}`} key={href}>
          <CheckAnswers answers={head} />
          <DataTable
            caption={title}
            captionHidden
            cards
            empty="この表に行はありません。"
            rows={rows.slice(0, MOST)}
            columns={columns.map(({ label, align }, index) => ({
              ...{ label, align },
              tight: align === 'end',
              cell: (row: readonly string[]) => row[index],
            }))}
            totals={totals}
          />
          <p class="screen-only">
            {rows.length > MOST && `全${String(rows.length)}件のうち${String(MOST)}件を表示しています。`}
            <a href={viewer.url(href)}>表を開く（全件・Excel）</a>
          </p>
        </Section>
      ))}
    </>
  );
}
