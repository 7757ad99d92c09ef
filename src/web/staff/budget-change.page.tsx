import type { BudgetChange, BudgetLine, BudgetLineLedger, ChangeKind } from '../../budgets/index.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Form,
  Radios,
  Select,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { ACCOUNT } from '../shared/ledger-words.js';
import { changeInWords, linePath } from './budget-words.js';

/** What each kind asks in its own words. */
const ASKED = {
  supplement: {
    day: '議決または専決の日',
    basis: '例：令和8年9月議会（議案第45号 一般会計補正予算第2号）、専決第3号',
    directions: { raise: '増額', lower: '減額' },
  },
  transfer: { day: '流用を決裁した日', basis: '例：流用決裁 令和8年10月1日 財第12号' },
  allotment: {
    day: '配当の日',
    basis: '例：第1次配当 令和8年4月1日 財第3号',
    directions: { raise: '配当する', lower: '配当を減らす' },
  },
} as const;

interface ChangePageProps {
  readonly viewer: Viewer;
  readonly kind: ChangeKind;
  readonly ledger: BudgetLineLedger;
  readonly today: LocalDate;
  /** What was typed into a field of a form that was refused. */
  readonly typed: (field: string) => string;
}

/** The form of one act, with the figures that bound it above. */
export function BudgetChangePage({ viewer, kind, ledger: { line, neighbours }, today, typed }: ChangePageProps) {
  const path = linePath(line.id);
  const asked = ASKED[kind];
  return (
    <>
      <LineNow line={line} />
      <Form action={viewer.url(`${path}/${kind}`)} once={typed('requestId') || true}>
        {'directions' in asked && (
          <Radios
            name="direction"
            label="増減"
            required
            inline
            value={typed('direction') || 'raise'}
            options={Object.entries(asked.directions).map(([value, label]) => ({ value, label }))}
          />
        )}
        {kind === 'transfer' && (
          <Select
            name="toLineId"
            label="流用先の予算科目"
            hint="この科目から減らし、流用先に同じ額を加えます。"
            required
            value={typed('toLineId')}
            options={neighbours.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          />
        )}
        <YenField name="amount" label="金額" required value={typed('amount')} />
        <DateField name="effectiveOn" label={asked.day} required value={typed('effectiveOn') || formatEra(today)} />
        <TextField name="basis" label="根拠" hint={asked.basis} required value={typed('basis')} />
        {kind === 'transfer' && (
          <TextField
            name="provision"
            label="流用を認める予算の定め"
            hint="項が違う科目へ流用するときに入力します。例：令和8年度一般会計予算第6条"
            required={false}
            value={typed('provision')}
          />
        )}
        <TextArea name="reason" label="理由" required rows={3} value={typed('reason')} />
        <ButtonRow>
          <Button>記録する</Button>
          <ButtonLink kind="secondary" href={viewer.url(path)}>
            やめる
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

const LineNow = ({ line }: { line: BudgetLine }) => (
  <CheckAnswers
    answers={[
      { label: '予算科目', value: `${line.code} ${line.name}` },
      { label: ACCOUNT.ceiling, value: formatYen(line.ceiling) },
      ...(line.allotted > 0n ? [{ label: ACCOUNT.allotted, value: formatYen(line.allotted) }] : []),
      { label: ACCOUNT.reserved, value: formatYen(line.reserved) },
      { label: ACCOUNT.committed, value: formatYen(line.committed) },
      { label: '予算残額', value: formatYen(line.available) },
    ]}
  />
);

interface ReversalPageProps {
  readonly viewer: Viewer;
  readonly ledger: BudgetLineLedger;
  readonly change: BudgetChange;
  readonly typed: (field: string) => string;
}

/** Nothing is erased: the opposite act is added, with the reason. */
export function ReversalPage({ viewer, ledger, change, typed }: ReversalPageProps) {
  const path = linePath(ledger.line.id);
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '区分', value: changeInWords(change, ledger) },
          { label: '日付', value: formatEra(change.effectiveOn) },
          { label: '金額', value: formatYen(change.amount) },
          { label: '根拠', value: change.basis },
          { label: '理由', value: change.reason },
        ]}
      />
      <Form action={viewer.url(`${path}/changes/${change.id}/reversal`)} once={typed('requestId') || true}>
        <TextArea name="reason" label="取り消す理由" required rows={3} value={typed('reason')} />
        <ButtonRow>
          <Button>この記録を取り消す</Button>
          <ButtonLink kind="secondary" href={viewer.url(path)}>
            やめる
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
