import { formatYen, yen, type Yen } from '../../kernel/yen.js';
import { receiptInWords, type AccountLine, type InspectionView } from '../../performance-reports/index.js';
import { CheckAnswers, Details, Select, StatusTag, TextField, YenField } from '../shared/index.js';
import type { FileAccess } from '../shared/kept-files.js';
import { Files } from '../shared/report-content.js';
import type { InspectionPageProps } from './inspection-props.js';

/** One expenditure: what was planned, spent and proven, and what the town says of it. */
export function LineInspectionBlock({ view, line, access, editable }: InspectionPageProps & LineProps) {
  const { content } = view.submission;
  const receipts = content.receipts.filter((receipt) => receipt.line === line.id);
  const proven = receipts.reduce((sum, { amount }) => sum + BigInt(amount), 0n) as Yen;
  const amount = yen(line.amount);
  const kept = view.inspection.lines.find(({ lineId }) => lineId === line.id);
  return (
    <div class="inspected-line">
      <h3>
        {line.label}
        {line.remark !== '' && `（${line.remark}）`}{' '}
        <StatusTag tone={line.eligible ? 'success' : 'neutral'}>{line.eligible ? '対象' : '対象外'}</StatusTag>
      </h3>
      <dl class="budget-figures">
        <div>
          <dt>予算額</dt>
          <dd>{line.planned === null ? '―' : formatYen(yen(line.planned))}</dd>
        </div>
        <div>
          <dt>決算額</dt>
          <dd>{formatYen(amount)}</dd>
        </div>
        <div>
          <dt>領収書の合計</dt>
          <dd>
            {formatYen(proven)} {proven !== amount && <StatusTag tone="warning">決算額と違う</StatusTag>}
          </dd>
        </div>
      </dl>
      {receipts.length > 0 && (
        <ul class="receipt-list">
          {receipts.map((receipt) => {
            const duplicate = view.duplicates.find(({ id }) => id === receipt.id);
            return (
              <li key={receipt.id}>
                <span>{receiptInWords(receipt, content.account)}</span>
                {duplicate && (
                  <StatusTag tone="warning">
                    {duplicate.other.report === null
                      ? '同じ報告に似た領収書あり'
                      : `${duplicate.other.report}に同じ領収書あり`}
                  </StatusTag>
                )}
                <Files content={content} access={access} kind={receipt.id} />
              </li>
            );
          })}
        </ul>
      )}
      {editable ? (
        <JudgementFields line={line} kept={kept} />
      ) : (
        kept && (
          <CheckAnswers
            answers={[
              ...(kept.judged === '' ? [] : [{ label: '検査', value: `${JUDGED[kept.judged]}　${kept.reason}` }]),
              ...(kept.remark === '' ? [] : [{ label: '所見', value: kept.remark }]),
            ]}
          />
        )
      )}
    </div>
  );
}

interface LineProps {
  readonly line: AccountLine;
  readonly access: FileAccess;
}

const JUDGED = { whole: '全部を対象にしない', part: '一部を対象にしない' } as const;

function JudgementFields({
  line,
  kept,
}: {
  line: AccountLine;
  kept: InspectionView['inspection']['lines'][number] | undefined;
}) {
  const name = (field: string): string => `lines[${line.id}][${field}]`;
  const judged = kept?.judged ?? '';
  return (
    <Details summary="所見・対象にしない額" open={kept !== undefined}>
      {line.eligible && (
        <>
          <Select
            name={name('judged')}
            label={`${line.label}の扱い`}
            options={[
              { value: 'part', label: JUDGED.part },
              { value: 'whole', label: JUDGED.whole },
            ]}
            value={judged}
            prompt="決算のとおり認める"
          />
          <YenField
            name={name('amount')}
            label="対象にしない額"
            hint="一部を対象にしないときに入力します。"
            value={kept?.amount}
          />
          <TextField name={name('reason')} label="対象にしない理由" hint="通知書に書かれます。" value={kept?.reason} />
        </>
      )}
      <TextField name={name('remark')} label="所見（庁内だけ）" value={kept?.remark} />
    </Details>
  );
}
