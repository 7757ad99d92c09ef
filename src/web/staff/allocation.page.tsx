import { areJudged, headOf, leftInWords, placeInWords } from '../../grants/index.js';
import { formatYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Details,
  Form,
  Money,
  Notice,
  Section,
} from '../shared/index.js';
import { AllocationFields } from './allocation-fields.js';
import { ChooseForm, EntryForm } from './allocation-forms.js';
import type { AllocationProps } from './allocation-view.js';
import { TrialState } from './allocations.page.js';
import { Pages, shownPart } from '../shared/pages-of-rows.js';
import { fieldsOf, shownFields } from './typed-allocation.js';

/** One trial whole: what it comes to, every case with its arithmetic, and what can be done with it. */
export function AllocationPage(props: AllocationProps) {
  const { viewer, view, part, typed, mayAct } = props;
  const { trial, pool } = view;
  const path = `staff/grants/allocations/${trial.id}`;
  const open = mayAct && trial.retiredAt === null && view.draft === null;
  return (
    <>
      <p>
        <TrialState view={view} />
      </p>
      <Standing {...props} />
      <CheckAnswers answers={headOf(trial).slice(1)} />
      {open && typed?.form === 'entries' && <EntryForm {...props} />}
      <Section title={`申請ごとの配分（${String(trial.cases.length)}件）`}>
        <ShareTable viewer={viewer} view={view} part={part} />
        <Pages viewer={viewer} path={path} part={part} total={trial.cases.length} />
        <ButtonRow>
          <ButtonLink kind="secondary" small download href={viewer.url(`${path}/table.xlsx`)}>
            Excelで取り出す
          </ButtonLink>
          <ButtonLink kind="secondary" small download href={viewer.url(`${path}/table.csv`)}>
            CSVで取り出す
          </ButtonLink>
        </ButtonRow>
      </Section>
      {open && typed?.form !== 'entries' && <EntryForm {...props} />}
      {open && (
        <>
          <ChooseForm {...props} />
          <Section title="試案を改める">
            <Details summary="条件を変えて計算し直す" open={typed?.form === 'plan'}>
              <Form action={viewer.url(path)} once label="条件を変える">
                <AllocationFields
                  pool={pool}
                  values={shownFields(typed?.form === 'plan' ? typed.body : undefined, fieldsOf(view))}
                />
                <ButtonRow>
                  <Button>この条件で計算し直す</Button>
                </ButtonRow>
              </Form>
            </Details>
            <Form action={viewer.url(`${path}/putting-away`)} label="試案を片付ける">
              <p>片付けると、比較の表から消えます。元には戻せません。</p>
              <ButtonRow>
                <Button kind="secondary">この試案を片付ける</Button>
              </ButtonRow>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}

/** What must be known before the table is read. */
function Standing({ viewer, view: { trial, outdated, draft, successorId }, mayAct }: AllocationProps) {
  return (
    <>
      {trial.retiredAt !== null && (
        <Notice tone="warning" title={`この試案は${trial.retiredBy ?? ''}さんが計算し直したか、片付けました`}>
          {successorId !== null && (
            <p>
              <a href={viewer.url(`staff/grants/allocations/${successorId}`)}>計算し直した試案を開く</a>
            </p>
          )}
        </Notice>
      )}
      {draft && (
        <Notice tone="info" title="この試案で起案しています">
          <p>
            <a href={viewer.url(`staff/approvals/${draft.id}`)}>
              {draft.number}　{draft.title}
            </a>
          </p>
        </Notice>
      )}
      {trial.retiredAt === null && outdated.length > 0 && (
        <Notice tone="warning" title="計算した後に申請が変わりました。計算し直すまで、起案には使えません。">
          <ul>
            {outdated.slice(0, 20).map(({ organizationName, title, why }) => (
              <li key={`${organizationName} ${title}`}>
                {organizationName}「{title}」：{why}。
              </li>
            ))}
          </ul>
          {outdated.length > 20 && <p>ほか{String(outdated.length - 20)}件</p>}
          {mayAct && (
            <Form action={viewer.url(`staff/grants/allocations/${trial.id}/recomputation`)} once label="計算し直す">
              <ButtonRow>
                <Button>同じ条件で計算し直す</Button>
              </ButtonRow>
            </Form>
          )}
        </Notice>
      )}
      {trial.left < ZERO_YEN && (
        <Notice tone="danger" title={`配分額の合計が上限を${formatYen(-trial.left as Yen)}超えています`}>
          <p>このままでは起案できません。条件か申請ごとの額を改めてください。</p>
        </Notice>
      )}
    </>
  );
}

function ShareTable({ viewer, view: { trial, pool }, part }: Pick<AllocationProps, 'viewer' | 'view' | 'part'>) {
  const judged = areJudged(trial.cases);
  return (
    <DataTable
      caption="申請ごとの配分"
      captionHidden
      cards
      empty="この試案に申請はありません。"
      rows={shownPart(trial.cases, part)}
      columns={[
        {
          label: '団体・件名',
          cell: ({ id, organizationName, title }) => (
            <>
              <a href={viewer.url(`staff/applications/${id}`)}>{organizationName}</a>
              {title !== pool.document.name && <span class="line-note">{title}</span>}
            </>
          ),
        },
        { label: '収受番号', tight: true, cell: ({ reference }) => reference },
        ...(judged ? [{ label: '審査会の順位', tight: true, cell: placeInWords }] : []),
        { label: '査定額', align: 'end', tight: true, cell: ({ requested }) => <Money yen={requested} /> },
        { label: '配分額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} strong /> },
        { label: '算定', cell: ({ how }) => how },
      ]}
      totals={[
        ...['全件の合計', '', ...(judged ? [''] : [])],
        <Money yen={trial.asked} strong />,
        <Money yen={trial.allocated} strong />,
        leftInWords(trial),
      ]}
    />
  );
}
