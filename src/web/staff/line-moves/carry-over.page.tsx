import {
  CARRY_GROUNDS,
  LATER_GROUND_LABELS,
  LONGEST_MOVE_TEXT,
  type CarryView,
  type NamedCarry,
} from '../../../closing/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  Form,
  messageFor,
  Money,
  Notice,
  Radios,
  TextArea,
  YenField,
  type Viewer,
} from '../../shared/index.js';
import { CARRY_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { typedText } from '../../shared/typed-text.js';
import { Earlier, Waiting } from './waiting.js';
import { programOfYear } from '../../shared/program-of-year.js';

interface CarryProps {
  readonly viewer: Viewer;
  readonly ground: CarryView;
  readonly body: unknown;
}

/** What is committed and not ordered, and what of it goes on in the next year. */
export function CarryPage(props: CarryProps) {
  const { viewer, ground, body } = props;
  const { grant, line, most, obstacle, carries } = ground;
  const waiting = carries.find(({ state }) => state === 'ordered');
  return (
    <>
      <p>
        年度内に支払えない負担行為の残りを、繰越明許費（地方自治法第213条）か事故繰越し（同法第220条第3項ただし書）として翌年度へ繰り越すときに使います。繰り越した額は閉鎖のときに不用とならず、翌年度の予算で支払えます。
      </p>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: programOfYear(grant) },
          { label: '予算科目', value: lineInWords(line) },
          { label: '支出命令をしていない残り', value: <Money yen={most} strong /> },
        ]}
      />
      {waiting ? (
        <Waiting
          {...{ viewer, body, move: waiting }}
          path="carry"
          withdraw="繰越しを取り下げる"
          answers={[
            { label: '種類', value: LATER_GROUND_LABELS[waiting.ground] },
            { label: '額', value: <Money yen={waiting.amount} strong /> },
            { label: '繰越先の予算科目', value: lineInWords(waiting.toLine) },
            { label: '議決・決裁', value: decided(waiting) },
            { label: '理由', value: waiting.reason },
          ]}
        />
      ) : obstacle ? (
        <Notice tone="info" title="いまは繰越しを求められません">
          <p>{messageFor(obstacle.code, obstacle.params)}</p>
        </Notice>
      ) : (
        <Asking {...props} />
      )}
      <Earlier
        title="これまでの繰越し"
        moves={carries}
        states={CARRY_STATE}
        columns={[
          { label: '種類', cell: ({ ground: kind }) => LATER_GROUND_LABELS[kind] },
          { label: '議決・決裁', cell: decided },
          { label: '繰越先', cell: ({ toLine }) => lineInWords(toLine) },
        ]}
        amount={{ label: '額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> }}
      />
    </>
  );
}

function Asking({ viewer, ground: { grant, lines, most }, body }: CarryProps) {
  if (lines.length === 0) {
    return (
      <Notice tone="info" title="翌年度の予算科目がありません">
        <p>繰越先の予算科目を「予算」で翌年度に登録してから行います。</p>
      </Notice>
    );
  }
  return (
    <Form action={viewer.url(`staff/grants/${grant.id}/carry`)} once={typedText(body, 'requestId') || true}>
      <Radios
        name="ground"
        label="繰越しの種類"
        required
        options={CARRY_GROUNDS.map((value) => ({ value, label: LATER_GROUND_LABELS[value] }))}
        value={typedText(body, 'ground')}
      />
      <YenField
        name="amount"
        label="繰り越す額"
        hint={`${formatYen(most)}まで`}
        required
        value={typedText(body, 'amount')}
      />
      <Radios
        name="toLineId"
        label="繰越先の予算科目"
        required
        options={lines.map((line) => ({
          value: line.id,
          label: `${formatFiscalYear(line.fiscalYear)}　${lineInWords(line)}`,
        }))}
        value={typedText(body, 'toLineId')}
      />
      <DateField name="decidedOn" label="議決又は決裁の日" required value={typedText(body, 'decidedOn')} />
      <TextArea
        name="decision"
        label="議案番号か決裁番号、繰越計算書の番号"
        hint="例：令和9年第1回定例会 議案第8号、繰越計算書 第2号"
        required
        rows={2}
        most={LONGEST_MOVE_TEXT}
        value={typedText(body, 'decision')}
      />
      <TextArea
        name="reason"
        label="年度内に支払えない理由"
        hint="例：大雨で会場が使えず、事業が翌年度の5月になったため。"
        required
        rows={3}
        most={LONGEST_MOVE_TEXT}
        value={typedText(body, 'reason')}
      />
      <ButtonRow>
        <Button>繰越しを会計に求める</Button>
        <ButtonLink kind="quiet" href={viewer.url(`staff/grants/${grant.id}`)}>
          やめて戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

const decided = ({ decidedOn, decision }: NamedCarry) => (
  <>
    <Day date={decidedOn} />　{decision}
  </>
);
