import type { GrantView } from '../../grants/index.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { DataTable, Day, Money, SubNavigation, VisuallyHidden, type Viewer } from '../shared/index.js';
import { yearPath } from './year-words.js';

interface EvidencePageProps {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly grants: readonly GrantView[];
}

/** 証拠書類: every decision of a year, each with all its papers in one file. */
export function EvidencePage({ viewer, year, years, grants }: EvidencePageProps) {
  return (
    <>
      <SubNavigation
        label="年度"
        items={years.map((each) => ({
          label: formatFiscalYear(each),
          href: viewer.url(yearPath(each, 'evidence')),
          current: each === year,
        }))}
      />
      <p>
        申請・報告の添付と領収書、通知書・請求書などの文書、決裁文書、支払・返還・備品・予算台帳・操作の記録の表を、SHA-256の目録とともに1つのZIPファイルにまとめます。取り出したことは、操作の記録に残ります。
      </p>
      <DataTable
        caption={`${formatFiscalYear(year)}の交付決定`}
        captionHidden
        keyboard
        cards
        rows={grants}
        columns={[
          {
            label: '団体',
            cell: ({ applicationId, organizationName }) => (
              <a href={viewer.url(`staff/applications/${applicationId}`)}>{organizationName}</a>
            ),
          },
          { label: '補助制度', cell: ({ programName }) => programName },
          { label: '負担行為番号', tight: true, cell: ({ commitmentNumber }) => commitmentNumber ?? '' },
          { label: '決裁日', tight: true, cell: ({ decidedOn }) => <Day date={decidedOn} /> },
          { label: '決定額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
          {
            label: '証拠書類',
            tight: true,
            cell: ({ applicationId, organizationName }) => (
              <a href={viewer.url(`staff/evidence/${applicationId}`)}>
                取り出す（ZIP）<VisuallyHidden>：{organizationName}</VisuallyHidden>
              </a>
            ),
          },
        ]}
        empty="この年度の交付決定はまだありません。"
      />
    </>
  );
}
