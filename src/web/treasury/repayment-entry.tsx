import { hasDuty } from '../../kernel/actor.js';
import { closingDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import {
  ACT_LABELS,
  AFTER_END,
  excessIn,
  isEnded,
  toPayBack,
  usualAfterEnd,
  type ActKind,
  type AfterEnd,
  type PaybackDecision,
  type ReceiptQuestion,
  type RepaymentPage as RepaymentView,
  type RepaymentReceipt,
} from '../../repayments/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  Hidden,
  Notice,
  Radios,
  Section,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { mayEnter, QUESTION_LABELS } from './repayments.page.js';

/** What somebody has begun on one receipt: to take it back, or to write down the 還付 of what was too much. */
export interface ReceiptAct {
  readonly kind: 'reversal' | 'payback' | 'payback-reversal';
  readonly receiptId: string;
  readonly body: unknown;
}

interface EntryProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  /** What was typed of a receipt that was refused. */
  readonly body: unknown;
  readonly act: ReceiptAct | null;
}

/** The field for the next receipt, or the form of what was begun on one. */
export function ReceiptEntry({ viewer, view, body, act }: EntryProps) {
  const { demand, yearClosed } = view;
  if (!mayEnter(viewer)) return <p>領収の入力は会計の職員が行います。</p>;
  if (act) {
    const Act = ACTS[act.kind];
    return <Act {...{ viewer, view, act }} />;
  }
  const ended = isEnded(demand.state);
  if (demand.state !== 'demanded' && demand.state !== 'settled' && !ended)
    return <Notice tone="neutral" title="領収は入力できません" />;
  const settled = demand.state === 'settled';
  return (
    <>
      {/* One after the other, as each answer may change what the next is asked for. */}
      {view.questions.slice(0, 1).map((question) => (
        <Question viewer={viewer} demandId={demand.id} question={question} key={question.id} />
      ))}
      {settled && (
        <Notice tone="success" title="すべて納められました">
          <p>もう一度納められたときは、その領収も入力してください。全額が過誤納金になり、還付します。</p>
        </Notice>
      )}
      {ended && <AfterEndNotice view={view} />}
      <Section title="領収を入力する">
        <Form
          action={viewer.url(`treasury/repayments/${demand.id}/receipts`)}
          once={typedText(body, 'requestId') || true}
          label="領収の入力"
        >
          <DateField
            name="receivedOn"
            label="領収日"
            hint="領収済通知書の日付印の日です。入力する日ではありません。"
            required
            value={typedText(body, 'receivedOn')}
          />
          <YenField name="amount" label="領収した額" required value={typedText(body, 'amount')} />
          <TextField
            name="slipNumber"
            label="領収番号"
            hint="領収済通知書の番号です。番号がないときは、会計の受付の番号を書きます。"
            required
            size="medium"
            value={typedText(body, 'slipNumber')}
          />
          {ended && (
            <Radios
              name="afterEnd"
              label="終わった債権に納められた額の受入れ"
              hint={`領収日が${formatEra(demand.endedOn ?? view.today)}より後のときに選びます。`}
              options={AFTER_END.map((value) => ({
                value,
                label: AFTER_END_LABEL[value],
                ...(value === usualAfterEnd(view.acts, demand.terms.claimClass) && { hint: 'ふだんはこちらです。' }),
              }))}
              value={typedText(body, 'afterEnd')}
            />
          )}
          {(yearClosed || ended || body !== null) && (
            <TextArea
              name="lateReason"
              label={ended ? '理由' : yearClosed ? '閉鎖した後に入力する理由' : '通知の前に納められた事情'}
              hint={
                ended
                  ? 'ふだんと違う受入れをするとき、または領収日が閉鎖した年度の5月31日までのときに書きます。'
                  : yearClosed
                    ? `領収日が${formatEra(closingDayOf(demand.fiscalYear))}までのときに書きます。${formatFiscalYear(demand.fiscalYear)}は閉鎖したため戻入できず、現年度の歳入になります。`
                    : '領収日が返還の通知の日より前のときだけ書きます。'
              }
              rows={2}
              value={typedText(body, 'lateReason')}
            />
          )}
          <Checkbox
            name="takesExcess"
            label="超えた分を過誤納金として受け入れる"
            hint="納めるべき額より多く納められたときだけ選びます。超えた分は還付します。"
            checked={typedText(body, 'takesExcess') === 'yes'}
          />
          {body !== null && (
            <Checkbox
              name="another"
              label="別の領収として入力する"
              hint="同じ日・同じ額の領収がすでにあるときだけ、別に納められたことを確かめてから選びます。"
              checked={typedText(body, 'another') === 'yes'}
            />
          )}
          <ButtonRow>
            <Button>領収を入力する</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

const AFTER_END_LABEL: Readonly<Record<AfterEnd, string>> = {
  revenue: '現年度の歳入として受け入れる',
  excess: '過誤納金として受け入れ、還付する',
};

function AfterEndNotice({ view: { acts, demand } }: { view: RepaymentView }) {
  const kinds = acts
    .filter(({ state, kind }) => state === 'done' && ENDING.includes(kind))
    .map(({ kind }) => ACT_LABELS[kind]);
  return (
    <Notice tone="warning" title={`${kinds.join('・')}をした返還です`}>
      <p>
        {usualAfterEnd(acts, demand.terms.claimClass) === 'excess'
          ? '納める義務はもうありません。この後に納められた額は、ふだんは過誤納金として受け入れ、還付します。'
          : 'この後に自ら納められた額は、ふだんは現年度の歳入として受け入れます。'}
      </p>
    </Notice>
  );
}

const ENDING: readonly ActKind[] = ['remission', 'waiver', 'write-off'];

interface QuestionProps {
  readonly viewer: Viewer;
  readonly demandId: string;
  readonly question: ReceiptQuestion;
}

/** A line of a 領収済一覧 that nobody takes unasked. */
function Question({ viewer, demandId, question }: QuestionProps) {
  const { id, why, receivedOn, amount, slipNumber } = question;
  const path = `treasury/repayments/${demandId}/questions/${id}`;
  return (
    <Section title={`確かめる領収（${slipNumber}）`}>
      <Notice tone="warning" title={`${formatEra(receivedOn)}　${formatYen(amount)}`}>
        <p>領収済一覧の行です。{QUESTION_LABELS[why]}ため、まだ取り込んでいません。領収済通知書を確かめてください。</p>
      </Notice>
      <Form action={viewer.url(`${path}/taking`)} label={`領収番号${slipNumber}を取り込む`}>
        <ButtonRow>
          <Button kind="secondary">
            {why === 'excess' ? '超えた分を過誤納金として取り込む' : '別の領収として取り込む'}
          </Button>
        </ButtonRow>
      </Form>
      <Form action={viewer.url(`${path}/dismissal`)} label={`領収番号${slipNumber}を取り込まない`}>
        <TextArea name="dismissalReason" label="取り込まない理由" required rows={2} value="" />
        <ButtonRow>
          <Button kind="quiet">取り込まない</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

interface ActProps extends Omit<EntryProps, 'body' | 'act'> {
  readonly act: ReceiptAct;
}

function Reversal({ viewer, view, act }: ActProps) {
  const path = `treasury/repayments/${view.demand.id}`;
  const receipt = view.receipts.find(({ id }) => id === act.receiptId);
  return (
    <Section title="領収を取り消す">
      {receipt && (
        <p>
          {formatEra(receipt.receivedOn)}の領収{formatYen(receipt.amount)}
          を、反対の記録で取り消します。元の記録は消えません。
          {view.yearClosed &&
            `${formatFiscalYear(view.demand.fiscalYear)}は閉鎖したため、その年度に入れた額は、現年度の歳入から差し引く記録で取り消します。`}
        </p>
      )}
      <Form action={viewer.url(`${path}/receipts/${act.receiptId}/reversal`)}>
        <TextArea name="reason" label="取り消す理由" required rows={3} value={typedText(act.body, 'reason')} />
        <ButtonRow>
          <Button kind="danger">領収を取り消す</Button>
          <Back viewer={viewer} path={path} />
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Payback({ viewer, view, act }: ActProps) {
  const path = `treasury/repayments/${view.demand.id}`;
  const receipt = toPayBack(view.receipts).find(({ id }) => id === act.receiptId);
  // Paid back meanwhile, or an address that somebody kept.
  if (!receipt) {
    return (
      <Notice tone="neutral" title="この領収に、これから還付する額はありません">
        <p>
          <a href={viewer.url(path)}>領収の入力に戻る</a>
        </p>
      </Notice>
    );
  }
  if (receipt.decision === null) return <PaybackDeciding {...{ viewer, act, path, receipt }} kind="payback" />;
  if (isOwn(viewer, receipt.decision)) return <AnotherPerson viewer={viewer} path={path} />;
  const { decidedBy, decidedOn, documentNumber } = receipt.decision;
  return (
    <Section title="還付を記録する">
      <p>
        {formatEra(receipt.receivedOn)}の領収のうち、過誤納金{formatYen(excessIn(receipt))}
        を返した記録です。支払の書類を見て入力してください。還付は{decidedBy}が{formatEra(decidedOn)}に決めました（
        {documentNumber}）。
      </p>
      <Form
        action={viewer.url(`${path}/receipts/${act.receiptId}/payback`)}
        once={typedText(act.body, 'requestId') || true}
      >
        <DateField name="paidOn" label="還付した日" required value={typedText(act.body, 'paidOn')} />
        <TextField
          name="paidTo"
          label="還付した先"
          hint="例：団体の登録口座、窓口で会長に現金で"
          required
          value={typedText(act.body, 'paidTo')}
        />
        <TextField
          name="documentNumber"
          label="支払の書類の番号"
          hint="例：戻出命令書（歳出からの還付は支出命令書）の番号"
          required
          size="medium"
          value={typedText(act.body, 'documentNumber')}
        />
        <ButtonRow>
          <Button>還付を記録する</Button>
          <Back viewer={viewer} path={path} />
        </ButtonRow>
      </Form>
    </Section>
  );
}

function PaybackReversal({ viewer, view, act }: ActProps) {
  const path = `treasury/repayments/${view.demand.id}`;
  const receipt = view.receipts.find(({ id }) => id === act.receiptId);
  if (!receipt?.payback) {
    return (
      <Notice tone="neutral" title="この領収に、取り消せる還付の記録はありません">
        <p>
          <a href={viewer.url(path)}>領収の入力に戻る</a>
        </p>
      </Notice>
    );
  }
  if (receipt.decision === null) return <PaybackDeciding {...{ viewer, act, path, receipt }} kind="cancelling" />;
  if (isOwn(viewer, receipt.decision)) return <AnotherPerson viewer={viewer} path={path} />;
  return (
    <Section title="還付の記録を取り消す">
      <p>
        {formatEra(receipt.payback.paidOn)}に{receipt.payback.paidTo}へ{formatYen(excessIn(receipt))}
        を還付したという記録を、反対の記録で取り消します。元の記録は消えません。取り消すと、還付を待つ過誤納金に戻ります。
      </p>
      <p>
        取消しの理由：{receipt.decision.reason}（{receipt.decision.documentNumber}　{receipt.decision.decidedBy}）
      </p>
      <Form action={viewer.url(`${path}/receipts/${act.receiptId}/payback/reversal`)}>
        <Hidden name="paybackId" value={receipt.payback.id} />
        <ButtonRow>
          <Button kind="danger">還付の記録を取り消す</Button>
          <Back viewer={viewer} path={path} />
        </ButtonRow>
      </Form>
    </Section>
  );
}

interface DecidingProps {
  readonly viewer: Viewer;
  readonly act: ReceiptAct;
  readonly path: string;
  readonly receipt: RepaymentReceipt;
  readonly kind: PaybackDecision['kind'];
}

/** First the 会計管理者 decides, on a paper; then another person writes it down. */
function PaybackDeciding({ viewer, act, path, receipt, kind }: DecidingProps) {
  const what = kind === 'payback' ? '還付' : '還付の記録の取消し';
  const place = kind === 'payback' ? 'payback/decision' : 'payback/reversal/decision';
  if (!hasDuty(viewer.actor, 'treasury-decide'))
    return (
      <Notice tone="info" title={`${what}は、会計管理者の決定を待っています`}>
        <p>
          会計管理者（又は職務代理）が決めたあとで記録します。
          <br />
          <a href={viewer.url(path)}>領収の入力に戻る</a>
        </p>
      </Notice>
    );
  return (
    <Section title={`${what}を決める`}>
      <p>
        {formatEra(receipt.receivedOn)}の領収{formatYen(receipt.amount)}のうち、過誤納金
        <strong>{formatYen(excessIn(receipt))}</strong>
        {kind === 'payback' ? 'を還付することを決めます。' : 'を還付したという記録を、取り消すことを決めます。'}
        記録は、別の会計の職員が行います。
      </p>
      <Form action={viewer.url(`${path}/receipts/${receipt.id}/${place}`)}>
        <TextField
          name="documentNumber"
          label="決定の書類の番号"
          hint="例：過誤納金還付調書の番号"
          required
          size="medium"
          value={typedText(act.body, 'documentNumber')}
        />
        <TextArea
          name="reason"
          label="理由"
          hint={
            kind === 'payback'
              ? '例：領収済通知書2枚を照合し、同じ返還金が2回納められたことを確かめた。'
              : '例：別の団体への還付を、この領収に記録していたため。'
          }
          required
          rows={3}
          value={typedText(act.body, 'reason')}
        />
        <ButtonRow>
          <Button>{what}を決める</Button>
          <Back viewer={viewer} path={path} />
        </ButtonRow>
      </Form>
    </Section>
  );
}

const isOwn = ({ actor }: Viewer, { decidedById }: PaybackDecision): boolean =>
  actor.kind === 'staff' && actor.staffId === decidedById;

const AnotherPerson = ({ viewer, path }: { viewer: Viewer; path: string }) => (
  <Notice tone="info" title="決めた人とは別の会計の職員が記録します">
    <p>
      <a href={viewer.url(path)}>領収の入力に戻る</a>
    </p>
  </Notice>
);

const ACTS = { reversal: Reversal, payback: Payback, 'payback-reversal': PaybackReversal } as const;

const Back = ({ viewer, path }: { viewer: Viewer; path: string }) => (
  <ButtonLink kind="quiet" href={viewer.url(path)}>
    やめて戻る
  </ButtonLink>
);
