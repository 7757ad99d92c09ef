import type { GrantView } from '../../grants/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { Named } from '../shared/case-name.js';
import { DataTable, Day, Money, StatusTag, type Viewer } from '../shared/index.js';
import { grantStanding } from '../shared/grant-facts.js';

interface GrantsProps {
  readonly viewer: Viewer;
  readonly grants: readonly GrantView[];
  /** What each application is called, by its id: several may come from one programme. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The grants of the organisation, each the door to its own page. */
export const GrantsPage = ({ viewer, grants, titles }: GrantsProps) => (
  <DataTable
    caption="決定した補助金"
    captionHidden
    cards
    empty={{
      title: '決定した補助金はまだありません。',
      body: <p>交付決定通知書が届くと、ここに並びます。</p>,
    }}
    rows={grants}
    columns={[
      {
        label: '補助金',
        cell: ({ id, applicationId, programName }) => (
          <a href={viewer.url(`committee/grants/${id}`)}>
            <Named title={titles.get(applicationId) ?? programName} program={programName} />
          </a>
        ),
      },
      { label: '年度', tight: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
      { label: '決定の通知', tight: true, cell: ({ issuedOn }) => <Day date={issuedOn} /> },
      { label: '文書番号', tight: true, cell: ({ letterNumber }) => letterNumber },
      { label: 'いまの交付決定額', align: 'end', cell: ({ amountInForce }) => <Money yen={amountInForce} /> },
      {
        label: '状態',
        tight: true,
        cell: (grant) => {
          const { label, tone } = grantStanding({ grant });
          return <StatusTag tone={tone}>{label}</StatusTag>;
        },
      },
    ]}
  />
);
