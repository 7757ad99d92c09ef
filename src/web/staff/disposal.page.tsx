import { groupDigits } from '../../kernel/yen.js';
import { DISPOSAL_KIND_LABELS, type DisposalPage } from '../../properties/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Columns,
  DateField,
  Day,
  Details,
  Form,
  Money,
  Prose,
  Radios,
  Section,
  TextArea,
  TextField,
  WorkingTable,
  type Viewer,
} from '../shared/index.js';
import { DisposalTag } from '../shared/property-words.js';
import { textOr } from '../shared/typed-choice.js';
import { DraftOptions } from './draft-options.js';

interface DisposalReviewProps {
  readonly viewer: Viewer;
  readonly view: DisposalPage;
  /** What a refused form held. */
  readonly body: unknown;
  readonly mayAct: boolean;
  readonly today: string;
}

type Typed = Readonly<Record<string, unknown>>;

/** The application beside the item, the town's share with its working, and what staff do with it. */
export function DisposalReviewPage(props: DisposalReviewProps) {
  const { share, disposal } = props.view;
  return (
    <Columns
      asideLabel="この申請の扱い"
      main={
        <>
          <Application {...props} />
          <Section title={disposal.outcome === 'refused' ? '納付を求める額' : '納付を求める額（承認するとき）'}>
            {share.lines.length === 0 ? (
              <p>収入がないため、納付は求めません。</p>
            ) : (
              <WorkingTable working={share} caption="補助金に相当する額の内訳" />
            )}
          </Section>
        </>
      }
      aside={<Acts {...props} />}
    />
  );
}

const Application = ({ viewer, view: { disposal, item, article } }: DisposalReviewProps) => (
  <Section title="財産処分承認申請">
    <CheckAnswers
      answers={[
        {
          label: '団体',
          value: <a href={viewer.url(`staff/grants/${disposal.grantId}`)}>{disposal.organizationName}</a>,
        },
        { label: '補助金', value: disposal.programName },
        { label: '備品', value: `${item.name}　${String(item.quantity)}点` },
        { label: '取得価格', value: <Money yen={item.price} /> },
        { label: '買った日', value: <Day date={item.boughtOn} /> },
        { label: '保管場所', value: item.keptAt },
        {
          label: '処分の制限',
          value: (
            <>
              <Day date={item.restrictedUntil} />
              まで（耐用年数{String(item.usefulYears)}年{article === '' ? '' : `、${article}`}）
            </>
          ),
        },
        { label: '処分の方法', value: DISPOSAL_KIND_LABELS[disposal.kind] },
        { label: '処分の予定日', value: <Day date={disposal.plannedOn} /> },
        { label: '収入の見込み', value: <Money yen={disposal.proceeds} /> },
        { label: '申請の理由', value: <Prose text={disposal.reason} /> },
        {
          label: '申請',
          value: (
            <>
              <Day date={disposal.appliedOn} />　{disposal.appliedBy}
            </>
          ),
        },
      ]}
    />
  </Section>
);

function Acts(props: DisposalReviewProps) {
  const { viewer, view, mayAct } = props;
  const { disposal, draft } = view;
  return (
    <>
      <p>
        <DisposalTag disposal={disposal} forStaff />
      </p>
      {draft && (
        <p>
          起案：<a href={viewer.url(`staff/approvals/${draft.id}`)}>{draft.number}</a>
        </p>
      )}
      {disposal.letterId && (
        <p>
          通知書：<a href={viewer.url(`staff/letters/${disposal.letterId}`)}>{disposal.letterNumber ?? '開く'}</a>
        </p>
      )}
      {disposal.note !== '' && <Prose text={disposal.note} />}
      {disposal.state === 'sent' && mayAct && (
        <>
          <DraftForm {...props} />
          <ReturnForm {...props} />
        </>
      )}
      {disposal.state === 'decided' && mayAct && <IssueForm {...props} />}
    </>
  );
}

function DraftForm({ viewer, view: { disposal, share, article }, body }: DisposalReviewProps) {
  const typed = (body ?? {}) as Typed;
  const paid = share.total > 0n ? `補助金に相当する額の${groupDigits(share.total)}円の納付を条件にします。` : undefined;
  const basis = article === '' ? '' : `${article}の規定により`;
  return (
    <Section title="起案">
      <Form action={viewer.url(`staff/properties/${disposal.id}/drafts`)} version={disposal.version} label="起案">
        <Radios
          name="outcome"
          label="処分"
          required
          options={[
            { value: 'approved', label: '承認する', hint: paid },
            { value: 'refused', label: '承認しない' },
          ]}
          value={textOr(typed['outcome'], 'approved')}
        />
        <TextArea
          name="terms"
          label="承認の条件・承認しない理由"
          hint="通知書に書かれます。条件がないときは空欄にします。"
          rows={3}
          most={1000}
          value={textOr(typed['terms'], '')}
        />
        <TextField
          name="title"
          label="件名"
          required
          value={textOr(typed['title'], `${disposal.itemName}の財産処分の承認について`)}
        />
        <TextArea
          name="reason"
          label="起案の理由"
          required
          rows={3}
          value={textOr(
            typed['reason'],
            `${disposal.organizationName}から財産処分の承認の申請があり、内容を確認したので、${basis}決定してよろしいか伺います。`,
          )}
        />
        <DraftOptions sent={body} />
        <ButtonRow>
          <Button>起案する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function ReturnForm({ viewer, view: { disposal }, body }: DisposalReviewProps) {
  const typed = (body ?? {}) as Typed;
  return (
    <Details summary="差し戻す" open={typeof typed['note'] === 'string'}>
      <Form action={viewer.url(`staff/properties/${disposal.id}/return`)} version={disposal.version} label="差戻し">
        <TextArea name="note" label="直してほしい点" required rows={3} most={1000} value={textOr(typed['note'], '')} />
        <ButtonRow>
          <Button kind="secondary">差し戻す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function IssueForm({ viewer, view: { disposal }, body, today }: DisposalReviewProps) {
  const typed = (body ?? {}) as Typed;
  return (
    <Section title="通知書の施行">
      <Form action={viewer.url(`staff/properties/${disposal.id}/letter`)} label="通知書の施行">
        <DateField name="issuedOn" label="施行日" required value={textOr(typed['issuedOn'], today)} />
        <TextField
          name="externalNumber"
          label="文書番号（手入力するとき）"
          hint="空欄のときは、担当課の文書番号を付けます。"
          size="medium"
          value={textOr(typed['externalNumber'], '')}
        />
        <ButtonRow>
          <Button>通知書を施行する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
