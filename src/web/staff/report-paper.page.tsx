import type { PerformanceReport } from '../../performance-reports/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, DateField, Day, Form, type Viewer } from '../shared/index.js';

interface PaperReportProps {
  readonly viewer: Viewer;
  readonly report: PerformanceReport;
  readonly receivedOn: string;
}

/** The day on which the paper came; what stands on it is then written on the pages of the organisation. */
export function PaperReportPage({ viewer, report, receivedOn }: PaperReportProps) {
  return (
    <Form action={viewer.url(`staff/reports/${report.id}/paper-entry`)} label="紙の実績報告書">
      <CheckAnswers
        answers={[
          { label: '団体', value: report.organizationName },
          { label: '補助金', value: report.programName },
          { label: '事業', value: report.title },
          { label: '提出の期限', value: <Day date={report.dueOn} /> },
        ]}
      />
      <p>受け付けるまで、団体の画面では書けなくなります。団体が書き始めていたときは、その続きから入力します。</p>
      <DateField name="receivedOn" label="紙を受け取った日" required value={receivedOn} />
      <ButtonRow>
        <Button>入力を始める</Button>
        <ButtonLink kind="secondary" href={viewer.url('staff/reports')}>
          やめて戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
