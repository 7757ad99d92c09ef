import { verbOf, type DraftCase, type DraftPage } from '../../approvals/index.js';
import { formatEra } from '../../kernel/local-date.js';
import { sumYen, yen } from '../../kernel/yen.js';
import { hasAmount } from '../../staff/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  FileField,
  Form,
  Hidden,
  Money,
  Prose,
  Section,
  Select,
  type Choice,
  type Column,
  type Viewer,
} from '../shared/index.js';
import { Annexes } from './annexes.js';
import { DraftBudgets } from './draft-budgets.js';
import { CaseContent } from './draft-cases.js';
import { Papers } from './draft-papers.js';
import { typedIn, type TypedAct } from './draft-typed.js';

interface PaperProps {
  readonly viewer: Viewer;
  readonly view: DraftPage;
  /** Who may have sealed, by the ordinal of each step that is open. */
  readonly sealers: ReadonlyMap<number, readonly Choice[]>;
  readonly typed: TypedAct | undefined;
  readonly mayEnter: boolean;
}

/** 起案用紙 on A4, with everything that is approved by it and a box for each seal, and below, on the screen only, the entry of what was sealed. */
export function DraftPaperPage({ viewer, view, sealers, typed, mayEnter }: PaperProps) {
  const { draft, cases } = view;
  return (
    <>
      <dl class="paper-head">
        <div>
          <dt>起案番号</dt>
          <dd>{draft.number}</dd>
        </div>
        <div>
          <dt>起案日</dt>
          <dd>{formatEra(draft.draftedOn)}</dd>
        </div>
        <div>
          <dt>決裁日</dt>
          <dd>{draft.decidedOn ? formatEra(draft.decidedOn) : '令和　　年　　月　　日'}</dd>
        </div>
        <div>
          <dt>起案者</dt>
          <dd>
            {draft.drafter.postName}　{draft.drafter.name}
          </dd>
        </div>
        <div>
          <dt>決裁区分</dt>
          <dd>{draft.authorityBasis}</dd>
        </div>
      </dl>
      <dl class="seal-boxes">
        {draft.steps.map((step) => (
          <div key={step.ordinal}>
            <dt>
              {step.postName}（{verbOf(draft, step)}）
            </dt>
            <dd></dd>
          </div>
        ))}
      </dl>
      <Section title="起案の理由">
        <Prose text={draft.reason} />
      </Section>
      <DataTable
        caption="案件"
        cards
        empty="案件はありません。"
        rows={cases}
        columns={[
          { label: '番号', tight: true, cell: ({ item }) => String(item.ordinal) },
          { label: '団体・件名', heading: true, cell: ({ shown }) => shown.title },
          { label: '処分', cell: ({ shown }) => shown.outcome ?? '' },
          { label: '根拠', cell: ({ shown }) => shown.basis },
          ...(hasAmount(draft.kind) ? [amount] : []),
        ]}
        {...(hasAmount(draft.kind) && {
          totals: [
            '',
            `合計 ${String(cases.length)}件`,
            '',
            '',
            <Money yen={sumYen(cases.map(({ shown }) => yen(shown.amount)))} strong />,
          ],
        })}
      />
      {cases.map((each) => (
        <Section title={`${String(each.item.ordinal)}　${each.shown.title}`} key={each.item.id}>
          <CaseContent viewer={viewer} draftCase={each} counted={hasAmount(draft.kind)} />
        </Section>
      ))}
      <Annexes viewer={viewer} annexes={view.annexes} />
      <DraftBudgets view={view} />
      <Papers viewer={viewer} view={view} />
      {mayEnter && draft.state === 'circulating' && (
        <div class="screen-only">
          <SealForm viewer={viewer} view={view} sealers={sealers} typed={typed} />
        </div>
      )}
    </>
  );
}

const amount: Column<DraftCase> = {
  label: '金額',
  align: 'end',
  tight: true,
  cell: ({ shown }) => <Money yen={yen(shown.amount)} />,
};

function SealForm({ viewer, view: { draft, cases }, sealers, typed }: Omit<PaperProps, 'mayEnter'>) {
  return (
    <Section title="紙の決裁を入力する">
      <Form action={viewer.url(`staff/approvals/${draft.id}/paper`)} upload label="紙の決裁を入力する">
        <p>印刷した起案用紙に押印を受けたら、決裁日と押印した人を入力し、押印した用紙の写しを付けてください。</p>
        {cases.map(({ item, digest }) => (
          <Hidden name={`digests[${item.id}]`} value={digest} key={item.id} />
        ))}
        <DateField name="decidedOn" label="決裁日" required value={typedIn(typed, 'seal', 'decidedOn')} />
        {[...sealers].map(([ordinal, options]) => (
          <Select
            name={`seals[step${String(ordinal)}]`}
            label={`${draft.steps.find((step) => step.ordinal === ordinal)?.postName ?? ''}の欄に押印した人`}
            required
            options={options}
            key={ordinal}
          />
        ))}
        <FileField name="scan" label="押印した起案用紙の写し" required accept=".pdf,.jpg,.png" />
        <ButtonRow>
          <Button>紙の決裁を記録する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
