import { randomUUID } from 'node:crypto';
import { sectionNamed } from '../../forms/index.js';
import { formatYen, yen, type Yen } from '../../kernel/yen.js';
import {
  CARRY_OVER,
  receiptsOfLine,
  RECEIPTS,
  type PreparedReport,
  type TypedReceipt,
} from '../../performance-reports/index.js';
import { readableYenOf } from '../shared/account-words.js';
import {
  Button,
  EmptyState,
  fieldId,
  FileField,
  Form,
  Hidden,
  Money,
  Notice,
  Section,
  Select,
  StatusTag,
  TextField,
  VisuallyHidden,
  YenField,
  DateField,
} from '../shared/index.js';
import {
  AddedReportFiles,
  DuplicateNotice,
  receiptName,
  ReportSectionForm,
  ReportSteps,
  type ReportPageProps,
} from './report-parts.js';
import { reportSectionUrl, reportUrl } from './report-words.js';
import { ParkedHere, StayButton } from '../shared/sections/section-frame.js';
import { PointsHere } from './section-parts.js';

/** 領収書: under each expenditure those that prove it, with what they sum to and a button for one more. */
export function ReportReceiptsPage({ viewer, draft }: ReportPageProps) {
  const lines = draft.lines.filter(({ side, id, amount, category }) => {
    return side === 'expenditure' && id !== CARRY_OVER && (amount.trim() !== '' || category !== '');
  });
  const known = new Set(lines.map(({ id }) => id));
  const loose = draft.receipts.filter(({ line }) => !known.has(line));
  const spent = lines.filter(({ amount }) => (readableYenOf(amount) ?? 0n) > 0n);
  return (
    <>
      <ReportSteps draft={draft} name={RECEIPTS} />
      <Overview draft={draft} />
      {spent.length === 0 && (
        <EmptyState title="支出の決算額がまだありません。">
          <p>
            先に<a href={reportSectionUrl(viewer, draft.report.id, 'account')}>収支決算書</a>
            に支出を書くと、ここに科目が並びます。
          </p>
        </EmptyState>
      )}
      {spent.map((line) => (
        <Section title={labelOf(draft, line.id)} level={3} key={line.id}>
          <LineFigures draft={draft} line={line.id} amount={readableYenOf(line.amount) ?? yen(0)} />
          <ReceiptList
            viewer={viewer}
            draft={draft}
            receipts={draft.receipts.filter((receipt) => receipt.line === line.id)}
          />
          <AddReceipt viewer={viewer} draft={draft} line={line.id} label={labelOf(draft, line.id)} />
        </Section>
      ))}
      {loose.length > 0 && (
        <Section title="どの支出のものか決まっていない領収書" level={3}>
          <ReceiptList viewer={viewer} draft={draft} receipts={loose} />
        </Section>
      )}
      <ReportSectionForm viewer={viewer} draft={draft} name={RECEIPTS} steps={false}>
        <PointsHere draft={draft} section={RECEIPTS} pointer="receipts" />
      </ReportSectionForm>
    </>
  );
}

function Overview({ draft }: Pick<ReportPageProps, 'draft'>) {
  const { duplicates, receipts } = draft;
  return (
    <>
      <p>
        いま{String(receipts.length)}
        枚あります。宛名が団体の名前になっているか、日付・金額・品名が読めるかを確かめてください。
      </p>
      {duplicates.length > 0 && (
        <Notice tone="warning" title={`同じかもしれない領収書が${String(duplicates.length)}枚あります`}>
          <p>「重複の確認」の印がある領収書を開いて確かめてください。</p>
        </Notice>
      )}
    </>
  );
}

/** The label of an expenditure, with its remark where two have the same. */
export function labelOf({ content }: Pick<PreparedReport, 'content'>, id: string): string {
  const line = content.account.find((each) => each.id === id);
  if (!line) return '（科目なし）';
  const shared = content.account.filter(({ label, side }) => side === line.side && label === line.label).length > 1;
  return shared && line.remark !== '' ? `${line.label}（${line.remark}）` : line.label;
}

function LineFigures({ draft, line, amount }: Pick<ReportPageProps, 'draft'> & { line: string; amount: Yen }) {
  const proven = receiptsOfLine(draft.receipts, line);
  return (
    <dl class="budget-figures">
      <div>
        <dt>決算額</dt>
        <dd>{formatYen(amount)}</dd>
      </div>
      <div>
        <dt>領収書の合計</dt>
        <dd>
          {formatYen(proven)}{' '}
          {proven === amount ? (
            <StatusTag tone="success">一致</StatusTag>
          ) : (
            <StatusTag tone="warning">
              {proven < amount ? 'あと' : '超過 '}
              {formatYen((proven < amount ? amount - proven : proven - amount) as Yen)}
            </StatusTag>
          )}
        </dd>
      </div>
    </dl>
  );
}

