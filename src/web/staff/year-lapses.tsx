import type { LapsedOfGrant, LapseStep, LapsingGrant } from '../../closing/index.js';
import { sumYen } from '../../kernel/yen.js';
import { WAITING_WORDS } from '../shared/case-words.js';
import { DataTable, Money, type Viewer } from '../shared/index.js';
import { shownPart, type PartOfRows } from '../shared/pages-of-rows.js';

/** What can still be done, until the last payment day, so that the money does not lapse. */
const TO_DO: Readonly<Record<LapseStep, string>> = {
  unissued: '交付決定を通知し、請求を受けて支払う',
  unconfirmed: '団体に請求書の確認を頼み、支払う',
  unordered: '支出命令を起案し、支払う',
  unpaid: '支出命令の決裁を終えて支払うか、起案を取り下げる',
  unreported: '実績報告を受け、額を確定して支払う',
  uninspected: '検査を終え、額を確定して支払う',
  unclaimed: '支払うものがなければ、そのまま不用にする',
};

interface LapsingProps {
  readonly viewer: Viewer;
  readonly lapsing: readonly LapsingGrant[];
  readonly part: PartOfRows;
}

/** 決定済みで未請求・未命令の交付金: whom the closing hits, and what to do before it. */
export function LapsingTable({ viewer, lapsing, part }: LapsingProps) {
  return (
    <DataTable
      caption="閉鎖すると不用になる交付金"
      captionHidden
      cards="dense"
      rows={shownPart(lapsing, part)}
      columns={[
        {
          label: '団体',
          cell: ({ caseId, organizationName }) => (
            <a href={viewer.url(`staff/applications/${caseId}`)}>{organizationName}</a>
          ),
        },
        {
          label: '補助制度',
          cell: ({ programName, lineName }) => (
            <>
              {programName}
              <p class="hint">{lineName}</p>
            </>
          ),
        },
        { label: '不用になる額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
        { label: '待っている相手', tight: true, cell: ({ openWith }) => WAITING_WORDS[openWith] },
        { label: '閉鎖する前にできること', cell: ({ step }) => TO_DO[step] },
      ]}
      totals={['合計', '', <Money yen={sumYen(lapsing.map(({ amount }) => amount))} strong />, '', '']}
      empty="ありません。決定した額は、すべて支出命令が済んでいます。"
    />
  );
}

interface LapsedProps {
  readonly viewer: Viewer;
  readonly lapsed: readonly LapsedOfGrant[];
  readonly part: PartOfRows;
}

/** 不用 of the closing, grant by grant. */
export const LapsedTable = ({ viewer, lapsed, part }: LapsedProps) => (
  <DataTable
    caption="不用とした負担行為の残り"
    captionHidden
    cards="dense"
    rows={shownPart(lapsed, part)}
    columns={[
      {
        label: '団体',
        cell: ({ grantId, organizationName }) => <a href={viewer.url(`staff/grants/${grantId}`)}>{organizationName}</a>,
      },
      { label: '補助制度', cell: ({ programName }) => programName },
      { label: '不用とした額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
    ]}
    totals={['合計', '', <Money yen={sumYen(lapsed.map(({ amount }) => amount))} strong />]}
    empty="不用とした負担行為はありません。"
  />
);
