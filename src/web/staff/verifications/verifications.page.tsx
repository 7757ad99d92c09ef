import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { SIDE_LABELS, SIDES, VERIFICATION_STATES, type VerificationDesk } from '../../../verifications/index.js';
import { Button, DataTable, Day, Form, Select, StatusTag, type Viewer } from '../../shared/index.js';
import { stateInWords, VerificationTag } from '../../shared/verification-words.js';
import { Pages, shownPart, type PartOfRows } from '../../shared/pages-of-rows.js';

export interface DeskQuery {
  readonly year: string;
  readonly program: string;
  readonly state: string;
}

interface VerificationsPageProps {
  readonly viewer: Viewer;
  readonly desk: VerificationDesk;
  readonly query: DeskQuery;
  readonly part: PartOfRows;
}

/** Every verification of the town, narrowed by year, programme and state. */
export function StaffVerificationsPage({ viewer, desk, query, part }: VerificationsPageProps) {
  const { lines, years, programs, today } = desk;
  const narrowed = Object.values(query).some((value) => value !== '');
  return (
    <>
      <p>
        <a href={viewer.url('staff/model-projects')}>採択された企画提案とモデル事業の一覧</a>
      </p>
      <Form action={viewer.url('staff/verifications')} method="get" label="検証を絞り込む">
        <div class="filter-row">
          <Select
            name="year"
            label="年度"
            prompt="すべての年度"
            options={years.map((year) => ({ value: String(year), label: formatFiscalYear(year) }))}
            value={query.year}
          />
          <Select
            name="program"
            label="補助制度"
            prompt="すべての補助制度"
            options={programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={query.program}
          />
          <Select
            name="state"
            label="状態"
            prompt="すべての状態"
            options={VERIFICATION_STATES.map((state) => ({ value: state, label: stateInWords(state) }))}
            value={query.state}
          />
          <Button kind="secondary">絞り込む</Button>
        </div>
      </Form>
      <DataTable
        caption={`検証（${String(lines.length)}件）`}
        keyboard
        cards
        empty={
          narrowed
            ? 'この条件にあてはまる検証はありません。'
            : {
                title: '検証はまだありません。',
                body: <p>検証を行う補助制度の額が確定すると、ここに並びます。交付決定のページからも始められます。</p>,
              }
        }
        rows={shownPart(lines, part)}
        columns={[
          {
            label: '事業',
            cell: ({ verification: { id, title } }) => <a href={viewer.url(`staff/verifications/${id}`)}>{title}</a>,
          },
          { label: '団体', cell: ({ verification }) => verification.organizationName },
          { label: '年度', tight: true, cell: ({ verification }) => formatFiscalYear(verification.fiscalYear) },
          {
            label: '期限',
            tight: true,
            cell: ({ verification: { dueOn, state } }) => (
              <>
                <Day date={dueOn} />
                {state === 'open' && dueOn < today && (
                  <>
                    {' '}
                    <StatusTag tone="danger">期限切れ</StatusTag>
                  </>
                )}
              </>
            ),
          },
          {
            label: '答えた者',
            cell: ({ given }) => [...given].map((side) => SIDE_LABELS[side]).join('、') || 'まだありません',
          },
          { label: '方向性', tight: true, cell: ({ verification }) => verification.directionLabel ?? '―' },
          {
            label: '状態',
            tight: true,
            cell: ({ verification, given }) => (
              <VerificationTag state={verification.state} isAnswered={SIDES.every((side) => given.has(side))} />
            ),
          },
        ]}
      />
      <Pages viewer={viewer} path="staff/verifications" part={part} total={lines.length} query={{ ...query }} />
    </>
  );
}
