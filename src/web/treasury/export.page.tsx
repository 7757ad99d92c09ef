import type { ExportPage as ExportView } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { groupDigits } from '../../kernel/yen.js';
import { ButtonLink, ButtonRow, CheckAnswers, Moment, Money, Section, type Viewer } from '../shared/index.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { Digest } from '../shared/digest.js';
import { OrderLedger } from './order-list.print.js';

interface ExportPageProps {
  readonly viewer: Viewer;
  readonly view: ExportView;
  readonly part: PartOfRows;
}

/** One file for the accounting system, with what it holds; downloading it again gives the same bytes. */
export function ExportPage({ viewer, view: { file, orders }, part }: ExportPageProps) {
  const mayDownload = hasDuty(viewer.actor, 'treasury-check') || hasDuty(viewer.actor, 'treasury-decide');
  return (
    <>
      <CheckAnswers
        answers={[
          { label: 'ファイル名', value: file.fileName },
          { label: '件数', value: `${String(file.count)}件` },
          { label: '合計金額', value: <Money yen={file.total} strong /> },
          { label: '作成', value: <Moment at={file.exportedAt} /> },
          { label: '作成者', value: file.exportedBy },
          { label: '照合コード（SHA-256）', value: <Digest sha256={file.fileSha256} /> },
        ]}
      />
      {mayDownload && (
        <ButtonRow>
          <ButtonLink href={viewer.url(`treasury/exports/${file.id}/file`)} download>
            ダウンロードする
          </ButtonLink>
        </ButtonRow>
      )}
      <Section title={`支出命令（${groupDigits(file.count)}件）`}>
        <OrderLedger orders={orders} caption="出力した支出命令" total={file} />
        <Pages viewer={viewer} path={`treasury/exports/${file.id}`} part={part} total={file.count} />
      </Section>
    </>
  );
}
