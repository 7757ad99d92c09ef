import type { BatchPage as BatchView } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Form,
  Hidden,
  Money,
  Moment,
  Notice,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { Digest } from '../shared/digest.js';

interface BatchSheetProps {
  readonly viewer: Viewer;
  readonly view: BatchView;
}

/** Whether somebody else than this person confirmed the file as it is now. */
export const isConfirmedByAnother = ({ sheet, confirmations }: BatchView, staffId: string): boolean =>
  confirmations.some((each) => each.fileSha256 === sheet?.sha256 && each.staffId !== staffId);

/** 送付書 on the page: what the file holds, who confirmed it, and where each record can be read. */
export function BatchSheetSection({ viewer, view }: BatchSheetProps) {
  const { batch, sheet, faults } = view;
  if (batch.state === 'dissolved') return null;
  if (!sheet) {
    return (
      <Notice tone="warning" title="いまの内容では、振込データを作れません">
        <p>銀行が受け付けない内容が{faults.length}件あります。承認しようとすると、1件ずつ示されます。</p>
      </Notice>
    );
  }
  const path = `treasury/batches/${batch.id}`;
  return (
    <Section title="送付書">
      <CheckAnswers
        answers={[
          { label: '件数', value: `${groupDigits(sheet.count)}件` },
          { label: '合計金額', value: <Money yen={sheet.total} strong /> },
          { label: '大きさ', value: `${groupDigits(sheet.shape.bytes)}バイト` },
          { label: '照合コード（SHA-256）', value: <Digest sha256={sheet.sha256} /> },
        ]}
      />
      <Confirmations view={view} />
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(`${path}/reading`)}>
          銀行が読む内容を1件ずつ見る
        </ButtonLink>
        <ButtonLink kind="secondary" href={viewer.url(`${path}/cover`)}>
          送付書（PDF）を開く
        </ButtonLink>
      </ButtonRow>
      {batch.state === 'collected' && <Confirming viewer={viewer} view={view} />}
    </Section>
  );
}

function Confirmations({ view: { sheet, confirmations } }: Pick<BatchSheetProps, 'view'>) {
  if (confirmations.length === 0) return <p>まだだれも確認していません。</p>;
  return (
    <ul>
      {confirmations.map(({ staffId, staffName, postNames, at, fileSha256 }) => (
        <li key={`${staffId}${fileSha256}`}>
          {postNames}　{staffName}（
          <Moment at={at} />）{' '}
          {fileSha256 === sheet?.sha256 ? (
            <StatusTag tone="success">確認済み</StatusTag>
          ) : (
            <StatusTag tone="neutral">前の内容の確認</StatusTag>
          )}
        </li>
      ))}
    </ul>
  );
}

function Confirming({ viewer, view: { batch, sheet, confirmations } }: BatchSheetProps) {
  const { actor } = viewer;
  const mayConfirm = hasDuty(actor, 'treasury-check') || hasDuty(actor, 'treasury-decide');
  if (!sheet || !mayConfirm || actor.kind !== 'staff') return null;
  if (confirmations.some((each) => each.staffId === actor.staffId && each.fileSha256 === sheet.sha256)) return null;
  return (
    <Form action={viewer.url(`treasury/batches/${batch.id}/confirmation`)}>
      <Hidden name="sha256" value={sheet.sha256} />
      <ButtonRow>
        <Button kind="secondary">件数・金額・照合コードを確認した</Button>
      </ButtonRow>
    </Form>
  );
}
