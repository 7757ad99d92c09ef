import type { Acknowledgement } from '../../acknowledgements/index.js';
import {
  awaitedBy,
  REPORT_PLACES,
  type GrantReport,
  type KeptPaper,
  type OfGrant,
  type ReportKind,
} from '../../grant-changes/index.js';
import type { GrantView } from '../../grants/index.js';
import { ReportContent } from '../shared/grant-report.js';
import { ToldAnswer } from '../shared/told-answer.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Day,
  Details,
  FileField,
  Form,
  Notice,
  Prose,
  TextArea,
  YenField,
  type Viewer,
} from '../shared/index.js';

export interface TypedReport {
  readonly requestId?: string;
  readonly asOf?: string;
  readonly happening?: string;
  readonly outlook?: string;
  readonly spentAmount?: string;
}

interface ReportFormProps {
  readonly viewer: Viewer;
  readonly grant: GrantView;
  readonly kind: ReportKind;
  /** The report that staff asked for; null where the organisation begins by itself. */
  readonly report: GrantReport | null;
  readonly typed: TypedReport;
}

const HINTS: Readonly<Record<ReportKind, { readonly happening: string; readonly outlook: string }>> = {
  progress: {
    happening: '例：5月に説明会を開き、28人が参加しました。',
    outlook: '例：10月に防災訓練を行います。',
  },
  accident: {
    happening: '例：大雨のため、9月の防災訓練を行えませんでした。',
    outlook: '例：11月に延期します。会場は同じ公民館です。',
  },
};

/** A short form: when, what, what next, how much so far, and papers. */
export function GrantReportForm({ viewer, grant, kind, report, typed }: ReportFormProps) {
  const words = REPORT_PLACES[kind];
  const path = report ? `committee/changes/reports/${report.id}` : `committee/grants/${grant.id}/reports/${kind}`;
  return (
    <>
      {report && (
        <Notice
          tone={report.state === 'returned' ? 'warning' : 'info'}
          title={report.state === 'returned' ? '担当課から差し戻されました' : '担当課から提出を求められています'}
        >
          {report.state === 'returned' ? (
            <Prose text={report.returnNote} />
          ) : (
            report.request !== '' && <Prose text={report.request} />
          )}
          <p>
            期限：
            <Day date={awaitedBy(report)} />
          </p>
        </Notice>
      )}
      <p>{grant.programName}についての報告です。</p>
      <Form action={viewer.url(path)} upload once={typed.requestId || true} label="報告">
        <DateField name="asOf" label={words.asOf} required value={typed.asOf} />
        <TextArea
          name="happening"
          label={words.happening}
          hint={HINTS[kind].happening}
          required
          rows={6}
          most={2000}
          value={typed.happening}
        />
        <TextArea
          name="outlook"
          label={words.outlook}
          hint={HINTS[kind].outlook}
          required={kind === 'accident'}
          rows={4}
          most={2000}
          value={typed.outlook}
        />
        <YenField
          name="spentAmount"
          label="これまでに使った額"
          hint="わかるときに書きます。"
          value={typed.spentAmount}
        />
        <FileField
          name="papers"
          label="添える書類"
          hint="写真、チラシなど。PDF、写真、Excel、Word。一つ20MBまで。"
          multiple
          accept=".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx"
        />
        <ButtonRow>
          <Button>この内容で提出する</Button>
          <ButtonLink kind="quiet" href={viewer.url(`committee/grants/${grant.id}`)}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

type Sent = OfGrant<GrantReport> & { readonly papers: readonly KeptPaper[] };

interface GrantReportSentProps {
  readonly viewer: Viewer;
  readonly view: Sent;
  /** By its letter; null until then. */
  readonly answer: Acknowledgement | null;
}

export const GrantReportSent = ({ viewer, view: { item, grant, papers }, answer }: GrantReportSentProps) => (
  <>
    <ToldAnswer viewer={viewer} answer={answer} />
    <ReportContent
      report={item}
      papers={papers}
      paperHref={(sha256) => viewer.url(`committee/changes/reports/${item.id}/papers/${sha256}`)}
    />
    {item.state === 'sent' && (
      <Details summary="この報告を取り下げる">
        <p>
          {item.askedAt === null
            ? '間違えて出したときは取り下げられます。'
            : '取り下げると、担当課から求められている報告として、もう一度書けるようになります。'}
        </p>
        <Form action={viewer.url(`committee/changes/reports/${item.id}/withdrawal`)} label="報告の取下げ">
          <ButtonRow>
            <Button kind="danger" small>
              報告を取り下げる
            </Button>
          </ButtonRow>
        </Form>
      </Details>
    )}
    <ButtonRow>
      <ButtonLink kind="secondary" href={viewer.url(`committee/grants/${grant.id}`)}>
        この補助金のページに戻る
      </ButtonLink>
    </ButtonRow>
  </>
);
