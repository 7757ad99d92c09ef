import { restoreWorking } from '../../kernel/working.js';
import { ChangeTag, MovedTable, PlacesTable } from '../shared/change-words.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Columns,
  DateField,
  Day,
  Form,
  Money,
  Notice,
  Prose,
  Section,
  TextField,
  WorkingTable,
} from '../shared/index.js';
import { FileItem } from '../shared/kept-files.js';
import { textOr } from '../shared/typed-choice.js';
import { AcknowledgementPanel } from './acknowledgements/acknowledgement-panel.js';
import { AnswerForms, type ChangeReviewProps } from './change-answer.js';
import { UnderDecision } from './under-decision.js';

/** Before and after side by side, the check of the thresholds, and beside them what staff do with it. */
export function ChangeReviewPage(props: ChangeReviewProps) {
  const { view } = props;
  return (
    <Columns
      asideLabel="この届出・申請の扱い"
      main={
        <>
          <Summary {...props} />
          {view.change.sent && (
            <>
              <Section title="承認が要るかどうかの確認">
                <ThresholdNotice view={view} />
                <MovedTable moved={view.moved} />
              </Section>
              <Section title="変わるところ">
                <PlacesTable places={view.places} />
              </Section>
            </>
          )}
          {view.assessed && view.change.needsApproval && (
            <Section title="変更後の査定額">
              <p>はじめの決定で査定した経費は、変わっていない行について同じ扱いで計算しています。</p>
              <WorkingTable working={restoreWorking(view.assessed)} caption="変更後の査定額" />
            </Section>
          )}
          {!view.assessed && view.change.working && (
            <Section title="決定した額の内訳">
              <WorkingTable working={restoreWorking(view.change.working)} caption="決定した額の内訳" />
            </Section>
          )}
          <Papers {...props} />
        </>
      }
      aside={<Acts {...props} />}
    />
  );
}

function Summary({ viewer, view: { change, grant } }: ChangeReviewProps) {
  return (
    <CheckAnswers
      answers={[
        { label: '状態', value: <ChangeTag change={change} /> },
        { label: '団体', value: <a href={viewer.url(`staff/grants/${grant.id}`)}>{grant.organizationName}</a> },
        { label: '補助金', value: grant.programName },
        ...(change.kind === 'revocation'
          ? [
              { label: '取消しの根拠', value: change.article },
              { label: '取消しの理由', value: <Prose text={change.reason} /> },
              { label: '団体の責め', value: change.recipientAtFault ? 'あり' : 'なし' },
              {
                label: '弁明',
                value: (
                  <>
                    <Day date={change.heardOn} />
                    <Prose text={change.hearing} />
                  </>
                ),
              },
            ]
          : [
              {
                label: '収受',
                value: (
                  <>
                    {change.receivedNumber}　<Day date={change.receivedOn} />　{change.sentBy}
                  </>
                ),
              },
              { label: '理由', value: <Prose text={change.reason} /> },
            ]),
        ...(change.kind === 'discontinuation'
          ? [
              { label: '中止・廃止の日', value: <Day date={change.effectiveOn} /> },
              { label: 'これまでに使った額', value: <Money yen={change.spentAmount} /> },
            ]
          : []),
        { label: 'いまの交付決定額', value: <Money yen={change.beforeAmount} /> },
        ...(change.askedAmount === null
          ? []
          : [{ label: '申請した変更後の額', value: <Money yen={change.askedAmount} /> }]),
        ...(change.amount === null ? [] : [{ label: '起案・決定した額', value: <Money yen={change.amount} strong /> }]),
        ...(change.overAmount === null || change.overAmount === 0n
          ? []
          : [{ label: '支払ずみで返還になる額', value: <Money yen={change.overAmount} strong /> }]),
        ...(change.decisionReason === ''
          ? []
          : [{ label: '決定の理由', value: <Prose text={change.decisionReason} /> }]),
        ...(change.returnNote === '' ? [] : [{ label: '差戻しの連絡', value: <Prose text={change.returnNote} /> }]),
      ]}
    />
  );
}

