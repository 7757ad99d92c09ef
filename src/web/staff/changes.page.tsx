import { TOLD_LABEL, type ViewAcknowledgements } from '../../acknowledgements/index.js';
import {
  awaitedBy,
  REPORT_TITLES,
  type Change,
  type ChangeDesk,
  type GrantReport,
  type OfGrant,
} from '../../grant-changes/index.js';
import type { RepresentativeChanges } from '../../organizations/index.js';
import { ChangeTag, titleOf } from '../shared/change-words.js';
import { DataTable, Day, Moment, Money, Section, StatusTag, type Column, type Viewer } from '../shared/index.js';
import { acknowledgementPath } from './acknowledgements/acknowledgement-panel.js';
import { grantStanding } from '../shared/grant-facts.js';

interface ChangeDeskProps {
  readonly viewer: Viewer;
  readonly desk: ChangeDesk;
  /** 代表者変更届 that are not at their end. */
  readonly representatives: Awaited<ReturnType<RepresentativeChanges['waiting']>>;
  /** Answers to notices and reports that are decided, and whose letters are not out. */
  readonly toIssue: Awaited<ReturnType<ViewAcknowledgements['toIssue']>>;
}

/** From top to bottom in the order of the work: answer, issue, read, and what others are to do. */
export function ChangeDeskPage({ viewer, desk, toIssue, representatives }: ChangeDeskProps) {
  const waiting = [...desk.inDraft, ...desk.returned];
  return (
    <>
      <Section title={`確認する届出・申請（${String(desk.toAnswer.length)}件）`}>
        <Changes
          viewer={viewer}
          caption="確認する届出・申請"
          lines={desk.toAnswer}
          empty="確認する届出・申請はありません。"
        />
      </Section>
      <Section title={`通知書を施行する変更（${String(desk.toIssue.length)}件）`}>
        <Changes
          viewer={viewer}
          caption="通知書を施行する変更"
          lines={desk.toIssue}
          empty="施行を待つ変更はありません。"
        />
      </Section>
      {representatives.length > 0 && (
        <Section title={`代表者変更届（${String(representatives.length)}件）`}>
          <Representatives viewer={viewer} lines={representatives} />
        </Section>
      )}
      {toIssue.length > 0 && (
        <Section title={`通知書を施行する届出・報告（${String(toIssue.length)}件）`}>
          <Answers viewer={viewer} lines={toIssue} />
        </Section>
      )}
      {desk.scheduled.length > 0 && (
        <Section title={`施行予定（${String(desk.scheduled.length)}件）`}>
          <p>施行日の朝に団体へ届きます。その日までは、団体には見えません。</p>
          <Changes viewer={viewer} caption="施行予定の変更" lines={desk.scheduled} empty="" />
        </Section>
      )}
      <Section title={`確認する報告（${String(desk.reportsToRead.length)}件）`}>
        <Reports viewer={viewer} caption="確認する報告" lines={desk.reportsToRead} empty="確認する報告はありません。" />
      </Section>
      {waiting.length > 0 && (
        <Section title={`決裁中・差戻し中（${String(waiting.length)}件）`}>
          <Changes viewer={viewer} caption="決裁中・差戻し中" lines={waiting} empty="" />
        </Section>
      )}
      {desk.reportsInDraft.length > 0 && (
        <Section title={`決裁中の報告（${String(desk.reportsInDraft.length)}件）`}>
          <Reports viewer={viewer} caption="決裁中の報告" lines={desk.reportsInDraft} empty="" />
        </Section>
      )}
      {desk.reportsAsked.length > 0 && (
        <Section title={`団体に求めている報告（${String(desk.reportsAsked.length)}件）`}>
          <Reports viewer={viewer} caption="団体に求めている報告" lines={desk.reportsAsked} empty="" />
        </Section>
      )}
      <Section title={`交付決定の一覧（${String(desk.grants.length)}件）`}>
        <Grants viewer={viewer} desk={desk} />
      </Section>
    </>
  );
}

interface LinesProps<Item> {
  readonly viewer: Viewer;
  readonly caption: string;
  readonly lines: readonly OfGrant<Item>[];
  readonly empty: string;
}

const ofGrant: readonly Column<OfGrant<unknown>>[] = [
  { label: '団体', heading: true, cell: ({ grant }) => grant.organizationName },
  { label: '補助金', cell: ({ grant }) => grant.programName },
];

