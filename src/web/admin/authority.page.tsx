import type { TouchedDraft } from '../../approvals/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import { actLabel, hasAmount, type AuthorityRule, type AuthorityTable, type Post } from '../../staff/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Day,
  Form,
  Hidden,
  messageFor,
  Moment,
  Money,
  Notice,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { OpenDrafts, Route } from './authority-drafts.js';

interface AuthorityListProps {
  readonly viewer: Viewer;
  readonly tables: readonly AuthorityTable[];
  readonly inForce: AuthorityTable | null;
  readonly posts: readonly Post[];
  readonly mayEdit: boolean;
  /** The town decides on paper, too. */
  readonly onPaper: boolean;
}

export function AuthorityListPage({ viewer, tables, inForce, posts, mayEdit, onPaper }: AuthorityListProps) {
  return (
    <>
      {mayEdit && (
        <p>
          <ButtonLink href={viewer.url('admin/authority/new')} kind="secondary">
            新しい表を作る
          </ButtonLink>
        </p>
      )}
      {inForce ? (
        <Section title="今日の決裁の道筋">
          <p>
            根拠：{inForce.basis}（第{inForce.number}号）
          </p>
          <RuleTable rules={inForce.rules} posts={posts} />
        </Section>
      ) : (
        <Notice tone="warning" title="今日効力のある表がありません">
          <p>表を公開するまで、起案の決裁の道筋を決められません。</p>
        </Notice>
      )}
      <Section title="紙の決裁">
        <p>{onPaper ? '画面の決裁のほかに、印刷した起案用紙への押印を入力できます。' : '決裁は画面だけで行います。'}</p>
        {mayEdit && (
          <Form action={viewer.url('admin/authority/paper')} label="紙の決裁">
            <Hidden name="onPaper" value={onPaper ? 'no' : 'yes'} />
            <ButtonRow>
              <Button kind="secondary">{onPaper ? '紙の決裁を使わない' : '紙の決裁を使う'}</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
      <Section title="これまでの表">
        <DataTable
          caption="これまでの表"
          captionHidden
          keyboard
          cards
          empty={{ title: '表がまだありません。', body: '「新しい表を作る」から入力し、公開してください。' }}
          rows={tables}
          columns={[
            {
              label: '番号',
              tight: true,
              cell: ({ id, number }) => <a href={viewer.url(`admin/authority/${id}`)}>第{number}号</a>,
            },
            { label: '根拠', cell: ({ basis }) => basis },
            { label: '始まり', tight: true, cell: ({ validFrom }) => <Day date={validFrom} /> },
            { label: '状態', tight: true, cell: (table) => <TableState table={table} inForce={inForce} /> },
          ]}
        />
      </Section>
    </>
  );
}

function TableState({ table, inForce }: { table: AuthorityTable; inForce: AuthorityTable | null }) {
  if (table.state === 'draft') return <StatusTag tone="warning">案</StatusTag>;
  if (table.id === inForce?.id) return <StatusTag tone="success">効力あり</StatusTag>;
  const isToCome = inForce === null || table.validFrom > inForce.validFrom;
  return <StatusTag tone={isToCome ? 'info' : 'neutral'}>{isToCome ? '公開済み（これから）' : '終了'}</StatusTag>;
}

interface AuthorityTableProps {
  readonly viewer: Viewer;
  readonly table: AuthorityTable;
  readonly posts: readonly Post[];
  readonly faults: readonly Fault[];
  /** What circulates or lies with its drafter now. */
  readonly drafts: readonly TouchedDraft[];
  /** The faults stand in the error summary already. */
  readonly isRefused: boolean;
  readonly mayEdit: boolean;
}

export function AuthorityTablePage({ viewer, table, posts, faults, drafts, isRefused, mayEdit }: AuthorityTableProps) {
  const href = viewer.url(`admin/authority/${table.id}`);
  const isDraft = table.state === 'draft';
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '状態', value: isDraft ? '案（まだ使われません）' : '公開済み' },
          { label: '根拠', value: table.basis || '未入力' },
          { label: '効力の始まる日', value: <Day date={table.validFrom} /> },
          ...(isDraft ? [] : [{ label: '公開', value: <Moment at={table.publishedAt} /> }]),
        ]}
      />
      {faults.length > 0 && !isRefused && (
        <Notice
          tone="warning"
          title={isDraft ? '公開の前に直すところがあります' : '今の職員の配置では、次の点に注意が必要です'}
        >
          <ul>
            {faults.map(({ code, params }) => (
              <li key={messageFor(code, params)}>{messageFor(code, params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title="決裁の道筋">
        <RuleTable rules={table.rules} posts={posts} />
      </Section>
      <OpenDrafts viewer={viewer} drafts={drafts} posts={posts} />
      {mayEdit && isDraft && (
        <Form action={`${href}/publication`} version={table.version} label="公開">
          {faults.length === 0 && (
            <p>
              公開すると、
              <Day date={table.validFrom} />
              からこの表で決裁の道筋が決まります。公開した表は変えられません。
              {drafts.some(({ differs }) => differs) &&
                `道筋が変わる起案が${String(drafts.filter(({ differs }) => differs).length)}件動いていますが、公開しても、いまの道筋のまま進みます。`}
            </p>
          )}
          <ButtonRow>
            <Button kind={faults.length === 0 ? 'primary' : 'secondary'}>公開する</Button>
            <ButtonLink href={`${href}/edit`} kind="secondary">
              案を直す
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}

function RuleTable({ rules, posts }: { rules: readonly AuthorityRule[]; posts: readonly Post[] }) {
  return (
    <DataTable
      caption="行為と金額ごとの決裁の道筋"
      captionHidden
      cards
      empty="行がまだありません。「案を直す」から入力してください。"
      rows={rules}
      columns={[
        { label: '行為', cell: ({ act }) => actLabel(act) },
        {
          label: '金額',
          align: 'end',
          tight: true,
          cell: ({ act, upTo }) =>
            upTo === null ? (
              hasAmount(act) && '上限なし'
            ) : (
              <>
                <Money yen={upTo} />
                以下
              </>
            ),
        },
        { label: '道筋', cell: ({ steps }) => <Route steps={steps} posts={posts} /> },
      ]}
    />
  );
}
