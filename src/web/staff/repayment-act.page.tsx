import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import { formatYen } from '../../kernel/yen.js';
import {
  ACT_LABELS,
  demandNumber,
  LONGEST_FACTS,
  owedIn,
  PLAN_GROUND_LABELS,
  PLAN_GROUNDS,
  WAIVER_GROUND_LABELS,
  WAIVER_GROUNDS,
  WRITE_OFF_GROUND_LABELS,
  WRITE_OFF_GROUNDS,
  type ActKind,
  type RepaymentPage as RepaymentView,
} from '../../repayments/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  Notice,
  Radios,
  Section,
  TableFrame,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { CompoundField } from '../shared/compound-fields.js';
import { StandingTable } from '../shared/repayment-words.js';
import { typedText } from '../shared/typed-text.js';
import { NewDraftFields } from './draft-fields.js';
import { dunnedFrom } from './repayment-steps.js';
import { CHARGE_PARTS, PLAN_ROWS, typedParts, typedRelief } from './typed-repayment-act.js';

interface ActPageProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  readonly kind: ActKind;
  /** What was sent before the page came back. */
  readonly body: unknown;
}

/** One act on a demand: what the law asks for, and its draft; without a rule of the town's table it only says what is missing. */
export function RepaymentActPage({ viewer, view, kind, body }: ActPageProps) {
  const { demand } = view;
  const ruled = kind === 'dunning' ? view.ruled.dunning : view.ruled.relief;
  const label = ACT_LABELS[kind];
  const path = `staff/repayments/${demand.id}`;
  if (!ruled)
    return (
      <>
        <p>{LEADS[kind]}</p>
        <Notice tone="warning" title={`${label}の決裁を受ける人が決まっていません`}>
          <p>専決規程の表に{label}の行がありません。行を加えてから起案してください。一人の担当だけでは行えません。</p>
        </Notice>
      </>
    );
  if (kind === 'dunning' && view.standing.overdue === 0n)
    return (
      <>
        <p>{LEADS.dunning}</p>
        <Notice tone="info" title="まだ督促はできません">
          <p>督促は、{dunnedFrom(view)}。</p>
        </Notice>
      </>
    );
  return (
    <>
      <p>{LEADS[kind]}</p>
      <Section title="今日の額">
        <StandingTable file={view} />
      </Section>
      <Form
        action={viewer.url(`${path}/acts/${kind}`)}
        once={typedText(body, 'requestId') || true}
        label={`${label}の起案`}
      >
        <KindFields view={view} kind={kind} body={body} />
        {kind !== 'dunning' && (
          <TextArea
            name="facts"
            label="理由となる事実"
            hint="調べたこと、団体の申出、確かめた書類を書きます。"
            required
            rows={5}
            most={LONGEST_FACTS}
            value={typedText(body, 'facts')}
          />
        )}
        <Section title="起案">
          <NewDraftFields
            title={`返還金の${label}（${demandNumber(demand)}）について`}
            reason={reasonFor(view, kind)}
            sent={body}
          />
        </Section>
        <ButtonRow>
          <Button>{`${label}を起案する`}</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

const reasonFor = ({ demand, standing }: RepaymentView, kind: ActKind): string =>
  kind === 'dunning'
    ? `${demand.organizationName}の返還金のうち期限を過ぎた${formatYen(standing.overdue)}について、督促してよろしいか伺います。`
    : `${demand.organizationName}の返還金のうち未納の${formatYen(standing.open)}について、${ACT_LABELS[kind]}としてよろしいか伺います。`;

const LEADS: Readonly<Record<ActKind, string>> = {
  dunning: '期限を過ぎた未納を督促します。決裁が済むと督促状と納付の用紙ができ、最初の督促は時効の期間を始め直します。',
  plan: '納める日を延ばし、分けて納めてもらいます。承認の日から後は、各回の期限を過ぎた分だけに延滞金がかかります。',
  'charge-relief':
    '災害などやむを得ない事情があるとき、条例や要綱の定めにより加算金・延滞金の全部又は一部をとらないことにします。返還金そのものは減りません。',
  remission: '無資力を理由とする履行延期から10年を過ぎても納められる見込みがないときに、残りを免除します。',
  waiver: '議会の議決か条例の定めによって、残りの権利を放棄します。',
  'write-off': '権利が消滅した残りを、会計から落とします。免除・権利放棄・時効の完成のどれかが先に必要です。',
};

type FieldsProps = Omit<ActPageProps, 'viewer'>;

function KindFields({ view, kind, body }: FieldsProps) {
  switch (kind) {
    case 'dunning':
      return (
        <DateField
          name="dueOn"
          label="指定期限"
          hint="督促状に書く、納める期限です。例：令和8年4月1日　または　2026/4/1"
          required
          value={typedText(body, 'dueOn')}
        />
      );
    case 'plan':
      return <PlanFields body={body} view={view} />;
    case 'charge-relief':
      return <ReliefFields body={body} view={view} />;
    case 'remission':
      return null;
    case 'waiver':
      return (
        <>
          <Grounds body={body} label="根拠" grounds={WAIVER_GROUNDS} labels={WAIVER_GROUND_LABELS} />
          <TextField
            name="citation"
            label="議案番号、又は条例の条"
            hint="例：議案第45号、債権管理条例第14条第1項第2号"
            required
            value={typedText(body, 'citation')}
          />
          <DateField
            name="citedOn"
            label="議決の日"
            hint="条例によるときは空欄にします。"
            value={typedText(body, 'citedOn')}
          />
        </>
      );
    case 'write-off':
      return <WriteOffFields body={body} view={view} />;
  }
}

function ReliefFields({ body, view }: Pick<FieldsProps, 'body' | 'view'>) {
  const charges = CHARGE_PARTS.filter((part) => view.standing.parts[part].charge !== null);
  return (
    <>
      <CompoundField name="reliefs" label="減免するもの" required>
        {charges.length === 0 && <p>この返還には加算金も延滞金もかかっていません。</p>}
        {charges.map((part) => {
          const label = REFUND_PART_LABELS[part];
          const { extent, amount } = typedRelief(body, part);
          return (
            <div key={part}>
              <Radios
                name={`reliefs[${part}][extent]`}
                label={`${label}（今日の未納${formatYen(view.standing.parts[part].open)}）`}
                options={[
                  { value: 'none', label: '減免しない' },
                  { value: 'whole', label: '全部を減免する（これから増える額を含む）' },
                  { value: 'part', label: '一部を減免する' },
                ]}
                value={extent === '' ? 'none' : extent}
              />
              <YenField name={`reliefs[${part}][amount]`} label={`減免する${label}の額（一部のとき）`} value={amount} />
            </div>
          );
        })}
      </CompoundField>
      <TextField
        name="citation"
        label="減免の根拠となる条"
        hint="例：交付規則第19条第3項、債権管理条例第13条"
        required
        value={typedText(body, 'citation')}
      />
    </>
  );
}

function WriteOffFields({ body, view }: Pick<FieldsProps, 'body' | 'view'>) {
  const isPrivate = view.demand.terms.claimClass === 'private';
  return (
    <>
      <Grounds body={body} label="消滅した理由" grounds={WRITE_OFF_GROUNDS} labels={WRITE_OFF_GROUND_LABELS} />
      {isPrivate && (
        <>
          <TextField
            name="invokedBy"
            label="時効を援用した人"
            hint="この債権は私債権です。時効のときは、援用がなければ消滅しません。"
            size="medium"
            value={typedText(body, 'invokedBy')}
          />
          <DateField name="invokedOn" label="援用の日" value={typedText(body, 'invokedOn')} />
        </>
      )}
    </>
  );
}

interface GroundsProps {
  readonly body: unknown;
  readonly label: string;
  readonly grounds: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

const Grounds = ({ body, label, grounds, labels }: GroundsProps) => (
  <Radios
    name="ground"
    label={label}
    required
    options={grounds.map((value) => ({ value, label: labels[value] ?? value }))}
    value={typedText(body, 'ground')}
  />
);

function PlanFields({ body, view }: Pick<FieldsProps, 'body' | 'view'>) {
  const parts = typedParts(body);
  const open = formatYen(owedIn(view.standing));
  const owed = view.standing.parts.principal.open > 0n ? '返還金' : '加算金・延滞金';
  return (
    <>
      <Grounds body={body} label="理由（施行令第171条の6第1項）" grounds={PLAN_GROUNDS} labels={PLAN_GROUND_LABELS} />
      <CompoundField
        name="parts"
        label="納める日と額"
        hint={`合計を未納の${owed}${open}にします。期限だけを延ばすときは1回分を書きます。`}
        required
      >
        <TableFrame caption="納める日と額（入力欄）" cards>
          <table class="table table-inputs">
            <caption class="visually-hidden">納める日と額</caption>
            <thead>
              <tr>
                <th scope="col">回</th>
                <th scope="col">納める日</th>
                <th scope="col">額</th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: PLAN_ROWS }, (_, row) => (
                <PlanRow row={row} part={parts[row]} key={row} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      </CompoundField>
    </>
  );
}

function PlanRow({ row, part }: { row: number; part: { dueOn: string; amount: string } | undefined }) {
  const count = `第${String(row + 1)}回`;
  const name = (field: string): string => `parts[p${String(row + 1)}][${field}]`;
  return (
    <tr>
      <th scope="row">{count}</th>
      <td data-label="納める日">
        <TextField name={name('dueOn')} label={`${count}の納める日`} labelHidden size="medium" value={part?.dueOn} />
      </td>
      <td data-label="額">
        <YenField name={name('amount')} label={`${count}の額`} labelHidden value={part?.amount} />
      </td>
    </tr>
  );
}
