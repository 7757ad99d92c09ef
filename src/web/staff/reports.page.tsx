import type { PerformanceReport, ReportDesk } from '../../performance-reports/index.js';
import { openDay } from '../../performance-reports/index.js';
import { sumYen } from '../../kernel/yen.js';
import { Named } from '../shared/case-name.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Day,
  EmptyState,
  Form,
  Money,
  Section,
  StatusTag,
  TextArea,
  TextField,
  type Column,
  type Viewer,
} from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { textOr, tickedIn } from '../shared/typed-choice.js';
import { DraftOptions } from './draft-options.js';
import type { ReportsProps } from './reports-props.js';
import { Issued, ToIssue } from './reports-settled.js';

/** From top to bottom in the order of the work: what is late, to inspect, to draft, to issue, what runs, what is out. */
export function ReportsPage(props: ReportsProps) {
  const { viewer, desk } = props;
  if (Object.values(desk).every((list) => list.length === 0)) {
    return (
      <EmptyState title="実績報告はまだありません。">
        <p>交付決定通知書を施行すると、実績報告の提出を待つ補助金がここに並びます。</p>
      </EmptyState>
    );
  }
  return (
    <>
      {desk.late.length > 0 && (
        <Section title={`期限を過ぎた実績報告（${String(desk.late.length)}件）`}>
          <Awaited viewer={viewer} caption="期限を過ぎた実績報告" reports={desk.late} late />
        </Section>
      )}
      {[desk.toInspect, desk.toDraft, desk.toIssue].every((list) => list.length === 0) && (
        <EmptyState title="検査・起案・施行を待つものはありません。">
          <p>団体が実績報告書を提出すると、ここに並びます。</p>
        </EmptyState>
      )}
      {desk.toInspect.length > 0 && (
        <Section title={`検査する実績報告（${String(desk.toInspect.length)}件）`}>
          <DataTable
            caption="検査する実績報告"
            captionHidden
            cards
            empty={{ title: '検査する実績報告はありません。', body: <p>団体が提出した報告が、ここに並びます。</p> }}
            rows={desk.toInspect}
            columns={[
              ...caseColumns(viewer),
              { label: '収受番号', tight: true, cell: ({ receivedNumber }) => receivedNumber },
              { label: '収受日', tight: true, cell: ({ receivedOn }) => <Day date={receivedOn} /> },
              { label: '回', tight: true, cell: ({ round }) => `${String(round)}回目` },
            ]}
          />
        </Section>
      )}
      {desk.toDraft.length > 0 && (
        <Section title={`額の確定を起案する報告（${String(desk.toDraft.length)}件）`}>
          <ToDraft {...props} />
        </Section>
      )}
      {desk.toIssue.length > 0 && (
        <Section title={`施行する額の確定（${String(desk.toIssue.length)}件）`}>
          <ToIssue {...props} />
        </Section>
      )}
      {desk.inDraft.length > 0 && (
        <Section title={`決裁中（${String(desk.inDraft.length)}件）`}>
          <DataTable
            caption="決裁中の額の確定"
            captionHidden
            cards
            empty="決裁中の額の確定はありません。"
            rows={desk.inDraft}
            columns={[
              { label: '団体', cell: ({ determination }) => determination.organizationName },
              {
                label: '補助金',
                cell: ({ determination: { title, programName } }) => <Named title={title} program={programName} />,
              },
              { label: '確定額', align: 'end', cell: ({ determination }) => <Money yen={determination.amount} /> },
              {
                label: '起案',
                tight: true,
                cell: ({ draft }) => draft && <a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.number}</a>,
              },
            ]}
          />
        </Section>
      )}
      {desk.awaited.length > 0 && (
        <Section title={`提出を待つ実績報告（${String(desk.awaited.length)}件）`}>
          <Awaited viewer={viewer} caption="提出を待つ実績報告" reports={desk.awaited} />
        </Section>
      )}
      {desk.scheduled.length > 0 && (
        <Section title={`施行予定（${String(desk.scheduled.length)}件）`}>
          <p>施行日の朝に団体へ届きます。その日までは、団体には見えません。</p>
          <Issued viewer={viewer} determinations={desk.scheduled} caption="施行予定の額の確定" />
        </Section>
      )}
      {desk.issued.length > 0 && (
        <Section title={`施行済み（${String(desk.issued.length)}件）`}>
          <Issued viewer={viewer} determinations={desk.issued} />
        </Section>
      )}
    </>
  );
}

