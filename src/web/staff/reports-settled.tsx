import type { Determination } from '../../performance-reports/index.js';
import { formatYen, ZERO_YEN } from '../../kernel/yen.js';
import { Named } from '../shared/case-name.js';
import { Button, ButtonRow, DataTable, DateField, Day, Form, Money, TextField, type Viewer } from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { textOr, tickedIn } from '../shared/typed-choice.js';
import type { ReportsProps } from './reports-props.js';

/** What was determined and waits for its letter, and the form that issues the chosen ones. */
export function ToIssue({ viewer, desk, typed, today, mayAct }: ReportsProps) {
  const { toIssue } = desk;
  const chosen = tickedIn(
    typed.issue,
    'determinationIds',
    toIssue.map(({ id }) => id),
  );
  const numbers = (typed.issue?.['externalNumbers'] ?? {}) as Readonly<Record<string, unknown>>;
  const numberColumn = {
    label: '文書番号（手入力するとき）',
    cell: ({ determination }: { determination: Determination }) => (
      <TextField
        name={`externalNumbers[${determination.id}]`}
        label={`${determination.organizationName}の文書番号`}
        labelHidden
        size="medium"
        value={textOr(numbers[determination.id], '')}
      />
    ),
  };
  const table = (
    <DataTable
      caption="施行する額の確定"
      captionHidden
      cards
      empty={{ title: '施行する額の確定はありません。', body: <p>決裁が終わった額の確定が、ここに並びます。</p> }}
      rows={toIssue.map((determination, index) => ({ determination, index }))}
      columns={[
        {
          label: '団体',
          cell: ({ determination, index }) =>
            mayAct ? (
              <RowChoice
                name="determinationIds"
                index={index}
                value={determination.id}
                checked={chosen.includes(determination.id)}
                label={determination.organizationName}
              />
            ) : (
              determination.organizationName
            ),
        },
        {
          label: '補助金',
          cell: ({ determination: { title, programName } }) => <Named title={title} program={programName} />,
        },
        { label: '確定日', tight: true, cell: ({ determination }) => <Day date={determination.determinedOn} /> },
        { label: '確定額', align: 'end', cell: ({ determination }) => <Money yen={determination.amount} /> },
        { label: '精算', cell: ({ determination }) => settlementInWords(determination) },
        ...(mayAct ? [numberColumn] : []),
      ]}
    />
  );
  if (!mayAct || toIssue.length === 0) return table;
  return (
    <Form action={viewer.url('staff/reports/letters')} label="額の確定通知書の施行">
      {table}
      <p class="hint">文書番号が空欄の通知書には、担当課の文書番号を上から順に付けます。</p>
      <DateField
        name="issuedOn"
        label="施行日"
        hint="先の日にすると施行予定となり、その日の朝に団体へ届きます。"
        required
        value={textOr(typed.issue?.['issuedOn'], today)}
      />
      <ButtonRow>
        <Button>選んだ額の確定通知書を施行する</Button>
      </ButtonRow>
    </Form>
  );
}

/** What follows from the amount, short enough for a list. */
export function settlementInWords({ rest, over }: Determination): string {
  if ((over ?? ZERO_YEN) > ZERO_YEN) return `返還 ${formatYen(over ?? ZERO_YEN)}`;
  return (rest ?? ZERO_YEN) > ZERO_YEN ? `支払 ${formatYen(rest ?? ZERO_YEN)}` : 'なし';
}

interface IssuedProps {
  readonly viewer: Viewer;
  readonly determinations: readonly Determination[];
  readonly caption?: string;
}

/** What has its letter: out, or for a day to come. */
export function Issued({ viewer, determinations, caption = '施行済みの額の確定' }: IssuedProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      empty="施行済みの額の確定はありません。"
      rows={determinations}
      columns={[
        {
          label: '団体',
          cell: ({ reportId, organizationName }) => (
            <a href={viewer.url(`staff/reports/${reportId}`)}>{organizationName}</a>
          ),
        },
        { label: '補助金', cell: ({ title, programName }) => <Named title={title} program={programName} /> },
        {
          label: '通知書',
          tight: true,
          cell: ({ letterId, letterNumber }) => (
            <a href={viewer.url(`staff/letters/${letterId ?? ''}`)}>{letterNumber ?? '通知書'}</a>
          ),
        },
        { label: '施行日', tight: true, cell: ({ issuedOn }) => <Day date={issuedOn} /> },
        { label: '確定額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
        { label: '精算', cell: (determination) => settlementInWords(determination) },
      ]}
    />
  );
}
