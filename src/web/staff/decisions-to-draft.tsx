import { OUTCOME_LABELS, type DecisionDesk, type DraftPool, type PassedApplication } from '../../grants/index.js';
import { formatYen, sumYen, ZERO_YEN } from '../../kernel/yen.js';
import { factsInWords } from '../../programs/index.js';
import { Named } from '../shared/case-name.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Details,
  Form,
  Money,
  Notice,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { excessInWords } from './allocations.page.js';
import { DraftOptions } from './draft-options.js';
import { textOr, tickedIn } from '../shared/typed-choice.js';
import { OutcomeFields } from './outcome-fields.js';
import { typedTexts } from '../shared/typed-records.js';
import { Override } from './decision-override.js';
import { typedOutcome } from './typed-outcome.js';

/** What the form held when it was refused. */
export interface TypedDraft {
  readonly applicationIds?: unknown;
  readonly title?: unknown;
  readonly reason?: unknown;
  readonly outcomes?: unknown;
  readonly overrides?: unknown;
}

interface ToDraftProps {
  readonly viewer: Viewer;
  readonly desk: DecisionDesk;
  readonly typed: TypedDraft | undefined;
  readonly mayAct: boolean;
}

/** What passed the review with its 査定額, and the form that drafts the chosen ones together. */
export function ToDraft({ viewer, desk, typed, mayAct }: ToDraftProps) {
  const { toDraft } = desk;
  const proposed = ofOneProgram(toDraft);
  const chosen = tickedIn(
    typed,
    'applicationIds',
    proposed.map(({ application }) => application.id),
  );
  const table = (
    <DataTable
      caption="起案する申請"
      captionHidden
      cards
      empty={{ title: '起案する申請はありません。', body: <p>審査を通した申請が、ここに並びます。</p> }}
      rows={toDraft.map((passed, index) => ({ ...passed, index }))}
      columns={[
        {
          label: '団体',
          cell: ({ application, index }) =>
            mayAct ? (
              <RowChoice
                name="applicationIds"
                index={index}
                value={application.id}
                checked={chosen.includes(application.id)}
                label={application.organizationName}
              />
            ) : (
              application.organizationName
            ),
        },
        {
          label: '補助金',
          cell: ({ application: { title, document } }) => <Named title={title} program={document.name} />,
        },
        { label: '収受番号', tight: true, cell: ({ application }) => application.receivedNumber },
        {
          label: '算定の基礎',
          cell: ({ application: { document, facts } }) =>
            factsInWords(document.rule, facts)
              .map(({ label, value }) => `${label} ${value}`)
              .join('、'),
        },
        { label: '申請額', align: 'end', cell: ({ application }) => <Money yen={application.amount} /> },
        { label: '交付決定額', align: 'end', cell: (passed) => <Proposed passed={passed} /> },
        ...(mayAct
          ? [{ label: '処分', cell: (passed: PassedApplication) => <Outcome passed={passed} typed={typed} /> }]
          : []),
        {
          label: '申請',
          tight: true,
          cell: ({ application }) => <a href={viewer.url(`staff/applications/${application.id}`)}>開く</a>,
        },
      ]}
      totals={[
        ...['合計', '', '', ''],
        <Money yen={sumYen(toDraft.map(({ application }) => application.amount))} strong />,
        <Money yen={sumYen(toDraft.map(({ amount }) => amount))} strong />,
        ...(mayAct ? [''] : []),
        '',
      ]}
    />
  );
  if (!mayAct || toDraft.length === 0) {
    return (
      <>
        <PoolsToDivide viewer={viewer} desk={desk} />
        {table}
      </>
    );
  }
  return (
    <>
      <PoolsToDivide viewer={viewer} desk={desk} />
      <Form action={viewer.url('staff/grants/drafts')} label="交付決定の起案">
        {table}
        <TextField name="title" label="件名" required value={textOr(typed?.title, proposedTitle(proposed))} />
        <TextArea
          name="reason"
          label="起案の理由"
          hint="上の一覧で減額・不交付にした案件があるときは、そのことも書きます。"
          required
          rows={3}
          value={textOr(typed?.reason, proposedReason(proposed))}
        />
        <DraftOptions sent={typed} />
        <ButtonRow>
          <Button>選んだ申請の交付決定を起案する</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

/** Where the budget does not hold everything, that stands first; the trials can be reached in any case. */
function PoolsToDivide({ viewer, desk: { pools } }: Pick<ToDraftProps, 'viewer' | 'desk'>) {
  const href = ({ programId, fiscalYear }: DraftPool): string =>
    viewer.url(`staff/grants/allocations/programs/${programId}/${String(fiscalYear)}`);
  const [over, within] = [pools.filter(exceeds), pools.filter((pool) => !exceeds(pool))];
  return (
    <>
      {over.map((pool) => (
        <Notice tone="warning" title={`${pool.programName}：${excessInWords(pool)}`} key={href(pool)}>
          <p>
            起案の前に、予算に収める<a href={href(pool)}>配分を試す（{pool.programName}）</a>
          </p>
        </Notice>
      ))}
      {within.map((pool) => (
        <p key={href(pool)}>
          {pool.programName}は予算残額{formatYen(pool.available)}に収まっています。
          <a href={href(pool)}>配分を試す（{pool.programName}）</a>
        </p>
      ))}
    </>
  );
}

const exceeds = ({ asked, available }: DraftPool): boolean => asked > available;

const Proposed = ({ passed: { application, amount } }: { passed: PassedApplication }) => (
  <>
    <Money yen={amount} />
    {amount < application.amount && <span class="line-note">{OUTCOME_LABELS.reduced}</span>}
  </>
);

/** Granted as assessed unless somebody opens this; open from the start where nothing can be granted. */
function Outcome({
  passed: { application, amount, blockedBy },
  typed,
}: {
  passed: PassedApplication;
  typed: TypedDraft | undefined;
}) {
  const { id, organizationName } = application;
  const proposed = { outcome: amount === ZERO_YEN ? 'refused' : 'granted', amount: '', reason: '' };
  const value = typedOutcome(typed, id) ?? proposed;
  const open = value.outcome !== 'granted' || value.amount !== '' || value.reason !== '';
  return (
    <>
      <Details summary="減額・不交付にする" open={open}>
        <OutcomeFields applicationId={id} organizationName={organizationName} assessed={amount} value={value} />
      </Details>
      {blockedBy !== '' && (
        <Override
          applicationId={id}
          organizationName={organizationName}
          blockedBy={blockedBy}
          typed={typedTexts(typed, 'overrides')[id]}
        />
      )}
    </>
  );
}

/** What is ticked at first: one draft decides one programme, unless somebody wants it otherwise. */
const ofOneProgram = (toDraft: readonly PassedApplication[]): readonly PassedApplication[] =>
  toDraft.filter(({ application: { document } }) => document.name === toDraft[0]?.application.document.name);

const proposedTitle = (proposed: readonly PassedApplication[]): string => {
  const names = [...new Set(proposed.map(({ application: { document } }) => document.name.replace(/\s+/g, '')))];
  return `${names[0] ?? '補助金'}の交付決定について`;
};

/** Says how many are granted less than they asked for, or nothing: whoever approves reads it first. */
const proposedReason = (proposed: readonly PassedApplication[]): string => {
  const articles = [...new Set(proposed.map(({ application: { document } }) => document.articles.decision))].join('、');
  const refused = proposed.filter(({ amount }) => amount === ZERO_YEN).length;
  const reduced = proposed.filter(({ amount, application }) => amount < application.amount).length - refused;
  const less = [
    ...(reduced > 0 ? [`${String(reduced)}件は査定のとおり減額し`] : []),
    ...(refused > 0 ? [`${String(refused)}件は不交付とし`] : []),
  ];
  const how = less.length === 0 ? '' : `${less.join('、')}、`;
  return `申請の内容を審査した結果、適当と認められるので、${how}${articles}の規定により${
    less.length === 0 ? '交付を決定' : '決定'
  }してよろしいか伺います。`;
};
