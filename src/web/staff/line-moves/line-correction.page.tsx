import { LONGEST_MOVE_TEXT, type CorrectionGround } from '../../../closing/index.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Form,
  messageFor,
  Money,
  Notice,
  Radios,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { CORRECTION_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { Earlier, Waiting } from './waiting.js';
import { typedText } from '../../shared/typed-text.js';

interface LineCorrectionProps {
  readonly viewer: Viewer;
  readonly ground: CorrectionGround;
  readonly body: unknown;
}

/** Where the grant stands, where it should stand, and what the section asked for. */
export function LineCorrectionPage(props: LineCorrectionProps) {
  const { viewer, ground, body } = props;
  const { grant, line, paid, obstacle, corrections } = ground;
  const waiting = corrections.find(({ state }) => state === 'ordered');
  return (
    <>
      <p>
        交付決定と支払を、誤った予算科目で行っていたときに使います。この交付決定の負担行為・支出命令・支払・戻入を、反対の記帳で元の科目から除き、正しい科目に記帳します。元の記録は消えません。
      </p>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: grant.programName },
          { label: 'いまの予算科目', value: lineInWords(line) },
          { label: '交付決定の額', value: <Money yen={grant.amountInForce} strong /> },
          { label: '支払済みの額', value: <Money yen={paid} /> },
        ]}
      />
      {waiting ? (
        <Waiting
          {...{ viewer, body, move: waiting }}
          path="line-correction"
          withdraw="科目更正を取り下げる"
          answers={[
            { label: '正しい予算科目', value: lineInWords(waiting.toLine) },
            { label: '理由', value: waiting.reason },
            { label: '決裁の日と番号', value: waiting.decision },
          ]}
        />
      ) : obstacle ? (
        <Notice tone="info" title="いまは科目更正を求められません">
          <p>{messageFor(obstacle.code, obstacle.params)}</p>
        </Notice>
      ) : (
        <Asking {...props} />
      )}
      <Earlier
        title="これまでの科目更正"
        moves={corrections}
        states={CORRECTION_STATE}
        columns={[
          { label: '元の科目', cell: ({ fromLine }) => lineInWords(fromLine) },
          { label: '正しい科目', cell: ({ toLine }) => lineInWords(toLine) },
        ]}
      />
    </>
  );
}

function Asking({ viewer, ground: { grant, others }, body }: LineCorrectionProps) {
  if (others.length === 0) {
    return (
      <Notice tone="info" title="同じ年度に、ほかの予算科目がありません">
        <p>正しい予算科目を「予算」で登録してから行います。</p>
      </Notice>
    );
  }
  return (
    <Form action={viewer.url(`staff/grants/${grant.id}/line-correction`)} once={typedText(body, 'requestId') || true}>
      <Radios
        name="toLineId"
        label="正しい予算科目"
        required
        options={others.map((other) => ({
          value: other.id,
          label: `${lineInWords(other)}（残り ${formatYen(other.available)}）`,
        }))}
        value={typedText(body, 'toLineId')}
      />
      <TextArea
        name="reason"
        label="誤りの内容と更正の理由"
        hint="例：事業補助金の科目で支払うものを、運営交付金の科目で支払っていたため。"
        required
        rows={3}
        most={LONGEST_MOVE_TEXT}
        value={typedText(body, 'reason')}
      />
      <TextArea
        name="decision"
        label="決裁の日と番号"
        hint="例：令和9年2月10日決裁 R8-123"
        required
        rows={2}
        most={LONGEST_MOVE_TEXT}
        value={typedText(body, 'decision')}
      />
      <ButtonRow>
        <Button>科目更正を会計に求める</Button>
        <ButtonLink kind="quiet" href={viewer.url(`staff/grants/${grant.id}`)}>
          やめて戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
