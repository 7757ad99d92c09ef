import { restoreWorking } from '../../kernel/working.js';
import { formatYen, sumYen } from '../../kernel/yen.js';
import { CARRY_OVER } from '../../performance-reports/index.js';
import {
  Columns,
  DataTable,
  Day,
  Details,
  Figure,
  FigureRow,
  Form,
  Money,
  Notice,
  Section,
  WorkingTable,
} from '../shared/index.js';
import type { FileAccess } from '../shared/kept-files.js';
import { ReportContentView } from '../shared/report-content.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { InspectionAside } from './inspection-aside.js';
import { LineInspectionBlock } from './inspection-lines.js';
import { InspectionPoints } from './inspection-points.js';
import type { InspectionPageProps } from './inspection-props.js';

/** 検査: budget, account and receipts line by line beside the checklist; the amount that follows works itself out. */
export function InspectionPage(props: InspectionPageProps) {
  const { viewer, view, editable } = props;
  const path = `staff/reports/${view.report.id}`;
  const columns = <Columns main={<Main {...props} />} aside={<InspectionAside {...props} />} asideLabel="検査" />;
  return (
    <>
      <Heading {...props} />
      {editable ? (
        <Form
          action={viewer.url(`${path}/inspection`)}
          version={view.inspection.version}
          autosave={viewer.url(`${path}/inspection`)}
          label="検査"
        >
          <SaveOnEnter />
          {columns}
        </Form>
      ) : (
        columns
      )}
    </>
  );
}

function Heading({ viewer, view, paid, later }: InspectionPageProps) {
  const { report, decision, figures, duplicates, determination, changes } = view;
  const late = report.receivedOn !== null && report.receivedOn > report.dueOn;
  return (
    <>
      <FigureRow>
        <Figure label="交付決定額">
          <Money yen={decision} />
        </Figure>
        <Figure label={determination ? '確定額' : '確定する額（検査の途中）'}>
          <Money yen={determination?.amount ?? figures.working.total} />
        </Figure>
        <Figure label="支払済額" note={later > 0n ? `うち${formatYen(later)}は翌年度以降の予算から` : undefined}>
          <Money yen={sumYen([paid, later])} />
        </Figure>
        <Figure label="収受日" note={late ? '期限を過ぎて提出' : '期限のうちに提出'}>
          <Day date={report.receivedOn} />
        </Figure>
      </FigureRow>
      {duplicates.length > 0 && (
        <Notice tone="warning" title={`同じかもしれない領収書が${String(duplicates.length)}枚あります`}>
          <p>支出の部の、印のある領収書を見比べてください。</p>
        </Notice>
      )}
      {changes.length > 0 && (
        <Details summary={`前の回から変わったところ（${String(changes.length)}か所）`} open>
          <DataTable
            caption="前の回から変わったところ"
            captionHidden
            cards
            empty=""
            rows={changes}
            columns={[
              { label: '場所', cell: ({ label }) => label },
              { label: '前', cell: ({ before }) => before ?? '（なし）' },
              { label: '後', cell: ({ after }) => after ?? '（なし）' },
            ]}
          />
        </Details>
      )}
      <p>
        {report.organizationName}　{report.title === report.programName ? '' : `「${report.title}」`}
        {report.programName}　収受番号 {report.receivedNumber}　
        <a href={viewer.url(`staff/applications/${report.applicationId}`)}>申請の内容</a>
        {'　'}
        <a href={viewer.url(`staff/messages/${report.applicationId}`)}>団体との連絡</a>
      </p>
    </>
  );
}

function Main(props: InspectionPageProps) {
  const { viewer, view, scans } = props;
  const { content } = view.submission;
  const access: FileAccess = {
    href: (sha256) => viewer.url(`staff/reports/${view.report.id}/files/${sha256}`),
    scans,
  };
  const spent = content.account.filter(({ side, id }) => side === 'expenditure' && id !== CARRY_OVER);
  return (
    <>
      <Section title="支出の検査">
        {spent.map((line) => (
          <LineInspectionBlock {...props} line={line} access={access} key={line.id} />
        ))}
      </Section>
      <Section title="確定する額の計算">
        <WorkingTable
          working={view.determination ? restoreWorking(view.determination.working) : view.figures.working}
          captionHidden
        />
      </Section>
      <ReportContentView content={content} access={access} receipts={false} />
      {props.editable && <InspectionPoints {...props} />}
    </>
  );
}
