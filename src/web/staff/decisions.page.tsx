import { OUTCOME_LABELS, type DecisionDesk, type DraftedDecision, type GrantView } from '../../grants/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatYen, sumYen } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  Money,
  Section,
  StatusTag,
  TextField,
  VisuallyHidden,
  type Viewer,
} from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { ToDraft, type TypedDraft } from './decisions-to-draft.js';
import { textOr, tickedIn } from '../shared/typed-choice.js';

/** What the two forms of the page held when they were refused. */
export interface TypedDecisions {
  readonly draft?: TypedDraft;
  readonly issue?: TypedIssue;
}

export interface TypedIssue {
  readonly grantIds?: unknown;
  readonly issuedOn?: unknown;
  readonly externalNumbers?: unknown;
}

interface DecisionsProps {
  readonly viewer: Viewer;
  readonly desk: DecisionDesk;
  readonly typed: TypedDecisions;
  readonly today: string;
  readonly mayAct: boolean;
}

/** From top to bottom in the order of the work: draft, issue, what runs, what is out. */
export function DecisionsPage(props: DecisionsProps) {
  const { viewer, desk } = props;
  return (
    <>
      <Section title={`起案する申請（${String(desk.toDraft.length)}件）`}>
        <ToDraft {...props} typed={props.typed.draft} />
      </Section>
      <Section title={`施行する交付決定（${String(desk.toIssue.length)}件）`}>
        <ToIssue {...props} />
      </Section>
      <Section title={`決裁中（${String(desk.inDraft.length)}件）`}>
        <DataTable
          caption="決裁中の交付決定"
          captionHidden
          cards
          empty="決裁中の交付決定はありません。上の一覧で申請を選び、起案してください。"
          rows={desk.inDraft}
          columns={[
            { label: '団体', cell: ({ grant }) => grant.organizationName },
            { label: '補助金', cell: ({ grant }) => grant.programName },
            { label: '決定額', align: 'end', cell: ({ grant }) => <Decided grant={grant} /> },
            {
              label: '起案',
              tight: true,
              cell: (line) => <InDraft viewer={viewer} line={line} />,
            },
            ...(props.mayAct
              ? [
                  {
                    label: '処分',
                    tight: true,
                    cell: ({ grant }: DraftedDecision) => (
                      <a href={viewer.url(`staff/grants/${grant.id}/outcome`)}>
                        変える<VisuallyHidden>：{grant.organizationName}</VisuallyHidden>
                      </a>
                    ),
                  },
                ]
              : []),
            {
              label: '申出',
              tight: true,
              cell: ({ withdrawalAsked }) => withdrawalAsked && <StatusTag tone="warning">取下げの申出</StatusTag>,
            },
          ]}
        />
      </Section>
      {desk.scheduled.length > 0 && (
        <Section title={`施行予定（${String(desk.scheduled.length)}件）`}>
          <p>施行日の朝に、団体への通知と請求書の用意が始まります。その日までは、団体にも公表ページにも見えません。</p>
          <Issued viewer={viewer} caption="施行予定の交付決定" grants={desk.scheduled} />
        </Section>
      )}
      <Section title={`施行済み（${String(desk.issued.length)}件）`}>
        <Issued viewer={viewer} caption="施行済みの交付決定" grants={desk.issued} />
      </Section>
      {desk.withdrawn.length > 0 && (
        <Section title={`取り下げられた交付決定（${String(desk.withdrawn.length)}件）`}>
          <Withdrawn {...props} />
        </Section>
      )}
    </>
  );
}

/** The draft that runs, or the one that the case left on hold and from which it is drafted again. */
function InDraft({ viewer, line: { draft, heldIn } }: { viewer: Viewer; line: DraftedDecision }) {
  const shown = draft ?? heldIn;
  if (!shown) return null;
  return (
    <>
      <a href={viewer.url(`staff/approvals/${shown.id}`)}>{shown.number}</a>
      {!draft && (
        <>
          {' '}
          <StatusTag tone="warning">保留</StatusTag>
        </>
      )}
    </>
  );
}

