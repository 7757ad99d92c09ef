import { REPORT_PLACES, type GrantReport, type KeptPaper } from '../../grant-changes/index.js';
import { REPORT_STATE } from './change-words.js';
import { StatusTag } from './feedback.js';
import { FileItem } from './kept-files.js';
import { CheckAnswers } from './lists.js';
import { Day, Moment, Money, Prose } from './values.js';

interface ReportContentProps {
  readonly report: GrantReport;
  readonly papers: readonly KeptPaper[];
  readonly paperHref: (sha256: string) => string;
}

/** A 状況報告 or 事故報告 as it was sent. */
export function ReportContent({ report, papers, paperHref }: ReportContentProps) {
  const { state, dueOn, returnNote, request, asOf, happening, outlook, spentAmount, sentAt, sentBy, readAt, readBy } =
    report;
  const access = { href: paperHref, scans: new Map(papers.map(({ sha256, scan }) => [sha256, scan])) };
  const { label, tone } = REPORT_STATE[state];
  const words = REPORT_PLACES[report.kind];
  return (
    <CheckAnswers
      answers={[
        { label: '状態', value: <StatusTag tone={tone}>{label}</StatusTag> },
        ...(dueOn === null ? [] : [{ label: '期限', value: <Day date={dueOn} /> }]),
        ...(request === '' ? [] : [{ label: '担当課からの依頼', value: <Prose text={request} /> }]),
        ...(returnNote === '' ? [] : [{ label: '差戻しの連絡', value: <Prose text={returnNote} /> }]),
        { label: words.asOf, value: <Day date={asOf} /> },
        { label: words.happening, value: <Prose text={happening} /> },
        { label: words.outlook, value: <Prose text={outlook === '' ? '（なし）' : outlook} /> },
        {
          label: 'これまでに使った額',
          value: spentAmount === null ? '（書いていません）' : <Money yen={spentAmount} />,
        },
        {
          label: '提出',
          value: (
            <>
              <Moment at={sentAt} />　{sentBy}
            </>
          ),
        },
        ...(papers.length === 0
          ? []
          : [
              {
                label: '添えた書類',
                value: (
                  <ul class="added-files">
                    {papers.map((paper) => (
                      <li key={paper.id}>
                        <FileItem file={paper} access={access} />
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]),
        ...(readAt === null
          ? []
          : [
              {
                label: '担当課の確認',
                value: (
                  <>
                    <Moment at={readAt} />　{readBy}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}