const Changes = ({ viewer, caption, lines, empty }: LinesProps<Change>) => (
  <DataTable
    caption={caption}
    captionHidden
    cards
    keyboard
    empty={empty}
    rows={lines}
    columns={[
      {
        label: '手続き',
        tight: true,
        cell: ({ item }) => <a href={viewer.url(`staff/changes/${item.id}`)}>{titleOf(item)}</a>,
      },
      ...ofGrant,
      { label: '収受日', tight: true, cell: ({ item }) => <Day date={item.receivedOn} /> },
      { label: 'いまの額', align: 'end', cell: ({ item }) => <Money yen={item.beforeAmount} /> },
      {
        label: '変更後の額',
        align: 'end',
        cell: ({ item }) =>
          item.kind === 'discontinuation' ? '額の確定で決まる' : <Money yen={item.amount ?? item.askedAmount} />,
      },
      { label: '状態', tight: true, cell: ({ item }) => <ChangeTag change={item} /> },
    ]}
  />
);

const Reports = ({ viewer, caption, lines, empty }: LinesProps<GrantReport>) => (
  <DataTable
    caption={caption}
    captionHidden
    cards
    keyboard
    empty={empty}
    rows={lines}
    columns={[
      {
        label: '報告',
        tight: true,
        cell: ({ item }) => <a href={viewer.url(`staff/changes/reports/${item.id}`)}>{REPORT_TITLES[item.kind]}</a>,
      },
      ...ofGrant,
      { label: '期限', tight: true, cell: ({ item }) => <Day date={awaitedBy(item)} /> },
      { label: 'いつの報告か', tight: true, cell: ({ item }) => <Day date={item.asOf} /> },
    ]}
  />
);

const REPRESENTATIVE_STATE = { sent: '確認待ち', returned: '差戻し', proposed: '決裁中' } as const;

const Representatives = ({ viewer, lines }: { viewer: Viewer; lines: ChangeDeskProps['representatives'] }) => (
  <DataTable
    caption="代表者変更届"
    captionHidden
    cards
    keyboard
    empty=""
    rows={lines}
    columns={[
      {
        label: '団体',
        heading: true,
        cell: ({ id, organizationName }) => (
          <a href={viewer.url(acknowledgementPath({ kind: 'representative-change', recordId: id }))}>
            {organizationName}
          </a>
        ),
      },
      { label: 'いまの代表者', cell: ({ beforeName }) => beforeName },
      { label: '新しい代表者', cell: ({ afterName }) => afterName },
      { label: '届出', tight: true, cell: ({ toldAt }) => <Moment at={toldAt} /> },
      {
        label: '状態',
        tight: true,
        cell: ({ state }) => (
          <StatusTag tone={state === 'returned' ? 'warning' : 'info'}>
            {state === 'confirmed' || state === 'withdrawn' ? '' : REPRESENTATIVE_STATE[state]}
          </StatusTag>
        ),
      },
    ]}
  />
);

const Answers = ({ viewer, lines }: { viewer: Viewer; lines: ChangeDeskProps['toIssue'] }) => (
  <DataTable
    caption="通知書を施行する届出・報告"
    captionHidden
    cards
    keyboard
    empty=""
    rows={lines}
    columns={[
      {
        label: '届出・報告',
        tight: true,
        cell: ({ acknowledgement }) => (
          <a href={viewer.url(acknowledgementPath(acknowledgement))}>{TOLD_LABEL[acknowledgement.kind]}</a>
        ),
      },
      { label: '団体', heading: true, cell: ({ record }) => record.organizationName },
      { label: '決裁日', tight: true, cell: ({ acknowledgement }) => <Day date={acknowledgement.decidedOn} /> },
    ]}
  />
);

const Grants = ({ viewer, desk }: { viewer: Viewer; desk: ChangeDesk }) => (
  <DataTable
    caption="交付決定の一覧"
    captionHidden
    cards
    keyboard
    empty="通知した交付決定はまだありません。"
    rows={desk.grants}
    columns={[
      {
        label: '団体',
        heading: true,
        cell: (grant) => <a href={viewer.url(`staff/grants/${grant.id}`)}>{grant.organizationName}</a>,
      },
      { label: '補助金', cell: ({ programName }) => programName },
      { label: '文書番号', tight: true, cell: ({ letterNumber }) => letterNumber },
      { label: '決定額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
      { label: 'いまの額', align: 'end', cell: ({ amountInForce }) => <Money yen={amountInForce} /> },
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
