import { hasDuty } from '../../kernel/actor.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import {
  excessIn,
  toPayBack,
  type PaybackDecision,
  type RepaymentPage as RepaymentView,
  type RepaymentReceipt,
} from '../../repayments/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  Hidden,
  Notice,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';

/** What somebody has begun on one receipt: to take it back, or to write down the 還付 of what was too much. */
export interface ReceiptAct {
  readonly kind: 'reversal' | 'payback' | 'payback-reversal';
  readonly receiptId: string;
  readonly body: unknown;
}

interface ActProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  readonly act: ReceiptAct;
}

/** The form of what was begun on one receipt. */
export function ReceiptActForm(props: ActProps) {
  const Act = ACTS[props.act.kind];
  return <Act {...props} />;
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

const Back = ({ viewer, path }: { viewer: Viewer; path: string }) => (
  <ButtonLink kind="quiet" href={viewer.url(path)}>
    やめて戻る
  </ButtonLink>
);

const ACTS = { reversal: Reversal, payback: Payback, 'payback-reversal': PaybackReversal } as const;
