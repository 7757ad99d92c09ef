import { FAILURE_REASONS, type FailuresOfOrder, type OrderPage, type TransferFailure } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Columns,
  DateField,
  Day,
  Details,
  Form,
  Hidden,
  Notice,
  Section,
  Select,
  StatusTag,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { ACCOUNT_NOW, FAILURE_STATE, MoneyBack } from '../shared/failure-words.js';
import { OrderFacts } from '../shared/payment-order-facts.js';
import { failurePath } from './failures.page.js';

export interface TypedFailureActs {
  readonly failedOn?: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly returnedOn?: string;
  readonly remark?: string;
  readonly conclusion?: string;
  readonly mistake?: string;
}

interface FailurePageProps {
  readonly viewer: Viewer;
  readonly view: OrderPage;
  readonly failures: FailuresOfOrder;
  readonly typed: TypedFailureActs;
}

/** One order that the bank gave back, or is about to be told of: what happened on the left, the next step on the right. */
export function FailurePage(props: FailurePageProps) {
  const { view, failures } = props;
  return (
    <Columns
      asideLabel="振込不能の処理"
      main={
        <>
          {failures.failures.map((failure) => (
            <FailureFacts failure={failure} account={failures.account} key={failure.id} />
          ))}
          <Section title={failures.failures.length > 0 ? 'もとの支出命令' : '支出命令'}>
            <OrderFacts view={view} />
          </Section>
        </>
      }
      aside={<NextStep {...props} />}
    />
  );
}

function FailureFacts({ failure, account }: { failure: TransferFailure; account: FailuresOfOrder['account'] }) {
  const state = FAILURE_STATE[failure.state];
  const now = ACCOUNT_NOW[account];
  return (
    <Section title={`振込不能・組戻（${String(failure.attempt)}回目の支払）`}>
      <CheckAnswers
        answers={[
          { label: '状態', value: <StatusTag tone={state.tone}>{state.label}</StatusTag> },
          { label: '知らせの日', value: <Day date={failure.failedOn} /> },
          { label: '銀行の理由', value: failure.reason },
          { label: '支払済とされた日', value: <Day date={failure.paidOn} /> },
          { label: '資金', value: <MoneyBack failure={failure} /> },
          ...(failure.state === 'open'
            ? [{ label: '団体の口座', value: <StatusTag tone={now.tone}>{now.label}</StatusTag> }]
            : []),
          { label: '記録した人', value: failure.recordedByName },
          ...(failure.revenueYear === null
            ? []
            : [{ label: '受け入れた年度', value: `${formatFiscalYear(failure.revenueYear)}の歳入` }]),
          ...(failure.conclusion
            ? [{ label: failure.state === 'mistaken' ? '誤りの内容' : '歳入の科目と番号', value: failure.conclusion }]
            : []),
        ]}
      />
    </Section>
  );
}

function NextStep(props: FailurePageProps) {
  const { viewer, view, failures } = props;
  const unsolved = failures.failures.find(({ state }) => state === 'open' || state === 'after-closing');
  const mayWork = hasDuty(viewer.actor, 'treasury-check') || hasDuty(viewer.actor, 'treasury-decide');
  if (!mayWork) return <Notice tone="neutral" title="いま、あなたが行う処理はありません。" />;
  if (!unsolved) {
    const mayTell = view.order.state === 'paid' && view.way?.way === 'bank-file';
    if (!mayTell) return <Notice tone="neutral" title="処理は済んでいます。" />;
    return failures.failures.length === 0 ? (
      <Telling {...props} />
    ) : (
      <Details summary="また振込不能・組戻の知らせが来たとき" open={props.typed.failedOn !== undefined}>
        <Telling {...props} />
      </Details>
    );
  }
  const isMoneyOut = unsolved.paidOn !== null && unsolved.returnedOn === null;
  return (
    <>
      {isMoneyOut && <MoneyReturn {...props} failure={unsolved} />}
      {!isMoneyOut && unsolved.state === 'open' && <Resumption {...props} />}
      {!isMoneyOut && unsolved.state === 'after-closing' && <Conclusion {...props} failure={unsolved} />}
      {view.way?.way === 'bank-file' && <Mistake {...props} failure={unsolved} />}
    </>
  );
}