function ToIssue({ viewer, desk, typed, today, mayAct }: DecisionsProps) {
  const { toIssue } = desk;
  const chosen = tickedIn(
    typed.issue,
    'grantIds',
    toIssue.map(({ id }) => id),
  );
  const numbers = (typed.issue?.externalNumbers ?? {}) as Readonly<Record<string, unknown>>;
  const numberColumn = {
    label: '文書番号（手入力するとき）',
    cell: ({ grant }: { grant: GrantView }) => (
      <TextField
        name={`externalNumbers[${grant.id}]`}
        label={`${grant.organizationName}の文書番号`}
        labelHidden
        size="medium"
        value={textOr(numbers[grant.id], '')}
      />
    ),
  };
  const table = (
    <DataTable
      caption="施行する交付決定"
      captionHidden
      cards
      empty={{ title: '施行する交付決定はありません。', body: <p>決裁が終わった交付決定が、ここに並びます。</p> }}
      rows={toIssue.map((grant, index) => ({ grant, index }))}
      columns={[
        {
          label: '団体',
          cell: ({ grant, index }) =>
            mayAct ? (
              <RowChoice
                name="grantIds"
                index={index}
                value={grant.id}
                checked={chosen.includes(grant.id)}
                label={grant.organizationName}
              />
            ) : (
              grant.organizationName
            ),
        },
        { label: '補助金', cell: ({ grant }) => grant.programName },
        { label: '支出負担行為', tight: true, cell: ({ grant }) => grant.commitmentNumber },
        { label: '決裁日', tight: true, cell: ({ grant }) => <Day date={grant.decidedOn} /> },
        { label: '決定額', align: 'end', cell: ({ grant }) => <Decided grant={grant} /> },
        ...(mayAct ? [numberColumn] : []),
      ]}
    />
  );
  if (!mayAct || toIssue.length === 0) return table;
  return (
    <Form action={viewer.url('staff/grants/letters')} label="通知書の施行">
      {table}
      <p class="hint">文書番号が空欄の通知書には、担当課の文書番号を上から順に付けます。</p>
      <DateField
        name="issuedOn"
        label="施行日"
        hint="先の日にすると施行予定となり、その日の朝に団体へ届きます。"
        required
        value={textOr(typed.issue?.issuedOn, today)}
      />
      <ButtonRow>
        <Button>選んだ交付決定の通知書を施行する</Button>
      </ButtonRow>
    </Form>
  );
}

interface IssuedProps {
  readonly viewer: Viewer;
  readonly caption: string;
  readonly grants: readonly GrantView[];
}

function Issued({ viewer, caption, grants }: IssuedProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      keyboard
      empty="施行済みの交付決定はまだありません。"
      rows={grants}
      columns={[
        {
          label: '文書番号',
          tight: true,
          cell: (grant) => <a href={viewer.url(`staff/letters/${grant.letterId ?? ''}`)}>{grant.letterNumber}</a>,
        },
        { label: '団体', cell: (grant) => grant.organizationName, heading: true },
        {
          label: '補助金',
          cell: (grant) => `${formatFiscalYear(grant.fiscalYear)} ${grant.programName.replace(/^令和\S+年度\s*/, '')}`,
        },
        { label: '支出負担行為', tight: true, cell: (grant) => grant.commitmentNumber },
        { label: '決裁日', tight: true, cell: (grant) => <Day date={grant.decidedOn} /> },
        { label: '施行日', tight: true, cell: (grant) => <Day date={grant.issuedOn} /> },
        { label: '決定額', align: 'end', cell: (grant) => <Decided grant={grant} /> },
      ]}
      totals={['合計', '', '', '', '', '', <Money yen={sumYen(grants.map(({ amount }) => amount))} strong />]}
    />
  );
}

/** Their commitments are reversed; the numbers stay used. */
const Withdrawn = ({ viewer, desk }: DecisionsProps) => (
  <DataTable
    caption="取り下げられた交付決定"
    captionHidden
    cards
    empty=""
    rows={desk.withdrawn}
    columns={[
      {
        label: '団体',
        cell: (grant) => <a href={viewer.url(`staff/applications/${grant.applicationId}`)}>{grant.organizationName}</a>,
      },
      { label: '補助金', cell: (grant) => grant.programName },
      { label: '支出負担行為（取消済み）', tight: true, cell: (grant) => grant.commitmentNumber },
      { label: '施行日', tight: true, cell: (grant) => <Day date={grant.issuedOn} /> },
      { label: '取下げの日', tight: true, cell: (grant) => <Day date={grant.withdrawnOn} /> },
      { label: '決定額', align: 'end', cell: (grant) => <Decided grant={grant} /> },
    ]}
  />
);

/** What was decided; where it is less than was applied for, that too. */
const Decided = ({ grant: { amount, appliedAmount, outcome } }: { grant: GrantView }) => (
  <>
    <Money yen={amount} />
    {outcome !== 'granted' && (
      <span class="line-note">
        {OUTCOME_LABELS[outcome]}（申請額{formatYen(appliedAmount)}）
      </span>
    )}
  </>
);
