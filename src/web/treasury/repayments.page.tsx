import { hasDuty } from '../../kernel/actor.js';
import { sumYen } from '../../kernel/yen.js';
import {
  AFTER_END_COLUMN,
  AFTER_END_WORDS,
  demandNumber,
  excessIn,
  isEnded,
  REASON_COLUMN,
  RECEIPT_COLUMNS,
  toPayBack,
  type ReceiptQuestion,
  type RepaymentFile,
} from '../../repayments/index.js';
import { Button, ButtonRow, DataTable, Day, FileField, Form, Money, Section, type Viewer } from '../shared/index.js';
import { RepaymentStateTag } from '../shared/repayment-words.js';

interface TreasuryPageProps {
  readonly viewer: Viewer;
  readonly files: readonly RepaymentFile[];
  readonly questions: readonly ReceiptQuestion[];
}

/** What waits for its money, what has come, and a list from the bank to be taken at once. */
export function TreasuryRepaymentsPage({ viewer, files, questions }: TreasuryPageProps) {
  const waiting = files.filter(({ demand }) => demand.state === 'demanded');
  const excess = files.filter(({ receipts }) => toPayBack(receipts).length > 0);
  const ended = files.filter(({ demand }) => isEnded(demand.state));
  const settled = files.filter(({ demand }) => demand.state === 'settled');
  return (
    <>
      <Section title={`納付を待つ返還（${String(waiting.length)}件）`}>
        <Waiting
          viewer={viewer}
          files={waiting}
          caption="納付を待つ返還"
          empty="納付を待つ返還はありません。通知書が施行されると、ここに並びます。"
        />
      </Section>
      {questions.length > 0 && (
        <Section title={`確かめる領収（${String(questions.length)}件）`}>
          <p>領収済一覧のうち、人が確かめるまで取り込まない行です。返還番号を開いて、取り込むか決めてください。</p>
          <Questions viewer={viewer} files={files} questions={questions} />
        </Section>
      )}
      {excess.length > 0 && (
        <Section title={`還付を待つ過誤納金（${String(excess.length)}件）`}>
          <Excess viewer={viewer} files={excess} />
        </Section>
      )}
      {mayEnter(viewer) && (
        <Section title="領収済一覧を取り込む">
          <p>
            CSV（UTF-8又はShift_JIS）です。1行目の見出しは「{RECEIPT_COLUMNS.join('、')}
            」です。1行でも読めない行があれば、1件も取り込みません。同じ領収番号は2回取り込みません。納めるべき額を超える行と、同じ日・同じ額の領収がある行は、確かめるまで取り込みません。
          </p>
          <p class="hint">
            領収日が閉鎖した年度の5月31日までのものと、返還の通知より前のものは、「{REASON_COLUMN}
            」の欄を加えて理由を書きます。免除・権利放棄・不納欠損の後に納められたものは、「{AFTER_END_COLUMN}
            」の欄に「{AFTER_END_WORDS.revenue}」か「{AFTER_END_WORDS.excess}
            」と書けます。空欄なら、ふだんの扱いで受け入れます。
          </p>
          <Form action={viewer.url('treasury/repayments/import')} upload label="領収済一覧の取込み">
            <FileField name="file" label="領収済一覧（CSV）" accept=".csv" required />
            <ButtonRow>
              <Button kind="secondary">取り込む</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {settled.length > 0 && (
        <Section title={`完納したもの（${String(settled.length)}件）`}>
          <Waiting viewer={viewer} files={settled} caption="完納した返還" empty="" />
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={`免除・権利放棄・不納欠損をしたもの（${String(ended.length)}件）`}>
          <p>この後に納められたときも、返還番号を開いて領収を入力します。</p>
          <Waiting viewer={viewer} files={ended} caption="消滅した返還" empty="" />
        </Section>
      )}
    </>
  );
}

/** Why a line waits, as the desks read it. */
export const QUESTION_LABELS: Readonly<Record<ReceiptQuestion['why'], string>> = {
  excess: '納めるべき額を超えている',
  same: '同じ日・同じ額の領収がある',
};

const Questions = ({ viewer, files, questions }: TreasuryPageProps) => (
  <DataTable
    caption="確かめる領収"
    captionHidden
    cards
    empty=""
    rows={questions.flatMap((question) => {
      const file = files.find(({ demand }) => demand.id === question.demandId);
      return file ? [{ ...question, demand: file.demand }] : [];
    })}
    columns={[
      {
        label: '返還番号',
        tight: true,
        cell: ({ demand }) => <a href={viewer.url(`treasury/repayments/${demand.id}`)}>{demandNumber(demand)}</a>,
      },
      { label: '団体', cell: ({ demand }) => demand.organizationName },
      { label: '確かめること', cell: ({ why }) => QUESTION_LABELS[why] },
      { label: '領収日', tight: true, cell: ({ receivedOn }) => <Day date={receivedOn} /> },
      { label: '領収番号', tight: true, cell: ({ slipNumber }) => slipNumber },
      { label: '領収額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
    ]}
  />
);

const excessOf = ({ receipts }: RepaymentFile) => sumYen(toPayBack(receipts).map(excessIn));

const Excess = ({ viewer, files }: { viewer: Viewer; files: readonly RepaymentFile[] }) => (
  <DataTable
    caption="還付を待つ過誤納金"
    captionHidden
    cards
    empty=""
    rows={files}
    columns={[
      {
        label: '返還番号',
        tight: true,
        cell: ({ demand }) => <a href={viewer.url(`treasury/repayments/${demand.id}`)}>{demandNumber(demand)}</a>,
      },
      { label: '団体', cell: ({ demand }) => demand.organizationName },
      { label: '過誤納金', align: 'end', cell: (file) => <Money yen={excessOf(file)} /> },
    ]}
    totals={['合計', '', <Money yen={sumYen(files.map(excessOf))} strong />]}
  />
);

export const mayEnter = ({ actor }: Viewer): boolean =>
  hasDuty(actor, 'treasury-check') || hasDuty(actor, 'treasury-decide');

interface WaitingProps {
  readonly viewer: Viewer;
  readonly files: readonly RepaymentFile[];
  readonly caption: string;
  readonly empty: string;
}

const Waiting = ({ viewer, files, caption, empty }: WaitingProps) => (
  <DataTable
    caption={caption}
    captionHidden
    cards
    keyboard
    empty={empty}
    rows={files}
    columns={[
      {
        label: '返還番号',
        tight: true,
        cell: ({ demand }) => <a href={viewer.url(`treasury/repayments/${demand.id}`)}>{demandNumber(demand)}</a>,
      },
      { label: '団体', cell: ({ demand }) => demand.organizationName },
      { label: '補助金', cell: ({ demand }) => demand.programName },
      {
        label: '期限',
        tight: true,
        cell: ({ demand, standing }) => <Day date={standing.nextDue?.dueOn ?? standing.firstDueOn ?? demand.dueOn} />,
      },
      { label: '残り（今日納める額）', align: 'end', cell: ({ standing }) => <Money yen={standing.open} /> },
      { label: '状態', tight: true, cell: (file) => <RepaymentStateTag file={file} /> },
    ]}
    totals={['合計', '', '', '', <Money yen={sumYen(files.map(({ standing }) => standing.open))} strong />, '']}
  />
);
