import { WITHHELD_KIND_LABELS, type Withholding } from '../../../../disclosure/index.js';
import { DataTable, Moment, StatusTag, type Viewer } from '../../../shared/index.js';
import { Pages, type PartOfRows } from '../../../shared/pages-of-rows.js';

interface Props {
  readonly viewer: Viewer;
  readonly rows: readonly Withholding[];
  readonly part: PartOfRows;
  readonly total: number;
}

/** Everything that was ever kept from the public pages, the newest first. */
export const WithholdingsPage = ({ viewer, rows, part, total }: Props) => (
  <>
    <DataTable
      caption="載せないことにした項目"
      captionHidden
      cards
      empty={{
        title: '載せないことにした項目はありません。',
        body: (
          <p>
            外したい答えや写真があるときは、<a href={viewer.url('grants')}>交付の一覧</a>
            からその交付のページを開き、「載せる内容を見直す」を選びます。
          </p>
        ),
      }}
      rows={rows}
      columns={[
        {
          label: '項目',
          cell: ({ grantId, kind, label }) => (
            <a href={viewer.url(`staff/public-face/withholdings/grants/${grantId}`)}>
              {WITHHELD_KIND_LABELS[kind]}：{label}
            </a>
          ),
        },
        { label: '理由', cell: ({ reason }) => reason },
        {
          label: '外した人と日時',
          cell: ({ withheldAt, withheldBy }) => (
            <>
              {withheldBy}　<Moment at={withheldAt} />
            </>
          ),
        },
        {
          label: 'いま',
          cell: ({ shownAgainAt, shownAgainBy }) =>
            shownAgainAt === null ? (
              <StatusTag tone="warning">載せていません</StatusTag>
            ) : (
              <>
                もう一度載せました（{shownAgainBy}　<Moment at={shownAgainAt} />）
              </>
            ),
        },
      ]}
    />
    <Pages viewer={viewer} path="staff/public-face/withholdings" part={part} total={total} />
  </>
);
