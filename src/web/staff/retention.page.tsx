import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { Retention, RetentionDesk } from '../../properties/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  Section,
  TextField,
  type Column,
  type Viewer,
} from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { retentionInWords } from '../shared/property-words.js';
import { textOr, tickedIn } from '../shared/typed-choice.js';

interface RetentionProps {
  readonly viewer: Viewer;
  readonly desk: RetentionDesk;
  readonly body: unknown;
  readonly mayAct: boolean;
}

/** What has passed its 保存期間 and what would go, what is still kept, and what was decided. */
export function RetentionPage(props: RetentionProps) {
  const { viewer, desk } = props;
  return (
    <>
      <Section title={`保存期間を過ぎたもの（${String(desk.passed.length)}件）`}>
        <p>
          廃棄は決裁で決めます。ここでは、いつ、どの起案で決めたかを記録します。このシステムの記録とファイルは、記録しても消えません。
        </p>
        <Passed {...props} />
      </Section>
      <Section title={`廃棄を決定したもの（${String(desk.decided.length)}件）`}>
        <DataTable
          caption="廃棄を決定したもの"
          captionHidden
          cards
          empty="廃棄を決定したものはありません。"
          rows={desk.decided}
          columns={[
            ...namesOf(viewer),
            { label: '保存期間', tight: true, cell: ({ disposal }) => <Day date={disposal?.retainedUntil ?? null} /> },
            { label: '決裁日', tight: true, cell: ({ disposal }) => <Day date={disposal?.decidedOn ?? null} /> },
            { label: '起案番号', tight: true, cell: ({ disposal }) => disposal?.draftNumber },
            { label: '記録した職員', cell: ({ disposal }) => disposal?.recordedBy },
          ]}
        />
      </Section>
      <Section title={`保存しているもの（${String(desk.kept.length)}件）`}>
        <DataTable
          caption="保存しているもの"
          captionHidden
          cards
          empty="保存しているものはありません。"
          rows={desk.kept}
          columns={[...namesOf(viewer), period]}
        />
      </Section>
    </>
  );
}

const period: Column<Retention> = {
  label: '保存期間',
  cell: ({ until, years, article }) => retentionInWords(until, years, article),
};

const namesOf = (viewer: Viewer): Column<Retention>[] => [
  {
    label: '団体',
    cell: ({ grant }) => <a href={viewer.url(`staff/grants/${grant.id}`)}>{grant.organizationName}</a>,
  },
  { label: '補助金', cell: ({ grant }) => grant.programName },
  { label: '年度', tight: true, cell: ({ grant }) => formatFiscalYear(grant.fiscalYear) },
  { label: '交付決定', tight: true, cell: ({ grant }) => grant.letterNumber },
];

function Passed({ viewer, desk, body, mayAct }: RetentionProps) {
  const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
  const chosen = tickedIn(typed, 'grantIds', []);
  const [organization, ...others] = namesOf(viewer);
  const choice: Column<Retention & { readonly index: number }> = {
    label: '団体',
    cell: ({ grant, index }) => (
      <RowChoice
        name="grantIds"
        index={index}
        value={grant.id}
        checked={chosen.includes(grant.id)}
        label={grant.organizationName}
      />
    ),
  };
  const table = (
    <DataTable
      caption="保存期間を過ぎたもの"
      captionHidden
      cards
      empty="保存期間を過ぎたものはありません。"
      rows={desk.passed.map((line, index) => ({ ...line, index }))}
      columns={[
        ...(mayAct ? [choice] : organization ? [organization] : []),
        ...others,
        period,
        {
          label: '廃棄すると失われるもの',
          cell: ({ grant }) => (
            <>
              申請・審査・決裁・通知・請求・支払・実績報告の書類（
              <a href={viewer.url(`staff/applications/${grant.applicationId}`)}>案件を開く</a>）
            </>
          ),
        },
      ]}
    />
  );
  if (!mayAct || desk.passed.length === 0) return table;
  return (
    <Form action={viewer.url('staff/properties/retention')} label="廃棄の決定の記録">
      {table}
      <DateField name="decidedOn" label="決裁日" required value={textOr(typed['decidedOn'], '')} />
      <TextField
        name="draftNumber"
        label="起案番号"
        hint="廃棄を決定した起案の番号。例：R14-起案-0031"
        required
        size="medium"
        value={textOr(typed['draftNumber'], '')}
      />
      <ButtonRow>
        <Button>選んだものの廃棄の決定を記録する</Button>
      </ButtonRow>
    </Form>
  );
}