function ReceiptList({ viewer, draft, receipts }: ReportPageProps & { receipts: readonly TypedReceipt[] }) {
  if (receipts.length === 0) return null;
  return (
    <ul class="receipt-list">
      {receipts.map((receipt) => {
        const faulty = draft.faults.some(({ pointer }) => pointer.startsWith(`receipts.${receipt.id}.`));
        const amount = readableYenOf(receipt.amount);
        return (
          <li key={receipt.id} id={fieldId(`receipts[${receipt.id}]`)}>
            <a href={reportSectionUrl(viewer, draft.report.id, receipt.id)}>{receiptName(draft, receipt.id)}</a>
            <span class="hint">
              {[receipt.paidOn, receipt.purpose].filter((part) => part.trim() !== '').join('　')}
              {receipt.payee.trim() === '' && amount !== null && <Money yen={amount} />}
            </span>
            {faulty && <StatusTag tone="warning">入力中</StatusTag>}
            {draft.duplicates.some(({ id }) => id === receipt.id) && <StatusTag tone="warning">重複の確認</StatusTag>}
          </li>
        );
      })}
    </ul>
  );
}

const AddReceipt = ({ viewer, draft, line, label }: ReportPageProps & { line: string; label: string }) => (
  <Form action={reportUrl(viewer, draft.report.id, RECEIPTS, 'new')} once label={`${label}に領収書を足す`}>
    <Hidden name="line" value={line} />
    <Button kind="secondary">
      領収書を足す<VisuallyHidden>：{label}</VisuallyHidden>
    </Button>
  </Form>
);

/** One receipt: its picture first, then what stands on it. */
export function ReportReceiptPage({ viewer, draft, id }: ReportPageProps & { id: string }) {
  const receipt = draft.receipts.find((each) => each.id === id);
  if (!receipt) throw new Error('the controller shows only receipts that are there');
  const { parked } = sectionNamed(draft.sections, id);
  const name = (field: string): string => `receipts[${id}][${field}]`;
  const duplicate = draft.duplicates.find((each) => each.id === id);
  const lines = draft.lines.filter(({ side, id: line }) => side === 'expenditure' && line !== CARRY_OVER);
  return (
    <ReportSectionForm viewer={viewer} draft={draft} name={id} upload buttons={<ReceiptButtons id={id} />}>
      {duplicate && <DuplicateNotice draft={draft} duplicate={duplicate} />}
      <PointsHere draft={draft} section={id} pointer={`receipts.${id}`} />
      <FileField
        name={name('file')}
        label="領収書の写真"
        hint="スマートフォンで撮ったものか、PDF。一つ20MBまで。裏表があるときは2枚添えます。"
        required
        accept=".pdf,.jpg,.jpeg,.png,.webp"
        multiple
        sendTo={reportUrl(viewer, draft.report.id, 'files')}
      />
      <div data-files-of={name('file')}>
        <AddedReportFiles viewer={viewer} draft={draft} kind={id} label="領収書" />
      </div>
      <div data-instead-of-sending={name('file')}>
        <StayButton kind="secondary" act={`attach:${id}`} place={name('file')}>
          選んだ写真を添える
        </StayButton>
      </div>
      <Select
        name={name('line')}
        label="どの支出のものか"
        required
        options={lines.map((line) => ({ value: line.id, label: labelOf(draft, line.id) }))}
        value={receipt.line}
        prompt="選んでください"
      />
      <ParkedHere parked={parked} field="line" label="どの支出のものか" />
      <DateField name={name('paid-on')} label="支払った日" required value={receipt.paidOn} />
      <ParkedHere parked={parked} field="paid-on" label="支払った日" />
      <TextField name={name('payee')} label="支払先" hint="お店や人の名前" required value={receipt.payee} />
      <ParkedHere parked={parked} field="payee" label="支払先" />
      <YenField name={name('amount')} label="金額" required value={receipt.amount} />
      <ParkedHere parked={parked} field="amount" label="金額" />
      <TextField
        name={name('purpose')}
        label="内容"
        hint="何を、何のために買ったか。例：防災訓練の炊き出しの材料"
        required
        value={receipt.purpose}
      />
      <ParkedHere parked={parked} field="purpose" label="内容" />
    </ReportSectionForm>
  );
}

const ReceiptButtons = ({ id }: { id: string }) => (
  <>
    <Button name="act" value="next">
      保存して領収書の一覧へ
    </Button>
    <Button kind="secondary" name="act" value={`another:${randomUUID()}`}>
      保存して、同じ科目の次の1枚へ
    </Button>
    <Button kind="quiet" name="act" value={`remove-receipt:${id}`}>
      この領収書を消す
    </Button>
  </>
);