function Telling({ viewer, view, typed }: FailurePageProps) {
  return (
    <Section title="銀行の知らせの記録">
      <p>
        台帳の支払を取り消し、支出命令は「振込不能」として残ります。口座が直ったら、同じ支出命令でもう一度支払えます。
      </p>
      <Form action={viewer.url(failurePath(view.order.id))}>
        <DateField name="failedOn" label="知らせの日" required value={typed.failedOn} />
        <Select
          name="reason"
          label="銀行が示した理由"
          required
          value={typed.reason}
          options={FAILURE_REASONS.map((reason) => ({ value: reason, label: reason }))}
        />
        <TextField name="detail" label="理由の補足" hint="「その他」のときは必ず書きます。" value={typed.detail} />
        <DateField
          name="returnedOn"
          label="資金の戻った日（入金日）"
          hint="まだ戻っていないときは空欄にし、戻ったら記録します。"
          value={typed.returnedOn}
        />
        <ButtonRow>
          <Button kind="danger">振込不能・組戻を記録する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Mistake({ viewer, view, typed, failure }: FailurePageProps & { failure: TransferFailure }) {
  return (
    <Details summary="誤って記録したとき" open={typed.mistake !== undefined}>
      <p>
        {failure.paidOn === null
          ? '実行されなかったと記録した支払を、銀行が実行していたときは、この記録を取り消します。支出命令はもとの束に戻り、取り消した記録は残ります。'
          : '別の支払と取り違えて記録したときは、この記録を取り消します。支払は、もとの支払日に済んだものに戻り、取り消した記録は残ります。'}
      </p>
      <Form action={viewer.url(`${failurePath(view.order.id)}/mistake`)}>
        <Hidden name="failureId" value={failure.id} />
        <TextArea name="mistake" label="誤りの内容" required rows={3} value={typed.mistake ?? ''} />
        <ButtonRow>
          <Button kind="danger">振込不能の記録を取り消す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function MoneyReturn({ viewer, view, typed, failure }: FailurePageProps & { failure: TransferFailure }) {
  return (
    <Section title="資金の入金">
      <p>
        資金はまだ戻っていません。入金日を記録すると、次の処理（
        {failure.state === 'open' ? 'もう一度支払う、又は返付する' : '歳入に受け入れる'}）へ進めます。
      </p>
      <Form action={viewer.url(`${failurePath(view.order.id)}/return`)}>
        <Hidden name="failureId" value={failure.id} />
        <DateField name="returnedOn" label="資金の戻った日（入金日）" required value={typed.returnedOn} />
        <ButtonRow>
          <Button>入金日を記録する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Resumption({ viewer, view, failures, typed }: FailurePageProps) {
  const { order } = view;
  return (
    <>
      <Section title="もう一度支払う">
        <p>
          団体の登録口座をいまの内容で支出命令に載せ、会計審査からやり直します。支出命令の番号は変わりません。
          {failures.account === 'unchanged' && 'いまの口座は、振込不能になったときと同じです。'}
        </p>
        <Form action={viewer.url(`${failurePath(order.id)}/resumption`)}>
          <TextArea
            name="remark"
            label="直したこと・確かめたこと"
            hint="例：名義を通帳のとおりに直した。"
            required
            rows={3}
            value={typed.remark ?? ''}
          />
          <ButtonRow>
            <Button>同じ支出命令でもう一度支払う</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title="債権者が変わるとき">
        <p>支払う相手が変わるときや、年度の支払が終わったときは、この支出命令では送れません。返付します。</p>
        <ButtonLink kind="secondary" href={viewer.url(`treasury/orders/${order.id}`)}>
          支出命令の画面で返付する
        </ButtonLink>
      </Section>
    </>
  );
}

function Conclusion({ viewer, view, typed, failure }: FailurePageProps & { failure: TransferFailure }) {
  return (
    <Section title="歳入への受入れ">
      <p>
        この年度は閉鎖されているため、台帳は変わりません。戻った資金は現年度の歳入に受け入れます（地方自治法施行令第160条）。団体にはまだ渡っていないため、交付金の残りは「閉鎖の後に残る交付金」となり、現年度の予算から過年度支出で支払うまで残ります（同第165条の8）。
      </p>
      {failure.returnedOn === null ? (
        <Notice tone="info" title="資金が戻ってから、歳入に受け入れます">
          <p>上の「資金の入金」に入金日を記録すると、ここで受入れを記録できます。</p>
        </Notice>
      ) : (
        hasDuty(viewer.actor, 'treasury-decide') && (
          <Form action={viewer.url(`${failurePath(view.order.id)}/conclusion`)}>
            <Hidden name="failureId" value={failure.id} />
            <TextArea
              name="conclusion"
              label="受け入れた歳入の科目と番号"
              hint="例：令和9年度 諸収入 雑入、調定第12号"
              required
              rows={4}
              value={typed.conclusion ?? ''}
            />
            <ButtonRow>
              <Button>歳入への受入れを記録する</Button>
            </ButtonRow>
          </Form>
        )
      )}
    </Section>
  );
}