function ThresholdNotice({ view: { change, moved } }: Pick<ChangeReviewProps, 'view'>) {
  const over = moved.filter((each) => each.over).map(({ label }) => label);
  if (!change.needsApproval) {
    return (
      <Notice tone="info" title="軽微な変更の届です">
        <p>どの増減も決められた割合を超えていません。受理が決裁されると、交付決定額はそのままで、内容が変わります。</p>
      </Notice>
    );
  }
  const why = [
    ...over.map((label) => `${label}が割合を超えています`),
    ...(change.increase ? ['増額を求めています'] : []),
    ...(change.approvalAsked ? ['担当課が承認の申請を求めました'] : []),
  ];
  return (
    <Notice tone="warning" title="承認が要る変更です">
      <p>{why.join('。')}。</p>
    </Notice>
  );
}

function Papers({ viewer, view: { change, papers } }: ChangeReviewProps) {
  if (papers.length === 0) return null;
  const access = {
    href: (sha256: string) => viewer.url(`staff/changes/${change.id}/papers/${sha256}`),
    scans: new Map(papers.map(({ sha256, scan }) => [sha256, scan])),
  };
  return (
    <Section title="添えられた書類">
      <ul class="added-files">
        {papers.map((paper) => (
          <li key={paper.id}>
            <FileItem file={paper} access={access} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What can be done with it in its state. */
function Acts(props: ChangeReviewProps) {
  const { viewer, view, mayAct } = props;
  const { change, draft } = view;
  switch (change.state) {
    case 'sent':
      return mayAct ? <AnswerForms {...props} /> : <p>担当課が確認しています。</p>;
    case 'proposed':
      return <UnderDecision viewer={viewer} draft={draft} />;
    case 'decided':
      return mayAct ? <IssueForm {...props} /> : <p>通知書の施行を待っています。</p>;
    case 'scheduled':
      return (
        <>
          <p>
            <Day date={change.issuedOn} />
            に施行する予定です。その日の朝に団体へ届きます。それまでは、団体には見えません。
          </p>
          <a href={viewer.url(`staff/letters/${change.letterId ?? ''}`)}>{change.letterNumber}</a>
        </>
      );
    case 'issued':
      return (
        <>
          <p>
            <Day date={change.issuedOn} />
            に施行しました。
          </p>
          <a href={viewer.url(`staff/letters/${change.letterId ?? ''}`)}>{change.letterNumber}</a>
        </>
      );
    case 'returned':
      return (
        <p>
          団体に差し戻しています。期限：
          <Day date={change.correctBy} />
        </p>
      );
    case 'acknowledged':
      return (
        <>
          <p>
            <Day date={change.closedOn} />
            に受理しました。
          </p>
          {props.desk && <AcknowledgementPanel {...props} desk={props.desk} />}
        </>
      );
    case 'drafting':
    case 'withdrawn':
      return <p>取り下げられています。</p>;
  }
}

function IssueForm({ viewer, view: { change }, body, today }: ChangeReviewProps) {
  const typed = (body ?? {}) as { issuedOn?: unknown; externalNumber?: unknown };
  return (
    <Section title="通知書の施行">
      <Form action={viewer.url(`staff/changes/${change.id}/letter`)} label="通知書の施行">
        <DateField
          name="issuedOn"
          label="施行日"
          hint="先の日にすると施行予定となり、その日の朝に団体へ届きます。"
          required
          value={textOr(typed.issuedOn, today)}
        />
        <TextField
          name="externalNumber"
          label="文書番号（手入力するとき）"
          hint="空欄のときは、担当課の文書番号を付けます。"
          size="medium"
          value={textOr(typed.externalNumber, '')}
        />
        <ButtonRow>
          <Button>通知書を施行する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