const caseColumns = (viewer: Viewer): Column<PerformanceReport>[] => [
  {
    label: '団体',
    cell: ({ id, organizationName, state }) =>
      state === 'open' ? organizationName : <a href={viewer.url(`staff/reports/${id}`)}>{organizationName}</a>,
  },
  { label: '補助金', cell: ({ title, programName }) => <Named title={title} program={programName} /> },
];

function Awaited({
  viewer,
  caption,
  reports,
  late = false,
}: {
  viewer: Viewer;
  caption: string;
  reports: readonly PerformanceReport[];
  late?: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      empty={late ? '期限を過ぎた実績報告はありません。' : '提出を待つ実績報告はありません。'}
      rows={reports}
      columns={[
        ...caseColumns(viewer),
        { label: '事業の終わり', tight: true, cell: ({ completesOn }) => <Day date={completesOn} /> },
        {
          label: '期限',
          tight: true,
          cell: (report) => (
            <>
              <Day date={openDay(report)} />
              {report.state === 'returned' && '（補正）'} {late && <StatusTag tone="danger">期限切れ</StatusTag>}
            </>
          ),
        },
        {
          label: '案件',
          tight: true,
          cell: ({ id, applicationId, state }) => (
            <>
              <a href={viewer.url(`staff/applications/${applicationId}`)}>申請</a>
              {state === 'open' && (
                <>
                  {'　'}
                  <a href={viewer.url(`staff/reports/${id}/paper-entry`)}>紙で受け付ける</a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function ToDraft({ viewer, desk, typed, mayAct }: ReportsProps) {
  const { toDraft } = desk;
  const ids = toDraft.map(({ report }) => report.id);
  const chosen = tickedIn(typed.draft, 'reportIds', ids);
  const table = (
    <DataTable
      caption="額の確定を起案する報告"
      captionHidden
      cards
      empty={{ title: '起案する報告はありません。', body: <p>検査を終えた報告が、ここに並びます。</p> }}
      rows={toDraft.map((line, index) => ({ ...line, index }))}
      columns={[
        {
          label: '団体',
          cell: ({ report, index }) =>
            mayAct ? (
              <RowChoice
                name="reportIds"
                index={index}
                value={report.id}
                checked={chosen.includes(report.id)}
                label={report.organizationName}
              />
            ) : (
              report.organizationName
            ),
        },
        { label: '補助金', cell: ({ report }) => <Named title={report.title} program={report.programName} /> },
        { label: '交付決定額', align: 'end', cell: ({ decision }) => <Money yen={decision} /> },
        { label: '確定額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
        {
          label: '検査',
          tight: true,
          cell: ({ report }) => <a href={viewer.url(`staff/reports/${report.id}`)}>開く</a>,
        },
      ]}
      totals={[
        ...['合計', ''],
        <Money yen={sumYen(toDraft.map(({ decision }) => decision))} strong />,
        <Money yen={sumYen(toDraft.map(({ amount }) => amount))} strong />,
        '',
      ]}
    />
  );
  if (!mayAct || toDraft.length === 0) return table;
  return (
    <Form action={viewer.url('staff/reports/drafts')} label="額の確定の起案">
      {table}
      <TextField name="title" label="件名" required value={textOr(typed.draft?.['title'], proposedTitle(desk))} />
      <TextArea
        name="reason"
        label="起案の理由"
        required
        rows={3}
        value={textOr(
          typed.draft?.['reason'],
          '実績報告書を検査した結果、交付決定の内容と条件に適合すると認められるので、下記のとおり補助金の額を確定してよろしいか伺います。',
        )}
      />
      <DraftOptions sent={typed.draft} />
      <ButtonRow>
        <Button>選んだ報告の額の確定を起案する</Button>
      </ButtonRow>
    </Form>
  );
}

const proposedTitle = ({ toDraft }: ReportDesk): string => {
  const names = [...new Set(toDraft.map(({ report }) => report.programName.replace(/\s+/g, '')))];
  return `${names.length === 1 ? (names[0] ?? '') : '補助金'}の額の確定について`;
};
