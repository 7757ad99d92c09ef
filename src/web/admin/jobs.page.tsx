import type { WaitingScan } from '../../platform/files/index.js';
import type { FailedDelivery } from '../../platform/outbox/index.js';
import {
  Button,
  DataTable,
  Form,
  Hidden,
  Moment,
  Notice,
  Section,
  VisuallyHidden,
  type Viewer,
} from '../shared/index.js';
import { shortCode } from '../../forms/index.js';
import { handlerLabel, reasonInWords } from './audit-words.js';
import { PublicRecordSection } from './public-record/public-record-section.js';
import { eventLabel } from './event-words.js';

interface JobsPageProps {
  readonly viewer: Viewer;
  readonly failed: readonly FailedDelivery[];
  readonly scans: readonly WaitingScan[];
  readonly mayRestart: boolean;
  /** When anything that is public changed last. */
  readonly publicChangedAt: Date | null;
}

export function JobsPage({ viewer, failed, scans, mayRestart, publicChangedAt }: JobsPageProps) {
  const restart = {
    label: '操作',
    tight: true,
    cell: (job: FailedDelivery) => (
      <Form action={viewer.url('admin/jobs/restart')}>
        <Hidden name="eventId" value={job.eventId} />
        <Hidden name="handler" value={job.handler} />
        <Button kind="secondary" small>
          もう一度始める<VisuallyHidden>：{handlerLabel(job.handler)}</VisuallyHidden>
        </Button>
      </Form>
    ),
  };
  return (
    <>
      <p>通知書の作成やメールの送信など、画面の裏で進む仕事のうち、何度か試して終わらなかったものです。</p>
      {failed.length > 0 && (
        <Notice tone="warning" title={`止まっている仕事が${String(failed.length)}件あります`}>
          <p>理由を確かめ、直してから「もう一度始める」を押してください。同じ仕事が二重に行われることはありません。</p>
        </Notice>
      )}
      <DataTable
        caption="止まっている仕事"
        captionHidden
        cards
        empty={{
          title: '止まっている仕事はありません。',
          body: '終わらなかった仕事があると、理由とともにここに並びます。',
        }}
        rows={failed}
        columns={[
          { label: '仕事', cell: ({ handler }) => handlerLabel(handler) },
          {
            label: 'きっかけ',
            cell: ({ eventType, subjectId }) => `${eventLabel(eventType)} ${subjectId.slice(0, 8)}`,
          },
          { label: '止まった日時', tight: true, cell: ({ finishedAt }) => <Moment at={finishedAt} /> },
          { label: '試した回数', align: 'end', tight: true, cell: ({ attempts }) => `${String(attempts)}回` },
          { label: '理由', cell: ({ lastError }) => reasonInWords(lastError) },
          ...(mayRestart ? [restart] : []),
        ]}
      />
      {scans.length > 0 && <WaitingScans scans={scans} />}
      <PublicRecordSection viewer={viewer} changedAt={publicChangedAt} mayAct={mayRestart} />
    </>
  );
}

/** Nothing is lost and nothing need be pressed; but until the scanner is back nobody can open these files. */
const WaitingScans = ({ scans }: { scans: readonly WaitingScan[] }) => (
  <Section title="ウイルス検査を待っているファイル">
    <Notice tone="warning" title={`${String(scans.length)}件のファイルが、まだ開けません`}>
      <p>検査のソフト（ClamAV）が答えていません。動き始めると、ひとりでに検査が終わります。</p>
    </Notice>
    <DataTable
      caption="ウイルス検査を待っているファイル"
      captionHidden
      cards
      empty="待っているファイルはありません。"
      rows={scans}
      columns={[
        { label: '照合コード', tight: true, cell: ({ sha256 }) => <code>{shortCode(sha256)}</code> },
        { label: '届いた日時', tight: true, cell: ({ requestedAt }) => <Moment at={requestedAt} /> },
        { label: '試した回数', align: 'end', tight: true, cell: ({ vainAttempts }) => `${String(vainAttempts)}回` },
        { label: '次に試す日時', tight: true, cell: ({ nextAttemptAt }) => <Moment at={nextAttemptAt} /> },
        { label: '理由', cell: ({ lastFailure }) => lastFailure },
      ]}
    />
  </Section>
);
